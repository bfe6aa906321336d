"""A pill with its name, one to three lines."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Icon, Label, element
from ..hand import Box
from ..pen import BODY, WIDTH, Pen, line_pitch


@element
class Button(Element):
    """`button: Gửi yêu cầu` — a pill; `plain: true` is a text button without one."""

    kind = "button"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Nút bấm. `plain: true` là nút chỉ có chữ, `icon` thêm hình.",
        """title: CH Play
body:
  - button: Cài đặt
    icon: download
    tap: true
  - button: Để sau
    plain: true
""",
    )

    button: Label
    plain: bool = False
    icon: Icon | None = None

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        wide_icon = 22 if self.icon else 0
        x0, x1 = pen.left + 8 + wide_icon, pen.room(self, y)
        x1 = min(x1, pen.right - 8)
        if not self.verbs:
            x1 = min(x1, WIDTH - 16 - wide_icon / 2)
        lines = pen.fill(self.button, BODY, x1 - x0)
        pitch = line_pitch(BODY)
        high = max(33.0, len(lines) * pitch + 13)
        box = Box(pen.left, y, pen.right, y + high)
        if tone.fill or not self.plain:
            pen.rect(box, 16.5 if len(lines) < 2 else 12, fill=tone.fill, stroke=tone.line)
        ink = pen.tokens.cham if self.plain and not tone.fill else tone.ink
        top = y + (high - len(lines) * pitch) / 2
        pen.paragraph(x0, x1, top, self.button, BODY, centre=True, ink=ink)
        if self.icon:
            pen.icon(self.icon, pen.left + 9, y + high / 2 - 9, 18, ink)
        pen.target(self, box)
        return y + high

    def say(self, words: Wording) -> str:
        return words.say("nút “{name}”", name=self.button)
