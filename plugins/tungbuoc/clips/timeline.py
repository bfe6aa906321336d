"""When what is seen: the title, then for each screen the finger's way, its tap, hold, swipe or typing, and the captions.

Without a voice a caption comes when the finger has done its work and stays as long as a slow reader needs. With a voice the
captions follow the voice and the finger keeps pace with them. All times are whole ticks, `TICKS` a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, cos, pi
from typing import Literal

from tungbuoc.clips.model import TICKS, WIDTH
from tungbuoc.clips.words import reading_seconds, syllables

Verb = Literal["tap", "hold", "swipe", "type", "dont", "look"]
_LOOK, _COME, _TOUCH, _HOLD, _GLIDE, _FLASH, _REST = 9, 10, 6, 20, 9, 5, 12
_LETTERS = 30
_TAIL = 10


@dataclass(frozen=True, slots=True)
class Act:
    """What the finger does on one screen: where its tip goes (pixels), at which angle, how far it swipes, how much it types."""

    verb: Verb
    x: float = 0
    y: float = 0
    angle: float = 0
    to: tuple[float, float] | None = None
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides one picture: equal looks are equal pictures.

    `screen` is None on the title card; `typed` counts typed signs; `ring` is the radius round the finger's tip; `caption`
    is the number of a caption page, None before the first.
    """

    screen: int | None = None
    pressed: bool = False
    typed: int = 0
    hand: tuple[int, int, float] | None = None
    ring: int = 0
    caption: int | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A text and the ticks from which and until when it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The film: looks in order with the tick each begins at, the captions, and the tick it ends."""

    shots: tuple[tuple[int, Look], ...]
    cues: tuple[Cue, ...]
    end: int


def plan(title: str, acts: Sequence[Act], sentences: Sequence[Sequence[str]], speech: float | None = None) -> Plan:
    """The film of a step: `title` as it is read out, one act a screen, each sentence in caption pages, seconds of a voice."""
    texts = [page for sentence in sentences for page in sentence]
    spoken = _spoken(title, texts, speech) if speech else None
    clock = spoken[0] if spoken else _ticks(reading_seconds(title))
    pictures: list[tuple[int, Look]] = [(0, Look())]
    starts: list[int] = []
    for screen, (act, share) in enumerate(zip(acts, _shared_out(sentences, len(acts)), strict=True)):
        if spoken and share:
            clock = max(clock, spoken[len(starts)])
        for look, ticks in _moves(screen, act):
            pictures.append((clock, look))
            clock += ticks
        for page in share:
            starts.append(spoken[len(starts)] if spoken else clock)
            clock += 0 if spoken else _ticks(reading_seconds(page))
        clock += 0 if share and not spoken else _REST
    end = max(clock, _ticks(speech or 0) + _TAIL)
    cues = [Cue(start, stop, text) for (start, stop), text in zip(pairwise([*starts, end]), texts, strict=True)]
    return Plan(tuple(_merged(pictures, starts)), tuple(cues), end)


def _spoken(title: str, texts: Sequence[str], speech: float) -> list[int]:
    """The tick at which the voice begins each text after the title, by their syllables."""
    counts = [syllables(text) + 1 for text in (title, *texts)]
    return [max(TICKS, round(sum(counts[: place + 1]) / sum(counts) * speech * TICKS)) for place in range(len(texts) or 1)]


def _shared_out(sentences: Sequence[Sequence[str]], screens: int) -> list[list[str]]:
    """The caption pages that belong to each screen: sentences spread over the screens in order, later screens first."""
    count = len(sentences)
    ends = [place * count // screens for place in range(screens + 1)]
    return [[page for sentence in sentences[start:stop] for page in sentence] for start, stop in pairwise(ends)]


def _moves(screen: int, act: Act) -> Iterator[tuple[Look, int]]:
    """The looks of one screen with how many ticks each lasts; the last one is what stays."""
    still = Look(screen)
    yield still, _LOOK
    if act.verb == "look":
        yield still, _REST
        return
    if act.verb == "dont":
        for _time in range(2):
            yield replace(still, pressed=True), _FLASH
            yield still, _FLASH
        yield replace(still, pressed=True), _REST
        return
    for x, y in _way((WIDTH + 30, act.y + 50), (act.x, act.y), _COME):
        yield replace(still, hand=(x, y, act.angle)), 1
    there = replace(still, hand=(round(act.x), round(act.y), act.angle))
    if act.verb == "swipe" and act.to:
        yield from _swipes(there, act, act.to)
        return
    for ring in (8, 16, 24):
        yield replace(there, pressed=True, ring=ring), _TOUCH // 3
    down = replace(there, pressed=True)
    if act.verb == "hold":
        for tick in range(0, _HOLD, 4):
            yield replace(down, ring=14 if tick % 8 else 24), 4
    if act.verb == "type":
        every = max(1, ceil(act.letters / (_LETTERS // 2)))
        for typed in range(every, act.letters, every):
            yield replace(down, typed=typed), 2
    yield replace(down, typed=act.letters), 0


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


def _merged(pictures: Sequence[tuple[int, Look]], starts: Sequence[int]) -> Iterator[tuple[int, Look]]:
    """Pictures and captions as one row of looks, without repeats. Of two at one tick the later holds."""
    looks = dict(pictures)
    now = pictures[0][1]
    shown: Look | None = None
    for tick in sorted({*looks, *starts}):
        now = looks.get(tick, now)
        passed = sum(start <= tick for start in starts)
        look = replace(now, caption=passed - 1 if passed and now.screen is not None else None)
        if look != shown:
            yield tick, look
            shown = look


def _ticks(seconds: float) -> int:
    return ceil(seconds * TICKS)
