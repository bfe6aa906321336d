"""What a stamp draws in a place: words at sizes that fit, and the team's code where there is room. Pure;
`stamp.md` §3.

Whole numbers only, so that every language works out the same: lengths in hundredths of a point, sizes in
tenths, widths of letters in thousandths of the size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.press.stamping import code

SMALLEST, SMALLEST_NAME = 120, 100
"""12 pt: the smallest words on any sheet; and 10 pt, down to which a name and phone may shrink that fit in
no other way."""
_ROW, _RISE = 13, 10
_BETWEEN = " · "
PHONE = "ĐT:"
"""How a sheet that does not say so calls the phone."""


@dataclass(frozen=True, slots=True)
class Team:
    """A ward team as its sheets name it, its text clean (`cleaning`); all but the name and phone may be
    empty."""

    name: str
    phone: str
    place: str = ""
    hours: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """The inside of a box: width and height in hundredths of a point, the largest size of words in tenths."""

    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words on one line, from `x`, `y` (the baseline, from the lower left corner)."""

    x: int
    y: int
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class Square:
    """The team's code: its lower left corner, the side of one module, its rows from the top; the quiet
    zone is left out."""

    x: int
    y: int
    module: int
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StampBlock:
    """All that a stamp draws in one place."""

    runs: tuple[PlacedWords, ...]
    square: Square | None


def lay(team: Team, room: Room, widths: Mapping[str, int], phone: str = PHONE) -> StampBlock | None:
    """The block, or None when not even name and phone fit at 10 pt. Every letter must be in `widths`; `phone`
    is what the sheet calls the phone."""
    square = _square(team.link, room)
    ways = list(_ways(team, phone))
    for tried, least in ((ways, SMALLEST), (ways[-2:], SMALLEST_NAME)):
        for drawn in [square, None] if square else [None]:
            across = room.width - (drawn.module * (len(drawn.rows) + 2 * code.QUIET) if drawn else 0)
            if runs := _words(tried, room, across, least, widths):
                return StampBlock(runs, drawn)
    return None


def _words(
    ways: Sequence[Sequence[str]], room: Room, across: int, least: int, widths: Mapping[str, int]
) -> tuple[PlacedWords, ...]:
    """The first of these ways that fits `across` with no row under `least`, or nothing."""
    for rows in ways:
        wide = [sum(widths[letter] for letter in row) for row in rows]
        most = min(room.size, room.height // (_ROW * len(rows)))
        sizes = [min(most, across * 100 // one) for one in wide]
        if min(sizes) >= least:
            return tuple(_runs(rows, sizes, room.height))
    return ()


def letters(team: Team, phone: str = PHONE) -> str:
    """Everything that might be drawn as words, for a look whether the font has it."""
    return _BETWEEN.join((team.name, _called(team, phone), team.hours, team.place))


def _ways(team: Team, phone: str) -> Iterator[list[str]]:
    """How the words may stand, what tells most first; the caller takes the first that fits."""
    called, hours, place = _called(team, phone), team.hours, team.place
    yield _rows([team.name], [called], [hours, place])
    yield _rows([team.name], [called, hours], [place])
    yield _rows([team.name], [called, hours, place])
    yield _rows([team.name, called, hours, place])
    yield _rows([team.name], [called, hours])
    yield _rows([team.name, called, hours])
    yield _rows([team.name], [called])
    yield _rows([team.name, called])


def _rows(*rows: list[str]) -> list[str]:
    said = (_BETWEEN.join(part for part in row if part) for row in rows)
    return [row for row in said if row]


def _called(team: Team, phone: str) -> str:
    return f"{phone} {team.phone}"


def _runs(rows: Sequence[str], sizes: Sequence[int], height: int) -> Iterator[PlacedWords]:
    top = (height + sum(size * _ROW for size in sizes)) // 2
    for row, size in zip(rows, sizes, strict=True):
        yield PlacedWords(0, top - size * _RISE, size, row)
        top -= size * _ROW


def _square(link: str, room: Room) -> Square | None:
    """The code at the right end of the room, its quiet zone inside; None where a module would be under 0.6
    mm."""
    rows = code.rows(link) if link else ()
    side = len(rows) + 2 * code.QUIET
    module = min(code.LARGEST_MODULE, room.height // side)
    if not rows or module < code.SMALLEST_MODULE:
        return None
    x = room.width - module * (side - code.QUIET)
    return Square(x, (room.height - module * len(rows)) // 2, module, rows)
