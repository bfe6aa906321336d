"""How deep and how long a Markdown text may be: what no lesson needs, and what would keep the machine busy
for minutes.

Engines of Markdown read nested marks by trial, so that a line of a thousand stars or brackets costs a million
steps. Such a file is not read at all; the one problem says where it begins.
"""

from __future__ import annotations

import re

from tungbuoc.lesson import grammar
from tungbuoc.lesson.problems import Problem

LONGEST_LINE = 5_000
"""Characters of one line; the longest of the course has under 800."""
MOST_MARKS = 200
"""Marks (`*`, `_`, `[`, a backtick, `<`) in one paragraph, item or table row."""
DEEPEST_QUOTE = 8
DEEPEST_INDENT = 40
"""Columns before the first sign of a line outside fences: ten levels of a list."""

_QUOTES = re.compile(r"^(?:[ \t]*>)+")
_BEGINS = re.compile(r"^\s*(?:[-+*•](?=\s)|[|#>]|\d{1,9}[.)])")
_MARKS = re.compile(r"[*_\[`<]")


def check_limits(text: str, path: str) -> Problem | None:
    """The first place where a text goes beyond a limit, or None. Lines end in `\\n`; linear time."""
    lines = text.split("\n")
    inside = grammar.inside_fences(grammar.fences(lines)[0])
    marks = 0
    for i, line in enumerate(lines):
        if len(line) > LONGEST_LINE:
            return _told(
                path,
                i,
                f"Dòng này dài {_grouped(len(line))} chữ, quá {_grouped(LONGEST_LINE)}",
                "Xuống dòng, chia thành nhiều câu.",
            )
        if i in inside:
            continue
        if _depth(line) > DEEPEST_QUOTE:
            return _told(
                path, i, f"Dòng này có hơn {DEEPEST_QUOTE} dấu > lồng nhau", "Bỏ bớt dấu > ở đầu dòng."
            )
        if line.strip() and _indent(line) > DEEPEST_INDENT:
            return _told(
                path, i, f"Dòng này thụt vào hơn {DEEPEST_INDENT} dấu cách", "Đưa dòng này ra sát lề trái."
            )
        marks = len(_MARKS.findall(line)) + (marks if line.strip() and not _BEGINS.match(line) else 0)
        if marks > MOST_MARKS:
            return _told(
                path,
                i,
                f"Đoạn này có hơn {MOST_MARKS} dấu *, _, [, ` hay <",
                "Bỏ bớt dấu, hoặc chia thành nhiều đoạn.",
            )
    return None


def _told(path: str, index: int, what: str, fix: str) -> Problem:
    return Problem(path, index + 1, "T08", f"{what}, máy không đọc.", fix)


def _depth(line: str) -> int:
    match = _QUOTES.match(line)
    return match[0].count(">") if match else 0


def _indent(line: str) -> int:
    return len(line[: len(line) - len(line.lstrip())].expandtabs(4))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
