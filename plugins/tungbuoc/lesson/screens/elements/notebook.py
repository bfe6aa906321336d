"""A page of a notebook with its written lines."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import Pen, num
from ..saying import joined


@element
class Notebook(Element):
    """`notebook: Sổ ghi nhớ`, `lines: [gợi ý: cây trước nhà]` — a page of paper with handwriting lines."""

    kind = "notebook"
    scene = "away"
    paper = True
    guide = Guide(
        "Máy và đồ vật",
        "Một trang sổ, nhiều nhất năm dòng.",
        """body:
  - notebook: Sổ ghi nhớ
    lines: ["Gợi ý: cây trước nhà", "Gợi ý: con vật nuôi"]
""",
    )

    notebook: Label
    lines: Annotated[tuple[Label, ...], Field(max_length=5)] = ()

    def draw(self, pen: Pen, y: float) -> float:
        x0, x1 = pen.left + 20, min(pen.room(self, y), pen.right - 6)
        frame = len(pen.shapes)
        bottom = pen.paragraph(x0, x1, y + 6, self.notebook, 14) + 3
        for line in self.lines or ("",):
            lower = pen.paragraph(x0, x1, bottom, line, 13.5, bold=False) if line else bottom + 17
            pen.rule(lower + 1.5, x0, pen.right - 5)
            bottom = lower + 4
        box = Box(pen.left, y, pen.right, bottom + 5)
        pen.rect(box, 4, fill=pen.tokens.trang)
        pen.shapes.insert(frame, pen.shapes.pop())
        holes = "".join(f"M{num(pen.left + 5)} {num(spot)}h8" for spot in _spread(y + 10, box.y1 - 10))
        pen.path(holes, width=2.6)
        pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        return joined(words.say("trang sổ {name}", name=self.notebook), *self.lines)


def _spread(start: float, end: float) -> list[float]:
    count = max(2, round((end - start) / 14))
    return [start + (end - start) * n / (count - 1) for n in range(count)]
