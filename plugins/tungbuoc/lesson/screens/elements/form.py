"""A form with several lines, some of them filled in."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import FRAME, SMALL, WIDTH, Pen, line_pitch

_VALUE = 13.5
_SMALLEST = 12.5


class FormLine(BaseModel):
    """One line: `{label: Họ tên, value: NGUYỄN VĂN A}`; without a value it is still to fill in."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: Label
    value: Text = ""


@element
class Form(Element):
    """`form: [{label: Họ tên, value: NGUYỄN VĂN A}, {label: Ngày sinh}]` — up to four lines of a form; `tap: Ngày sinh`."""

    kind = "form"
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Tờ khai hai đến bốn dòng, dòng không có `value` là chưa điền.",
        """title: Đăng ký lớp
body:
  - form:
      - {label: Họ tên, value: NGUYỄN VĂN A}
      - {label: Số điện thoại, value: 0900 000 000}
      - {label: Buổi học}
    tap: Buổi học
""",
    )

    form: Annotated[tuple[FormLine, ...], Field(min_length=2, max_length=4)]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(line.label for line in self.form)

    def draw(self, pen: Pen, y: float) -> float:
        for line in self.form:
            tone = pen.tone(self, line.label if self.part else None)
            marked = bool(self.verbs) and self.part in (None, line.label)
            x0, x1 = pen.left + 2, min(pen.room(self, y), pen.right - 2) if not marked else 118.0
            frame = len(pen.shapes)
            bottom = pen.paragraph(x0, x1, y + 1, line.label, SMALL, ink=tone.soft, bold=False)
            size = metrics.shrink(line.value, _VALUE, True, x1 - x0, _SMALLEST)
            bottom = pen.paragraph(x0, x1, bottom - 1, line.value, size, ink=tone.ink) if line.value else bottom + line_pitch(_VALUE) - 1
            box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, bottom + 2)
            if tone.fill:
                pen.rect(box, 6, fill=tone.fill, stroke="none")
                pen.shapes.insert(frame, pen.shapes.pop())
            else:
                pen.rule(bottom + 2)
            pen.target(self, box, line.label if self.part else None)
            y = bottom + 4
        return y - 2

    def say(self) -> str:
        return "tờ khai: " + ", ".join(f"{line.label} {line.value or 'chưa điền'}" for line in self.form)
