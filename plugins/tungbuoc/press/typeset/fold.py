"""Where the rows of a lesson sheet stand, so that no code lies on the fold of its sheet.

Pure arithmetic in millimetres from the top edge of the page. A code lifted by the crease loses its toner
there and is never read again, so a code box must end 8 mm above the fold in the middle (y = 148.5 on A4) or
begin 8 mm below it.
A row is 46 mm high, more only where its words or screens ask for it, and is never split; the top of its code
box stands 2 mm above the row, so that the code's first module is level with the stone. Where a row may stay
and only its code is in the way, the code slides down inside the row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ROW = 46.0
TOP = 11.0
CLEAR = 8.0
CODE = 25.0
RISE = 2.0
UNDER_CODE = 13.2
"""The two lines of the address under a code."""
SCAN = 16.4
"""The line that says how to scan, with its rules and the white above it."""
SLACK = 1.0
"""How much closer to the bottom than it may the last thing of a page stand: what is set turns out a little
higher than measured."""
_FOOT = 25.0
"""The team's box and the imprint, with the white below them."""
_AFTER_FOLD = 0.5
_SAFE = 0.3


ScanSide = Literal["above", "below", "end"]


@dataclass(frozen=True, slots=True)
class FoldedSide:
    """One side of a sheet `high` mm that is folded once across its middle."""

    high: float

    @property
    def fold(self) -> float:
        """Where the crease runs."""
        return self.high / 2

    @property
    def bottom(self) -> float:
        """Where the last thing above the foot must end."""
        return self.high - _FOOT

    @property
    def first(self) -> float:
        """The first row under a head of usual height: four rows follow one another without a gap."""
        return round(self.fold + CLEAR + _SAFE + RISE - 2 * ROW, 2)

    def clear(self, code_top: float) -> bool:
        """Does a code box that begins here keep its 8 mm from the fold?"""
        return code_top + CODE <= self.fold - CLEAR or code_top >= self.fold + CLEAR


A4 = FoldedSide(297.0)


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where one row stands: page from 0, `top` on it, `gap` the white since the row before, `slide` how
    far its code sinks."""

    page: int
    top: float
    gap: float
    slide: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All rows, and where the line stands that says how to scan: above the first row, below the last one
    of its page, or at the end."""

    places: tuple[RowPlace, ...]
    scan: ScanSide
    side: FoldedSide = A4

    @property
    def first(self) -> float:
        """The top of the first row."""
        return self.places[0].top if self.places else self.side.first

    def ends_page(self, index: int) -> bool:
        """Is the row the last one on its page?"""
        return index + 1 == len(self.places) or self.places[index + 1].page != self.places[index].page


def row_height(content: float) -> float:
    """The height of a row whose content is `content` high: 46, and above that as high as it needs to be."""
    return max(ROW, float(math.ceil(content - 0.5)))


@dataclass(frozen=True, slots=True)
class Strip:
    """A row before it has a place: its height, what has to stay below its code, and how far below its top
    the code stands anyway."""

    height: float
    under_code: float = UNDER_CODE
    drop: float = 0.0


def lay(head_end: float, rows: Sequence[Strip], side: FoldedSide = A4) -> Layout:
    """Place rows under a head that ends at `head_end`; most rows on the first page wins, then fewest gaps."""
    begins = [begin for begin in _begins(head_end, side) if rows and begin + rows[0].height <= side.bottom]
    if not begins:
        return Layout(_on_later_pages(rows, 1, side), "end", side)
    return min((_from(begin, head_end, rows, side) for begin in begins), key=_cost)


def _begins(head_end: float, side: FoldedSide) -> list[float]:
    usual = [side.first] if head_end <= side.first else []
    above = [side.fold + _AFTER_FOLD - ROW * rows for rows in (2, 1, 0)]
    return usual + [head_end] + [begin for begin in above if begin >= head_end]


def _from(begin: float, head_end: float, rows: Sequence[Strip], side: FoldedSide) -> Layout:
    top, places = begin, list[RowPlace]()
    for row in rows:
        at, slide = _legal(top, row, side)
        if at + row.height > side.bottom:
            break
        places.append(RowPlace(0, at, at - top, slide, row.height))
        top = at + row.height
    scan: ScanSide = (
        "above" if begin - head_end >= SCAN else "below" if top + SCAN <= side.bottom - SLACK else "end"
    )
    return Layout(tuple(places) + _on_later_pages(rows[len(places) :], 1, side), scan, side)


def _on_later_pages(rows: Sequence[Strip], page: int, side: FoldedSide) -> tuple[RowPlace, ...]:
    places: list[RowPlace] = []
    top, fresh = TOP, True
    for row in rows:
        at, slide = _legal(top, row, side)
        if at + row.height > side.bottom and not fresh:
            page, top = page + 1, TOP
            at, slide = _legal(top, row, side)
        places.append(RowPlace(page, at, at - top, slide, row.height))
        top, fresh = at + row.height, False
    return tuple(places)


def _legal(top: float, row: Strip, side: FoldedSide) -> tuple[float, float]:
    """The nearest top at or below `top` where the row's code is clear of the fold, and how far the code
    slides there."""
    if side.clear(top + row.drop - RISE):
        return top, 0.0
    # A row that begins here has its code clear without sliding.
    lowest = side.fold + CLEAR + _SAFE + RISE - row.drop
    room = max(0.0, row.height - (row.drop + CODE - RISE + row.under_code))
    at = max(top, lowest - room)
    return at, round(max(0.0, lowest - at), 2)


def _cost(layout: Layout) -> tuple[int, float, bool, float]:
    first_page = [place for place in layout.places if place.page == 0]
    gaps = sum(place.gap for place in first_page)
    return -len(first_page), gaps, layout.first != layout.side.first, layout.first
