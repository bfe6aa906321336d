"""A message: theirs at the left, the learner's own at the right."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen, line_pitch


@element
class Bubble(Element):
    """`bubble: Bác nộp phí ngay` — a chat message from somebody; `mine: true` is the learner's own, on the
    right."""

    kind = "bubble"
    scene = "quiet"
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Tin nhắn. `mine: true` là tin của bác, nằm bên phải.",
        """title: Con gái
body:
  - bubble: Có người bảo chuyển tiền.
    mine: true
  - bubble: Đừng chuyển. Con gọi về!
""",
    )

    bubble: Text
    mine: bool = False

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        widest, size, pad = (
            (pen.right - pen.left, 13.0, 5.0) if pen.dense else (pen.right - pen.left, 14.0, 6.5)
        )
        ring = 27.0 if self.dont else 0.0  # the crossed ring stands beside the words, never on them
        lines = pen.fill(self.bubble, size, widest - 12.5 - ring)
        wide = max([metrics.text_width(line, size) * metrics.RESERVE for line in lines] or [20.0]) + 12 + ring
        x0 = pen.right - wide if self.mine else pen.left
        box = Box(x0, y, x0 + wide, y + len(lines) * line_pitch(size) + 2 * pad)
        fill = tone.fill or (None if self.mine else pen.tokens.thanh)
        pen.rect(box, 9, fill=fill, stroke=tone.line, width=1.6)
        pen.paragraph(
            x0 + 8, x0 + wide - 4 - ring + 0.1, y + pad, self.bubble, size, ink=tone.ink, bold=False
        )
        pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        said = "tin của {reader} “{text}”" if self.mine else "tin nhắn “{text}”"
        return words.say(said, text=self.bubble)
