"""A card or paper: its name in a strip, its lines, an icon."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Icon, Label, element
from ..hand import Box
from ..pen import HAIR, SMALL, Pen, num
from ..saying import joined


@element
class Card(Element):
    """`card: Căn cước`, `lines: [NGUYỄN VĂN A, 000 000 000 000]` — a card or paper with invented data."""

    kind = "card"
    scene = "quiet"
    paper = True
    guide = Guide(
        "Máy và đồ vật",
        "Một tấm thẻ hay tờ giấy, nhiều nhất bốn dòng.",
        """title: Ví giấy tờ
body:
  - card: Căn cước
    icon: id
    lines: [NGUYỄN VĂN A, 000 000 000 000]
    tap: true
""",
    )

    card: Label
    lines: Annotated[tuple[Label, ...], Field(max_length=4)] = ()
    icon: Icon | None = None

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x0, x1 = pen.left + 7, min(pen.room(self, y), pen.right - 6)
        frame = len(pen.shapes)
        name_left = x0 + (25 if self.icon else 0)
        bottom = max(
            pen.paragraph(name_left, x1, y + 5, self.card, 14, ink=tone.ink) + 4, y + (28 if self.icon else 0)
        )
        if self.icon:
            pen.icon(self.icon, x0 - 2, (y + bottom) / 2 - 10, 20, tone.ink)
        pen.path(f"M{num(pen.left)} {num(bottom)}H{num(pen.right)}", stroke=tone.ink, width=HAIR)
        bottom += 4
        for line in self.lines:
            bottom = pen.paragraph(
                x0, x1, bottom, line, metrics.shrink(line, 13.5, True, x1 - x0, SMALL), ink=tone.ink
            )
        box = Box(pen.left, y, pen.right, bottom + (5 if self.lines else 10))
        pen.rect(box, 7, fill=tone.fill or pen.tokens.trang, stroke=tone.line)
        pen.shapes.insert(frame, pen.shapes.pop())
        pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        return joined(words.say("thẻ {name}", name=self.card), *self.lines)
