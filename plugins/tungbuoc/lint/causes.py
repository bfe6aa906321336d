"""Causes before consequences: what keeps a file from being read as it was meant is told first, and alone.

A step that a missing ``` or a spoilt heading swallows looks like a lost code, a wrong number, an empty
section; every one of those messages would advise something that does harm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.spoilt import SPOILT
from tungbuoc.lesson.text import UNREAD
from tungbuoc.lint.leftovers import UNPUBLISHED

CAUSES = UNREAD | SPOILT | {"T03", "T06"}
_FRONT = frozenset({"F01", "F02", "F03", "F04", "F05"})
_NEED_FRONT = frozenset({"B03", "K01", "K02", "K03", "K05"})
"""Advised by “run fix”, which gives no codes to a lesson whose front matter it cannot read."""


def damaged(problems: Iterable[Problem]) -> dict[str, Problem]:
    """Path → its first cause, for every file that is not to be judged or mended any further."""
    found: dict[str, Problem] = {}
    for problem in sorted(problems):
        if problem.code in CAUSES:
            found.setdefault(problem.path, problem)
    return found


def causes_first(problems: Collection[Problem]) -> list[Problem]:
    """The problems without those that follow from another one of the same file."""
    closed = damaged(problems)
    frontless = {problem.path for problem in problems if problem.code in _FRONT}
    needed = {problem.path for problem in problems if problem.code == "C08"}
    asked = {(problem.path, problem.line) for problem in problems if problem.code in ("K10", "K11")}

    def follows(problem: Problem) -> bool:
        if problem.path in closed:
            return problem.code not in CAUSES
        if problem.path in needed and problem.code in UNPUBLISHED:
            return True
        unnamed = problem.path in frontless and problem.code in _NEED_FRONT
        return unnamed or (problem.code == "B03" and (problem.path, problem.line) in asked)

    return [problem for problem in problems if not follows(problem)]
