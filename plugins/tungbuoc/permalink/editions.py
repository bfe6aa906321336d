"""Editions: an append-only log of what was released, `lesson,format,edition,date,steps`; the date on paper is
a row's.

`steps` holds a digest for every step and one for the rest (`48217=1f0c9a2b …  khac=…`), so that a sheet in
somebody's hand can be told what changed since; `press.releases` compares them with the lessons of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tungbuoc.lesson.problems import Problem
from tungbuoc.permalink.log import Log

PATH = "print/editions.csv"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One lesson in one format, released; `steps` pairs each step's key, and `khac`, with its digest."""

    lesson: str
    format: str
    edition: int
    date: str
    steps: tuple[tuple[str, str], ...]


def _parse(cells: Sequence[str], line: int) -> EditionRow | str:  # noqa: ARG001 (every log's rows are parsed alike)
    lesson, format, edition, date, steps = cells
    pairs = [entry.partition("=") for entry in steps.split()]
    if not re.fullmatch(r"[0-9]{1,4}", edition):
        return f"ấn bản «{edition}» không phải số"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date):
        return f"ngày «{date}» sai"
    if not lesson or not format or any(not digest for _, _, digest in pairs):
        return "thiếu bài, khuôn hay dấu của một bước"
    return EditionRow(lesson, format, int(edition), date, tuple((key, digest) for key, _, digest in pairs))


def _cells(row: EditionRow) -> Sequence[str]:
    return (
        row.lesson,
        row.format,
        str(row.edition),
        row.date,
        " ".join(f"{key}={digest}" for key, digest in row.steps),
    )


LOG = Log(PATH, ("lesson", "format", "edition", "date", "steps"), "sổ ấn bản", "P30", _parse, _cells)
HEADER = LOG.header


def read(content: bytes | str) -> tuple[tuple[EditionRow, ...], list[Problem]]:
    """The file → its rows, the last of an edition kept, and what cannot be read. An empty file is an empty
    log."""
    rows, problems = LOG.read(content)
    return tuple({(row.lesson, row.format, row.edition): row for row in rows}.values()), problems


def lines(rows: Iterable[EditionRow]) -> str:
    """Rows as CSV lines to append, each ending with a newline."""
    return LOG.lines(rows)
