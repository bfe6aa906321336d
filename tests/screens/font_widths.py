"""Make `lesson/screens/widths.py` from the installed Noto Sans: `python tests/screens/font_widths.py >
…/widths.py`."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = {
    "REGULAR": Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    "BOLD": Path("/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"),
}
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OTHERS = "đĐ«»“”‘’…–—•·×÷°±₫€\u00a0→←↑↓✓√²³½©®§¶"


def needed() -> list[str]:
    """Every character a screen may carry: printable ASCII, all Vietnamese letters, and common signs."""
    ascii_signs = {chr(code) for code in range(0x20, 0x7F)}
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    return sorted(ascii_signs | letters | set(_VOWELS) | set(_OTHERS))


def widths(font: Path) -> dict[int, str]:
    """Advance width in thousandths of the type size → the characters that have it."""
    with TTFont(font) as opened:
        names, advances, em = opened.getBestCmap(), opened["hmtx"], opened["head"].unitsPerEm
        grouped: dict[int, str] = {}
        for sign in needed():
            if ord(sign) in names:
                advance = round(advances[names[ord(sign)]][0] * 1000 / em)
                grouped[advance] = grouped.get(advance, "") + sign
    return dict(sorted(grouped.items()))


def covered() -> list[tuple[int, int]]:
    """Ranges of code points that both weights can draw, first and last."""
    found: list[tuple[int, int]] = []
    both = [set(TTFont(font).getBestCmap()) for font in FONTS.values()]
    for code in sorted(set.intersection(*both)):
        if found and code == found[-1][1] + 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


def module() -> str:
    """The source of the table."""
    lines = ['"""Advance widths of Noto Sans in thousandths of the type size, each with its characters.', ""]
    lines += [
        "Made by `tests/screens/font_widths.py`; a test compares it with the installed font.",
        '"""',
        "",
    ]
    lines += ["# fmt: off"]
    for name, font in FONTS.items():
        rows = [f"    {advance}: {ascii_safe(signs)}," for advance, signs in widths(font).items()]
        lines += [f"{name}: dict[int, str] = {{", *rows, "}"]
    ranges = covered()
    rows = [
        " ".join(f"(0x{first:04X}, 0x{last:04X})," for first, last in ranges[i : i + 5])
        for i in range(0, len(ranges), 5)
    ]
    lines += ["COVERED: tuple[tuple[int, int], ...] = (", *(f"    {row}" for row in rows), ")"]
    lines += ['"""Code points that the family has at all, as ranges from the first to the last."""']
    return "\n".join(lines) + "\n"


def ascii_safe(signs: str) -> str:
    """A Python literal in double quotes, the no-break space escaped so that an editor does not lose it."""
    return '"' + signs.replace("\\", "\\\\").replace('"', '\\"').replace("\u00a0", "\\u00a0") + '"'


if __name__ == "__main__":
    sys.stdout.write(module())
