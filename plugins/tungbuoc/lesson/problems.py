"""What is wrong with a lesson, as a value: where, what, how to mend it.

A `Problem` is made wherever it is found, never raised; the glue sorts, prints and counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

_LONGEST = 40  # signs of a word that a message shows; a letter held down makes thousands
_LONG = re.compile(rf"\w{{{_LONGEST + 1},}}")
_READ = 40  # words of a list that somebody looking for one still reads
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place.

    `path` is relative to the project's root with forward slashes; `line` counts from 1; `code` is the stable
    name of the rule (`B03`); `text` says what is wrong (its words cut at 40 signs) and `fix` how to mend it,
    both in plain Vietnamese, each a sentence. An `error` stops a build, a `warning` does not.
    """

    path: str
    line: int
    code: str
    text: str
    fix: str = ""
    severity: Severity = "error"

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _LONG.sub(lambda word: f"{word[0][:_LONGEST]}…", self.text))

    def __str__(self) -> str:
        """One line for an author: `docs/a.md:14: Bước 2 chưa có mã. Chạy «tungbuoc fix» để tạo mã. [B03]`."""
        said = " ".join(part for part in (self.text, self.fix) if part)
        return f"{self.path}:{self.line}: {said} [{self.code}]"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without repeats, sorted by place, then code."""
    return sorted(set(problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """A Vietnamese hint that names the known word closest to `word`, in whatever case it is typed, or lists
    all of them when none is close; of more than anybody reads none."""
    words = sorted(known)
    folded = {one.casefold(): one for one in words}
    if close := get_close_matches(word.casefold(), folded, n=1, cutoff=0.5):
        return f"Có phải bạn muốn viết «{folded[close[0]]}»?"
    return "Xem lại cách viết." if len(words) > _READ else f"Các từ dùng được: {', '.join(words)}."


def quoted(text: str, limit: int = 50) -> str:
    """A piece of the author's text for a message: in «», on one line, cut between two words; a first word
    that is longer stays whole."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return f"«{flat}»"
    cut = flat.rfind(" ", 0, limit + 1) if " " in flat[: limit + 1] else flat.find(" ")
    return f"«{flat}»" if cut < 0 else f"«{flat[:cut]} …»"
