"""A charging cable, its plug pointing at the phone's lower edge."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import BODY, MIDDLE, Pen, num


@element
class Plug(Element):
    """`plug: Dây sạc` — a charging cable at the bottom edge."""

    kind = "plug"
    place = "bottom"
    guide = Guide(
        "Máy và đồ vật",
        "Dây sạc.",
        """status: [pin 20 %]
body:
  - text: Pin còn ít
    center: true
  - plug: Dây sạc
""",
    )

    plug: Label

    def draw(self, pen: Pen, y: float) -> float:
        bottom = pen.paragraph(pen.left, pen.right, y, self.plug, BODY, centre=True) + 3
        m = MIDDLE
        pen.rect(Box(m - 7, bottom, m + 7, bottom + 10), 2, width=2)
        pen.rect(Box(m - 12, bottom + 10, m + 12, bottom + 30), 5, fill=pen.tokens.than, width=2)
        pen.path(f"M{m:g} {num(bottom + 30)}v9", width=4)
        pen.pictures.append(Box(m - 9, bottom, m + 8, bottom + 26))
        pen.target(self, Box(m - 12, bottom + 8, m + 16, bottom + 30))
        return bottom + 41

    def say(self, words: Wording) -> str:
        return words.say("{plug} cắm ở cạnh dưới máy", plug=self.plug)
