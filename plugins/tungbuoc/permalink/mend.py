"""Missing keys minted and written: new text of each lesson, new rows of the ledger. Pure; the command writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tungbuoc.lesson import grammar
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import Site
from tungbuoc.permalink.check import owner, places
from tungbuoc.permalink.keys import ALL, is_key, mint

# The scanner's idea of a line (\n, \r\n, \r); `str.splitlines` would also break at U+2028 and shift every number.
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Mended:
    """`sources` holds only the lessons that change, path → whole new text; `rows` are to be appended to the ledger."""

    sources: dict[str, str]
    rows: tuple[book.Row, ...]


def mend(lessons: Sequence[Lesson], ledger: book.Ledger, *, site: Site, today: str, rng: Random) -> Mended:
    """Give every step without a key (and every copy of a key that belongs elsewhere) a new one, and log what is new.

    Once all 9,000 keys are taken, steps stay without. Nothing else in a file changes, byte for byte. `today` is the ledger's date, year-month-day.
    """
    keepers = {key: where[owner(where, ledger.state.get(key))][1] for key, where in places(lessons).items()}
    taken = set(ledger.state) | set(keepers)
    sources: dict[str, str] = {}
    rows: list[book.Row] = []
    host = "" if site.draft else site.host
    for lesson in lessons:
        if not lesson.front:
            continue  # a lesson whose code is unreadable cannot be named in the ledger
        writes: dict[int, str] = {}
        for step in lesson.steps:
            key = step.key
            if _wants_key(step, key, keepers, ledger) and len(taken) < ALL:
                key = writes[step.line] = mint(taken, rng)
                taken.add(key)
            if key and is_key(key):
                rows += _row(key, lesson, step, ledger, host, today)
        if writes:
            sources[lesson.path] = write_keys(lesson.source, writes)
    return Mended(sources, tuple(rows))


def write_keys(source: str, keys: dict[int, str]) -> str:
    """`source` with each key written at the end of its heading line (lines count from 1), replacing an older key there."""
    lines = _LINE_END.split(source)
    for number, key in keys.items():
        line = lines[number - 1]
        level, text = grammar.heading(line.rstrip("\r\n"))
        bare, _ = grammar.split_key(text)
        at = line.index(text, level)
        lines[number - 1] = f"{line[:at]}{bare} {{#{key}}}{line[at + len(text) :]}"
    return "".join(lines)


def _wants_key(step: Step, key: str | None, keepers: dict[str, Step], ledger: book.Ledger) -> bool:
    if key is None:
        return "{" not in step.title  # a near miss is told, never overwritten: somebody meant something there
    state = ledger.state.get(key)
    return is_key(key) and (keepers[key] is not step or (state is not None and state.event == "retired"))


def _row(key: str, lesson: Lesson, step: Step, ledger: book.Ledger, host: str, today: str) -> list[book.Row]:
    row = ledger.state.get(key)
    if row is None:
        return [book.Row(today, key, "issued", lesson.code, step.title, "", host)]
    if row.lesson != lesson.code or (host and row.host != host):
        return [book.Row(today, key, "moved", lesson.code, step.title, "", host or row.host)]
    return []
