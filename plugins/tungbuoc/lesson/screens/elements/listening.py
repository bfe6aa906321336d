"""A large microphone in rings."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import MIDDLE, Pen


@element
class Listening(Element):
    """`listening: Đang nghe…` — a large microphone with rings."""

    kind = "listening"
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Máy đang nghe tiếng nói.",
        """title: Tìm kiếm
body:
  - listening: Mời bác nói…
""",
    )

    listening: Text

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        pen.circle(MIDDLE, y + 32, 32, stroke=pen.tokens.vach, width=1.6)
        pen.circle(MIDDLE, y + 32, 24, fill=tone.fill, stroke=tone.line, width=2.2)
        pen.icon("mic", MIDDLE - 15, y + 17, 30, tone.ink, 2.4)
        pen.target(self, Box(MIDDLE - 18, y + 14, MIDDLE + 20, y + 52))
        return pen.paragraph(pen.left, pen.right, y + 68, self.listening, 14, centre=True)

    def say(self, words: Wording) -> str:
        return words.say("hình micro, {what}", what=self.listening)
