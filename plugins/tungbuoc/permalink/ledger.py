"""The ledger: an append-only log of every code ever issued, `date,code,event,lesson,step_title,replaced_by,host`.

A code's last row is its state. Two editors' rows may arrive in any order (`merge=union`), so rows of one code are
ordered by date, then by event (issued before moved before retired).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

from tungbuoc.lesson.problems import Problem
from tungbuoc.permalink.keys import is_key

Event = Literal["issued", "moved", "retired"]
FIELDS = ("date", "code", "event", "lesson", "step_title", "replaced_by", "host")
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


def read(text: str, *, path: str = PATH) -> tuple[Ledger, list[Problem]]:
    """The CSV's text → the ledger and what is wrong with it. An empty text is an empty ledger."""
    rows: list[Row] = []
    problems: list[Problem] = []
    # Lines end as a spreadsheet, git or an editor ended them; a lone \r would stop the reader.
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=None))
    for fields in _fields(reader, path, problems):
        if not fields or tuple(fields) == FIELDS or fields[0].startswith(("<<<<", "====", ">>>>")):
            if fields and fields[0].startswith("<"):
                fix = "Xóa các dòng <<<<, ====, >>>>, giữ mọi dòng mã."
                problems.append(Problem(path, reader.line_num, "L01", "Sổ mã còn dấu gộp của git.", fix))
            continue
        row = _row(fields, reader.line_num)
        if isinstance(row, str):
            fix = "Lấy lại dòng đó từ bản trước; không sửa sổ mã bằng tay."
            problems.append(Problem(path, reader.line_num, "L01", f"Dòng này của sổ mã không đọc được: {row}.", fix))
        else:
            rows.append(row)
    return make(rows), problems


def _fields(reader: Any, path: str, problems: list[Problem]) -> Iterator[list[str]]:
    """Rows of the reader up to the first that no CSV can be (a field of more than 128 kB)."""
    try:
        yield from reader
    except csv.Error:
        problems.append(Problem(path, reader.line_num, "L01", "Từ dòng này sổ mã không đọc được.", "Lấy lại sổ mã từ bản trước."))


def make(rows: Iterable[Row]) -> Ledger:
    """Rows → ledger, dropping exact repeats that a merge of two branches may leave."""
    kept = list(dict.fromkeys(rows))
    ordered = sorted(kept, key=lambda row: (row.date, _RANK[row.event]))
    return Ledger(tuple(kept), {row.code: row for row in ordered})


def lines(rows: Iterable[Row]) -> str:
    """Rows as CSV lines to append, each ending with a newline."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([row.date, row.code, row.event, row.lesson, row.step_title, row.replaced_by, row.host])
    return out.getvalue()


HEADER = ",".join(FIELDS) + "\n"


def _row(fields: list[str], line: int) -> Row | str:
    if len(fields) != len(FIELDS):
        return f"có {len(fields)} ô, phải có {len(FIELDS)}"
    date, code, event, lesson, title, replaced_by, host = (field.strip() for field in fields)
    if not is_key(code):
        return f"mã «{code}» sai"
    if event not in _RANK:
        return f"việc «{event}» lạ"
    return Row(date, code, cast(Event, event), lesson, title, replaced_by, host, line)
