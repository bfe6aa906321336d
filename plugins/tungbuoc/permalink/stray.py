"""Codes on steps that are not theirs: exchanged with another's, or left on other words while their own
step stands without. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tungbuoc.permalink.likeness import same
from tungbuoc.permalink.seats import SAME_TEXT, TEXT, Memory, Seat, SeatPlace


def squatters(
    owners: Mapping[str, Seat], bare: Sequence[Seat], memory: Memory, *, by_title: bool = False
) -> dict[SeatPlace, Seat]:
    """Steps that carry a code whose own step stands in `bare`, those that may take one: place → that own
    step.

    `owners` names for each code on paper the step that carries it. Its own step is one of its home with its
    title or text. Within one lesson a title alone proves nothing: the code's step may have another title now,
    and a new step the old one; such steps are among those found only with `by_title`.
    """
    found: dict[SeatPlace, Seat] = {}
    free, rest = list(bare), dict(owners)
    while free:
        more = {
            code: own
            for code, owner in rest.items()
            if (own := _rightful(code, free, owner, memory, by_title))
        }
        found |= {owners[code].place: own for code, own in more.items()}
        free = [rest.pop(code) for code in more]  # whoever lost another's code may now want its own
    return found


def _rightful(code: str, free: Sequence[Seat], owner: Seat, memory: Memory, by_title: bool) -> Seat | None:
    found = [
        (memory.evidence(code, seat), seat)
        for seat in free
        if seat.lesson.front and _is_rather(code, seat, owner, memory, by_title)
    ]
    best = max((evidence for evidence, _ in found), default=None)
    first = [seat for evidence, seat in found if evidence == best]
    return first[0] if len(first) == 1 else None


def _is_rather(code: str, seat: Seat, owner: Seat, memory: Memory, by_title: bool) -> bool:
    home, title, text = memory.evidence(code, seat)
    if not home or (title < 2 and text < SAME_TEXT):
        return False
    its_home, its_title, its_text = memory.evidence(code, owner)
    if its_text < TEXT and its_home <= home and ((by_title and its_title == 0) or text >= SAME_TEXT):
        return True
    return its_home < home and its_text <= text


def misplaced(
    every: Sequence[Seat], owners: Mapping[str, Seat | None], memory: Memory
) -> dict[SeatPlace, str]:
    """Steps whose title or text is another code's, while that code stands on a step that is not its own
    either (or on none)."""
    strange = {seat.place: seat for seat in every if _is_strange(seat, memory)}
    found: dict[SeatPlace, str] = {}
    for place, seat in strange.items():
        own = str(seat.step.key)
        homes = {memory.ledger.state[own].lesson, seat.lesson.code}
        others = [
            code for code, row in memory.ledger.live.items()
            if code != own and _is_rightly(code, seat, memory)
            and ((owner := owners.get(code)) is None or owner.place in strange)
            and (row.lesson in homes or (owner is not None and owner.lesson is seat.lesson))
        ]  # fmt: skip
        if len(others) == 1:
            found[place] = others[0]
    return found


def _is_strange(seat: Seat, memory: Memory) -> bool:
    key = seat.step.key or ""
    return key in memory.ledger.live and (
        not _is_titled(key, seat, memory) or _is_rewritten(key, seat, memory)
    )


def _is_rightly(code: str, seat: Seat, memory: Memory) -> bool:
    own = str(seat.step.key)
    if not _is_titled(own, seat, memory) and _is_titled(code, seat, memory):
        return True
    return memory.body(code, seat) >= SAME_TEXT and memory.body(own, seat) < TEXT


def _is_rewritten(code: str, seat: Seat, memory: Memory) -> bool:
    return memory.has_text(code) and memory.body(code, seat) < TEXT


def _is_titled(code: str, seat: Seat, memory: Memory) -> bool:
    return any(same(seat.step.title, title) for title in memory.ledger.titles(code))
