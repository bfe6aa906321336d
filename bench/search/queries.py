"""The questions of the measurement: read from `queries.tsv`, typed as people type them, split into two
halves."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson.slugs import fold

_TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI = {"\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_LETTERS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_VNI_LETTERS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}


@dataclass(frozen=True, slots=True)
class Query:
    """`typed` as it reaches the search box; `codes` are the lessons that answer it; `half` is `tuning` or
    `held-out`."""

    kind: str
    codes: tuple[str, ...]
    typed: str
    half: str


def telex(text: str) -> str:
    """The keys a Telex typist presses for `text`, as they stand when the keyboard does not turn them into
    letters."""
    return " ".join(_keys(word, _TELEX, _telex_letter, "dd") for word in text.split())


def vni(text: str) -> str:
    """The same for a VNI typist."""
    return " ".join(
        _keys(word, _VNI, lambda letter, mark: letter + _VNI_LETTERS[mark], "d9") for word in text.split()
    )


_TYPED: dict[str, Callable[[str], str]] = {
    "none": fold,
    "ask-none": fold,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "telex": telex,
    "vni": vni,
}


def read(path: Path = Path(__file__).parent / "queries.tsv") -> list[Query]:
    """All queries in the file's order; a query's half depends on its text alone."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, codes, text = line.split("\t")
            half = "held-out" if zlib.crc32(f"{kind} {text}".encode()) % 2 else "tuning"
            found.append(Query(kind, tuple(codes.split()), _TYPED.get(kind, str)(text), half))
    return found


def _telex_letter(letter: str, mark: str) -> str:
    return letter * 2 if mark == "\u0302" else letter + _TELEX_LETTERS[mark]


def _keys(word: str, tones: dict[str, str], letter: Callable[[str, str], str], dyet: str) -> str:
    typed, tone = "", ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in tones:
            tone = tones[sign]
        elif unicodedata.combining(sign):
            typed = typed[:-1] + letter(typed[-1], sign)
        else:
            typed += dyet if sign == "đ" else sign
    return typed + tone
