"""What a rule is: a function from the context of one lesson to what it found, known by its stable code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.inline import without_code, without_targets
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.problems import quoted
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.data import Data
from tungbuoc.lint.inline import without_quotes
from tungbuoc.lint.prose import JoinedText, Passage, Sentence, headings, join, passages

FORMS = "docs/mau/"
"""Where blank forms lie."""


class Found(NamedTuple):
    """One thing a rule has to say: the file's line, what is wrong, how to mend it (Vietnamese sentences)."""

    line: int
    text: str
    fix: str = ""


@dataclass(frozen=True)
class Context:
    """All that a rule may look at of one lesson; nothing is read and no clock asked while rules run.

    `is_page` is True for what is neither lesson nor form: pages that are read on the web only.
    """

    lesson: Lesson
    course: CourseOptions | None
    data: Data
    today: dt.date
    is_page: bool

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The lesson's words."""
        return passages(self.lesson)

    @cached_property
    def every(self) -> JoinedText:
        """All words, labels of screens among them, without code."""
        return join(self.passages).but(without_code)

    @cached_property
    def own(self) -> JoinedText:
        """The words without code and without labels of screens."""
        return join(passage for passage in self.passages if passage.kind != "label").but(without_code)

    @cached_property
    def bare(self) -> JoinedText:
        """`own` without other people's words in “ ” too."""
        return self.own.but(without_quotes)

    @cached_property
    def printed(self) -> JoinedText:
        """All that reaches paper."""
        return join(self.passages).but(without_targets)

    @cached_property
    def headings(self) -> tuple[tuple[int, int, str], ...]:
        """Every heading outside fences as (line, level, text)."""
        return headings(self.lesson)

    @cached_property
    def misnamed(self) -> Mapping[int, str]:
        """Lines of headings that the grammar has, in another language than the lesson's → the heading to
        write."""
        found = {}
        for line, level, text in self.headings:
            right = grammar.heading_in(self.language, text) if level == 2 else text
            if right != text:
                ours = grammar.reader_in(right)
                found[line] = right.replace(ours, self.form) if ours else right
        return found

    @property
    def form(self) -> str:
        """The form of address that the outcomes' title names (bác, cô chú, bạn), else the course's."""
        section = self.lesson.section(grammar.OUTCOMES)
        return (grammar.reader_in(section.title) if section else "") or self.words.reader

    @property
    def words(self) -> Wording:
        """How the course speaks; as anybody would where nothing says which course it is."""
        return self.course.words if self.course else Wording()

    @property
    def language(self) -> str:
        """The language that the lesson is written in: the course's."""
        return self.words.language

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of address that a lesson of this course may have."""
        return tuple(dict.fromkeys((*grammar.READERS, self.words.reader, self.words.people)))

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


@dataclass(frozen=True, slots=True)
class Around:
    """What else there is in the project: `sizes` maps every file under `docs/` to its bytes, `pictures` every
    picture of at most 1 MB to its content; `anchors` gives the ids that the headings of a Markdown page of
    the site have (by its path below the project), None where there is no such page."""

    lessons: tuple[Lesson, ...]
    sizes: Mapping[str, int]
    pictures: Mapping[str, bytes]
    anchors: Callable[[str], frozenset[str] | None]


__all__ = [
    "RULES", "WIDE_RULES", "Around", "Context", "Found", "Rule", "WideRule", "front_line", "quoted", "rule",
    "wide_rule",
]  # fmt: skip

Rule = Callable[[Context], Iterable[Found]]
WideRule = Callable[[Context, Around], Iterable[Found]]
RULES: dict[str, Rule] = {}
WIDE_RULES: dict[str, WideRule] = {}
_Either = TypeVar("_Either", Rule, WideRule)


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enter a function under its code; severity, advice and examples stand in the catalogue under the same
    code. What it found in a lesson is remembered until that lesson, the data, the options or the day
    change."""
    return _entering(code, RULES)


def wide_rule(code: str) -> Callable[[WideRule], WideRule]:
    """Enter a function that looks at other files of the project too: it is asked at every check."""
    return _entering(code, WIDE_RULES)


def _entering(code: str, rules: dict[str, _Either]) -> Callable[[_Either], _Either]:
    def enter(function: _Either) -> _Either:
        if code in RULES or code in WIDE_RULES:
            raise ValueError(f"two rules have the code {code}")
        rules[code] = function
        return function

    return enter


def front_line(lesson: Lesson, field: str) -> int:
    """The file's line of a field of the front matter; 1 when it is not there."""
    lines = lesson.source.split("\n", lesson.body_line)[: lesson.body_line]
    return next((i for i, text in enumerate(lines, 1) if text.startswith(f"{field}:")), 1)
