"""A card held against the back of a phone."""

from __future__ import annotations

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen, num


@element
class Nfc(Element):
    """`nfc: Áp thẻ vào lưng máy` — a card held against the back of a phone."""

    kind = "nfc"
    scene = "away"
    guide = Guide(
        "Máy và đồ vật",
        "Áp thẻ vào lưng máy.",
        """body:
  - nfc: Áp thẻ vào lưng máy
""",
    )

    nfc: Text

    def draw(self, pen: Pen, y: float) -> float:
        pen.rect(Box(30, y, 68, y + 64), 7, width=2.6)
        pen.circle(49, y + 11, 4.5)
        pen.rect(Box(76, y + 20, 124, y + 52), 5, fill=pen.tokens.trang, width=2)
        pen.icon("id", 86, y + 23, 27, line=1.8)
        pen.path(f"M96 {num(y + 9)}H76m6-5l-6 5 6 5", stroke=pen.tokens.son, width=2.6)
        pen.target(self, Box(70, y + 20, 124, y + 52))
        return pen.paragraph(pen.left, pen.right, y + 68, self.nfc, 14, centre=True)

    def say(self) -> str:
        return f"thẻ áp vào lưng máy, {self.nfc}"
