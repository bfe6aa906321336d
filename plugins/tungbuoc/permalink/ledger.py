"""The ledger: an append-only log of every code ever issued,
`date,code,event,lesson,step_title,replaced_by,host`.

The last row of a code says where it stands; a retirement holds until a later `restored` ends it, and the last
one says what replaced the code. Two editors' rows may arrive in any order (`merge=union`), so rows of one
code are ordered by date, on one day by event (a code is issued before it moves, and retired in the evening),
and only then as they stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tungbuoc.lesson.problems import Problem
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.log import Log

Event = Literal["issued", "moved", "renamed", "retired", "restored"]
"""`renamed`: the step's title of now is the one that counts (printed in an edition, or confirmed by a
person)."""

PATH = "print/codes.csv"
_RANK: dict[Event, int] = {"issued": 0, "moved": 1, "renamed": 1, "retired": 2, "restored": 2}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One event. `lesson` is the lesson's code (`B2`); `host` is empty while the site has no public
    address."""

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
    """All rows, the state of every code (its last row, or its retirement), and the title that its paper
    carries."""

    rows: tuple[LedgerRow, ...]
    state: dict[str, LedgerRow]
    printed: dict[str, str] = field(default_factory=dict)

    @property
    def live(self) -> dict[str, LedgerRow]:
        """Codes that must lead somewhere: issued or moved, not retired."""
        return {code: row for code, row in self.state.items() if row.event != "retired"}

    @property
    def retired(self) -> dict[str, LedgerRow]:
        """Codes that serve a page which says what replaced them."""
        return {code: row for code, row in self.state.items() if row.event == "retired"}

    def titles(self, code: str) -> set[str]:
        """What a code's step is known by: its title where it last stood, and the one on paper; empty names
        left out."""
        return (
            {title for title in (self.state[code].step_title, self.printed.get(code, "")) if title}
            if code in self.state
            else set()
        )

    def lessons(self) -> set[str]:
        """Every code of a lesson that a row names: they stand on paper and are not given to another
        lesson."""
        return {row.lesson for row in self.rows}

    def hosts(self) -> dict[str, int]:
        """Public hosts that printed codes name → the line of one such row."""
        return {row.host: row.line for row in self.state.values() if row.host}


def read(content: bytes | str) -> tuple[Ledger, list[Problem]]:
    """The CSV file → the ledger and what is wrong with it. An empty file is an empty ledger."""
    rows, problems = LOG.read(content)
    return make(rows), problems


def missing(content: bytes, committed: bytes) -> list[LedgerRow]:
    """Rows that the last commit has and the file has not: nothing is ever taken out of the ledger."""
    there, problems = LOG.read(content)
    if any(problem.code != LOG.code for problem in problems):
        return []  # a file that is no text has no rows to compare
    return [row for row in LOG.read(committed)[0] if row not in set(there)]


def without_broken(content: bytes, rows: Iterable[LedgerRow]) -> bytes:
    """The file without those lines of it that cannot be read and begin like one of `rows`, which are about
    to be written again."""
    _, problems = LOG.read(content)
    broken = {problem.line for problem in problems}
    codes = [row.code.encode() for row in rows]
    lines = content.splitlines(keepends=True)
    return b"".join(
        line for i, line in enumerate(lines, 1) if not (i in broken and any(code in line for code in codes))
    )


def make(rows: Iterable[LedgerRow]) -> Ledger:
    """Rows → ledger, dropping exact repeats that a merge of two branches may leave."""
    kept = list(dict.fromkeys(rows))
    state: dict[str, LedgerRow] = {}
    ended: dict[str, LedgerRow] = {}
    printed: dict[str, str] = {}
    for row in sorted(kept, key=lambda row: (row.date, _RANK[row.event])):
        if row.event == "retired":
            ended[row.code] = row
            continue
        state[row.code] = row
        if row.event == "restored":
            ended.pop(row.code, None)
        if row.event in ("issued", "renamed"):
            printed[row.code] = row.step_title
    return Ledger(tuple(kept), state | ended, printed)


def renamed(book: Ledger, printed: Mapping[str, str], today: str) -> tuple[LedgerRow, ...]:
    """The rows that a release adds: a code that goes on paper with another title than it last did
    (`printed`: code → title)."""
    return tuple(
        LedgerRow(today, code, "renamed", book.live[code].lesson, title, "", book.live[code].host)
        for code, title in printed.items() if code in book.live and book.printed.get(code) != title
    )  # fmt: skip


def lines(rows: Iterable[LedgerRow]) -> str:
    """Rows as CSV lines to append, each ending with a newline."""
    return LOG.lines(rows)


def _parse(cells: Sequence[str], line: int) -> LedgerRow | str:
    date, code, event, lesson, title, replaced_by, host = cells
    if not is_key(code):
        return f"mã «{code}» sai"
    if event not in _RANK:
        return f"việc «{event}» lạ"
    return LedgerRow(date, code, event, lesson, title, replaced_by, host, line)


def _cells(row: LedgerRow) -> Sequence[str]:
    return (row.date, row.code, row.event, row.lesson, row.step_title, row.replaced_by, row.host)


LOG = Log(
    PATH,
    ("date", "code", "event", "lesson", "step_title", "replaced_by", "host"),
    "sổ mã",
    "L01",
    _parse,
    _cells,
)
HEADER = LOG.header
