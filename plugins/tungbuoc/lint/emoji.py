"""Pictures of feelings and things among words, each with all that belongs to it: colour of skin, a second
half of a flag, what it is joined with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SIGN = "[\u2190-\u2bff\U0001f000-\U0001faff]"
_MORE = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_EMOJI = re.compile(f"(?:{_FLAG}|{_SIGN}){_MORE}*(?:\u200d{_SIGN}{_MORE}*)*")


def emojis(text: str) -> Iterator[tuple[int, str]]:
    """(offset, signs) of each; arrows and signs of mathematics are none."""
    for match in _EMOJI.finditer(text):
        if unicodedata.category(match[0][0]) == "So" or match[0] >= "\U0001f000":
            yield match.start(), match[0]


def without_emojis(text: str) -> str:
    """The text with a blank in the place of each."""
    for _, signs in emojis(text):
        text = text.replace(signs, " ", 1)
    return text
