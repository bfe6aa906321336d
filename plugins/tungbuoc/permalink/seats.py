"""Where every code stands, and what is known of where it belongs: the ledger's lesson and titles, and the
last commit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.ledger import Ledger
from tungbuoc.permalink.likeness import alike, same

_DIGITS = re.compile(r"(?<!\d)\d{5}(?!\d)")
_MISSED = re.compile(r"\{|#\d{4,6}\b")
TEXT, SAME_TEXT = 0.6, 0.9
"""How much of a step's text must be as it was to be that step's, and to be surely that step's."""
SeatPlace = tuple[str, int]
"""A step's heading: the file and the line."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A step in its lesson."""

    lesson: Lesson
    step: Step

    @property
    def place(self) -> SeatPlace:
        """Its heading, by which plans name it."""
        return self.lesson.path, self.step.line

    @property
    def body(self) -> frozenset[str]:
        """The lines below its heading, blank ones and indents left out."""
        return frozenset(line.strip() for line in self.step.lines if line.strip())


def seats(lessons: Iterable[Lesson]) -> list[Seat]:
    """Every step, in the order of the lessons."""
    return [Seat(lesson, step) for lesson in lessons for step in lesson.steps]


def seated(found: Iterable[Seat]) -> dict[str, list[Seat]]:
    """Key → every step that carries it."""
    where: dict[str, list[Seat]] = defaultdict(list)
    for seat in found:
        if seat.step.key:
            where[seat.step.key].append(seat)
    return dict(where)


def is_missed(step: Step) -> bool:
    """Whether somebody meant a key in the heading that is none: it is told, never overwritten by another."""
    return step.key is None and bool(_MISSED.search(step.title))


def near_miss(step: Step) -> str:
    """The code that a heading holds in a wrong form (`{# 48217 }`, `#48217`); empty for none."""
    found = [digits for digits in _DIGITS.findall(step.title) if is_key(digits)] if is_missed(step) else []
    return found[0] if len(found) == 1 else ""


@dataclass(frozen=True)  # without slots: `_before` is worked out once
class Memory:
    """What paper and the last commit say of a code. `committed` is the last commit's lessons by path,
    empty without git."""

    ledger: Ledger
    committed: Mapping[str, Lesson]

    def home(self, code: str, lesson: Lesson) -> int:
        """3 when the last commit has the code in this very file, 2 when the ledger names this lesson, 1
        when it names the lesson that most codes of this one come from (it moved and has another code now),
        else 0."""
        before = self.committed.get(lesson.path)
        if before and any(step.key == code for step in before.steps):
            return 3
        row = self.ledger.state.get(code)
        if row is None:
            return 0
        return 2 if row.lesson == lesson.code != "" else int(row.lesson == self._origin(lesson))

    def _origin(self, lesson: Lesson) -> str:
        """The lesson that the ledger names for more than half of a lesson's codes; empty for none."""
        rows = [self.ledger.state[step.key].lesson for step in lesson.steps if step.key in self.ledger.state]
        found, count = Counter(rows).most_common(1)[0] if rows else ("", 0)
        return found if 2 * count > len(rows) else ""

    def titles(self, code: str) -> set[str]:
        """Every title the code is known by."""
        return self.ledger.titles(code) | {seat.step.title for seat in self._before.get(code, ())}

    def title(self, code: str, title: str) -> int:
        """2 when the code is known by this title, 1 when by one like it, else 0."""
        known = self.titles(code)
        return (
            2
            if any(same(title, other) for other in known)
            else int(any(alike(title, other) for other in known))
        )

    def body(self, code: str, seat: Seat) -> float:
        """How much of the step's text the last commit has under the code: 0 to 1."""
        here = seat.body
        return max((_shared(before.body, here) for before in self._before.get(code, ())), default=0.0)

    def has_text(self, code: str) -> bool:
        """Whether the last commit has a step with the code."""
        return code in self._before

    def order(self, lesson: Lesson) -> list[str]:
        """The codes of a lesson in the order its steps had."""
        before = self.committed.get(lesson.path)
        if before:
            return [step.key for step in before.steps if step.key]
        return list(dict.fromkeys(row.code for row in self.ledger.rows if row.lesson == lesson.code))

    def evidence(self, code: str, seat: Seat) -> tuple[int, int, float]:
        """How much speaks for the code being this step's: its home, its title, its text."""
        return (
            self.home(code, seat.lesson),
            self.title(code, seat.step.title),
            round(self.body(code, seat), 2),
        )

    @cached_property
    def _before(self) -> dict[str, list[Seat]]:
        return seated(seats(self.committed.values()))


def keeper(where: Sequence[Seat], code: str, memory: Memory, missing: Collection[str] = ()) -> Seat | None:
    """Of several steps with one key the one whose it is: by the last commit's file, the ledger's lesson, the
    text, the title.

    None when nothing tells them apart and they are not the same words in one lesson. A title alone does not,
    for a step may have been copied for its title, and then been given another; it does among steps of the
    same words, and where the others have the titles of codes in `missing`, which no step carries.
    """

    def weight(seat: Seat) -> tuple[float, ...]:
        home, title, text = memory.evidence(code, seat)
        words = (title, text) if by_title or text >= TEXT else (0, 0)
        return home == 3, text >= SAME_TEXT, home, *words  # a step that moved takes its words along

    by_title = len({seat.body for seat in where}) == 1 or all(
        memory.title(code, seat.step.title) == 2
        or any(
            memory.home(other, seat.lesson) and memory.title(other, seat.step.title) == 2 for other in missing
        )
        for seat in where
    )
    best = max(map(weight, where))
    first = [seat for seat in where if weight(seat) == best]
    alone = len({(seat.lesson.path, seat.step.title, seat.body) for seat in first}) == 1
    return first[0] if alone else None


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
