"""Where the problems of a `phone` block gather."""

from __future__ import annotations

from ..problems import Problem, Severity
from ..strict_yaml import KeyPath, Loaded


class BlockReport:
    """Problems of one block, each with its line in the lesson."""

    def __init__(self, path: str, line: int, loaded: Loaded) -> None:
        self.found: list[Problem] = []
        self._path, self._line, self._loaded = path, line, loaded

    def tell(self, where: KeyPath, code: str, text: str, fix: str = "", severity: Severity = "error") -> None:
        """Add a problem at the line of `where` in the block."""
        self.at(self._loaded.line(where), code, text, fix, severity)

    def at(self, line: int, code: str, text: str, fix: str = "", severity: Severity = "error") -> None:
        """Add a problem at a line of the block, from 1."""
        self.found.append(Problem(self._path, self._line + line - 1, code, text, fix, severity))
