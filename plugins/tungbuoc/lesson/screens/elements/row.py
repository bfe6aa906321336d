"""A line of a list over the full width, with its rule below."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Icon, Label, Text, element
from ..pen import BODY, SMALL, Pen, line_pitch, room_for
from ..rows import FAR, ICON, ROW, band
from ..saying import joined


@element
class Row(Element):
    """`row: Công an xã`, `icon: shield`, `note: …` (second, small line), `value: …` (right) — a line of a
    list."""

    kind = "row"
    joins = "list"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Một dòng trong danh sách. `note` là dòng nhỏ bên dưới, `value` là chữ bên phải.",
        """title: Cài đặt
body:
  - row: Wifi
    icon: wifi
    value: Nhà bác
  - row: VNeID
    icon: id
    note: có bản mới
    tap: true
""",
    )

    row: Label
    note: Text = ""
    value: Text = ""
    icon: Icon | None = None

    def draw(self, pen: Pen, y: float) -> float:
        x0 = pen.left + (28 if self.icon else 3)
        x1 = pen.room(self, y, FAR)
        tone = pen.tone(self)
        value_wide = 0.0
        if self.value:
            free = x1 - x0 - room_for(self.row, BODY) - 6
            lines = pen.fill(self.value, 13, free if free >= room_for(self.value, 13) else (x1 - x0) * 0.5)
            value_wide = max(room_for(line, 13) for line in lines) + 6
        lines = pen.fill(self.row, BODY, x1 - x0 - value_wide)
        notes = pen.fill(self.note, SMALL, x1 - x0) if self.note else []
        inner = len(lines) * line_pitch(BODY) + len(notes) * line_pitch(SMALL)
        high = max(ROW, inner + (11 if len(lines) + len(notes) > 1 else 14))
        box = band(pen, tone, y, high)
        bottom = pen.paragraph(x0, x1 - value_wide, y + (high - inner) / 2, self.row, BODY, ink=tone.ink)
        pen.paragraph(x0, x1, bottom, self.note, SMALL, ink=tone.soft, bold=False)
        if self.value:
            values = pen.fill(self.value, 13, value_wide - 5)
            for place, line in enumerate(values):
                base = y + high / 2 + (place - len(values) / 2 + 0.5) * 15.6 + 4.7
                pen.text(min(x1, pen.right - 2), base, line, 13, anchor="end", ink=tone.soft, bold=False)
        if self.icon:
            pen.icon(self.icon, pen.left + 2, y + high / 2 - ICON / 2, ICON, tone.ink)
        pen.target(self, box)
        return y + high

    def say(self, words: Wording) -> str:  # noqa: ARG002 (its own words are all)
        return joined(self.row, self.note, self.value)
