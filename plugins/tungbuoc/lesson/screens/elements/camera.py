"""The camera's view with its four corners."""

from __future__ import annotations

from typing import Literal

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import FRAME, MIDDLE, WIDTH, Pen, num
from ..saying import joined

# A false code: three corners that no reader takes for finder patterns, and a few loose modules (13 × 13).
_MODULES = "6,1 8,0 7,3 5,5 9,5 11,6 1,6 3,7 7,7 6,9 10,8 12,10 8,11 11,12 6,12 9,9 5,8 12,7"
_SEES = {
    "qr": "máy ảnh đang nhìn ô vuông mã QR",
    "card": "máy ảnh đang nhìn tấm thẻ",
    "person": "máy ảnh đang nhìn một người",
    "page": "máy ảnh đang nhìn một tờ giấy",
}


@element
class Camera(Element):
    """`camera: qr` — the camera's view: `qr` (a false code no reader decodes), `card`, `person` or `page`;
    `note` below."""

    kind = "camera"
    guide = Guide(
        "Máy ảnh, vân tay, khuôn mặt",
        "Máy ảnh nhìn thấy: `qr` mã vuông (mã giả, quét không ra), `card` thẻ, `person` người, `page` tờ"
        " giấy.",
        """title: Quét mã
body:
  - camera: qr
    note: Giữ yên tay
""",
        variants=(
            (
                "`camera: card`",
                """title: Chụp thẻ
body:
  - camera: card
    note: Đưa thẻ vào khung
""",
            ),
            (
                "`camera: person`",
                """title: Chụp ảnh
body:
  - camera: person
""",
            ),
            (
                "`camera: page`",
                """title: Chụp giấy
body:
  - camera: page
  - button: Chụp
    icon: camera
    tap: true
""",
            ),
        ),
    )

    camera: Literal["qr", "card", "person", "page"]
    note: Text = ""

    def draw(self, pen: Pen, y: float) -> float:
        high = 74.0 if pen.dense else 86.0
        box = Box(FRAME + 2, y, WIDTH - FRAME - 2, y + high)
        pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
        cx, cy = MIDDLE, y + high / 2
        half_w, half_h = {"qr": (33, 33), "card": (52, 33), "person": (33, 33), "page": (30, 34)}[self.camera]
        _corners(pen, cx, cy, half_w, half_h)
        {"qr": _false_code, "card": _small_card, "person": _bust, "page": _page}[self.camera](pen, cx, cy)
        pen.target(self, box)
        bottom = box.y1
        if self.note:
            bottom = pen.paragraph(pen.left, pen.room(self, bottom), bottom + 4, self.note, 14, centre=True)
        return bottom

    def say(self, words: Wording) -> str:
        return joined(words.say(_SEES[self.camera]), self.note)


def _corners(pen: Pen, cx: float, cy: float, w: float, h: float) -> None:
    leg = 13.0
    lines = [f"M{num(cx + sx * w)} {num(cy + sy * (h - leg))}v{num(sy * leg)}h{num(-sx * leg)}" for sx, sy in
             ((-1, -1), (1, -1), (1, 1), (-1, 1))]  # fmt: skip
    pen.path("".join(lines), stroke=pen.tokens.son, width=3.6)


def _false_code(pen: Pen, cx: float, cy: float) -> None:
    m = 3.6
    x, y = cx - 6.5 * m, cy - 6.5 * m
    for dx, dy in ((0, 0), (9, 0), (0, 9)):
        pen.rect(
            Box(x + dx * m + 1.3, y + dy * m + 1.3, x + (dx + 4) * m - 1.3, y + (dy + 4) * m - 1.3),
            stroke=pen.tokens.than,
            width=2.6,
        )
    spots = (spot.split(",") for spot in _MODULES.split())
    d = "".join(f"M{num(x + int(a) * m)} {num(y + int(b) * m)}h{m}v{m}h-{m}z" for a, b in spots)
    pen.path(d, fill=pen.tokens.than, stroke="none")


def _small_card(pen: Pen, cx: float, cy: float) -> None:
    pen.rect(Box(cx - 42, cy - 25, cx + 42, cy + 25), 5, fill=pen.tokens.trang)
    pen.icon("person", cx - 36, cy - 13, 28)
    pen.path(f"M{num(cx)} {num(cy - 9)}h33M{num(cx)} {num(cy)}h33M{num(cx)} {num(cy + 9)}h20", width=2.4)


def _bust(pen: Pen, cx: float, cy: float) -> None:
    pen.icon("person", cx - 27, cy - 25, 54, line=2.4)


def _page(pen: Pen, cx: float, cy: float) -> None:
    pen.rect(Box(cx - 23, cy - 27, cx + 23, cy + 27), 2, fill=pen.tokens.trang)
    pen.path(
        "".join(f"M{num(cx - 15)} {num(cy - 18 + 7 * n)}h{22 if n == 5 else 30}" for n in range(6)), width=1.8
    )
