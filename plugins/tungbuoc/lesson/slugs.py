"""Anchors from Vietnamese headings that keep every letter: đ becomes d, marks fall away, the rest is joined
by hyphens.

Python-Markdown's own slug drops “đ” (“Đăng nhập” → `ang-nhap`). Nothing printed is ever derived from a slug.
"""

from __future__ import annotations

import re
import unicodedata

_DYET = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without tone and vowel marks, đ as d; NFC or NFD alike."""
    bare = unicodedata.normalize("NFD", text.translate(_DYET))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def slugify(text: str, separator: str = "-") -> str:
    """“Đặt lại mật khẩu” → `dat-lai-mat-khau`; the signature `toc.slugify` expects. Empty for text without
    letters or digits."""
    return _NOT_WORD.sub(separator, fold(text)).strip(separator)
