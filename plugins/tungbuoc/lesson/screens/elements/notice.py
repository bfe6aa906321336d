"""A notification: who sends it, what it says."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen


@element
class Notice(Element):
    """`notice: Mã của bác là 000 000`, `sender: Tin nhắn` — a notification at the top of the screen."""

    kind = "notice"
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Thông báo. `sender` là nơi gửi.",
        """body:
  - clock: 08:00
  - notice: Mã của bác là 000 000
    sender: Tin nhắn
    tap: true
""",
    )

    notice: Text
    sender: Text = ""

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x1 = min(pen.room(self, y), pen.right - 7)
        frame = len(pen.shapes)
        bottom = y + 6
        if self.sender:
            pen.icon("bell", pen.left + 6, y + 5, 16, tone.ink, 1.8)
            bottom = pen.paragraph(pen.left + 27, x1, bottom, self.sender, 13, ink=tone.soft) + 1
        bottom = pen.paragraph(
            pen.left + 8, x1, bottom, self.notice, 13 if pen.dense else 14, ink=tone.ink, bold=bool(self.tap)
        )
        box = Box(pen.left - 1, y, pen.right + 1, bottom + 6)
        pen.rect(box, 9, fill=tone.fill or pen.tokens.thanh, stroke=tone.line)
        pen.shapes.insert(frame, pen.shapes.pop())
        pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        said = "thông báo từ {sender}: {notice}" if self.sender else "thông báo: {notice}"
        return words.say(said, sender=self.sender, notice=self.notice)
