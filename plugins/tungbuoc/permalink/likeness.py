"""Whether two titles speak of the same thing, as far as words can tell."""

from __future__ import annotations

import re

from tungbuoc.lesson.slugs import fold

_WORD = re.compile(r"[a-z0-9]+")


def same(one: str, other: str) -> bool:
    """The same letters, whatever their marks, case and blanks: a tone mended is no other title."""
    return _words(one) == _words(other)


def alike(one: str, other: str) -> bool:
    """At least half of the syllables in common: “Mở danh bạ” and “Mở danh bạ trên máy”, not “Mở danh bạ”
    and “Gõ tên”."""
    first, second = set(_words(one)), set(_words(other))
    return first == second or 2 * len(first & second) >= (len(first) + len(second)) / 2 > 0


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
