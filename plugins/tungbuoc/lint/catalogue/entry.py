"""One problem as the editors' guide explains it."""

from __future__ import annotations

from dataclasses import dataclass

from tungbuoc.lesson.problems import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """`code` is the stable name, `title` a few words, `advice` why and how to mend it (Vietnamese sentences).

    `bad` and `good` are pieces of a file; in round brackets where a piece cannot be shown. An `error` stops a
    build.
    """

    code: str
    severity: Severity
    title: str
    advice: str
    bad: str
    good: str
