"""A call: who, what is known of them, what they say, and the round buttons with their names below."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..faces import HANG_UP, call_button, call_parts, portrait, round_button
from ..hand import Box
from ..pen import MIDDLE, SMALL, Pen, line_pitch
from ..saying import joined

_CALLS = {
    "incoming": "cuộc gọi đến {name}",
    "talking": "đang nói chuyện với {name}",
    "calling": "đang gọi {name}",
}


@element
class Call(Element):
    """`call: 0900 000 000`, `state: incoming` (Từ chối, Nghe), `talking` or `calling` (Kết thúc), `note: số
    lạ`; `tap: Nghe`.

    `says: [Tôi bắt bác!]` is what one hears, `asks` what the learner says before, `of: face` the picture of
    somebody in the contacts.
    """

    kind = "call"
    needs_part = frozenset({"tap"})
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Cuộc gọi: `incoming` gọi đến, `talking` đang nói, `calling` đang gọi. `says` là lời nghe được, nhiều"
        " nhất ba câu; `asks` là câu bác hỏi. `of: face` vẽ ảnh người quen đã lưu. Nút từ chối và kết thúc là"
        " nút tròn đỏ.",
        """title: Cuộc gọi đến
body:
  - call: 0900 000 000
    note: số lạ
    tap: Từ chối
""",
        variants=(
            (
                "`says`",
                """body:
  - call: 0900 000 000
    note: số lạ
    state: talking
    says: [Tôi bắt bác!, Tôi khóa thẻ!]
    tap: Kết thúc
""",
            ),
            (
                "`asks`",
                """body:
  - call: Con gái
    state: talking
    asks: Nhà trồng cây gì?
    says: [Con… sóng yếu quá!]
""",
            ),
            (
                "`of: face`",
                """body:
  - call: Con gái
    of: face
    tap: Nghe
""",
            ),
        ),
    )

    call: Label
    state: Literal["incoming", "talking", "calling"] = "incoming"
    note: Text = ""
    says: Annotated[tuple[Label, ...], Field(max_length=3)] = ()
    asks: Text = ""
    of: Literal["nobody", "face"] = "nobody"

    @property
    def parts(self) -> tuple[str, ...]:
        return call_parts(*self._buttons)

    @property
    def _buttons(self) -> tuple[str, ...]:
        return ("Từ chối", "Nghe") if self.state == "incoming" else ("Kết thúc",)

    def draw(self, pen: Pen, y: float) -> float:
        spoken = bool(self.says or self.asks)
        person, r = (25.0, 15.0) if pen.dense or spoken else (32.0, 18.0)
        bottom = _caller_beside(pen, self, y) if spoken else _caller(pen, self, y, person)
        if self.asks:
            bottom = _asked(pen, self.asks, bottom)
        for line in self.says:
            bottom = _heard(pen, line, bottom)
        names = self._buttons
        middles = (37.0, 108.0) if len(names) == 2 else (MIDDLE,)
        for name, x in zip(names, middles, strict=True):
            at = bottom + r + 3
            part, shown = call_button(pen, self, name)
            round_button(
                pen, self, part, "phone" if name == "Nghe" else HANG_UP, x, at, r, red=name != "Nghe"
            )
            pen.text(x, at + r + 15, shown, 14, anchor="middle")
            pen.target(self, Box(x - r * 0.8, at - r * 0.8, x + r * 0.85, at + r * 0.85), part)
        return bottom + 2 * r + 21

    def say(self, words: Wording) -> str:
        incoming = self.state == "incoming"
        buttons = words.say("nút tròn đỏ Từ chối, nút Nghe" if incoming else "nút tròn đỏ Kết thúc")
        asked = words.say("{reader} hỏi “{question}”", question=self.asks) if self.asks else ""
        heard = (words.say("nghe nói “{words}”", words=line) for line in self.says)
        return joined(words.say(_CALLS[self.state], name=self.call), self.note, asked, *heard, buttons)


def _caller(pen: Pen, e: Call, y: float, person: float) -> float:
    if e.of == "face":
        portrait(pen, MIDDLE, y + person / 2, person / 2 + 1)
    else:
        pen.icon("person", MIDDLE - person / 2, y, person, line=2.2)
    bottom = pen.paragraph(pen.left, pen.right, y + person + 1, e.call, 15, centre=True)
    return pen.paragraph(
        pen.left, pen.right, bottom, e.note, 13, centre=True, ink=pen.tokens.than2, bold=False
    )


def _caller_beside(pen: Pen, e: Call, y: float) -> float:
    """The caller in one line, so that what they say has room."""
    if e.of == "face":
        portrait(pen, pen.left + 13, y + 13, 12)
    else:
        pen.icon("person", pen.left, y, 26, line=2.2)
    x0 = pen.left + 31
    size = metrics.shrink(e.call, 14.5, True, pen.right - x0, 13)
    inner = len(pen.fill(e.call, size, pen.right - x0)) * line_pitch(size)
    bottom = pen.paragraph(x0, pen.right, y + (2 if e.note else max(0, 13 - inner / 2)), e.call, size)
    bottom = pen.paragraph(x0, pen.right, bottom, e.note, SMALL, ink=pen.tokens.than2, bold=False)
    return max(bottom, y + 27) + 4


def _asked(pen: Pen, words: str, y: float) -> float:
    """What the learner says, beside the microphone."""
    size = 13 if pen.dense else 14
    pen.icon("mic", pen.left, y + line_pitch(size) / 2 - 7.5, 15, line=1.8)
    return pen.paragraph(pen.left + 17, pen.right - 2, y, words, size, bold=False) + (0 if pen.dense else 2)


def _heard(pen: Pen, line: str, y: float) -> float:
    """What one hears, in quotes between two bars of sound: no bubble, since nothing is written."""
    x0, x1 = pen.left + 17, pen.right - 2
    size = 13 if pen.dense else 14
    bottom = pen.paragraph(x0, x1, y, f"“{line}”", size)
    middle = y + line_pitch(size) / 2
    pen.path(f"M{pen.left + 3:g} {middle - 2.5:.1f}v5m4.5-8v11m4.5-7v3", stroke=pen.tokens.son, width=2)
    return bottom + (0 if pen.dense else 2)
