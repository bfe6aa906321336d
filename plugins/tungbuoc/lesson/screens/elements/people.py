"""One to three persons with their roles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import SMALL, Pen


@element
class People(Element):
    """`people: [Con gái, Tổ công nghệ số]` — one to three persons with their roles: when the step happens away from the screen."""

    kind = "people"
    scene = "away"
    guide = Guide(
        "Máy và đồ vật",
        "Một đến ba người.",
        """body:
  - people: [Con gái, Tổ công nghệ số]
  - bubble: Bác cần giúp gì ạ?
""",
    )

    people: Annotated[tuple[Label, ...], Field(min_length=1, max_length=3)]

    def draw(self, pen: Pen, y: float) -> float:
        count = len(self.people)
        wide = (pen.right - pen.left + 6) / count
        size = 46 if count < 3 else 36
        lowest = y
        for place, name in enumerate(self.people):
            x = pen.left - 3 + wide * (place + 0.5)
            pen.icon("person", x - size / 2, y, size, line=2.4)
            lowest = max(lowest, pen.paragraph(x - wide / 2 + 1, x + wide / 2 - 1, y + size + 1, name, 13.5 if count < 3 else SMALL, centre=True))
        pen.target(self, Box(pen.left, y, pen.right, y + size))
        return lowest

    def say(self) -> str:
        return f"hình {', '.join(self.people)}"
