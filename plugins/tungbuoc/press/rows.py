"""How one step fills its row: beside its screen, with two screens in a narrower column, or with its screens below the words.

Lengths in mm. A screen is never drawn so small that its smallest type falls under 8.5 pt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.press.fold import CODE, RISE, ROW, UNDER_CODE, row_height
from tungbuoc.press.galley import Drawn, GalleyStep

Kind = Literal["", "narrow", "below"]
WIDTH: dict[Kind, float] = {"": 92.0, "narrow": 53.0, "below": 135.5}
"""The width of the words."""
UNIT = 0.24
LABEL = 5.0
_GAPS: dict[Kind, float] = {"": 3.0, "narrow": 0.5, "below": 8.0}
_SMALLEST_PT = 8.5
_PT = 25.4 / 72
_TITLE, _TITLE_LINE, _AFTER_TITLE = 19.0, 19 * 1.24 * _PT, 0.4
_WORDS, _LINE, _AFTER = 16.0, 16 * 1.42 * _PT, 1.1
_FONT_SIZE = re.compile(r'font-size[=:]"?\s*([\d.]+)')
_TOKEN = re.compile(r"<(/?)(\w+)[^>]*>|([^<]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """`scale` of the screens, `text_end` where the words end, `height` of the whole row."""

    kind: Kind
    scale: float
    text_end: float
    height: float


def guess(step: GalleyStep) -> Row:
    """The row by the widths of its words, without laying anything out."""
    row = fitted(step, _kind(step), _words_height(step, WIDTH[_kind(step)]))
    return guess_below(step) if row.kind == "narrow" and row.height > ROW else row


def measured(step: GalleyStep, row: Row, text_height: float) -> Row:
    """The row when its words turned out to be `text_height` high."""
    made = fitted(step, row.kind, text_height)
    if made.kind == "narrow" and made.height > ROW:
        return guess_below(step)
    return row if made.height == row.height and abs(made.text_end - row.text_end) < 0.5 else made


def guess_below(step: GalleyStep) -> Row:
    """The row with the screens below the words."""
    return fitted(step, "below", _words_height(step, WIDTH["below"]))


def fitted(step: GalleyStep, kind: Kind, text_height: float) -> Row:
    """The row of this kind for words of this height."""
    scale = _fit_below(step) if kind == "below" else 1.0
    screens = max((drawn.height * UNIT * scale + (LABEL if drawn.on else 0) for drawn in step.screens), default=0.0)
    text_end = round(text_height + 2, 1)
    content = text_end + screens if kind == "below" else max(text_height, screens)
    return Row(kind, scale, text_end, row_height(max(content, CODE - RISE + UNDER_CODE)))


def _kind(step: GalleyStep) -> Kind:
    if _wide(step.screens, "", 1.0) <= 39.5:
        return ""
    return "narrow" if _wide(step.screens, "narrow", 1.0) <= WIDTH["below"] - WIDTH["narrow"] - 3 else "below"


def _fit_below(step: GalleyStep) -> float:
    """Full size, or smaller where several frames do not fit side by side; the floor is the smallest readable type."""
    whole = _wide(step.screens, "below", 1.0)
    floor = _SMALLEST_PT / max(_smallest_pt(step.screens, 1.0), _SMALLEST_PT)
    return round(max(floor, min(1.0, WIDTH["below"] / whole)), 3) if whole else 1.0


def _wide(screens: Sequence[Drawn], kind: Kind, scale: float) -> float:
    return sum(drawn.width * UNIT * scale for drawn in screens) + _GAPS[kind] * max(0, len(screens) - 1)


def _smallest_pt(screens: Sequence[Drawn], scale: float) -> float:
    sizes = [float(size) for drawn in screens for size in _FONT_SIZE.findall(drawn.svg)]
    return min(sizes, default=14.0) * UNIT * scale / _PT


def _words_height(step: GalleyStep, width: float) -> float:
    title = _lines([(word, True) for word in step.title.split()], _TITLE, width) * _TITLE_LINE + _AFTER_TITLE
    paragraphs = [part for part in step.html.split("</p>") if part.strip()]
    return title + sum(_lines(list(_words(part)), _WORDS, width) * _LINE + _AFTER for part in paragraphs)


def _words(fragment: str) -> Iterator[tuple[str, bool]]:
    bold = 0
    for close, tag, text in _TOKEN.findall(fragment):
        if tag in ("strong", "b"):
            bold += -1 if close else 1
        yield from ((word, bold > 0) for word in text.split())


def _lines(words: Sequence[tuple[str, bool]], points: float, width: float) -> int:
    lines, used = 1, 0.0
    for word, bold in words:
        long = text_width(word, points * _PT, bold)
        space = text_width(" ", points * _PT, False) if used else 0.0
        if used and used + space + long > width:
            lines, used, space = lines + 1, 0.0, 0.0
        used += space + long
    return lines
