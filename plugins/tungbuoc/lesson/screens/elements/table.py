"""A small table: on a page of the web, or of a notebook where it stands without a title."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import HAIR, SMALL, Pen, line_pitch, num, room_for

_PAD, _SIDES = 3.5, 5.0
_HIGH = 5.0


@element
class Table(Element):
    """`table: [Ngày, Nơi, Giá]`, `rows: [[27/11, Chợ xã, 000 đ]]` — two or three columns, up to five rows,
    which may have gaps."""

    kind = "table"
    scene = "quiet"
    paper = True
    guide = Guide(
        "Máy và đồ vật",
        "Một bảng hai, ba cột, nhiều nhất năm dòng. Có `title` thì nằm trong máy, không thì là trang giấy.",
        """title: Giá cà phê
back: true
body:
  - table: [Ngày, Nơi, đ/kg]
    rows:
      - [27/11, Tỉnh nhà, "00.000"]
      - [26/11, Tỉnh nhà, "00.000"]
""",
        variants=(
            ("`table` trên giấy", """body:
  - table: [Ngày, Bán gì, Số tiền]
    rows:
      - [27/11, Rau, 85.000]
      - [28/11]
"""),
        ),
    )  # fmt: skip

    table: Annotated[tuple[Label, ...], Field(min_length=2, max_length=3)]
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(max_length=5)] = ()

    @field_validator("rows")
    @classmethod
    def _no_cell_without_a_column(
        cls, rows: tuple[tuple[str, ...], ...], info: ValidationInfo
    ) -> tuple[tuple[str, ...], ...]:
        columns = len(info.data.get("table", ()))
        if columns and any(len(row) > columns for row in rows):
            raise PydanticCustomError("too_long", "more cells than columns", {"max_length": columns})
        return tuple((*row, *("",) * (columns - len(row))) for row in rows)

    def draw(self, pen: Pen, y: float) -> float:
        edges = self._edges(min(pen.room(self, y), pen.right), pen)
        top, lines = y, [y]
        for cells in (self.table, *self.rows):
            low = y + line_pitch(SMALL) + _HIGH
            for (x0, x1), words in zip(pairwise(edges), cells, strict=True):
                low = max(
                    low,
                    pen.paragraph(x0 + _PAD, x1 - 1, y + _HIGH / 2, words, SMALL, bold=cells is self.table)
                    + _HIGH / 2,
                )
            y = low
            lines.append(y)
        pen.rect(Box(pen.left, top, pen.right, y), fill=pen.tokens.trang)
        pen.rect(Box(pen.left, top, pen.right, lines[1]), fill=pen.tokens.thanh)
        downs = "".join(f"M{num(x)} {num(top)}V{num(y)}" for x in edges[1:-1])
        pen.path(
            downs + "".join(f"M{num(pen.left)} {num(line)}H{num(pen.right)}" for line in lines[2:-1]),
            width=HAIR,
        )
        pen.target(self, Box(pen.left, top, pen.right, y))
        return y

    def _edges(self, end: float, pen: Pen) -> list[float]:
        """The columns' sides up to `end`: no word is cut while there is room for it, then the columns with
        more words are wider."""
        columns = [[cells[place] for cells in (self.table, *self.rows)] for place in range(len(self.table))]
        least = [
            max(room_for(word, SMALL) for words in column for word in words.split() or [""]) + _SIDES
            for column in columns
        ]
        whole = [max(room_for(words, SMALL) for words in column) + _SIDES for column in columns]
        spare = end - pen.left - sum(least)
        asked = [want - need for want, need in zip(whole, least, strict=True)]
        over = max(0.0, spare - sum(asked)) / len(columns)
        share = min(spare, sum(asked)) / (sum(asked) or 1.0)
        wide = [need + more * share + over for need, more in zip(least, asked, strict=True)]
        if spare < 0:
            wide = [need * (end - pen.left) / sum(least) for need in least]
        return [pen.left + sum(wide[:place]) for place in range(len(wide) + 1)]

    def say(self, words: Wording) -> str:
        empty = words.say("dòng trống")
        lines = "; ".join(", ".join(cell for cell in row if cell) or empty for row in self.rows)
        return words.say("bảng {names}", names=", ".join(self.table)) + (f": {lines}" if lines else "")
