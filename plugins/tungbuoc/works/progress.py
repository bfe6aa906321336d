"""One line on the terminal that says what is being made: «Đang in tờ 12/48: E1 – Tờ bài học». Silent
elsewhere.

Where it says what is counted, it also tells the pace: «Đang đóng tên tổ 12/31 · 40 tổ một phút · còn 1 phút:
Tổ …».
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Self, TextIO


class ProgressLine:
    """A line that rewrites itself; `label` is what is going on («Đang in tờ»), `counted` what is counted, for
    the pace («tổ»).

    Use as a context: leaving wipes the line.
    """

    def __init__(
        self,
        label: str,
        stream: TextIO | None = None,
        *,
        counted: str = "",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._label, self._counted, self._clock = label, counted, clock
        self._begin = clock()
        self._stream = stream or sys.stderr
        self._shown = False

    def __call__(self, number: int, total: int, name: str) -> None:
        """Show that thing `number` of `total` (from 1), called `name`, has begun."""
        if not self._stream.isatty():
            return
        columns = shutil.get_terminal_size().columns
        pace = f" · {told}" if (told := self._pace(number - 1, total)) else ""
        text = f"{self._label} {number}/{total}{pace}: {name}"
        text = text if len(text) < columns else text[: columns - 2] + "…"
        self._stream.write(f"\r\x1b[2K{text}")
        self._stream.flush()
        self._shown = True

    def _pace(self, done: int, total: int) -> str:
        """How many a minute so far, and how long the rest will take."""
        took = self._clock() - self._begin
        if not self._counted or not done or took <= 0:
            return ""
        left = took / done * (total - done)
        rest = f"{round(left / 60)} phút" if left >= 90 else f"{max(1, round(left))} giây"
        return f"{max(1, round(done / took * 60))} {self._counted} một phút · còn {rest}"

    def close(self) -> None:
        """Wipe the line, so that what is printed next begins on a clean one."""
        if self._shown:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
