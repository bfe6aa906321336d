"""Two lessons of one code: which keeps it, and the next free code for the other. Pure.

A lesson's code stands on paper like a step's, so codes that the ledger knows are never given again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tungbuoc.lesson.model import Lesson
from tungbuoc.permalink.ledger import Ledger

_CODE_LINE = re.compile(r"(?m)^(code:[ \t]*[\"']?)([A-Z][0-9]+)")


def free_code(letter: str, used: Iterable[str]) -> str:
    """The code after the highest of a topic's letter: `E9` where E1 to E8 are used."""
    numbers = [int(match[1]) for code in used if (match := re.fullmatch(rf"{letter}([0-9]+)", code))]
    return f"{letter}{max(numbers, default=0) + 1}"


def same_code(lessons: Iterable[Lesson]) -> dict[str, list[Lesson]]:
    """Code → the lessons that carry it, where there are several."""
    found: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        if lesson.code:
            found[lesson.code].append(lesson)
    return {code: group for code, group in found.items() if len(group) > 1}


def first_of(group: Sequence[Lesson], ledger: Ledger, committed: Mapping[str, Lesson]) -> Lesson | None:
    """The lesson that keeps the code: the only one that the last commit has, else the one whose steps were
    issued under it first.

    None for a copy that no commit can tell from what it was copied from: same code, same keys.
    """
    before = [
        lesson for lesson in group if lesson.path in committed and committed[lesson.path].code == lesson.code
    ]
    if len(before) == 1:
        return before[0]
    keys = [_keys(lesson) for lesson in group]
    if any(one & other for i, one in enumerate(keys) for other in keys[i + 1 :]):
        return None
    return min(group, key=lambda lesson: (_issued(lesson, ledger), lesson.path))


def unsure(lessons: Iterable[Lesson], ledger: Ledger, committed: Mapping[str, Lesson]) -> dict[str, str]:
    """Path → path of another lesson with the same code and keys, where nobody can say which is the copy."""
    groups = [group for group in same_code(lessons).values() if first_of(group, ledger, committed) is None]
    return {lesson.path: group[group[0] is lesson].path for group in groups for lesson in group}


def recode(lessons: Sequence[Lesson], ledger: Ledger, committed: Mapping[str, Lesson]) -> dict[str, str]:
    """Path → new code, for every lesson whose code is another's."""
    used = {lesson.code for lesson in lessons} | ledger.lessons()
    made: dict[str, str] = {}
    for code, group in same_code(lessons).items():
        first = first_of(group, ledger, committed)
        for lesson in group if first else ():
            if lesson is not first:
                made[lesson.path] = free_code(code[0], used)
                used.add(made[lesson.path])
    return made


def write_code(source: str, code: str) -> str:
    """`source` with another code in its front matter; nothing else changes."""
    return _CODE_LINE.sub(lambda match: match[1] + code, source, count=1)


def _keys(lesson: Lesson) -> set[str]:
    return {step.key for step in lesson.steps if step.key}


def _issued(lesson: Lesson, ledger: Ledger) -> tuple[bool, str, int]:
    """When the lesson's first step was logged under its code, and as which row; later than all when none
    was."""
    keys = _keys(lesson)
    rows = [
        (row.date, i) for i, row in enumerate(ledger.rows) if row.code in keys and row.lesson == lesson.code
    ]
    return (not rows, *min(rows, default=("", 0)))
