"""A box with its label inside and the value below."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, IconCell, Label, Text, element
from ..hand import Box
from ..pen import BODY, SMALL, Pen, line_pitch
from ..saying import joined
from ..typed import CARET, typed_lines

_DOT = "•"
_SMALLEST_VALUE = 12.5
_SIGN = 27.0


@element
class FieldBox(Element):
    """`field: Số điện thoại`, `value: 0900 000 000` — a box to type in; `secret: true` shows dots for the
    value.

    `sign: {label: Micro, icon: mic}` is a sign at its right end; `tap: Micro` marks it.
    """

    kind = "field"
    typed = True
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Ô để gõ. `value` là chữ đã có, `secret: true` thì che bằng chấm. Chỉ dùng số giả như 000 000 "
        "000 000 và 0900 000 000. `sign` là hình nhỏ ở cuối ô, bấm được.",
        """title: Đăng nhập
body:
  - field: Số định danh
    value: 000 000 000 000
  - field: Mật khẩu
    value: matkhau8
    secret: true
""",
        variants=(
            (
                "`sign`",
                """title: Tìm kiếm
body:
  - field: Gõ hoặc nói
    sign: {label: Micro, icon: mic}
    tap: Micro
""",
            ),
        ),
    )

    field: Label
    value: Text = ""
    secret: bool = False
    sign: IconCell | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.sign.label,) if self.sign else ()

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        edge = pen.right - (_SIGN + 3 if self.sign else 0)
        x0, x1, x2 = pen.left + 7, min(pen.room(self, y), edge - 4), edge - 3
        label = pen.fill(self.field, SMALL, x2 - x0)
        value = f"{self.type}{CARET}" if self.type else self.value
        if self.secret:
            value = "".join(sign if sign in f" {CARET}" else _DOT for sign in value)
        size = metrics.shrink(value, BODY, True, x1 - x0, _SMALLEST_VALUE)
        values = pen.fill(value, size, x1 - x0)
        high = 39 + (len(label) - 1) * line_pitch(SMALL) + max(len(values) - 1, 0) * line_pitch(size)
        box = Box(pen.left, y, pen.right, y + high)
        pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
        bottom = pen.paragraph(x0, x2, y + 3.5, self.field, SMALL, ink=tone.soft, bold=False)
        for line in typed_lines(pen, self, values):
            pen.text(x0, bottom + 12.4, line, size, ink=tone.ink)
            bottom += line_pitch(size)
        if self.sign:
            self._draw_sign(
                pen, self.sign, Box(edge, y + high / 2 - _SIGN / 2, edge + _SIGN, y + high / 2 + _SIGN / 2)
            )
        pen.target(self, box)
        return y + high

    def _draw_sign(self, pen: Pen, sign: IconCell, box: Box) -> None:
        tone = pen.tone(self, sign.label if self.part else None)
        if self.part and tone.fill:
            pen.rect(box, 6, fill=tone.fill, stroke="none")
        pen.icon(sign.icon, box.x0 + 4, box.y0 + 4, _SIGN - 8, tone.ink)
        if self.part:
            pen.target(self, box, sign.label)

    def say(self, words: Wording) -> str:
        name = words.say("ô {name}", name=self.field)
        sign = words.say("cuối ô có hình {name}", name=self.sign.label) if self.sign else ""
        if self.type or not self.value:
            return joined(name, "" if self.type else words.say("còn trống"), sign)
        return joined(name, words.say("đã gõ, chữ bị che") if self.secret else self.value, sign)
