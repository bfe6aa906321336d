"""Inline Markdown: the words alone, or the text with what is no prose filled so that every place keeps its offset."""

from __future__ import annotations

import re

# Runs of one to three backticks: a longer one, or one that must be found by trial, would let a line of backticks take for ever.
CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]*?(?<!`)\1(?!`)")
# No class below runs over the sign that opens it, so that many openings without an end cost no more than their length.
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*\)")
_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")
_ANGLE = re.compile(r"<[^<>\n]*>")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"“[^“”\n]*”")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")


def plain(raw: str) -> str:
    """Inline Markdown → the words alone; code spans, pictures and link addresses fall away (their words stay)."""
    if "`" in raw:
        raw = CODE.sub(lambda match: match[0].strip("`"), raw)
    if "](" in raw:
        raw = _LINK.sub(r"\1", _IMAGE.sub(r"\1", raw))
    return raw.replace("**", "").replace("\\", "")


def without_code(raw: str) -> str:
    """The text with code spans, link addresses and tags filled with “¦”, so that every place keeps its offset."""
    for sign, pattern in (("`", CODE), ("](", _TARGET), ("<", _ANGLE)):
        if sign in raw:
            raw = pattern.sub(lambda match: "¦" * len(match[0]), raw)
    return raw


def without_targets(raw: str) -> str:
    """The text with the addresses of links and pictures filled with “¦”; code stays, for it is printed."""
    return _TARGET.sub(lambda match: "¦" * len(match[0]), raw) if "](" in raw else raw


def without_quotes(text: str) -> str:
    """The text with what stands in “ ” filled with “¦”: other people's words."""
    return _QUOTED.sub(lambda match: "¦" * len(match[0]), text) if "“" in text else text


def syllables(text: str) -> int:
    """How many space-separated words hold a letter or a digit."""
    return sum(_LETTER_OR_DIGIT.search(word) is not None for word in text.split())
