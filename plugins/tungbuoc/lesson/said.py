"""What a lesson says, part by part and sentence by sentence, each with its line: what paper that promises a
part must hold.

Made from the tree alone, never from what a page or sheet was filled with, so that neither can lose a word
unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import Inline
from tungbuoc.lesson.model import Lesson, Section, Step
from tungbuoc.lesson.tree import Body, Heading, Item, ListBlock, Paragraph, TableBlock

What = Literal[
    "title",
    "words",
    "picture",
    "minutes",
    "question",
    "answer",
    "right answer",
    "right reason",
    "wrong reason",
]

DASH = " — "
_MINUTES = re.compile(r"^(\d+ (?:phút|minutes?)):\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][”\"’)])\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, or the description of a picture, at `line` of the file."""

    line: int
    text: str
    what: What = "words"


@dataclass(frozen=True, slots=True)
class SaidPart:
    """A section or step in the order of the file; `number` and `key` are a step's."""

    kind: str
    title: str
    line: int
    said: tuple[Said, ...]
    number: int = 0
    key: str = ""


def said(lesson: Lesson) -> tuple[SaidPart, ...]:
    """Every part of a lesson, form or page that says anything; what stands above the first H2 has no
    title."""
    parts = (_part(section) for section in lesson.parts())
    return tuple(part for part in parts if part.title or part.said)


def _part(section: Section) -> SaidPart:
    found = tuple(_of_body(section.body, section.kind))
    if isinstance(section, Step):
        return SaidPart(section.kind, section.title, section.line, found, section.number, section.key or "")
    return SaidPart(section.kind, section.title, section.line, found)


def _of_body(body: Body, kind: str) -> Iterator[Said]:
    for block in body.blocks:
        if isinstance(block, Heading):
            yield from _sentences(block.text, "question" if kind == grammar.QUIZ else "words")
        elif isinstance(block, Paragraph):
            yield from _sentences(block.text)
        elif isinstance(block, TableBlock):
            for row in (block.head, *block.rows):
                yield from (one for cell in row.cells for one in _sentences(cell))
        elif isinstance(block, ListBlock):
            yield from _of_items(block.items, kind)


def _of_items(items: Iterable[Item], kind: str) -> Iterator[Said]:
    for item in items:
        if kind == grammar.QUIZ and item.task:
            right = item.mark == "x"
            yield from _halves(
                item.text, "right answer" if right else "answer", "right reason" if right else "wrong reason"
            )
        elif kind == grammar.TROUBLE:
            yield from _halves(item.text, "words", "words")
        elif kind == grammar.TRAINER:
            yield from _timed(item.text)
        else:
            yield from _sentences(item.text)
        yield from _of_items(item.items, kind)


def _halves(text: Inline, before: What, after: What) -> Iterator[Said]:
    """“Answer — reason”: paper sets the two apart, without the dash."""
    what = before
    for run in _runs(text):
        if run.what == "words" and what is before and DASH in run.text:
            first, _, rest = run.text.partition(DASH)
            yield from run.piece(first).sentences(before)
            yield from run.piece(rest, len(first) + len(DASH)).sentences(after)
            what = after
        else:
            yield from run.sentences(what)


def _timed(text: Inline) -> Iterator[Said]:
    """“5 phút: Khởi động.”: the time stands in a column of its own."""
    for index, run in enumerate(_runs(text)):
        match = _MINUTES.match(run.text) if index == 0 else None
        if match:
            yield Said(run.line(0), match[1], "minutes")
            run = run.piece(run.text[match.end() :], match.end())
        yield from run.sentences("words")


def _sentences(text: Inline, what: What = "words") -> Iterator[Said]:
    for run in _runs(text):
        yield from run.sentences(what)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words without a gap, or one picture; `places` are pairs of an offset in the words and one in the raw
    text."""

    text: str
    what: Literal["words", "picture"]
    raw: Inline
    places: tuple[tuple[int, int], ...]
    before: int = 0

    def piece(self, text: str, start: int = 0) -> _Stretch:
        return _Stretch(text, self.what, self.raw, self.places, self.before + start)

    def line(self, offset: int) -> int:
        at = self.before + offset
        words, raw = max(place for place in self.places if place[0] <= at)
        return self.raw.line_at(raw + at - words)

    def sentences(self, what: What) -> Iterator[Said]:
        if self.what == "picture":
            yield Said(self.line(0), self.text, "picture")
            return
        at = 0
        for sentence in _SENTENCE_END.split(self.text):
            start = self.text.index(sentence, at)
            at = start + len(sentence)
            shown = " ".join(sentence.split())
            if shown:
                yield Said(self.line(start + len(sentence) - len(sentence.lstrip())), shown, what)


def _runs(text: Inline) -> Iterator[_Stretch]:
    words, places = "", list[tuple[int, int]]()
    for span in text.spans:
        if span.kind in ("words", "code", "link"):
            places.append((len(words), span.start))
            words += span.text
            continue
        if words.strip():
            yield _Stretch(words, "words", text, tuple(places))
        words, places = "", []
        if span.kind == "picture" and span.text.strip():
            yield _Stretch(" ".join(span.text.split()), "picture", text, ((0, span.start),))
    if words.strip():
        yield _Stretch(words, "words", text, tuple(places))
