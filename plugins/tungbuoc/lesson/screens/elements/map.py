"""A few streets, a pin, its name."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import BODY, FRAME, MIDDLE, WIDTH, Pen, num


@element
class Map(Element):
    """`map: Công an xã` — a few streets and a pin with its label."""

    kind = "map"
    scene = "quiet"
    guide = Guide(
        "Máy và đồ vật",
        "Bản đồ có một chỗ được ghim.",
        """title: Đường đi
body:
  - map: Công an xã
""",
    )

    map: Label

    def draw(self, pen: Pen, y: float) -> float:
        high = 52.0 if pen.dense else 66.0
        box = Box(FRAME + 2, y, WIDTH - FRAME - 2, y + high)
        pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
        level = f"M{num(box.x0 + 1)} {num(y + high - 15)}L{num(box.x1 - 1)} {num(y + high - 26)}"
        streets = f"{level}M34 {num(y + 1)}L48 {num(y + high - 1)}M106 {num(y + 1)}L99 {num(y + high - 1)}"
        pen.path(streets, stroke=pen.tokens.vach, width=8)
        pen.path(streets, stroke=pen.tokens.trang, width=5)
        pen.circle(MIDDLE + 2, y + 24, 18, fill=pen.tokens.thanh, stroke="none")
        pen.icon("pin", MIDDLE - 17, y + 5, 38, pen.tokens.son, 3)
        pen.target(self, box)
        return pen.paragraph(pen.left, pen.right, box.y1 + 3, self.map, BODY, centre=True)

    def say(self, words: Wording) -> str:
        return words.say("bản đồ chỉ chỗ {place}", place=self.map)
