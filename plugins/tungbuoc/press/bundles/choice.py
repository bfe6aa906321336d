"""Which teams get which handouts, by what was asked for; names nobody can guess wrong are told with the
nearest. Pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.lesson.problems import nearest
from tungbuoc.lesson.slugs import slugify
from tungbuoc.press.plan import Handout, Plan, in_pack
from tungbuoc.press.teams import Listed

_LONGEST = 60
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)),
}
"""Names that Windows gives to no folder."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked for; an empty tuple means all."""

    teams: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


def choose_teams(asked: Asked, listed: Mapping[str, Listed]) -> tuple[list[Listed], list[str]]:
    """The teams asked for, in the order of the list, and what is not there."""
    wards = dict.fromkeys(one.ward for one in listed.values() if one.ward)
    told = [*_strangers("tổ", asked.teams, listed), *_strangers("phường, xã", asked.wards, wards)]
    chosen = [
        one
        for one in listed.values()
        if (not asked.teams or one.team.name in asked.teams) and (not asked.wards or one.ward in asked.wards)
    ]
    return chosen, told


def choose_handouts(asked: Asked, made: Sequence[Handout], plan: Plan) -> tuple[list[Handout], list[str]]:
    """The handouts asked for, and what is not there. A code of a topic (`B`) asks for its booklet, that of
    a form for the form."""
    alone = [handout for handout in made if handout.format.alone]
    packs = plan.packs or {}
    codes, formats = (
        dict.fromkeys(names) for names in ((one.code for one in alone), (one.format.name for one in alone))
    )
    told = [
        *_strangers("bài", asked.lessons, codes),
        *_strangers("khuôn in", asked.formats, formats),
        *_strangers("gói", asked.packs, packs),
    ]

    def wanted(one: Handout) -> bool:
        named = [packs[name] for name in asked.packs if name in packs]
        packed = any(in_pack(one, pack) for pack in named) if asked.packs else one.pack is None
        return (
            packed
            and (not asked.lessons or one.code in asked.lessons)
            and (not asked.formats or one.format.name in asked.formats)
        )

    return [one for one in alone if wanted(one)], told


def folders(names: Iterable[str]) -> dict[str, str]:
    """A folder for every team: no path, no letter that a disk refuses, and never one for two teams."""
    plain = {name: slugify(name)[:_LONGEST].strip("-.") for name in names}
    count = Counter(plain.values())
    return {
        name: folder if folder and count[folder] == 1 and folder not in _RESERVED else _apart(folder, name)
        for name, folder in plain.items()
    }


def _apart(folder: str, name: str) -> str:
    return f"{folder or 'to'}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


def _strangers(what: str, asked: Iterable[str], known: Mapping[str, object]) -> list[str]:
    return [
        f"Không có {what} «{name}». {nearest(name, known)}".strip() for name in asked if name not in known
    ]
