"""The one font that stamps are set in: the bold press font cut down to what a Vietnamese name may hold, for
any stamp to come.

A letter's code in the PDF is its number in Unicode, so that who stamps needs no table of glyphs, only the
widths.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from tungbuoc.press.stamping.letters import LETTERS

NAME = "TBTEAM+NotoSans-Bold"
_KEPT = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")


@dataclass(frozen=True, slots=True)
class Typeface:
    """The font's file, glyph by letter, widths in thousandths of the size by letter, what a descriptor
    says of it."""

    data: bytes
    glyphs: dict[str, int]
    widths: dict[str, int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@lru_cache(maxsize=2)
def face(file: Path) -> Typeface:
    """Cut the font down; 0.1 s, once a process."""
    with TTFont(file, recalcTimestamp=False) as font:
        wanted = subset.Options(
            hinting=False, layout_features=[], notdef_outline=True, name_IDs=[], glyph_names=False
        )
        cutter = subset.Subsetter(wanted)
        cutter.populate(text=LETTERS)
        cutter.subset(font)
        scale = 1000 / font["head"].unitsPerEm
        named = font.getBestCmap()
        glyphs = {letter: font.getGlyphID(named[ord(letter)]) for letter in LETTERS if ord(letter) in named}
        widths = {letter: round(font["hmtx"][named[ord(letter)]][0] * scale) for letter in glyphs}
        head, line = font["head"], font["hhea"]
        corners = (
            round(head.xMin * scale),
            round(head.yMin * scale),
            round(head.xMax * scale),
            round(head.yMax * scale),
        )
        for table in [name for name in font.keys() if name not in (*_KEPT, "GlyphOrder")]:  # noqa: SIM118 a font is no dict
            del font[table]
        out = io.BytesIO()
        font.save(out)
        return Typeface(
            out.getvalue(), glyphs, widths, corners, round(line.ascent * scale), round(line.descent * scale)
        )


def to_glyphs(cut: Typeface) -> bytes:
    """The stream that leads from a letter's number to its glyph."""
    table = bytearray(2 * (max(map(ord, cut.glyphs)) + 1))
    for letter, glyph in cut.glyphs.items():
        table[2 * ord(letter) : 2 * ord(letter) + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def to_unicode(cut: Typeface) -> bytes:
    """The stream that tells a reader which letter a number is: itself."""
    blocks = sorted({ord(letter) >> 8 for letter in cut.glyphs})
    ranges = "\n".join(f"<{block:02x}00> <{block:02x}ff> <{block:02x}00>" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)"
        " /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1"
        f" begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(blocks)}"
        f" beginbfrange\n{ranges}\nendbfrange\nendcmap\nCMapName currentdict /CMap defineresource"
        " pop\nend\nend"
    ).encode()
