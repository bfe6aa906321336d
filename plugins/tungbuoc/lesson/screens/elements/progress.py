"""A line of words and a bar."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen


@element
class Progress(Element):
    """`progress: Đang tải`, `value: 60` (0–100) — a bar."""

    kind = "progress"
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Đang chạy, `value` từ 0 đến 100.",
        """title: CH Play
body:
  - progress: Đang cài VNeID
    value: 60
""",
    )

    progress: Text
    value: Annotated[int, Field(ge=0, le=100)] = 50

    def draw(self, pen: Pen, y: float) -> float:
        bottom = pen.paragraph(pen.left + 2, pen.right - 2, y, self.progress, 14, bold=False)
        box = Box(pen.left + 2, bottom + 4, pen.right - 2, bottom + 15)
        pen.rect(box, 5.5)
        filled = (box.x1 - box.x0 - 5) * self.value / 100
        if filled > 0:
            inner = Box(box.x0 + 2.5, box.y0 + 2.5, box.x0 + 2.5 + filled, box.y1 - 2.5)
            pen.rect(inner, 3, fill=pen.tokens.cham, stroke="none")
        pen.target(self, box)
        return bottom + 16

    def say(self, words: Wording) -> str:
        return words.say("{what}, được {value} phần trăm", what=self.progress, value=self.value)
