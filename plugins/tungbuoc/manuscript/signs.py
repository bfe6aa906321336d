"""What word processors put between letters, taken out line by line: hard blanks, tabs, invisible signs,
ballot boxes, typed bullets."""

from __future__ import annotations

import re
import unicodedata

from tungbuoc.lesson import grammar

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BULLET = re.compile(r"^(\s*)[•‣▪●○◦·–—➢❖✓✔\uf0b7\uf0a7\uf0d8o](?:\s+)(?=\S)")
_BOX = re.compile(
    r"^(\s*)(?:[-*+]\s+|\d{1,2}[.)]\s+)?(?:([☐□❑❏\uf0a8]|\[ ?\]|\("
    r" ?\))|([☒☑■✅\uf0fe\uf052]|\[[xX]\]|\([xX]\)))\s*(?=\S)"
)
_NUMBER = re.compile(r"^(\s*)(\d{1,2})[)]\s+(?=\S)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING_BOLD = re.compile(r"^(#{1,6} )\*\*([^*]+)\*\*$")
_ANCHOR = re.compile(r"\s*\{#[^}]*\}\s*$")
_FENCE = re.compile(r"^\s*(?:`{3}|~{3})")
_RULE = re.compile(r"^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$")
_ITALIC = re.compile(r"(?<![*\w])\*(?![\s*])([^*\n]+)(?<![\s*])\*(?![*\w])")
_STRONGEST = re.compile(r"\*{3}([^*\n]+)\*{3}")


def clean(text: str) -> list[str]:
    """Markdown or plain text as it was typed or converted → its lines with plain blanks and the grammar's own
    marks.

    What stands in a closed fence stays; a mark of a fence that nothing closes goes, for it would swallow the
    steps below it.
    """
    composed = unicodedata.normalize(
        "NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
    )
    lines = composed.split("\n")
    inside = grammar.inside_fences(grammar.fences(lines)[0])
    return [
        line if i in inside else _line(line)
        for i, line in enumerate(lines)
        if i in inside or not _FENCE.match(line)
    ]


def _line(line: str) -> str:
    line = _BLANK.sub(" ", _INVISIBLE.sub("", line)).rstrip()
    if _RULE.match(line):
        return ""
    line = _ITALIC.sub(r"\1", _STRONGEST.sub(r"**\1**", line))
    line = _ESCAPE.sub(r"\1", line)
    if line.startswith("#"):
        return _ANCHOR.sub("", _HEADING_BOLD.sub(r"\1\2", line))
    line = _BULLET.sub(r"\1- ", line)
    line = _BOX.sub(lambda match: f"{match[1]}- [{'x' if match[3] else ' '}] ", line)
    return re.sub(r"^(\s*)[*+]\s+(?=\S)", r"\1- ", _NUMBER.sub(r"\1\2. ", line))
