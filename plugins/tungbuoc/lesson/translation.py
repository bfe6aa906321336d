"""A translation: the words of a lesson in another language, in a file of its own beside the lesson's.

`vneid/kich-hoat.km.md` is `vneid/kich-hoat.md` in Khmer: the name says which lesson and which language. It
has the same steps under the same keys, so that one printed code serves both, and no screens, videos or dates
of its own: those are the original's. Its headings stay readable for a machine, with the translated title
behind a colon: `## Bước 1: Move away {#96611}`, `## Coi chừng: Be careful`.

`original` in its front matter holds a mark of every part of the original as the translator saw it. A part
whose mark is another today has changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict

from tungbuoc.lesson import grammar
from tungbuoc.lesson.front import Front, front_as
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.said import said
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.shape import Line, Shape
from tungbuoc.lesson.text import read_source

UNDONE = "(dịch)"
"""What stands before words that nobody has translated yet."""
TITLE = "title"
"""The part of a lesson that its name is, among the marks."""
_DIGITS = 6
_MARK = re.compile(r"(\S+?)=(\S+)")


class TranslationFront(BaseModel):
    """The front matter: for whom, in the translation's words, and what the original said (`marks_of`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    audience: Line
    original: str = ""


WANTED = {
    "audience": "bài dành cho ai, viết bằng tiếng của bản dịch",
    "original": "dấu của bài gốc, do lệnh «tungbuoc translated» ghi",
}
SHAPE = Shape(TranslationFront, "phần đầu bản dịch", "F04", "F03", "F05", WANTED)


@dataclass(frozen=True, slots=True)
class Translation:
    """`lesson` has the code and the dates of `original` and the words of the translation, under headings as
    the grammar has them; `titles` are those that its sections show, by their kind, `marks` what the original
    said by its part."""

    language: str
    original: Lesson
    lesson: Lesson
    titles: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def undone(self) -> list[int]:
        """Lines of the file that still have the words of the original."""
        lines = self.lesson.source.split("\n")
        return [number for number, line in enumerate(lines, 1) if UNDONE in line]

    def changed(self) -> Iterator[tuple[str, int]]:
        """Parts that both have and of which the original says something else today, with their line here."""
        now = marks_of(self.original)
        for part, line in _parts(self.lesson):
            if part in now and self.marks.get(part) != now[part]:
                yield part, line


def read(
    data: bytes, path: str, language: str, original: Lesson, *, hosts: Collection[str] = ()
) -> tuple[Translation | None, tuple[Problem, ...]]:
    """A file's bytes → the translation of `original`, None for a file that cannot be read, and what the
    grammar has to say against it."""
    text = read_source(data, path)
    if isinstance(text, Problem):
        return None, (text,)
    marks: dict[str, str] = {}

    def front(lines: list[str], path: str) -> tuple[Front | None, int, list[Problem]]:
        own, body_at, problems = front_as(SHAPE, lines, path)
        if own is None or original.front is None:
            return None, body_at, problems
        marks.update(_MARK.findall(own.original))
        return original.front.model_copy(update={"audience": own.audience}), body_at, problems

    plain, titles = _without_titles(text)
    found = scan(plain, path, hosts=hosts, front_reader=front)
    return Translation(language, original, found.lesson, titles, marks), found.problems


def marks_of(original: Lesson) -> dict[str, str]:
    """Part (title, key of a step, kind of a section) → a mark of its words: the same for the same words,
    however they are broken into lines."""
    marks = {TITLE: _mark([original.title])} if original.title else {}
    for part in said(original):
        marks[part.key or part.kind] = _mark([part.title, *(one.text for one in part.said)])
    return {part: mark for part, mark in marks.items() if part != grammar.UNKNOWN}


def as_line(marks: Mapping[str, str]) -> str:
    """Marks as the front matter holds them."""
    return " ".join(f"{part}={mark}" for part, mark in marks.items())


def shown_title(title: str) -> tuple[str, str]:
    """The title of a section of a translation → (the one that the grammar knows, the one that is shown)."""
    known, colon, shown = title.partition(": ")
    if colon and shown.strip() and grammar.kind_of(known) != grammar.UNKNOWN:
        return known, shown.strip()
    return title, title


def _mark(texts: list[str]) -> str:
    words = " ".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


def _parts(lesson: Lesson) -> list[tuple[str, int]]:
    keys = {step.line: step.key or "" for step in lesson.steps}
    parts = [(keys.get(part.line) or part.kind, part.line) for part in lesson.parts()]
    return [(TITLE, lesson.title_line), *parts]


def _without_titles(text: str) -> tuple[str, dict[str, str]]:
    """The text with the headings of its sections as the grammar has them, line by line, and the titles that
    stood behind them."""
    lines = text.split("\n")
    inside = grammar.inside_fences(grammar.fences(lines)[0])
    titles: dict[str, str] = {}
    for number, line in enumerate(lines):
        level, title = grammar.heading(line) if number not in inside else (0, "")
        known, shown = shown_title(title)
        if level == 2 and known != title:
            titles[grammar.kind_of(known)] = shown
            lines[number] = f"## {known}" + ("\r" if line.endswith("\r") else "")
    return "\n".join(lines), titles
