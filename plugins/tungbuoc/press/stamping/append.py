"""`stamp`: the same bytes and one appended update of the PDF that fills its places. Needs no reader of PDFs:
`stamp.md` §2, §4.

A sealed PDF ends with a map and a cross-reference stream that this house wrote, in one exact form. Anything
else is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from tungbuoc.press.stamping.layout import PHONE, Room, StampBlock, Team, lay, letters

VERSION = 1
FORM_KEY = "TungBuocTeam"
"""In the dictionary of a place's form: the largest size of its words, in tenths of a point."""
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_XREF = re.compile(
    rb"(\d+) 0 obj\n<</Type/XRef/Size \d+/Prev (\d+)/Root (\d+) 0 R(?:/Info (\d+) 0"
    rb" R)?/ID\[<([0-9a-f]{32})><([0-9a-f]{32})>\]"
    rb"/W\[1 4 1\]/Index\[[\d ]+\]/Length \d+/TungBuoc\[(\d+) (\d+) (\d+)\]>>\nstream\n"
)
_MAP = re.compile(rb"\d+ 0 obj\n<</Type/TungBuocMap/Length (\d+)>>\nstream\n")
_TAIL = 64


class NotOursError(ValueError):
    """A PDF that this house did not seal, or that another program has written anew."""


class StampError(ValueError):
    """What keeps a team from being stamped: letters that the font lacks, or words too long for `room`."""

    def __init__(self, letters: str, room: Room | None) -> None:
        super().__init__(f"no such letters: {letters}" if letters else "too long")
        self.letters, self.room = letters, room


@dataclass(frozen=True, slots=True)
class StampPlace:
    """One form to fill and the font in it, by their object numbers."""

    form: int
    font: int
    room: Room


@dataclass(frozen=True, slots=True)
class Trailer:
    """What an update repeats of the file it is appended to."""

    size: int
    previous: int
    root: int
    info: int
    identifier: bytes


@dataclass(frozen=True, slots=True)
class Template:
    """A sealed PDF without any stamp, read once for any number of teams."""

    data: bytes
    trailer: Trailer
    map: int
    places: tuple[StampPlace, ...]
    alphabet: tuple[str, tuple[int, ...]]
    phone: str = PHONE
    """What the sheet calls a team's phone."""

    @classmethod
    def read(cls, data: bytes) -> Template:
        """The template in `data`, which may carry another team's stamp already. Raises `NotOursError`."""
        found, at = _xref(data)
        base = int(found[8])
        if base:
            data = data[:base]
            found, at = _xref(data)
        said = _map(data, int(found[9]))
        places = tuple(
            StampPlace(form, font, Room(width, height, size))
            for form, font, width, height, size in said["places"]
        )
        trailer = Trailer(int(found[1]) + 1, at, int(found[3]), int(found[4] or 0), found[5])
        alphabet = (said["letters"], tuple(said["widths"]))
        return cls(data, trailer, int(found[9]), places, alphabet, said.get("phone", PHONE))

    def faults(self, team: Team) -> StampError | None:
        """Why this template cannot carry the team, or None."""
        try:
            self.stamped(team)
        except StampError as error:
            return error
        return None

    def stamped(self, team: Team) -> bytes:
        """The PDF with the team in every place; a PDF without places comes back as it was. Raises
        `StampError`."""
        if not self.places:
            return self.data
        bodies = [
            (place.form, _form(place, content(team, place.room, *self.alphabet, self.phone)))
            for place in self.places
        ]
        return self.data + update(len(self.data), self.trailer, bodies, (len(self.data), self.map))


def stamp(data: bytes, team: Team) -> bytes:
    """A sealed PDF with the team in every place that was left for it, instead of any other team. Raises
    `NotOursError`, `StampError`."""
    return Template.read(data).stamped(team)


def update(at: int, trailer: Trailer, bodies: Sequence[tuple[int, bytes]], mark: tuple[int, int]) -> bytes:
    """The bytes to append at offset `at`: objects by number, then a cross-reference stream of their offsets.

    `mark` is the length of the file without stamps (0 when this is the seal) and the offset of its map.
    """
    parts, offsets = [], []
    for number, body in bodies:
        offsets.append((number, at))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(parts[-1])
    number = max([trailer.size, *(one + 1 for one, _ in offsets)])
    table = b"".join(b"\1%b\0" % offset.to_bytes(4, "big") for _, offset in (*offsets, (number, at)))
    index = b" ".join(b"%d 1" % one for one, _ in (*offsets, (number, at)))
    second = trailer.identifier[:24] + b"%08x" % crc32(b"".join(parts))
    info = b"/Info %d 0 R" % trailer.info if trailer.info else b""
    head = (
        b"%d 0 obj\n<</Type/XRef/Size %d/Prev %d/Root %d 0 R%b/ID[<%b><%b>]/W[1 4 1]"
        b"/Index[%b]/Length %d/TungBuoc[%d %d %d]>>"
    ) % (
        number, number + 1, trailer.previous, trailer.root, info, trailer.identifier, second, index,
        len(table), VERSION, *mark,
    )  # fmt: skip
    return b"".join(
        [*parts, head, b"\nstream\n", table, b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at]
    )


@lru_cache(maxsize=256)
def content(team: Team, room: Room, alphabet: str, widths: tuple[int, ...], phone: str = PHONE) -> bytes:
    """What a place draws; once for all sheets that leave a team the same room. Raises `StampError`."""
    known = dict(zip(alphabet, widths, strict=True))
    lacking = "".join(dict.fromkeys(letter for letter in letters(team, phone) if letter not in known))
    if lacking:
        raise StampError(lacking, None)
    block = lay(team, room, known, phone)
    if block is None:
        raise StampError("", room)
    return b"\n".join(_operators(block))


def _xref(data: bytes) -> tuple[re.Match[bytes], int]:
    end = _END.search(data, max(0, len(data) - _TAIL))
    found = _XREF.match(data, int(end[1])) if end else None
    if end is None or found is None or int(found[7]) != VERSION:
        raise NotOursError("not a sealed PDF")
    return found, int(end[1])


def _map(data: bytes, at: int) -> Mapping[str, Any]:
    found = _MAP.match(data, at)
    if found is None:
        raise NotOursError("no map where the seal says")
    said: Mapping[str, Any] = json.loads(data[found.end() : found.end() + int(found[1])])
    return said


def _form(place: StampPlace, content: bytes) -> bytes:
    return (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 %b %b]/%b %d/Resources<</Font<</T %d 0 R>>>>/Length %d>>\n"
        b"stream\n%b\nendstream"
    ) % (
        _points(place.room.width), _points(place.room.height), FORM_KEY.encode(), place.room.size, place.font,
        len(content), content,
    )  # fmt: skip


def _operators(block: StampBlock) -> Iterable[bytes]:
    yield b"BT"
    for run in block.runs:
        yield b"/T %b Tf" % _points(run.size * 10)
        yield b"1 0 0 1 %b %b Tm" % (_points(run.x), _points(run.y))
        yield b"<%b> Tj" % run.text.encode("utf-16-be").hex().encode()
    yield b"ET"
    if block.square:
        side = _points(block.square.module)
        yield b"q %b 0 0 %b %b %b cm" % (side, side, _points(block.square.x), _points(block.square.y))
        for number, row in enumerate(block.square.rows):
            for dark in re.finditer("1+", row):
                yield b"%d %d %d 1 re" % (dark.start(), len(block.square.rows) - 1 - number, len(dark[0]))
        yield b"f Q"


def _points(hundredths: int) -> bytes:
    """1250 → `12.5`."""
    whole, rest = divmod(hundredths, 100)
    return (b"%d.%02d" % (whole, rest)).rstrip(b"0").rstrip(b".") if rest else b"%d" % whole
