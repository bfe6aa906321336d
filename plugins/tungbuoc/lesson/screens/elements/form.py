"""A form with several lines, some of them filled in."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from tungbuoc.lesson.wording import Wording

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
    """`form: [{label: Họ tên, value: NGUYỄN VĂN A}, {label: Ngày sinh}]` — up to four lines of a form;
    `tap: Ngày sinh`."""

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
        tight = 1.0 if pen.dense else 0.0
        for line in self.form:
            tone = pen.tone(self, line.label if self.part else None)
            marked = bool(self.verbs) and self.part in (None, line.label)
            x0, x1 = pen.left + 2, 118.0 if marked else min(pen.room(self, y), pen.right - 2)
            frame = len(pen.shapes)
            pitch = line_pitch(SMALL) - 1.5 * tight
            bottom = (
                pen.paragraph(x0, x1, y + 1, line.label, SMALL, ink=tone.soft, bold=False, pitch=pitch) - 1
            )
            size = metrics.shrink(line.value, _VALUE, True, x1 - x0, _SMALLEST)
            pitch = line_pitch(size) - 1.5 * tight
            bottom = max(
                pen.paragraph(x0, x1, bottom, line.value, size, ink=tone.ink, pitch=pitch), bottom + pitch
            )
            box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, bottom + 2)
            if tone.fill:
                pen.rect(box, 6, fill=tone.fill, stroke="none")
                pen.shapes.insert(frame, pen.shapes.pop())
            else:
                pen.rule(bottom + 2)
            pen.target(self, box, line.label if self.part else None)
            y = bottom + 4 - tight
        return y - 2 + tight

    def say(self, words: Wording) -> str:
        empty = words.say("chưa điền")
        lines = ", ".join(f"{line.label} {line.value or empty}" for line in self.form)
        return words.say("tờ khai: {lines}", lines=lines)
