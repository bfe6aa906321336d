"""Editions: an append-only log of what was released, `lesson,format,edition,date,steps`; the date on paper is a row's.

`steps` holds a digest for every step and one for the rest (`48217=1f0c9a2b …  khac=…`), so that a sheet in somebody's
hand can be told what changed since. A sheet whose words are not those of a released row says “bản thử”. Pure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.lesson.problems import Problem
from tungbuoc.press.galley import Galley
from tungbuoc.works.fingerprint import fingerprint

PATH = "print/editions.csv"
FIELDS = ("lesson", "format", "edition", "date", "steps")
HEADER = ",".join(FIELDS) + "\n"
REST = "khac"
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One lesson in one format, released; `steps` maps each step's key, and `khac`, to its digest."""

    lesson: str
    format: str
    edition: int
    date: str
    steps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Past:
    """A released edition seen from today: the numbers of the steps that differ, and whether anything else does."""

    edition: int
    date: str
    changed: tuple[int, ...]
    rest: bool

    @property
    def current(self) -> bool:
        """Is a sheet of this edition still right?"""
        return not self.changed and not self.rest


def read(text: str, *, path: str = PATH) -> tuple[tuple[Row, ...], list[Problem]]:
    """The CSV's text → its rows, repeats dropped, and what cannot be read. An empty text is an empty log."""
    rows: dict[tuple[str, str, int], Row] = {}
    problems: list[Problem] = []
    reader = csv.reader(io.StringIO(text))
    for fields in reader:
        if not fields or tuple(fields) == FIELDS:
            continue
        row = _row(fields)
        if row is None:
            fix = "Lấy lại dòng đó từ bản trước; không sửa bằng tay."
            problems.append(Problem(path, reader.line_num, "P30", "Dòng này của sổ ấn bản không đọc được.", fix))
        else:
            rows[row.lesson, row.format, row.edition] = row
    return tuple(rows.values()), problems


def lines(rows: Iterable[Row]) -> str:
    """Rows as CSV lines to append, each ending with a newline."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([row.lesson, row.format, row.edition, row.date, " ".join(f"{key}={digest}" for key, digest in row.steps.items())])
    return out.getvalue()


def release(rows: Sequence[Row], galleys: Sequence[Galley], formats: Mapping[str, Sequence[str]], today: str) -> tuple[Row, ...]:
    """The rows to append today. `formats` names the formats each lesson is made in, by its code.

    A lesson whose words are those of its last edition keeps that edition: only formats new to it are logged.
    """
    made: list[Row] = []
    for galley in galleys:
        digests = digest(galley)
        last = _last(rows, galley.code)
        same = last is not None and dict(last.steps) == digests
        edition = last.edition if same and last else (last.edition + 1 if last else 1)
        date = last.date if same and last else today
        there = {row.format for row in rows if row.lesson == galley.code and row.edition == edition}
        made += [Row(galley.code, name, edition, date, digests) for name in formats.get(galley.code, ()) if name not in there]
    return tuple(made)


def stamp(rows: Sequence[Row], galley: Galley) -> tuple[str, str]:
    """Edition and date to print on the galley's sheets; both empty when these words were never released."""
    last = _last(rows, galley.code)
    return (str(last.edition), last.date) if last and dict(last.steps) == digest(galley) else ("", "")


def history(rows: Sequence[Row], galley: Galley) -> tuple[Past, ...]:
    """Every released edition of the lesson, the newest first, compared with what the lesson says today."""
    now = digest(galley)
    by_edition = {row.edition: row for row in rows if row.lesson == galley.code}
    return tuple(_past(by_edition[edition], now, galley) for edition in sorted(by_edition, reverse=True))


def digest(galley: Galley) -> dict[str, str]:
    """A short digest of every step by its key, and of everything else that a reader of the sheet would notice."""
    steps = {step.key: fingerprint(step.number, step.title, step.html, [drawn.svg for drawn in step.screens])[:_DIGITS] for step in galley.steps}
    rest = fingerprint(
        galley.title, galley.audience, galley.minutes,
        [(section.title, section.html) for section in galley.sections], list(galley.facts),
    )  # fmt: skip
    return {**steps, REST: rest[:_DIGITS]}


def _past(row: Row, now: Mapping[str, str], galley: Galley) -> Past:
    changed = tuple(step.number for step in galley.steps if row.steps.get(step.key) != now[step.key])
    gone = set(row.steps) - set(now)
    return Past(row.edition, row.date, changed, bool(gone) or row.steps.get(REST) != now[REST])


def _last(rows: Sequence[Row], lesson: str) -> Row | None:
    return max((row for row in rows if row.lesson == lesson), key=lambda row: row.edition, default=None)


def _row(fields: Sequence[str]) -> Row | None:
    if len(fields) != len(FIELDS):
        return None
    lesson, format, edition, date, steps = (field.strip() for field in fields)
    pairs = [entry.partition("=") for entry in steps.split()]
    if not edition.isdigit() or not re.fullmatch(r"\d{4}-\d\d-\d\d", date) or any(not digest for _, _, digest in pairs):
        return None
    return Row(lesson, format, int(edition), date, {key: digest for key, _, digest in pairs})
