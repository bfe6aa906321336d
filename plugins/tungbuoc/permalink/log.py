"""An append-only log as a CSV file in git: what was promised on paper, a row an event. The ledger and the
editions are two.

Two editors' rows may arrive in any order, a header twice (`merge=union`), line ends and a byte-order mark as
a spreadsheet left them. What cannot be read is told with its line, and every other row still counts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.text import CONFLICT, is_mark, read_text

LogRow = TypeVar("LogRow")


@dataclass(frozen=True, slots=True)
class Log(Generic[LogRow]):
    """One log: `name` as people call it (“sổ mã”), `code` of its problems, a row's cells → the row or what is
    wrong with them, and back.

    `parse` gets the stripped cells, as many as there are `fields`, and the file's line.
    """

    path: str
    fields: tuple[str, ...]
    name: str
    code: str
    parse: Callable[[Sequence[str], int], LogRow | str]
    cells: Callable[[LogRow], Sequence[str]]

    @property
    def header(self) -> str:
        """The first line of the file."""
        return ",".join(self.fields) + "\n"

    def read(self, content: bytes | str) -> tuple[list[LogRow], list[Problem]]:
        """The file → its rows in the file's order, exact repeats dropped, and what is wrong. An empty file is
        an empty log.

        Of a file in which a merge left two sides the rows of both are read, and nothing is told but that.
        """
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        text = read_text(
            b"".join(b"\n" if is_mark(line) else line for line in data.splitlines(keepends=True)), self.path
        )
        if isinstance(text, Problem):
            return [], [text]
        rows: dict[LogRow, None] = {}
        problems: list[Problem] = []
        reader = csv.reader(io.StringIO(text))
        for cells in self._cells(reader, problems):
            if not cells or tuple(cells) == self.fields:
                continue
            row = self._row(cells, reader.line_num)
            if isinstance(row, Problem):
                problems.append(row)
            else:
                rows.setdefault(row)
        return list(rows), self._conflict(data) or problems

    def lines(self, rows: Iterable[LogRow]) -> str:
        """Rows as CSV lines to append, each ending with a newline."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(self.cells(row) for row in rows)
        return out.getvalue()

    def appended(self, before: bytes, rows: Iterable[LogRow]) -> bytes:
        """The file with rows added at its end; nothing that is there changes. An empty file gets its
        header first."""
        start = before or self.header.encode()
        return start + (b"" if start.endswith((b"\n", b"\r")) else b"\n") + self.lines(rows).encode()

    def _conflict(self, data: bytes) -> list[Problem]:
        """A merge that stopped half way: nobody chooses between two sides of a log, both are kept."""
        marks = [i for i, line in enumerate(data.splitlines(), 1) if is_mark(line)]
        fix = "Chạy «tungbuoc fix»: máy giữ dòng của cả hai bên."
        return (
            [
                Problem(
                    self.path,
                    marks[0],
                    CONFLICT,
                    f"Git để lại hai bản của cùng một đoạn ở đây, trong {self.name}.",
                    fix,
                )
            ]
            if marks
            else []
        )

    def _row(self, cells: list[str], line: int) -> LogRow | Problem:
        wanted = len(self.fields)
        row = (
            self.parse([cell.strip() for cell in cells], line)
            if len(cells) == wanted
            else f"có {len(cells)} ô, phải có {wanted}"
        )
        if isinstance(row, str):
            fix = f"Lấy lại dòng đó từ bản trước; không sửa {self.name} bằng tay."
            return Problem(
                self.path, line, self.code, f"Dòng này của {self.name} không đọc được: {row}.", fix
            )
        return row

    def _cells(self, reader: Any, problems: list[Problem]) -> Iterator[list[str]]:
        """Rows of the reader up to the first that no CSV can be (a field of more than 128 kB)."""
        try:
            yield from reader
        except csv.Error:
            text = f"Từ dòng này {self.name} không đọc được."
            problems.append(
                Problem(self.path, reader.line_num, self.code, text, f"Lấy lại {self.name} từ bản trước.")
            )


def both_sides(content: bytes) -> bytes:
    """A log in which git left two sides → one with the rows of both, each once, in their order; any other
    log as it is."""
    lines = content.splitlines(keepends=True)
    if not any(is_mark(line) for line in lines):
        return content
    return b"".join(
        dict.fromkeys(
            line if line.endswith((b"\n", b"\r")) else line + b"\n" for line in lines if not is_mark(line)
        )
    )
