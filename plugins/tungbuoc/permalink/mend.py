"""Keys put right and written: new text of each lesson, new rows of the ledger. Pure; the command writes
them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from tungbuoc.lesson import grammar
from tungbuoc.lesson.model import Lesson
from tungbuoc.permalink.address import Site
from tungbuoc.permalink.keys import ALL, is_key, mint
from tungbuoc.permalink.ledger import Ledger, LedgerRow
from tungbuoc.permalink.restore import RepairPlan, Swaps, plan
from tungbuoc.permalink.seats import Seat, SeatPlace, seats

# The scanner's idea of a line (\n, \r\n, \r); `str.splitlines` would also break at U+2028 and shift every
# number.
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_NEAR_MISS = re.compile(r"[ \t]*(?:[{(\[]?[ \t]*#|\{)[ \t]*\d{5}[ \t]*[})\]]*[ \t]*$")


@dataclass(frozen=True, slots=True)
class Mended:
    """`sources` holds only the lessons that change, path → whole new text; `rows` are to be appended to the
    ledger.

    `given` and `minted` say which step got which code, an old or a new one; `plan` what was judged, and what
    is left open.
    """

    sources: dict[str, str]
    rows: tuple[LedgerRow, ...]
    given: Mapping[SeatPlace, str] = field(default_factory=dict, compare=False)
    minted: Mapping[SeatPlace, str] = field(default_factory=dict, compare=False)
    plan: RepairPlan | None = field(default=None, compare=False)


def mend(
    lessons: Sequence[Lesson],
    ledger: Ledger,
    *,
    site: Site,
    today: str,
    rng: Random,
    standing: Collection[str] = (),
    committed: Mapping[str, Lesson] | None = None,
    swaps: Swaps = "ask",
    samples: Collection[str] = (),
) -> Mended:
    """Give every step its own printed key back, and a new one where none is its own; log what is new or
    elsewhere.

    Where `permalink.restore` decides nothing, nothing is written. Once all 9,000 keys are taken, steps stay
    without. Nothing else in a file changes, byte for byte. `today` is the ledger's date, year-month-day;
    `samples` are titles that no person wrote.
    """
    found = plan(lessons, ledger, standing=standing, committed=committed, swaps=swaps)
    given = {**found.give, **(_exchanged(found, lessons) if swaps == "back" else {})}
    every = seats(lessons)
    taken = set(ledger.state) | {seat.step.key for seat in every if seat.step.key} | set(standing)
    minted: dict[SeatPlace, str] = {}
    for seat in every:
        if seat.place in found.mint and len(taken) < ALL:
            minted[seat.place] = mint(taken, rng)
            taken.add(minted[seat.place])
    keys = {**given, **minted}
    unsure = {seat.place for places in found.shared.values() for seat in places} | {
        one.seat.place for one in found.open
    }
    unsure |= {
        seat.place for seat in every if seat.step.key in standing
    }  # who knows which of the two is the copy
    asked = found.misplaced.keys() | found.doubted.keys()
    if swaps == "ask":
        unsure |= asked
    retitled = asked if swaps == "keep" else frozenset()
    host = "" if site.draft else site.host
    rows = [
        row
        for seat in every
        if seat.lesson.front and seat.place not in unsure
        for row in _rows(
            seat, keys.get(seat.place, seat.step.key), ledger, host, today, samples, seat.place in retitled
        )
    ]
    return Mended(_sources(lessons, keys), tuple(rows), given, minted, found)


def _sources(lessons: Sequence[Lesson], keys: Mapping[SeatPlace, str]) -> dict[str, str]:
    written: dict[str, str] = {}
    for lesson in lessons:
        writes = {line: key for (path, line), key in keys.items() if path == lesson.path}
        if writes:
            written[lesson.path] = write_keys(lesson.source, writes)
    return written


def _exchanged(found: RepairPlan, lessons: Sequence[Lesson]) -> dict[SeatPlace, str]:
    """The misplaced codes put back, where that loses none: those taken away are those given."""
    there = {seat.place: seat.step.key for seat in seats(lessons)}
    moves = {place: code for place, code in found.misplaced.items() if place not in found.give}
    while moves and (leaving := {there[place] for place in moves}) != set(moves.values()):
        moves = {
            place: code for place, code in moves.items() if code in leaving and there[place] in moves.values()
        }
    return moves


def write_keys(source: str, keys: dict[int, str]) -> str:
    """`source` with each key written at the end of its heading line (lines count from 1), replacing an
    older key there."""
    lines = _LINE_END.split(source)
    for number, key in keys.items():
        line = lines[number - 1]
        level, text = grammar.heading(line.rstrip("\r\n"))
        bare, old = grammar.split_key(text)
        if old is None:
            bare = _NEAR_MISS.sub("", bare) or bare
        at = line.index(text, level)
        lines[number - 1] = f"{line[:at]}{bare} {{#{key}}}{line[at + len(text) :]}"
    return "".join(lines)


def _rows(
    seat: Seat, key: str | None, ledger: Ledger, host: str, today: str, samples: Collection[str],
    retitled: bool,
) -> list[LedgerRow]:  # fmt: skip
    """What the ledger is to learn of one step; `retitled` when somebody said that only its title changed."""
    if not key or not is_key(key):
        return []
    title = _title(seat)
    row = ledger.state.get(key)
    if row is None:
        return [LedgerRow(today, key, "issued", seat.lesson.code, title, "", host)]
    if row.event == "retired":
        return []
    told: list[LedgerRow] = []
    if row.lesson != seat.lesson.code or (host and row.host != host):
        # Under the title it is known by: that a step is renamed is an event of its own.
        told.append(LedgerRow(today, key, "moved", seat.lesson.code, row.step_title, "", host or row.host))
    if retitled or (ledger.printed.get(key, "") in samples and title not in samples):
        told.append(LedgerRow(today, key, "renamed", seat.lesson.code, title, "", host or row.host))
    return told


def _title(seat: Seat) -> str:
    """The step's title without what was meant for its key."""
    return seat.step.title if seat.step.key else (_NEAR_MISS.sub("", seat.step.title) or seat.step.title)
