"""How high the head of a lesson sheet and the sections after its steps will about be, before anything is laid
out: lengths in mm, by the widths of the press font and the paddings of the lesson sheet."""

from __future__ import annotations

from collections.abc import Sequence

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley
from tungbuoc.press.formats import Format, Grid
from tungbuoc.press.typeset.estimate import PT, height, lines, paragraphs
from tungbuoc.press.typeset.fitting import title_style
from tungbuoc.press.typeset.fold import TOP

DIFFER = "differ"
"""The line that says phones differ: no section of the lesson, but it stands in line with them."""
UNDER_HEAD = 2.5
_TITLE, _LEADING, _LABEL = 26.0, 1.42, 45.0
_AT_THE_SIDES = 42.0
"""The two side margins: stones stand in the left one."""


def head_end(galley: Galley, format: Format) -> float:
    """Where the head will end, about: the line above the title, the title, two sections with their label
    at the side."""
    words, whole = (format.rows or Grid()).words, _whole(format)
    long = "long" in title_style(galley.title)
    # A word too wide is set smaller, not broken.
    title_lines = lines(galley.title, _TITLE, whole, bold=True) if long else 1
    after_title, after_label = (1.6, 1.6) if long else (6.4, 2.6)
    end = TOP + 13 * _LEADING * PT + title_lines * _TITLE * 1.22 * PT + after_title - after_label + UNDER_HEAD
    for kind in (grammar.OUTCOMES, grammar.PREPARE):
        section = galley.section(kind)
        title = section.title if section else ""
        items = (section.items or (section.html,)) if section else ()
        said = (
            sum(lines(item, words, whole - _LABEL - (6 if len(items) > 1 else 0)) for item in items)
            * words
            * _LEADING
            * PT
        )
        end += max(said, lines(title, words, 42, bold=True) * words * 1.36 * PT) + after_label if items else 0
    return end


def tail_heights(galley: Galley, format: Format, kinds: Sequence[str], words: float) -> dict[str, float]:
    """By kind, how high each of these sections will be with words of so many pt."""
    return {kind: _tail_height(galley, kind, words, _whole(format)) for kind in kinds}


def _whole(format: Format) -> float:
    """The width of words that run over all of the sheet."""
    return format.size.width - _AT_THE_SIDES


def _tail_height(galley: Galley, kind: str, words: float, whole: float) -> float:
    """About how high a section after the steps will be, by the type sizes and paddings of the lesson
    sheet."""
    section, line, heading = galley.section(kind), words * _LEADING * PT, 18 * 1.3 * PT
    if kind == DIFFER or section is None:
        return 2 * line
    if kind == grammar.BEWARE:
        return heading + height(section.html, words, whole - 30, _LEADING, 0.6) + 4.8
    if kind == grammar.TROUBLE and galley.pairs:
        pairs = [
            max(lines(pair.trouble, words, 49, bold=True), lines(pair.answer, words, whole - 52))
            for pair in galley.pairs
        ]
        return heading + 1.3 + sum(count * line + 1.5 for count in pairs)
    if kind == grammar.REMEMBER:
        return (
            heading
            + 3
            + sum(
                max(11.4, 0.8 + lines(item, 18, whole - 13) * 18 * 1.36 * PT) + 1.3 for item in section.items
            )
        )
    said = sum(lines(part, words, whole - _LABEL) for part in paragraphs(section.html))
    return max(said, lines(section.title, words, 42, bold=True)) * line
