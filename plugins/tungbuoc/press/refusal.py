"""Why a handout is not printed: said in words, with what leads to the line where it can be mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_LETTERS = re.compile(r"[\W_]+")
_LONGEST, _LEAST = 40, 6


@dataclass(frozen=True, slots=True)
class Fault:
    """A Vietnamese clause, and where to mend it: `path` and `line`, else `near`, words of the author or
    the name of a picture that stand there; `fix` says how, where anything better than the usual is known."""

    text: str
    near: str = ""
    path: str = ""
    line: int = 1
    fix: str = ""


class RefusedError(Exception):
    """A handout cannot be pressed; where and how to mend it as in `Fault`."""

    def __init__(self, text: str, *, near: str = "", path: str = "", line: int = 1, fix: str = "") -> None:
        super().__init__(text)
        self.fault = Fault(text, near, path, line, fix)


def place(root: Path, paths: Iterable[str], near: str) -> tuple[str, int]:
    """The file of `paths` (below `root`) and the line where `near` stands, whatever marks stand between its
    letters.

    The first path and line 1 when it is nowhere; a sentence may be broken over lines, so its beginning is
    enough.
    """
    known = list(paths)
    texts = {path: _lines(root / path) for path in known}
    for wanted in _shorter(near):
        for path in known:
            for number, line in enumerate(texts[path], 1):
                if wanted in line:
                    return path, number
    return known[0], 1


def _shorter(near: str) -> list[str]:
    """What to look for, the longest first; a sign that is no letter is looked for as it is."""
    bare = _bare(near)
    if not bare:
        return [near] if near else []
    return [bare[:length] for length in range(min(len(bare), _LONGEST), min(len(bare), _LEAST) - 1, -4)]


def _lines(file: Path) -> list[str]:
    try:
        text = file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return []
    return [f"{_bare(line)} {line}" for line in text.splitlines()]


def _bare(text: str) -> str:
    return _LETTERS.sub("", unicodedata.normalize("NFC", text)).casefold()
