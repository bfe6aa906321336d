"""The ledger: an append-only log of every code ever issued, `date,code,event,lesson,step_title,replaced_by,host`.

A code's last row is its state. Two editors' rows may arrive in any order (`merge=union`), so rows of one code are
ordered by date, then by event (issued before moved before retired).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from tungbuoc.lesson.problems import Problem
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.log import Log

Event = Literal["issued", "moved", "retired"]
PATH = "print/codes.csv"
_RANK = {event: rank for rank, event in enumerate(get_args(Event))}


@dataclass(frozen=True, slots=True)
class Row:
    """One event. `lesson` is the lesson's code (`B2`); `host` is empty while the site has no public address."""

    date: str
    code: str
    event: Event
    lesson: str
    step_title: str
    replaced_by: str = ""
    host: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows, and the state of every code: its last row."""

    rows: tuple[Row, ...]
    state: dict[str, Row]

    @property
    def live(self) -> dict[str, Row]:
        """Codes that must lead somewhere: issued or moved, not retired."""
        return {code: row for code, row in self.state.items() if row.event != "retired"}

    @property
    def retired(self) -> dict[str, Row]:
        """Codes that serve a page which says what replaced them."""
        return {code: row for code, row in self.state.items() if row.event == "retired"}

    def hosts(self) -> dict[str, int]:
        """Public hosts that printed codes name → the line of one such row."""
        return {row.host: row.line for row in self.state.values() if row.host}


def read(content: bytes | str) -> tuple[Ledger, list[Problem]]:
    """The CSV file → the ledger and what is wrong with it. An empty file is an empty ledger."""
    rows, problems = LOG.read(content)
    return make(rows), problems


def make(rows: Iterable[Row]) -> Ledger:
    """Rows → ledger, dropping exact repeats that a merge of two branches may leave."""
    kept = list(dict.fromkeys(rows))
    ordered = sorted(kept, key=lambda row: (row.date, _RANK[row.event]))
    return Ledger(tuple(kept), {row.code: row for row in ordered})


def lines(rows: Iterable[Row]) -> str:
    """Rows as CSV lines to append, each ending with a newline."""
    return LOG.lines(rows)


def _parse(cells: Sequence[str], line: int) -> Row | str:
    date, code, event, lesson, title, replaced_by, host = cells
    if not is_key(code):
        return f"mã «{code}» sai"
    if event not in _RANK:
        return f"việc «{event}» lạ"
    return Row(date, code, cast(Event, event), lesson, title, replaced_by, host, line)


def _cells(row: Row) -> Sequence[str]:
    return (row.date, row.code, row.event, row.lesson, row.step_title, row.replaced_by, row.host)


LOG = Log(PATH, ("date", "code", "event", "lesson", "step_title", "replaced_by", "host"), "sổ mã", "L01", _parse, _cells)
HEADER = LOG.header
