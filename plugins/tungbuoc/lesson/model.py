"""A lesson as a value: what the scanner found, with the line of everything."""

from __future__ import annotations

from dataclasses import dataclass, field

from tungbuoc.lesson import grammar
from tungbuoc.lesson.front import Front
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.screens import Screen
from tungbuoc.lesson.tree import Body


@dataclass(frozen=True, slots=True)
class ScreenBlock:
    """A `phone` fence: its YAML, the file's line of the first YAML line, and the screen (None when it is
    wrong)."""

    source: str
    line: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class Section:
    """An H2 and all below it up to the next: `lines` of the file from `line + 1` on, and the `body` that was
    read from them.

    What stands outside every section has neither title nor heading; its `line` is the one above it.
    """

    title: str
    line: int
    lines: tuple[str, ...]
    body: Body = field(default_factory=Body)

    @property
    def kind(self) -> str:
        """What printables pick it by: one of `grammar.TITLES`, whatever its title calls the reader;
        `grammar.UNKNOWN` else."""
        return grammar.kind_of(self.title)


@dataclass(frozen=True, slots=True)
class Step(Section):
    """A section that begins `Bước <n>:`; `title` is without number and key.

    `key` is the five digits as typed when the whole pattern matched, else None; whether the check digit holds
    is for `permalink` to say. `video_raw` is the text after `Video:`; the body is without video and screens.
    """

    @property
    def kind(self) -> str:
        """A step is a step, whatever its title."""
        return grammar.STEPS

    number: int = 0
    key: str | None = None
    video_raw: str | None = None
    video_line: int = 0
    screens: tuple[ScreenBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """One Markdown file. `front` is None when the front matter is missing or wrong; `title` is empty
    without an H1."""

    path: str
    source: str
    front: Front | None
    title: str
    title_line: int
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    body_line: int = 1
    outside: tuple[Section, ...] = ()

    def parts(self) -> list[Section]:
        """Sections, steps and what stands outside them, in the order of the file."""
        return sorted((*self.sections, *self.steps, *self.outside), key=lambda part: part.line)

    def section(self, kind: str) -> Section | None:
        """The first section of that kind."""
        return next((section for section in self.sections if section.kind == kind), None)

    @property
    def code(self) -> str:
        """The lesson's code, `B2`, or empty when the front matter is unreadable."""
        return self.front.code if self.front else ""


@dataclass(frozen=True, slots=True)
class Scan:
    """What `scan` gives: the lesson and everything the grammar has to say against it."""

    lesson: Lesson
    problems: tuple[Problem, ...] = field(default=())
