"""What a rule is: a function from the context of one lesson to what it found, known by its stable code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.problems import quoted
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.data import Data
from tungbuoc.lint.prose import JoinedText, Passage, Sentence

FORMS = "docs/mau/"
"""Where blank forms lie."""


class Found(NamedTuple):
    """One thing a rule has to say: the file's line, what is wrong, how to mend it (Vietnamese sentences)."""

    line: int
    text: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at; nothing is read and no clock asked while rules run.

    `passages` are the lesson's words, the texts the same joined: `every` with labels of screens and without
    code, `own` without both, `bare` without other people's words in “ ” too, `printed` all that reaches
    paper; `headings` are every heading outside fences as (line, level, text); `form` is its form of address
    (bác, cô chú, bạn); `anchors` maps every Markdown page of the site (path below the project) to the ids its
    headings have; `sizes` every file under `docs/` to its bytes; `pictures` the content of every picture of
    at most 1 MB.
    """

    lesson: Lesson
    passages: tuple[Passage, ...]
    every: JoinedText
    own: JoinedText
    bare: JoinedText
    printed: JoinedText
    headings: tuple[tuple[int, int, str], ...]
    form: str
    course: CourseOptions | None
    data: Data
    today: dt.date
    lessons: tuple[Lesson, ...]
    anchors: Mapping[str, frozenset[str]]
    sizes: Mapping[str, int]
    pictures: Mapping[str, bytes]

    @property
    def words(self) -> Wording:
        """How the course speaks; as anybody would where nothing says which course it is."""
        return self.course.words if self.course else Wording()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of address that a lesson of this course may have."""
        return tuple(dict.fromkeys((*grammar.READERS, self.words.reader, self.words.people)))

    @property
    def is_page(self) -> bool:
        """True for what is neither lesson nor form: pages that are read on the web only."""
        path = self.lesson.path
        return not path.startswith(FORMS) and all(lesson.path != path for lesson in self.lessons)

    def steps(self) -> list[tuple[Step, list[Passage]]]:
        """Every step with its words: paragraphs and items, not its heading and screens."""
        words: list[list[Passage]] = [[] for _ in self.lesson.steps]
        for passage in self.passages:
            if passage.step and passage.kind in ("paragraph", "item", "number"):
                words[passage.step - 1].append(passage)
        return list(zip(self.lesson.steps, words, strict=True))

    def sentences(self) -> Iterable[tuple[Passage, Sentence]]:
        """Every sentence with the passage it stands in."""
        return ((passage, sentence) for passage in self.passages for sentence in passage.sentences)


__all__ = ["RULES", "Context", "Found", "Rule", "front_line", "quoted", "rule"]

Rule = Callable[[Context], Iterable[Found]]
RULES: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a function under its code; severity, advice and examples stand in the catalogue under the same
    code."""

    def enter(function: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"two rules have the code {code}")
        RULES[code] = function
        return function

    return enter


def front_line(lesson: Lesson, field: str) -> int:
    """The file's line of a field of the front matter; 1 when it is not there."""
    lines = lesson.source.split("\n", lesson.body_line)[: lesson.body_line]
    return next((i for i, text in enumerate(lines, 1) if text.startswith(f"{field}:")), 1)
