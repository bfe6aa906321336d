"""A label and a switch at the right."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Icon, Label, OnOff, element
from ..hand import Box
from ..pen import BODY, Pen, line_pitch
from ..rows import ICON, ROW, band


@element
class Switch(Element):
    """`switch: Wifi`, `state: on` — a labelled switch."""

    kind = "switch"
    joins = "list"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Công tắc. `state: on` là đang bật.",
        """title: Mạng
body:
  - switch: Wifi
    icon: wifi
    state: on
  - switch: Dữ liệu
    icon: signal
    tap: true
""",
    )

    switch: Label
    state: OnOff = "off"
    icon: Icon | None = None

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x0 = pen.left + (28 if self.icon else 3)
        room = pen.room(self, y)
        x1 = room - 4 if room < pen.right else room
        knob_left = x1 - 29
        lines = pen.fill(self.switch, BODY, knob_left - 5 - x0)
        inner = len(lines) * line_pitch(BODY)
        high = max(ROW, inner + 12)
        box = band(pen, tone, y, high)
        pen.paragraph(x0, knob_left - 5, y + (high - inner) / 2, self.switch, BODY, ink=tone.ink)
        if self.icon:
            pen.icon(self.icon, pen.left + 2, y + high / 2 - ICON / 2, ICON, tone.ink)
        middle = y + high / 2
        on = self.state == "on"
        back = tone.fill or pen.tokens.trang
        pen.rect(
            Box(knob_left, middle - 9, x1, middle + 9),
            9,
            fill=tone.ink if on else None,
            stroke=tone.ink,
            width=2,
        )
        pen.circle(x1 - 9 if on else knob_left + 9, middle, 5.5, fill=back if on else tone.ink, stroke="none")
        pen.target(self, box)
        return y + high

    def say(self, words: Wording) -> str:
        said = "công tắc {name} đang bật" if self.state == "on" else "công tắc {name} đang tắt"
        return words.say(said, name=self.switch)
