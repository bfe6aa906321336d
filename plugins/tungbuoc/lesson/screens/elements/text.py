"""A paragraph."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen


@element
class TextLine(Element):
    """`text: Bác chọn cách nhận mã` — a paragraph; `strong: true` makes it bold and larger; `center: true`
    centres it."""

    kind = "text"
    joins = "text"
    scene = "quiet"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Một đoạn chữ. `strong: true` cho đậm và to, `center: true` cho vào giữa.",
        """title: Xác thực
body:
  - text: Bác chọn cách nhận mã
    strong: true
  - text: Mã có sáu số.
    center: true
""",
    )

    text: Text
    strong: bool = False
    center: bool = False

    def draw(self, pen: Pen, y: float) -> float:
        size = (15.5 if self.strong else 14.0) - (1 if pen.dense else 0)
        tone = pen.tone(self)
        room = pen.room(self, y)
        left = pen.left + (2 if not tone.fill else 4)
        bottom = pen.paragraph(
            left, room, y, self.text, size, centre=self.center, bold=self.strong, ink=tone.ink
        )
        box = Box(pen.left, y - 3, pen.right, bottom + 3)
        if tone.fill:
            pen.rect(box, 6, fill=tone.fill, stroke=tone.line)
        pen.target(self, box)
        return max(bottom, y + (28 if self.verbs else 0))

    def say(self, words: Wording) -> str:  # noqa: ARG002 (its own words are all)
        return self.text
