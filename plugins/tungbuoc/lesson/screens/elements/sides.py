"""Two buttons on the edge of the phone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import BODY, WIDTH, Pen, line_pitch, num


@element
class SideButtons(Element):
    """`sides: [Tăng giảm tiếng, Nguồn]` — the buttons on the phone's right edge; `tap: true` is both at
    once, `tap: Nguồn` one."""

    kind = "sides"
    place = "sides"
    needs_part = frozenset()
    guide = Guide(
        "Máy và đồ vật",
        "Hai nút ở cạnh phải máy, nút trên dài hơn. `tap: true` là bấm cả hai cùng lúc, `tap: Nút nguồn`"
        " là bấm một nút.",
        """body:
  - sides: [Nút âm lượng, Nút nguồn]
    tap: true
""",
    )

    sides: Annotated[tuple[Label, ...], Field(min_length=2, max_length=2)]

    @property
    def parts(self) -> tuple[str, ...]:
        return self.sides

    def draw(self, pen: Pen, y: float) -> float:
        x1 = 106.0 if self.verbs else 124.0
        for name, long in zip(self.sides, (48.0, 28.0), strict=True):
            tone = pen.tone(self, name if self.part else None)
            words = len(pen.fill(name, BODY, x1 - pen.left - 2)) * line_pitch(BODY)
            high = max(words, long)
            middle = y + high / 2
            pen.paragraph(pen.left + 2, x1, middle - words / 2, name, BODY)
            pen.path(f"M{num(x1 + 3)} {num(middle)}H{WIDTH - 9:g}m-5-4l5 4-5 4", width=2)
            top = middle - long / 2
            pen.below_frame.append(
                f'<rect x="{num(WIDTH - 1)}" y="{num(top)}" width="6" height="{num(long)}" rx="3" '
                f'fill="{tone.fill or pen.tokens.trang}"/>'
            )
            if self.part or name == self.sides[-1]:
                pen.target(self, Box(WIDTH - 4, top, WIDTH + 7, top + long), name if self.part else None)
            y += high + (26 if name == self.part else 8)  # the hand on one leaves the other to be seen
        return y if self.part == self.sides[1] else y + 18 if self.part is None and self.verbs else y - 8

    def say(self, words: Wording) -> str:
        upper, lower = self.sides
        said = "nút {upper} và {lower} ở cạnh phải máy"
        return words.say(said, upper=upper.removeprefix("Nút "), lower=lower)
