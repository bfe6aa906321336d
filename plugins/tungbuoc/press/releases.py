"""Editions against the lessons of today: what to release, which edition a sheet may name, what changed since
each.

A sheet whose words are not those of a released row says “bản thử”. The log itself is `permalink.editions`.
Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.lesson.galley import Galley
from tungbuoc.permalink.editions import EditionRow
from tungbuoc.works.fingerprint import fingerprint

REST = "khac"
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Past:
    """A released edition seen from today: the numbers of the steps that differ, and whether anything else
    does."""

    edition: int
    date: str
    changed: tuple[int, ...]
    rest: bool

    @property
    def current(self) -> bool:
        """Is a sheet of this edition still right?"""
        return not self.changed and not self.rest


def release(
    rows: Sequence[EditionRow], galleys: Sequence[Galley], formats: Mapping[str, Sequence[str]], today: str
) -> tuple[EditionRow, ...]:
    """The rows to append today. `formats` names the formats each lesson or translation is made in, by its
    name in the log.

    A lesson whose words are those of its last edition keeps that edition: only formats new to it are logged.
    """
    made: list[EditionRow] = []
    for galley in galleys:
        digests = digest(galley)
        last = _last(rows, name(galley))
        same = last is not None and dict(last.steps) == digests
        edition = last.edition if same and last else (last.edition + 1 if last else 1)
        date = last.date if same and last else today
        there = {row.format for row in rows if row.lesson == name(galley) and row.edition == edition}
        made += [
            EditionRow(name(galley), format, edition, date, tuple(digests.items()))
            for format in formats.get(name(galley), ())
            if format not in there
        ]
    return tuple(made)


def name(galley: Galley) -> str:
    """What the log calls a lesson, `A2`, or a translation, `A2-km`: its words are released by themselves."""
    return f"{galley.code}-{galley.language}" if galley.language else galley.code


def stamp(rows: Sequence[EditionRow], galley: Galley) -> tuple[str, str]:
    """Edition and date to print on the galley's sheets; both empty when these words were never released."""
    last = _last(rows, name(galley))
    return (str(last.edition), last.date) if last and dict(last.steps) == digest(galley) else ("", "")


def history(rows: Sequence[EditionRow], galley: Galley) -> tuple[Past, ...]:
    """Every released edition of the lesson, the newest first, compared with what the lesson says today."""
    now = digest(galley)
    by_edition = {row.edition: row for row in rows if row.lesson == galley.code}
    return tuple(_past(by_edition[edition], now, galley) for edition in sorted(by_edition, reverse=True))


def digest(galley: Galley) -> dict[str, str]:
    """A short digest of every step by its key, and of everything else that a reader of the sheet would
    notice."""
    steps = {
        step.key: fingerprint(step.number, step.title, step.html, [drawn.svg for drawn in step.screens])[
            :_DIGITS
        ]
        for step in galley.steps
    }
    rest = fingerprint(
        galley.title, galley.audience, galley.minutes,
        [(section.title, section.html) for section in galley.sections], list(galley.facts),
    )  # fmt: skip
    return {**steps, REST: rest[:_DIGITS]}


def _past(row: EditionRow, now: Mapping[str, str], galley: Galley) -> Past:
    then = dict(row.steps)
    changed = tuple(step.number for step in galley.steps if then.get(step.key) != now[step.key])
    gone = set(then) - set(now)
    return Past(row.edition, row.date, changed, bool(gone) or then.get(REST) != now[REST])


def _last(rows: Sequence[EditionRow], lesson: str) -> EditionRow | None:
    return max((row for row in rows if row.lesson == lesson), key=lambda row: row.edition, default=None)
