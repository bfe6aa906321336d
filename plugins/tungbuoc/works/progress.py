"""One line on the terminal that says what is being made: «Đang in tờ 12/48: E1 – Tờ bài học». Silent elsewhere."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self, TextIO


class Line:
    """A line that rewrites itself; `label` is what is going on («Đang in tờ»). Use as a context: leaving wipes the line."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._shown = False

    def __call__(self, number: int, total: int, name: str) -> None:
        """Show that thing `number` of `total` (from 1), called `name`, has begun."""
        if not self._stream.isatty():
            return
        columns = shutil.get_terminal_size().columns
        text = f"{self._label} {number}/{total}: {name}"
        text = text if len(text) < columns else text[: columns - 2] + "…"
        self._stream.write(f"\r\x1b[2K{text}")
        self._stream.flush()
        self._shown = True

    def close(self) -> None:
        """Wipe the line, so that what is printed next begins on a clean one."""
        if self._shown:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
