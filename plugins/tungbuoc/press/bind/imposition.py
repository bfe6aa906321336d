"""Saddle stitch: which page stands where, so that folded sheets read in order. Pure arithmetic.

Pages count from 1; a place without a page is None. Sheet 0 is the outermost one of the folded booklet.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

Side = tuple[int | None, int | None]
"""The left and the right page of one side of a sheet."""
PAPER_MM = 0.1
"""How thick a sheet of 80 g office paper is."""


@dataclass(frozen=True, slots=True)
class FoldedSheet:
    """One sheet of a folded booklet; `creep` is how far (mm) both pages move towards the spine."""

    front: Side
    back: Side
    creep: float


def signature(pages: int, thickness: float = PAPER_MM) -> tuple[FoldedSheet, ...]:
    """The sheets of a booklet of `pages` pages; blanks (fewer than four) stand at the end.

    Folded into one another, inner sheets stick out by the thickness of those around them; their pages move in
    by as much. Raises `ValueError` for fewer than one page.
    """
    if pages < 1:
        raise ValueError("a booklet needs a page")
    sheets = ceil(pages / 4)
    whole = 4 * sheets

    def there(page: int) -> int | None:
        return page if page <= pages else None

    return tuple(
        FoldedSheet(
            (there(whole - 2 * sheet), there(1 + 2 * sheet)),
            (there(2 + 2 * sheet), there(whole - 1 - 2 * sheet)),
            round(sheet * thickness, 3),
        )
        for sheet in range(sheets)
    )


def sides(sheets: tuple[FoldedSheet, ...]) -> tuple[tuple[Side, float], ...]:
    """The sides in the order a printer wants them, each with its creep: front, back, front, back …"""
    return tuple((side, sheet.creep) for sheet in sheets for side in (sheet.front, sheet.back))


def reading_order(sheets: tuple[FoldedSheet, ...]) -> tuple[int | None, ...]:
    """The pages as a reader of the folded booklet turns them; what `signature` must get right."""
    first = [page for sheet in sheets for page in (sheet.front[1], sheet.back[0])]
    second = [page for sheet in reversed(sheets) for page in (sheet.back[1], sheet.front[0])]
    return tuple(first + second)
