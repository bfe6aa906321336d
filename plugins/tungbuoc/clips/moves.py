"""What moves on one screen: the finger that comes to its mark, waits and touches; the highlight that goes
from thing to thing. All times are ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, pi
from typing import Literal

from tungbuoc.clips.model import WIDTH

ActVerb = Literal["tap", "hold", "swipe", "type", "dont", "look"]
Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
REST = 12
"""How long a screen stands still before the next."""
_LOOK, _COME, _RING, _FELT = 10, 16, 4, 8
_HOLD, _GLIDE, _FLASH = 20, 9, 5
_MOVE, _STOP = 4, 8
_LETTERS = 30
_OFF = 22
"""How far beside its mark, in pixels, the finger waits until the sentence is read."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the finger does on one screen: where its tip goes (pixels), at which angle, how far it swipes, how
    much it types.

    `named` is the name of what is touched, small; `stops` is what a highlight visits where nothing is
    touched; `follows` says that the screen after the touch is known.
    """

    verb: ActVerb
    x: float = 0
    y: float = 0
    angle: float = 0
    to: tuple[float, float] | None = None
    letters: int = 0
    named: str = ""
    stops: tuple[Area, ...] = ()
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides one picture: equal looks are equal pictures.

    `screen` is None on the title card; `after` is the screen that follows it; `typed` counts typed signs;
    `ring` is the radius round the finger's tip; `glow` is where the highlight is; `caption` is the number of
    a caption page, None before the first.
    """

    screen: int | None = None
    after: bool = False
    pressed: bool = False
    typed: int = 0
    hand: tuple[int, int, float] | None = None
    ring: int = 0
    glow: Area | None = None
    caption: int | None = None


def lead(still: Look, act: Act, ticks: int) -> Iterator[tuple[Look, int]]:
    """What moves while the sentence is read, for `ticks` or as long as it takes: the finger to its mark,
    or the highlight."""
    if act.verb in ("look", "dont"):
        yield from _visits(still, act.stops, ticks)
        return
    yield still, _LOOK
    aside = (act.x + _OFF, act.y + _OFF)
    for x, y in _way((WIDTH + 30, act.y + 60), aside, _COME):
        yield replace(still, hand=(x, y, act.angle)), 1
    waiting = replace(still, hand=(round(aside[0]), round(aside[1]), act.angle))
    yield waiting, max(ticks - _LOOK - _COME - 4, 4)
    for x, y in _way(aside, (act.x, act.y), 4):
        yield replace(still, hand=(x, y, act.angle)), 1


def touch(there: Look, act: Act) -> Iterator[tuple[Look, int]]:
    """The act itself, slowly; the last look is what stays."""
    if act.verb == "look":
        return
    if act.verb == "dont":
        clear = replace(there, glow=None)
        for _time in range(2):
            yield replace(clear, pressed=True), _FLASH
            yield clear, _FLASH
        yield replace(clear, pressed=True), REST
        return
    if act.verb == "swipe" and act.to:
        yield from _swipes(there, act, act.to)
        return
    for ring in (8, 16, 24):
        yield replace(there, pressed=True, ring=ring), _RING
    down = replace(there, pressed=True)
    if act.verb == "hold":
        for tick in range(0, _HOLD, 4):
            yield replace(down, ring=14 if tick % 8 else 24), 4
    if act.verb == "type":
        every = max(1, ceil(act.letters / (_LETTERS // 2)))
        for typed in range(every, act.letters, every):
            yield replace(down, typed=typed), 2
    yield replace(down, typed=act.letters), _FELT


def _visits(still: Look, stops: Sequence[Area], ticks: int) -> Iterator[tuple[Look, int]]:
    """The highlight goes from stop to stop in equal times, and stays at the last."""
    yield still, _LOOK
    each = max((ticks - _LOOK) // max(len(stops), 1) - _MOVE, _STOP)
    at: Area | None = None
    for stop in stops:
        for step in range(1, _MOVE if at else 0):
            yield replace(still, glow=_between(at or stop, stop, step / _MOVE)), 1
        yield replace(still, glow=stop), each + (1 if at else _MOVE)
        at = stop
    if not stops:
        yield still, max(ticks - _LOOK, REST)


def _between(start: Area, end: Area, part: float) -> Area:
    left, top, right, bottom = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
    return left, top, right, bottom


def _swipes(there: Look, act: Act, to: tuple[float, float]) -> Iterator[tuple[Look, int]]:
    down = replace(there, pressed=True)
    for _time in range(2):
        yield down, 4
        for x, y in _way((act.x, act.y), to, _GLIDE):
            yield replace(down, hand=(x, y, act.angle)), 1
        yield replace(down, hand=(round(to[0]), round(to[1]), act.angle)), 4


def _way(start: tuple[float, float], end: tuple[float, float], steps: int) -> Iterator[tuple[int, int]]:
    """Points from `start` to `end`, slow at both ends."""
    for step in range(1, steps + 1):
        part = (1 - cos(pi * step / steps)) / 2
        yield round(start[0] + (end[0] - start[0]) * part), round(start[1] + (end[1] - start[1]) * part)
