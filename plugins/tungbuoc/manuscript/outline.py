"""Lines of a manuscript → its parts: the lesson's name, whom it is for, how long, the steps and sections with
their lines.

What is sure is put in place; what cannot be placed stays where it stood, for `check` to tell at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tungbuoc.lesson import grammar
from tungbuoc.manuscript.signs import clean
from tungbuoc.manuscript.titles import Title, quiet, step_in_cell, title_of

_AUDIENCE = re.compile(r"^\W*(?:dành cho|đối tượng|dành cho ai|người học)\W*:\W*(.+?)\W*$", re.IGNORECASE)
_MINUTES = re.compile(
    r"^\W*(?:thời lượng|thời gian|số phút)\W*:\W*(\d{1,3})(?: phút|’|')?\W*$", re.IGNORECASE
)
_NAME = re.compile(r"^(?:tên bài|bài(?: học)?(?: \d+)?)\s*[:.]\s*(?=\S)", re.IGNORECASE)
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?---[ \t]*(?:\r?\n|$)")
_ROW = re.compile(r"^\|(.*)\|\s*$")


@dataclass(slots=True)
class OutlinePart:
    """A step or section while it is put together: `title` as it will be written, its lines without it."""

    kind: str
    title: str
    lines: list[str] = field(default_factory=list)
    level: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """`audience` and `minutes` are empty and 0 where the text does not say; `notes` what was decided for
    the author."""

    title: str
    audience: str
    minutes: int
    parts: tuple[OutlinePart, ...]
    notes: tuple[str, ...]


def outline(text: str) -> Outline:
    """Markdown or plain text of any habit → its parts in the order they were written."""
    lines = list(_steps_of_tables(clean(_without_front(text))))
    title, audience, minutes = "", "", 0
    parts: list[OutlinePart] = [OutlinePart("", "")]
    notes: list[str] = []
    inside = grammar.inside_fences(grammar.fences(lines)[0])
    for i, line in enumerate(lines):
        found = None if i in inside else title_of(line)
        top = parts[-1].kind == ""
        if top and not found and (match := _AUDIENCE.match(line)):
            audience = match[1]
        elif top and (match := _MINUTES.match(line)):
            minutes = int(match[1])
        elif (
            not title
            and top
            and i not in inside
            and (found is None or found.kind == grammar.UNKNOWN)
            and line.strip()
        ):
            title = quiet(_NAME.sub("", found.words if found else line.strip().strip("*")).rstrip(" ."))
        elif found is None:
            parts[-1].lines.append(line)
        else:
            notes += _open(parts, found, line, title)
    return Outline(
        title,
        audience,
        minutes,
        tuple(part for part in parts if part.kind or any(map(str.strip, part.lines))),
        tuple(notes),
    )


def _open(parts: list[OutlinePart], found: Title, line: str, name: str) -> Iterator[str]:
    """Begin the part that a title opens, or keep the line where it is."""
    last = parts[-1]
    if found.kind == grammar.STEPS:
        parts.append(OutlinePart(grammar.STEPS, found.words, _body(found.rest), found.level))
    elif found.kind != grammar.UNKNOWN:
        written = grammar.TITLES[found.kind]
        kept = found.words if grammar.kind_of(found.words) == found.kind else written
        if kept != found.words and found.words.casefold() != written.casefold():
            yield f"Phần «{found.words}» đổi tên thành «{written}»."
        parts.append(OutlinePart(found.kind, kept, _body(found.rest), found.level))
    elif last.kind == grammar.QUIZ or (last.kind and found.level > last.level):
        last.lines += ["", f"### {found.words}", ""]
    elif found.level:
        if found.level == 1:
            yield (
                f"Văn bản có hai tên bài: máy lấy «{name}», còn «{found.words}» thành một phần. Xem lại"
                " phần ấy."
            )
        parts.append(OutlinePart(grammar.UNKNOWN, found.words, [], found.level))
    else:
        last.lines.append(line)


def _body(rest: str) -> list[str]:
    return ["", rest] if rest else []


def _without_front(text: str) -> str:
    """Front matter of a Markdown file is left out: the lesson gets its own."""
    match = _FRONT.match(text.lstrip("\ufeff"))
    return text.lstrip("\ufeff")[match.end() :] if match else text


def _steps_of_tables(lines: list[str]) -> Iterator[str]:
    """A table whose first column counts the steps, as their lines; any other table as it is."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _ROW.match(lines[end]):
            end += 1
        if end == at:
            yield lines[at]
            at += 1
            continue
        rows = [
            [cell.strip() for cell in lines[i].strip().strip("|").split("|")]
            for i in range(at, end)
            if not re.fullmatch(r"[|\s:-]+", lines[i])
        ]
        steps = [row for row in rows if step_in_cell(row[0])]
        if len(steps) >= 2 and len(steps) >= len(rows) - 1:
            for row in steps:
                yield from (
                    "",
                    f"Bước {step_in_cell(row[0])}: {' '.join(cell for cell in row[1:] if cell)}",
                    "",
                )
        else:
            yield from lines[at:end]
        at = end
