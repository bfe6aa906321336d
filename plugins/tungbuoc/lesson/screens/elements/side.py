"""A button on the right edge of the phone, its name beside it."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import BODY, WIDTH, Pen, num


@element
class SideButton(Element):
    """`side: Nút nguồn` — a button on the phone's right edge, with its name; `tap: true` or `hold: true`."""

    kind = "side"
    place = "side"
    guide = Guide(
        "Máy và đồ vật",
        "Nút ở cạnh phải máy.",
        """body:
  - side: Nút nguồn
    hold: true
""",
    )

    side: Label

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x1 = 106.0 if self.verbs else 124.0
        bottom = max(pen.paragraph(pen.left + 2, x1, y + 4, self.side, BODY), y + 34)
        middle = (y + bottom) / 2
        pen.path(f"M{num(x1 + 3)} {num(middle - 7)}H{WIDTH - 9:g}m-5-4l5 4-5 4", width=2)
        nub = Box(WIDTH - 1, y + 1, WIDTH + 5, y + 32)
        pen.below_frame.append(
            f'<rect x="{num(nub.x0)}" y="{num(nub.y0)}" width="6" height="31" rx="3"'
            f' fill="{tone.fill or pen.tokens.trang}"/>'
        )
        pen.target(self, Box(nub.x0 - 3, nub.y0, nub.x1 + 2, nub.y1))
        return max(bottom, y + 60) if self.verbs else bottom

    def say(self, words: Wording) -> str:
        return words.say("{name} ở cạnh phải máy", name=self.side)
