"""How high words will stand, by the widths of the press font and without a layout: a good first guess
saves a second one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tungbuoc.lesson.screens.metrics import text_width

PT = 25.4 / 72
_TOKEN = re.compile(r"<(/?)(\w+)[^>]*>|([^<]+)")
_BLOCK = re.compile(r"</(?:p|li)>")


def lines(fragment: str, points: float, width: float, *, bold: bool = False) -> int:
    """How many lines an HTML fragment of one paragraph fills at this size in `width` mm."""
    return _broken(list(_words(fragment, bold)), points, width)


def paragraphs(fragment: str) -> list[str]:
    """The paragraphs or list items of a fragment."""
    return [part for part in _BLOCK.split(fragment) if re.sub(r"<[^>]*>", "", part).strip()]


def height(fragment: str, points: float, width: float, leading: float, after: float = 0.0) -> float:
    """The height in mm of all its paragraphs, each followed by `after`."""
    return sum(lines(part, points, width) * points * leading * PT + after for part in paragraphs(fragment))


def _words(fragment: str, bold: bool) -> Iterator[tuple[str, bool]]:
    depth = 0
    for close, tag, text in _TOKEN.findall(fragment):
        if tag in ("strong", "b"):
            depth += -1 if close else 1
        yield from ((word, bold or depth > 0) for word in text.split())


def _broken(words: Sequence[tuple[str, bool]], points: float, width: float) -> int:
    made, used = 1, 0.0
    for word, bold in words:
        long = text_width(word, points * PT, bold)
        space = text_width(" ", points * PT, False) if used else 0.0
        if used and used + space + long > width:
            made, used, space = made + 1, 0.0, 0.0
        used += space + long
    return made
