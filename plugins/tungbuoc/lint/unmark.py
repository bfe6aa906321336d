"""Mends what exports and word processors leave in a lesson: escapes, blanks inside bold, bullets, sentences
indented as code.

Only what is sure. Whatever stands in fences and code spans stays; line ends stay; mending twice is mending
once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import CODE
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.tree import Body, Item, ListBlock

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPENS_SOMETHING = re.compile(r"^\s*\\[#>|]")
_BOLD = re.compile(r"\*\*")
_BIG_X = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[X\](?=\s)")
_BULLET = re.compile(r"^(\s*)(?:[•‣▪●○◦·–—]|[-+])[ \t]*(?=\S)")
_BRACKET = re.compile(r"^(\s*)(\d{1,2})\)[ \t]*(?=\S)")


def unmark(source: str) -> str:
    """A lesson's or form's text → the same without what only a machine wrote into it."""
    lines = [(match[1], match[2]) for match in _LINE.finditer(source) if match[0]]
    texts = [text for text, _ in lines]
    start = _after_front(texts)
    inside = grammar.inside_fences(grammar.fences(texts[start:])[0])
    kept = [
        (text if i < start or i - start in inside else _signs(text), end)
        for i, (text, end) in enumerate(lines)
    ]
    return "".join(text + end for text, end in _shapes(kept))


def _after_front(lines: list[str]) -> int:
    if not lines or lines[0].removeprefix("\ufeff").rstrip() != "---":
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), len(lines))


def _signs(line: str) -> str:
    """One line outside fences with its escapes, hard blanks, spaced bold and `[X]` mended."""
    if grammar.COMMENT.match(line):
        return line
    line = line.replace("\u00a0", " ") if "\u00a0" in line else line
    if "\\" in line and not _OPENS_SOMETHING.match(line):
        line = _outside_code(line, lambda part: _ESCAPE.sub(r"\1", part))
    if "[X]" in line:
        line = _BIG_X.sub(r"\1[x]", line)
    return _tight_bold(line) if "**" in line else line


def _outside_code(line: str, mend: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for match in CODE.finditer(line):
        pieces += [mend(line[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, mend(line[at:])])


def _tight_bold(line: str) -> str:
    """Bold with a blank on one inner side, that side closed; a blank on both may be the words between two
    bolds."""
    places = [match.start() for match in _BOLD.finditer(CODE.sub(lambda match: "¦" * len(match[0]), line))]
    if len(places) % 2:
        return line
    made, at = "", 0
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        inner = line[opening + 2 : closing]
        bare = inner.strip()
        before, after = inner.startswith(" "), inner.endswith(" ")
        made += line[at:opening]
        if bare and before != after:
            made += (" " if before and made[-1:].strip() else "") + f"**{bare}**"
            made += " " if after and line[closing + 2 : closing + 3].strip() else ""
        else:
            made += line[opening : closing + 2]
        at = closing + 2
    return made + line[at:]


def _shapes(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Lines that begin no list though they look like one, that are indented as code, that wrap a quiz's
    answer."""
    lesson = scan("".join(text + end for text, end in lines), "").lesson
    made = [[line] for line in lines]
    for part in lesson.parts():
        for odd in part.body.odd:
            at = odd.line - 1
            text, end = made[at][-1]
            if odd.kind == "marker":
                made[at][-1] = (_BRACKET.sub(r"\1\2. ", _BULLET.sub(r"\1- ", text)), end)
            elif odd.kind == "indented":
                made[at][-1] = (text.lstrip(), end)
            elif odd.kind == "close":
                made[at].insert(0, ("", end or "\n"))
        for first, last, words in _wrapped(part.body):
            mark = lines[first][0][: len(lines[first][0]) - len(lines[first][0].lstrip())]
            made[first][-1] = (f"{mark}- {words}", lines[last][1])
            for i in range(first + 1, last + 1):
                made[i] = []
    return [line for group in made for line in group]


def _wrapped(body: Body) -> Iterator[tuple[int, int, str]]:
    """Boxes to tick whose words run over several lines: first and last line from 0, and the whole on one."""
    for block in body.blocks:
        for item in block.items if isinstance(block, ListBlock) else ():
            if item.task and "\n" in item.text.raw:
                yield item.text.line - 1, item.text.line - 1 + item.text.raw.count("\n"), _box(item)


def _box(item: Item) -> str:
    return f"[{item.mark}] " + " ".join(part.strip() for part in item.text.raw.split("\n"))
