"""How one step fills its row: beside its screen, with two screens in a narrower column, or with its screens
below the words.

Lengths in mm. A screen is never drawn so small that its smallest type falls under what the format allows
(`Grid.drawn`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tungbuoc.lesson.galley import Drawn, GalleyStep
from tungbuoc.press.formats import Grid
from tungbuoc.press.typeset.estimate import PT, height, lines
from tungbuoc.press.typeset.fold import CODE, RISE, ROW, Strip, row_height

RowKind = Literal["", "narrow", "below"]
LABEL = 5.0
_APART = 0.5
"""White that a screen under its label keeps from that of the next row: a row may be half a millimetre
short."""
_LARGE_GAP = 1.0
_GAPS: dict[RowKind, float] = {"": 3.0, "narrow": 0.5, "below": 8.0}
_TITLE_LEADING, _LEADING, _AFTER_TITLE, _AFTER, _BEFORE_SCREENS = 1.24, 1.42, 0.4, 1.1, 2.0
_FONT_SIZE = re.compile(r'font-size[=:]"?\s*([\d.]+)')


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`scale` of the screens, `text_end` where the words end, `strip` what the row asks of the page."""

    kind: RowKind
    scale: float
    text_end: float
    strip: Strip

    @property
    def height(self) -> float:
        """The height of the whole row."""
        return self.strip.height


def guess(step: GalleyStep, grid: Grid) -> SheetRow:
    """The row by the widths of its words, without laying anything out."""
    kind = _kind(step, grid)
    row = fitted(step, grid, kind, _words_height(step, grid, kind))
    return _below(step, grid) if row.kind == "narrow" and row.height > ROW else row


def measured(step: GalleyStep, grid: Grid, row: SheetRow, text_height: float) -> SheetRow:
    """The row when its words turned out to be `text_height` high; `row` itself when the guess was good
    enough."""
    made = fitted(step, grid, row.kind, text_height)
    if made.kind == "narrow" and made.height > ROW:
        return _below(step, grid)
    return row if made.height == row.height and abs(made.text_end - row.text_end) < 0.5 else made


def fitted(step: GalleyStep, grid: Grid, kind: RowKind, text_height: float) -> SheetRow:
    """The row of this kind for words of this height."""
    scale = _scale_below(step, grid) if kind == "below" else 1.0
    screens = max(
        (drawn.height * grid.unit * scale + (LABEL + _APART if drawn.on else 0) for drawn in step.screens),
        default=0.0,
    )
    text_end = round(text_height + _BEFORE_SCREENS, 1)
    code = CODE - RISE + grid.under_code
    if grid.below:  # the code stands beside the screens, its first module level with their upper edge
        drop = text_end + RISE
        # Not half a millimetre short as other rows: the address is the last thing in it and may end a page.
        high = max(row_height(text_end + screens), float(math.ceil(drop + code)))
        return SheetRow(kind, scale, text_end, Strip(high, grid.under_code, drop))
    height = max(text_end + screens, code) if kind == "below" else max(text_height, screens, code)
    return SheetRow(kind, scale, text_end, Strip(row_height(height), grid.under_code))


def _below(step: GalleyStep, grid: Grid) -> SheetRow:
    return fitted(step, grid, "below", _words_height(step, grid, "below"))


def _kind(step: GalleyStep, grid: Grid) -> RowKind:
    if grid.below:
        return "below"
    if len(step.screens) <= 1:
        return ""
    # In the narrow column a picture would be too small to read.
    return (
        "narrow"
        if grid.narrow
        and "<img " not in step.html
        and _wide(step.screens, grid, "narrow") <= grid.wide - grid.narrow - 3
        else "below"
    )


def _scale_below(step: GalleyStep, grid: Grid) -> float:
    """Full size, or smaller where several frames do not fit side by side; the floor is the smallest
    readable type."""
    whole = _wide(step.screens, grid, "below")
    sizes = [float(size) for drawn in step.screens for size in _FONT_SIZE.findall(drawn.svg)]
    smallest = min(sizes, default=14.0) * grid.unit / PT
    return round(max(min(1.0, grid.drawn / smallest), min(1.0, grid.wide / whole)), 3) if whole else 1.0


def _wide(screens: Sequence[Drawn], grid: Grid, kind: RowKind) -> float:
    gap = _LARGE_GAP if grid.below else _GAPS[kind]
    return sum(drawn.width * grid.unit for drawn in screens) + gap * max(0, len(screens) - 1)


def _words_height(step: GalleyStep, grid: Grid, kind: RowKind) -> float:
    width = {"": grid.text, "narrow": grid.narrow, "below": grid.text if grid.below else grid.wide}[kind]
    title = lines(step.title, grid.title, width, bold=True) * grid.title * _TITLE_LEADING * PT + _AFTER_TITLE
    return title + height(step.html, grid.words, width, _LEADING, _AFTER)
