"""How wide words are, and where a line ends.

Phones draw with fonts we do not know, so a line is filled only so far that a font 12 % wider still fits.
All lengths are in the units of the drawing (a screen is 144 wide), `size` is the type size in the same units.
"""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from .widths import BOLD, COVERED, REGULAR

RESERVE = 1.12
NBSP = "\u00a0"
_ENDS = (".", "!", "?", "…", ":")
_JOINTS = "-./@_…"
_UNKNOWN = 1000
SYMBOLS = "→"
"""What sentences may carry though Noto Sans lacks it (style.vi.md: the way through menus); paper draws it
with Noto Sans Symbols."""
_NO_INK = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})


def _by_sign(grouped: dict[int, str]) -> dict[str, int]:
    return {sign: advance for advance, signs in grouped.items() for sign in signs}


_ADVANCE = {False: _by_sign(REGULAR), True: _by_sign(BOLD)}


def text_width(text: str, size: float, bold: bool = True) -> float:
    """The width of one line in Noto Sans; a sign the font lacks counts as a full square."""
    return _units(text, bold) * size / 1000


def lacking(text: str) -> str:
    """The signs of `text` that Noto Sans cannot draw, each once; line ends and signs without ink are none."""
    return "".join(
        dict.fromkeys(sign for sign in text if not _drawn(sign) and unicodedata.category(sign) not in _NO_INK)
    )


def _drawn(sign: str) -> bool:
    place = bisect_right(COVERED, (ord(sign), sys.maxsize)) - 1
    return place >= 0 and ord(sign) <= COVERED[place][1]


@lru_cache(maxsize=8192)
def _units(text: str, bold: bool) -> int:
    advance = _ADVANCE[bold]
    return sum(advance.get(sign, _UNKNOWN) for sign in text)


def fits(text: str, size: float, bold: bool, width: float) -> bool:
    """Does `text` fit on one line with the reserve?"""
    return text_width(text, size, bold) * RESERVE <= width


def wrap(text: str, size: float, bold: bool, width: float) -> list[str]:
    """The lines of `text` within `width`, as few as can be and of even length; a newline in it starts a new
    line.

    The last two words of a sentence stay together where this costs no line. A word too long for a line breaks
    after one of `-./@_`, as addresses do, and anywhere as the last resort. Empty text has no lines.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        words = paragraph.split()
        loose = _even(words, size, bold, width)
        glued = _even(_glued(words, size, bold, width), size, bold, width)
        lines += glued if len(glued) <= len(loose) else loose
    return lines


def cut_words(text: str, size: float, bold: bool, width: float) -> list[str]:
    """The words of `text` that `wrap` has to cut where no sign allows it."""
    return [
        word for word in text.split() if any(not fits(piece, size, bold, width) for piece in _joints(word))
    ]


def shrink(text: str, size: float, bold: bool, width: float, smallest: float) -> float:
    """The largest size, in steps of half a unit from `size` down to `smallest`, at which `text` is one
    line."""
    while size > smallest and not fits(text, size, bold, width):
        size = max(smallest, size - 0.5)
    return size


def _glued(words: list[str], size: float, bold: bool, width: float) -> list[str]:
    made: list[str] = []
    for place, word in enumerate(words):
        last = place == len(words) - 1 or word.endswith(_ENDS)
        free = bool(made) and not made[-1].endswith(_ENDS) and NBSP not in made[-1]
        pair = f"{made[-1]}{NBSP}{word}" if made else word
        if last and free and fits(pair, size, bold, width):
            made[-1] = pair
        else:
            made.append(word)
    return made


def _even(words: list[str], size: float, bold: bool, width: float) -> list[str]:
    lines = _fill(words, size, bold, width)
    if not 1 < len(lines) < 6:
        return lines
    narrow = width * 0.97
    while narrow > width * 0.5:
        tried = _fill(words, size, bold, narrow)
        if len(tried) > len(lines) or any(not fits(word, size, bold, narrow) for word in words):
            break
        lines, narrow = tried, narrow - width * 0.03
    return lines


def _fill(words: list[str], size: float, bold: bool, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer, size, bold, width):
            lines[-1] = longer
            continue
        lines += _pieces(word, size, bold, width)
    return lines


def _pieces(word: str, size: float, bold: bool, width: float) -> list[str]:
    if fits(word, size, bold, width):
        return [word]
    parts = _joints(word)
    if any(not fits(part, size, bold, width) for part in parts):
        parts = list(word)
    pieces = [""]
    for part in parts:
        if pieces[-1] and not fits(pieces[-1] + part, size, bold, width):
            pieces.append("")
        pieces[-1] += part
    return pieces


def _joints(word: str) -> list[str]:
    parts = [""]
    for sign, after in zip(word, [*word[1:], ""], strict=True):
        parts[-1] += sign
        if sign in _JOINTS and after and after not in _JOINTS:
            parts.append("")
    return parts
