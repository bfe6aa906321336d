"""Where the rows of a lesson sheet stand, so that no code lies on the fold of an A4 sheet.

Pure arithmetic in millimetres from the top edge of the page. A code lifted by the crease loses its toner
there and is never read again, so a code box must end 8 mm above the fold at y = 148.5 or begin 8 mm below it.
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
BOTTOM = 272.0
FIRST = 66.8
"""The first row of a sheet with a head of usual height: four rows follow one another without a gap."""
FOLD = 148.5
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
_AFTER_FOLD = 149.0
_SAFE = 0.3


ScanSide = Literal["above", "below", "end"]


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

    @property
    def first(self) -> float:
        """The top of the first row."""
        return self.places[0].top if self.places else FIRST

    def ends_page(self, index: int) -> bool:
        """Is the row the last one on its page?"""
        return index + 1 == len(self.places) or self.places[index + 1].page != self.places[index].page


def row_height(content: float) -> float:
    """The height of a row whose content is `content` high: 46, and above that as high as it needs to be."""
    return max(ROW, float(math.ceil(content - 0.5)))


def clear(code_top: float) -> bool:
    """Does a code box that begins here keep its 8 mm from the fold?"""
    return code_top + CODE <= FOLD - CLEAR or code_top >= FOLD + CLEAR


@dataclass(frozen=True, slots=True)
class Strip:
    """A row before it has a place: its height, what has to stay below its code, and how far below its top
    the code stands anyway."""

    height: float
    under_code: float = UNDER_CODE
    drop: float = 0.0


def lay(head_end: float, rows: Sequence[Strip]) -> Layout:
    """Place rows under a head that ends at `head_end`; most rows on the first page wins, then fewest gaps."""
    begins = [begin for begin in _begins(head_end) if rows and begin + rows[0].height <= BOTTOM]
    if not begins:
        return Layout(_on_later_pages(rows, 1), "end")
    return min((_from(begin, head_end, rows) for begin in begins), key=_cost)


def _begins(head_end: float) -> list[float]:
    usual = [FIRST] if head_end <= FIRST else []
    above = [_AFTER_FOLD - ROW * rows for rows in (2, 1, 0)]
    return usual + [head_end] + [begin for begin in above if begin >= head_end]


def _from(begin: float, head_end: float, rows: Sequence[Strip]) -> Layout:
    top, places = begin, list[RowPlace]()
    for row in rows:
        at, slide = _legal(top, row)
        if at + row.height > BOTTOM:
            break
        places.append(RowPlace(0, at, at - top, slide, row.height))
        top = at + row.height
    scan: ScanSide = (
        "above" if begin - head_end >= SCAN else "below" if top + SCAN <= BOTTOM - SLACK else "end"
    )
    return Layout(tuple(places) + _on_later_pages(rows[len(places) :], 1), scan)


def _on_later_pages(rows: Sequence[Strip], page: int) -> tuple[RowPlace, ...]:
    places: list[RowPlace] = []
    top, fresh = TOP, True
    for row in rows:
        at, slide = _legal(top, row)
        if at + row.height > BOTTOM and not fresh:
            page, top = page + 1, TOP
            at, slide = _legal(top, row)
        places.append(RowPlace(page, at, at - top, slide, row.height))
        top, fresh = at + row.height, False
    return tuple(places)


def _legal(top: float, row: Strip) -> tuple[float, float]:
    """The nearest top at or below `top` where the row's code is clear of the fold, and how far the code
    slides there."""
    if clear(top + row.drop - RISE):
        return top, 0.0
    # A row that begins here has its code clear without sliding.
    lowest = FOLD + CLEAR + _SAFE + RISE - row.drop
    room = max(0.0, row.height - (row.drop + CODE - RISE + row.under_code))
    at = max(top, lowest - room)
    return at, round(max(0.0, lowest - at), 2)


def _cost(layout: Layout) -> tuple[int, float, bool, float]:
    first_page = [place for place in layout.places if place.page == 0]
    return -len(first_page), sum(place.gap for place in first_page), layout.first != FIRST, layout.first
