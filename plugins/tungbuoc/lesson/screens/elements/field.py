"""A box with its label inside and the value below."""

from __future__ import annotations

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import BODY, SMALL, Pen, line_pitch
from ..saying import joined
from ..typed import CARET, typed_lines

_DOT = "•"
_SMALLEST_VALUE = 12.5


@element
class FieldBox(Element):
    """`field: Số điện thoại`, `value: 0900 000 000` — a box to type in; `secret: true` shows dots for the value."""

    kind = "field"
    typed = True
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Ô để gõ. `value` là chữ đã có, `secret: true` thì che bằng chấm. Chỉ dùng số giả như 000 000 "
        "000 000 và 0900 000 000.",
        """title: Đăng nhập
body:
  - field: Số định danh
    value: 000 000 000 000
  - field: Mật khẩu
    value: matkhau8
    secret: true
""",
    )

    field: Label
    value: Text = ""
    secret: bool = False

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x0, x1, x2 = pen.left + 7, min(pen.room(self, y), pen.right - 4), pen.right - 3
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
        pen.target(self, box)
        return y + high

    def say(self) -> str:
        if self.type or not self.value:
            return joined(f"ô {self.field}", "" if self.type else "còn trống")
        return joined(f"ô {self.field}", "đã gõ, chữ bị che" if self.secret else self.value)
