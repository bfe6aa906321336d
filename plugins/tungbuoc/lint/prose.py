"""A lesson's tree as passages (paragraph, list item, heading, table row, label on a screen) and sentences,
each with its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import plain
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.screens import wordless
from tungbuoc.lesson.tree import Body, Heading, Item, Paragraph, TableBlock
from tungbuoc.lint.syllables import UPPER

PassageKind = Literal["paragraph", "item", "task", "number", "heading", "row", "label"]

_SENTENCE_END = re.compile(
    rf"(?<![.!?…])[.!?…]+(?:\*\*|[”\"’)])*\s+(?=(?:\*\*)?[“\"(]?(?:\*\*)?(?:[\d{UPPER}]|[a-z][A-Z]))"
)
_SCREEN_TEXT = re.compile(
    r"(?:^|[\s{,-])([a-z]+):[ \t]+(\[[^\]\[{]*\]|\"[^\"]*\"|'[^']*'|[^,}\[{\n][^,}\n]*)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its inline marks (`raw`) and without (`plain`); `line` is the file's line of its
    first letter."""

    line: int
    raw: str
    plain: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words. `section` is the kind of section it stands under, empty outside all of them; `step`
    counts the steps from 1, 0 elsewhere.

    `raw` keeps inline marks and line breaks, `plain` has neither; `mark` is `x` or a blank for a task, the
    number for a numbered item; `sentences` is empty for headings, rows, labels and what is a picture alone.
    """

    kind: PassageKind
    line: int
    raw: str
    section: str = ""
    step: int = 0
    mark: str = ""
    plain: str = ""
    sentences: tuple[Sentence, ...] = ()

    def line_at(self, offset: int) -> int:
        """The file's line of a place in `raw`."""
        return self.line + self.raw.count("\n", 0, offset)


PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
"""A picture as it is typed; its words are read out, they are no sentence of the lesson."""


@dataclass(frozen=True, slots=True)
class JoinedText:
    """Many passages as one string, so that a pattern runs over all of them at once; every place knows its
    file line."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """The file's line of a place in `text`."""
        return self.lines[bisect_right(self.starts, offset) - 1]

    def line_of(self, offset: int) -> str:
        """The words of the line that holds a place."""
        at = bisect_right(self.starts, offset) - 1
        return (
            self.text[self.starts[at] :].split("\n", 1)[0]
            if at + 1 == len(self.starts)
            else self.text[self.starts[at] : self.starts[at + 1] - 1]
        )

    def but(self, change: Callable[[str], str]) -> JoinedText:
        """The same with another text of the same length."""
        return JoinedText(change(self.text), self.starts, self.lines)


def join(found: Iterable[Passage]) -> JoinedText:
    """Passages → one text, a line of the file on each line."""
    parts = [(passage.line + i, part) for passage in found for i, part in enumerate(passage.raw.split("\n"))]
    starts = accumulate((len(part) + 1 for _, part in parts), initial=0)
    return JoinedText(
        "\n".join(part for _, part in parts),
        tuple(starts)[: len(parts)] or (0,),
        tuple(line for line, _ in parts) or (1,),
    )


def passage(
    kind: PassageKind, line: int, raw: str, section: str = "", step: int = 0, mark: str = ""
) -> Passage:
    """A passage with its plain words and its sentences, cut at full stops that a capital follows."""
    found: list[Sentence] = []
    start = 0
    if kind in ("paragraph", "item", "task", "number") and not PICTURE.fullmatch(raw.strip()):
        for end in [*(match.end() for match in _SENTENCE_END.finditer(raw)), len(raw)]:
            part = raw[start:end].strip()
            if part:
                found.append(Sentence(line + raw.count("\n", 0, start), part, plain(part).replace("\n", " ")))
            start = end
    return Passage(kind, line, raw, section, step, mark, plain(raw).replace("\n", " "), tuple(found))


def passages(lesson: Lesson) -> tuple[Passage, ...]:
    """Every passage of a lesson in the order of the file: its title, headings, sections, steps and screens.

    What stands outside every section (the title, words between it and the first section) has an empty
    section.
    """
    found = [passage("heading", lesson.title_line, lesson.title)] if lesson.title else []
    step = 0
    for section in lesson.parts():
        if isinstance(section, Step):
            step += 1
            found.append(passage("heading", section.line, section.title, grammar.STEPS, step))
            found += _of_body(section.body, grammar.STEPS, step)
            found += (label for block in section.screens for label in labels(block.source, block.line, step))
        else:
            if section.title:
                found.append(passage("heading", section.line, section.title, section.kind))
            found += _of_body(section.body, section.kind if section.title else "", 0)
    return tuple(found)


def source_lines(lesson: Lesson) -> list[str]:
    """The file's lines as the scanner counts them."""
    return lesson.source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def headings(lesson: Lesson) -> tuple[tuple[int, int, str], ...]:
    """(file line, level, text) of every heading outside fences."""
    body = source_lines(lesson)[lesson.body_line - 1 :]
    inside = grammar.inside_fences(grammar.fences(body)[0])
    return tuple(
        (lesson.body_line + i, *grammar.heading(text))
        for i, text in enumerate(body)
        if text.startswith("#") and i not in inside
    )


def labels(source: str, line: int, step: int) -> Iterator[Passage]:
    """The words a `phone` block shows, one passage each; `line` is the file's line of the YAML's first
    line."""
    for i, text in enumerate(source.split("\n")):
        for match in _SCREEN_TEXT.finditer(text):
            if match[1] == "key" or match[1] in wordless() or match[2] in ("true", "false", ""):
                continue
            values = (
                match[2].strip("[]").split(",")
                if match[2].startswith("[") and ":" not in match[2]
                else [match[2]]
            )
            for value in values:
                shown = value.strip().strip("\"'[]{}").strip()
                if shown:
                    yield passage("label", line + i, shown, grammar.STEPS, step)


def _of_body(body: Body, name: str, step: int) -> Iterator[Passage]:
    for block in body.blocks:
        if isinstance(block, Paragraph):
            yield passage("paragraph", block.text.line, block.text.raw, name, step)
        elif isinstance(block, Heading):
            yield passage("heading", block.text.line, block.text.raw, name, step)
        elif isinstance(block, TableBlock):
            for row in (block.head, *block.rows):
                yield passage("row", row.line, " | ".join(cell.raw for cell in row.cells), name, step)
        else:
            yield from _of_items(block.items, name, step)


def _of_items(items: tuple[Item, ...], name: str, step: int) -> Iterator[Passage]:
    for item in items:
        kind: PassageKind = "task" if item.task else "number" if item.mark else "item"
        mark = (item.mark.strip() or " ") if item.task else item.mark
        yield passage(kind, item.text.line, item.text.raw, name, step, mark)
        yield from _of_items(item.items, name, step)
