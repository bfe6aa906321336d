"""Which key every step is to have: its own printed one first, a new one only where nothing on paper could be
meant. Pure.

Evidence, the strongest first: the last commit's text under a code, the ledger's lesson and title, the place
among neighbours. Where the evidence does not decide, nothing is decided: the step stays as it is and is asked
about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tungbuoc.lesson.model import Lesson
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.ledger import Ledger, LedgerRow
from tungbuoc.permalink.likeness import same
from tungbuoc.permalink.recode import unsure
from tungbuoc.permalink.seats import (
    SAME_TEXT,
    TEXT,
    Memory,
    Seat,
    SeatPlace,
    is_missed,
    keeper,
    near_miss,
    seated,
    seats,
)
from tungbuoc.permalink.stray import misplaced, squatters

Swaps = Literal["ask", "back", "keep"]
"""What to do where only titles say that a code stands on another's step: nothing yet, put it back, or log
that the titles changed."""


@dataclass(frozen=True, slots=True)
class Open:
    """A step without a key, and the codes on paper that may be its own; none where its lesson is one of
    two twins, or where its code stands in a file that nobody can read yet."""

    seat: Seat
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """`give` puts printed codes back, `mint` are steps for a new one, `copies` names for a copied key the
    step that keeps it.

    `shared` are keys in several places of which nobody can say whose they are; `misplaced` names for a step
    the code that its title belongs to; `squatters` names for a step with another one's key the step that gets
    it back; `doubted` are steps with a code whose title a step without one has, place → that step: one of the
    two is new, and nobody knows which; `lost` are codes on paper that no step has,
    and none gets; `twins` are lessons of which nobody can say which is the copy, path → the other's path.
    """

    give: Mapping[SeatPlace, str]
    mint: frozenset[SeatPlace]
    copies: Mapping[SeatPlace, Seat]
    open: tuple[Open, ...]
    shared: Mapping[str, tuple[Seat, ...]]
    misplaced: Mapping[SeatPlace, str]
    squatters: Mapping[SeatPlace, Seat]
    doubted: Mapping[SeatPlace, Seat]
    lost: Mapping[str, LedgerRow]
    twins: Mapping[str, str]


def plan(
    lessons: Sequence[Lesson],
    ledger: Ledger,
    *,
    standing: Collection[str] = (),
    committed: Mapping[str, Lesson] | None = None,
    swaps: Swaps = "ask",
) -> RepairPlan:
    """Judge every step. `standing` are codes that stand where no step can be read: they are neither lost
    nor to be given."""
    memory = Memory(ledger, committed or {})
    every = seats(lessons)
    where = seated(every)
    twins = unsure(lessons, ledger, memory.committed)
    away = ledger.live.keys() - where.keys()
    owners = {key: _owner(found, key, memory, twins, away) for key, found in where.items()}
    shared = {key: tuple(where[key]) for key, owner in owners.items() if owner is None}
    copies = {
        seat.place: owner
        for key, owner in owners.items()
        if owner and is_key(key)
        for seat in where[key]
        if seat is not owner
    }
    missed = {
        seat.place: code
        for seat in every
        if seat.lesson.front and (code := near_miss(seat.step)) in ledger.live
    }
    bare = [seat for seat in every if seat.lesson.front and _may_take(seat, copies, ledger, memory)]
    held = {code for code in ledger.live if code in where or code in standing or code in missed.values()}
    owned = {key: owner for key, owner in owners.items() if owner and key in ledger.live}
    sitting = squatters(owned, bare, memory, by_title=swaps == "back")
    while True:  # a code is taken from other words only when its own step does get it
        wanting = [*bare, *(seat for seat in every if seat.place in sitting)]
        taken = {seat.place: str(seat.step.key) for seat in wanting if seat.place in sitting}
        missing = {code: row for code, row in ledger.live.items() if code not in held - set(taken.values())}
        give = {**_near(missed, where), **_matched(wanting, missing, memory)}
        if set(taken.values()) <= set(give.values()):
            break
        sitting = {place: own for place, own in sitting.items() if taken[place] in give.values()}
    doubted = squatters(
        {key: owner for key, owner in owned.items() if owner.place not in sitting},
        [seat for seat in bare if seat.place not in give],
        memory,
        by_title=True,
    )
    lost = {code: row for code, row in missing.items() if code not in give.values()}
    rest = [
        seat
        for seat in wanting
        if seat.place not in give and (seat.place in sitting or _must_have(seat, copies, ledger))
    ]
    hidden = [code for code in ledger.live if code in standing and code not in where]
    waiting = {
        seat.place
        for seat in rest
        if seat.step.key is None and (seat.lesson.path in twins or _is_hidden(seat, hidden, memory))
    }
    opened = tuple(
        Open(seat, () if seat.place in waiting else codes) for seat in rest
        if (codes := _possible(seat, lost, copies, memory)) or seat.place in waiting
    )  # fmt: skip
    asked = {one.seat.place for one in opened}
    if swaps == "ask":
        asked |= {own.place for own in doubted.values()}
    mint = frozenset({seat.place for seat in rest} - asked)
    taking = {seat.place for seat in wanting}
    moved = misplaced([seat for seat in every if seat.place not in taking], owners, memory)
    return RepairPlan(give, mint, copies, opened, shared, moved, sitting, doubted, lost, twins)


def _owner(
    found: Sequence[Seat], key: str, memory: Memory, twins: Mapping[str, str], away: Collection[str]
) -> Seat | None:
    """The step that keeps a key; none of two lessons of which one is a copy of the other: which, is said
    before whose the key is."""
    owner = keeper(found, key, memory, away)
    between = (
        owner is not None
        and owner.lesson.path in twins
        and len({seat.lesson.path for seat in found} & twins.keys()) > 1
    )
    return None if between else owner


def _is_hidden(seat: Seat, codes: Sequence[str], memory: Memory) -> bool:
    """Whether the step's own code may be one that stands in a file nobody can read yet."""
    return any(
        memory.home(code, seat.lesson)
        and (memory.title(code, seat.step.title) == 2 or memory.body(code, seat) >= SAME_TEXT)
        for code in codes
    )


def _may_take(seat: Seat, copies: Mapping[SeatPlace, Seat], ledger: Ledger, memory: Memory) -> bool:
    """Whether a printed code may be put here: there is none, or one that is wrong, retired, copied, or
    known to nobody."""
    key = seat.step.key
    if key is None:
        return not is_missed(seat.step)
    if not is_key(key) or seat.place in copies:
        return True
    row = ledger.state.get(key)
    return row.event == "retired" if row else not memory.titles(key)


def _must_have(seat: Seat, copies: Mapping[SeatPlace, Seat], ledger: Ledger) -> bool:
    """Whether the step needs a new key when no printed one is its own; a wrong one is for its author to
    look at."""
    key = seat.step.key
    return key is None or (is_key(key) and (seat.place in copies or key in ledger.retired))


def _near(missed: Mapping[SeatPlace, str], where: Mapping[str, Sequence[Seat]]) -> dict[SeatPlace, str]:
    codes = list(missed.values())
    return {place: code for place, code in missed.items() if code not in where and codes.count(code) == 1}


def _matched(
    wanting: Sequence[Seat], missing: Mapping[str, LedgerRow], memory: Memory
) -> dict[SeatPlace, str]:
    """Codes to steps, each pair clearly better than every other that either could make."""
    pairs = {
        (code, seat.place): score
        for code in missing for seat in wanting if (score := _score(code, seat, wanting, missing, memory)) > 0
    }  # fmt: skip
    made: dict[SeatPlace, str] = {}
    while sure := [pair for pair, score in pairs.items() if _stands_out(pair, score, pairs)]:
        for code, place in sure:
            made[place] = code
        pairs = {
            pair: score
            for pair, score in pairs.items()
            if pair[0] not in made.values() and pair[1] not in made
        }
    return made


def _stands_out(
    pair: tuple[str, SeatPlace], score: float, pairs: Mapping[tuple[str, SeatPlace], float]
) -> bool:
    return all(
        score > other
        for rival, other in pairs.items()
        if rival != pair and (rival[0] == pair[0] or rival[1] == pair[1])
    )


def _score(
    code: str, seat: Seat, wanting: Sequence[Seat], missing: Mapping[str, LedgerRow], memory: Memory
) -> float:
    home, title, text = (
        memory.home(code, seat.lesson),
        memory.title(code, seat.step.title),
        memory.body(code, seat),
    )
    here = _is_here(code, seat, wanting, missing, memory)
    known = (
        text >= SAME_TEXT
        or (text >= TEXT and bool(home or title))
        or (home and title == 2)
        or (home and title and here)
    )
    return (4 * (title == 2) + title + 4 * text + home + here) if known else 0.0


def _is_here(
    code: str, seat: Seat, wanting: Sequence[Seat], missing: Mapping[str, LedgerRow], memory: Memory
) -> bool:
    """Whether the code stood between the same neighbours, or is the only one missing where one step has
    none."""
    steps, free = seat.lesson.steps, {other.step.line for other in wanting if other.lesson is seat.lesson}
    order = memory.order(seat.lesson)
    if len(free) == 1 and [other for other in order if other in missing] == [code]:
        return True
    at = steps.index(seat.step)
    above = next((step.key for step in reversed(steps[:at]) if step.line not in free), None)
    below = next((step.key for step in steps[at + 1 :] if step.line not in free), None)
    if code not in order or any(key is not None and key not in order for key in (above, below)):
        return False
    start = order.index(above) + 1 if above else 0
    end = order.index(below) if below else len(order)
    return [other for other in order[start:end] if other in missing] == [code]


def _possible(
    seat: Seat, lost: Mapping[str, LedgerRow], copies: Mapping[SeatPlace, Seat], memory: Memory
) -> tuple[str, ...]:
    """The lost codes that a step may have had: its lesson's, and those of its very title; a plain copy has
    none."""
    owner = copies.get(seat.place)
    if owner and (same(owner.step.title, seat.step.title) or owner.body == seat.body):
        return ()
    if seat.step.key and not owner:
        return ()  # retired: its author dropped that code
    return tuple(
        code for code in lost if memory.home(code, seat.lesson) or memory.title(code, seat.step.title) == 2
    )
