"""What the cover of a pack lists: every format in it, whom it is for, of which lessons, how many sides and
sheets. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tungbuoc.press.plan import Handout, in_pack


@dataclass(frozen=True, slots=True)
class PackLine:
    """All prints of one format: `codes` of its lessons and topics, empty for a form; `sides` and `sheets`
    of one copy of each."""

    name: str
    goes_to: str
    codes: tuple[str, ...]
    sides: int
    sheets: int
    paper: str


def lines(cover: Handout, made: Iterable[tuple[Handout, int]]) -> tuple[PackLine, ...]:
    """The lines of a pack's cover, in the order of its formats; `made` are finished handouts with their
    sides."""
    pack = cover.pack
    assert pack
    mine = [
        (one, sides)
        for one, sides in made
        if one.format.per != "pack" and not one.imposed and in_pack(one, pack)
    ]
    found: dict[str, PackLine] = {}
    for one, sides in sorted(mine, key=lambda entry: pack[0].index(entry[0].format.name)):
        before = found.get(one.label, PackLine(one.label, one.format.goes_to, (), 0, 0, one.format.paper))
        codes = before.codes if one.format.per == "form" else (*before.codes, one.code)
        found[one.label] = replace(
            before, codes=codes, sides=before.sides + sides, sheets=before.sheets + math.ceil(sides / 2)
        )
    return tuple(found.values())
