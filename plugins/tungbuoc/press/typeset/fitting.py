"""Type sizes that fit a given room, by the widths of the press font; addresses that break where a person
expects it."""

from __future__ import annotations

import re
from itertools import pairwise

from markupsafe import Markup, escape

from tungbuoc.lesson.screens.metrics import text_width

_MM = 25.4 / 72
_LEADING = 1.2
_SMALLEST_WRAP_PT = 20.0
_HOST_ROOM, _HOST_PT, _SMALLEST_HOST_PT = 34.0, 12.0, 10.0
TEAM_BOX = 160.0
"""The width in mm of the words in the team's box on an A4 sheet."""
_SMALLEST_TEAM_PT = 10.0
_TITLE_ROOM, _TITLE_PT, _SMALLEST_TITLE_PT = 167.5, 26.0, 24.5


def fit_pt(text: str, width: float, most: float) -> float:
    """The size in pt at which `text` (tags left out, bold) fills `width` mm on one line, `most` at most."""
    plain = re.sub(r"<[^>]+>", "", text)
    return min(most, int(width / max(text_width(plain, _MM, bold=True), 0.001) * 10) / 10)


def wrap_pt(text: str, width: float, height: float, most: float) -> float:
    """The largest size in whole pt at which `text`, bold, 1.2 leading, fits a box of `width` × `height`
    mm."""
    size = most
    while size > _SMALLEST_WRAP_PT and not _fits(text.split(), size, width, height):
        size -= 1
    return size


def in_lines(title: str, width: float, size: float, bold: bool = True, line: float = 100.0) -> Markup:
    """A title set in lines of `width` mm at `size` pt, each line whole: they end after a comma or colon
    where they can and are about as long as one another. A line more costs `line`, a torn phrase 1. What is
    too wide breaks where it may."""
    words = title.split()
    cuts = _cuts(
        words,
        [text_width(word, size * _MM, bold=bold) for word in words],
        text_width(" ", size * _MM, bold=bold),
        width,
        line,
    )
    if cuts is None:
        return Markup(escape(title))
    lines = [" ".join(words[begin:end]) for begin, end in pairwise((0, *cuts))]
    return Markup(" ").join(Markup('<span class="phrase">{}</span>').format(said) for said in lines)


def title_style(title: str) -> Markup:
    """A title a word too wide for its line is set a little smaller; one that needs two lines stands closer
    to the words below."""
    fitting = _TITLE_ROOM / text_width(title, _MM, bold=True)
    if fitting >= _TITLE_PT:
        return Markup("")
    if fitting < _SMALLEST_TITLE_PT:
        return Markup(' class="long"')
    return Markup(f' style="font-size:{int(fitting * 10) / 10}pt"')


def host(typed: str) -> Markup:
    """`tungbuoc.vn/48217` → `tungbuoc.vn/`, which may break after dots and slashes, never inside a word."""
    shown = typed.rpartition("/")[0] + "/"
    return Markup(re.sub(r"(?<=[./])(?!$)", "<wbr>", str(escape(shown))))


def host_pt(typed: str) -> float:
    """The size of the address over its digits: 12 pt, smaller where it is too wide for the code's column,
    never under 10."""
    shown = typed.rpartition("/")[0] + "/"
    fitting = _HOST_ROOM / text_width(shown, _MM, bold=True)
    return _HOST_PT if fitting >= _HOST_PT else int(max(fitting, _SMALLEST_HOST_PT) * 10) / 10


def host_style(typed: str) -> Markup:
    """An address of the usual size never breaks; a smaller one may."""
    size = host_pt(typed)
    return Markup(' style="white-space:nowrap"' if size == _HOST_PT else f' style="font-size:{size}pt"')


def whole_address(typed: str) -> Markup:
    """`tungbuoc.vn/48217`, which may break after dots and slashes only."""
    return Markup(re.sub(r"(?<=[./])", "<wbr>", str(escape(typed))))


def team_fits(name: str, phone: str) -> bool:
    """Does the box at the foot of a sheet hold the team's name and phone at 10 pt?"""
    return fit_pt(f"{name} · ĐT: {phone}".replace("<", "‹"), TEAM_BOX, _SMALLEST_TEAM_PT) >= _SMALLEST_TEAM_PT


def _cuts(
    words: list[str], wide: list[float], space: float, width: float, line: float
) -> tuple[int, ...] | None:
    """Where lines end (counts of words) at least cost, or None when a word is wider than a line."""
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ())]
    for end in range(1, len(words) + 1):
        tried = []
        for begin in range(end):
            before, long = best[begin], sum(wide[begin:end]) + space * (end - begin - 1)
            if before is not None and long <= width:
                cost = line + (1 - long / width) ** 2 + (_torn(words[begin:end]) if end < len(words) else 0.0)
                tried.append((before[0] + cost, (*before[1], end)))
        best.append(min(tried) if tried else None)
    return best[-1][1] if best[-1] else None


def _torn(words: list[str]) -> float:
    """0 for a line that ends with its phrase, 1 for one that does not, 2 when another phrase ends in the
    same line."""
    ends = [word[-1] in ",:;.?!" for word in words]
    return 0.0 if ends[-1] else 1.0 + any(ends)


def _fits(words: list[str], size: float, width: float, height: float) -> bool:
    lines, used = 1, 0.0
    for word in words:
        long = text_width(word, size * _MM, bold=True)
        if long > width:
            return False
        used += long + (text_width(" ", size * _MM, bold=True) if used else 0.0)
        if used > width:
            lines, used = lines + 1, long
    return lines * size * _LEADING * _MM <= height
