"""A card held against the back of a phone."""

from __future__ import annotations

from typing import Literal

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import Pen, num


@element
class Nfc(Element):
    """`nfc: Áp thẻ vào lưng máy` — a card held against the back of a phone, in its `middle` or at its
    `top`."""

    kind = "nfc"
    scene = "away"
    guide = Guide(
        "Máy và đồ vật",
        "Áp thẻ vào lưng máy: `at: middle` ở giữa lưng, `at: top` ở đỉnh máy.",
        """body:
  - nfc: Áp thẻ vào lưng máy
""",
        variants=(
            (
                "`at: top`",
                """body:
  - nfc: Áp vào đỉnh máy
    at: top
""",
            ),
        ),
    )

    nfc: Text
    at: Literal["middle", "top"] = "middle"

    def draw(self, pen: Pen, y: float) -> float:
        high = 66.0
        top = y + (0 if self.at == "top" else 18)
        pen.rect(Box(30, y, 68, y + high), 7, width=2.6)
        pen.circle(49, y + (54 if self.at == "top" else 10), 4.5)
        card = Box(50, top, 98, top + 32)
        pen.rect(card, 5, fill=pen.tokens.trang, width=2)
        pen.icon("id", 60, top + 3, 27, line=1.8)
        pen.path(f"M124 {num(top + 16)}H104m6-5l-6 5 6 5", stroke=pen.tokens.son, width=2.6)
        pen.target(self, card)
        return pen.paragraph(pen.left, pen.right, y + high + 4, self.nfc, 14, centre=True)

    def say(self, words: Wording) -> str:
        said = "thẻ áp vào đỉnh máy, {what}" if self.at == "top" else "thẻ áp vào giữa lưng máy, {what}"
        return words.say(said, what=self.nfc)
