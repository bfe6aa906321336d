"""What rules leave out or count of a text: other people's words, and how long it is."""

from __future__ import annotations

import re

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"“[^“”\n]*”")


def without_quotes(text: str) -> str:
    """The text with what stands in “ ” filled with “¦”: other people's words."""
    return _QUOTED.sub(lambda match: "¦" * len(match[0]), text) if "“" in text else text


def syllables(text: str) -> int:
    """How many space-separated words hold a letter or a digit."""
    return sum(_LETTER_OR_DIGIT.search(word) is not None for word in text.split())
