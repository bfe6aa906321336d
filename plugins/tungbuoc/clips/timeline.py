"""When what is seen: a short title, then for each screen its sentence, the finger that comes and touches,
what follows.

A sentence stands with its drawing from the first moment. While it is read the finger comes to its mark and
waits, or a highlight goes from thing to thing; read, the finger touches slowly; then the screen after the tap
is shown, where it is known. With a voice the captions follow the voice and the finger keeps pace with them.
All times are whole ticks, `TICKS` a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil, cos, pi
from typing import Literal

from tungbuoc.clips.model import TICKS, WIDTH
from tungbuoc.clips.words import reading_seconds, syllables

Verb = Literal["tap", "hold", "swipe", "type", "dont", "look"]
Place = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
_CARD, _LOOK, _COME, _RING, _FELT = 18, 10, 16, 4, 8
_HOLD, _GLIDE, _FLASH, _REST, _RESULT = 20, 9, 5, 12, 30
_MOVE, _STOP = 4, 8
_LETTERS = 30
_TAIL = 10
_OFF = 22
"""How far beside its mark, in pixels, the finger waits until the sentence is read."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the finger does on one screen: where its tip goes (pixels), at which angle, how far it swipes, how
    much it types.

    `named` is the name of what is touched, small; `stops` is what a highlight visits where nothing is
    touched; `follows` says that the screen after the touch is known.
    """

    verb: Verb
    x: float = 0
    y: float = 0
    angle: float = 0
    to: tuple[float, float] | None = None
    letters: int = 0
    named: str = ""
    stops: tuple[Place, ...] = ()
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
    glow: Place | None = None
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


def plan(
    title: str, acts: Sequence[Act], sentences: Sequence[Sequence[str]], speech: float | None = None
) -> Plan:
    """The film of a step: `title` as it is read out, one act a screen, each sentence in caption pages,
    seconds of a voice."""
    texts = [page for sentence in sentences for page in sentence]
    reel = _Reel(_spoken(title, texts, speech) if speech else [])
    for screen, (act, share) in enumerate(zip(acts, _shared_out(sentences, len(acts)), strict=True)):
        _screen(reel, Look(screen), act, share)
    end = max(reel.now, _ticks(speech or 0) + _TAIL)
    cues = [
        Cue(start, stop, text)
        for (start, stop), text in zip(pairwise([*reel.starts, end]), texts, strict=True)
    ]
    return Plan(tuple(_merged(reel.pictures, reel.starts)), tuple(cues), end)


@dataclass(slots=True)
class _Reel:
    """What is planned so far. `spoken` are the ticks at which a voice begins each text, and at last its
    end; empty without one."""

    spoken: list[int]
    now: int = 0
    pictures: list[tuple[int, Look]] = field(default_factory=lambda: [(0, Look())])
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now = min([_CARD, *self.spoken[:1]])

    def show(self, look: Look, ticks: int) -> None:
        """A picture from now on; time goes by."""
        self.pictures.append((self.now, look))
        self.now += ticks

    def say(self, pages: Sequence[str]) -> None:
        """Captions from now on, each as long as a slow reader needs, or when the voice says them."""
        for page in pages:
            if self.spoken:
                self.starts.append(self.spoken[len(self.starts)])
                self.now = max(self.now, self.spoken[len(self.starts)])
            else:
                self.starts.append(self.now)
                self.now += _ticks(reading_seconds(page))


def _screen(reel: _Reel, still: Look, act: Act, share: Sequence[Sequence[str]]) -> None:
    """One screen: the sentence that acts, read; the act; what follows, with the sentences that are left."""
    acting = _acting(act, share)
    before, rest = (
        [page for sentence in part for page in sentence] for part in (share[:acting], share[acting:])
    )
    begin = reel.now
    reel.say(before)
    lead = list(_lead(still, act, reel.now - begin))
    reel.now = begin
    for look, ticks in lead:
        reel.show(look, ticks)
    for look, ticks in _touch(lead[-1][0], act):
        reel.show(look, ticks)
    touched = reel.now
    if act.follows:
        reel.show(replace(still, after=True), 0)
    reel.say(rest)
    if act.follows:
        reel.now = max(reel.now, touched + _RESULT)
    elif not rest:
        reel.now += _REST


def _acting(act: Act, share: Sequence[Sequence[str]]) -> int:
    """How many sentences are read before the act: up to the one that names what is touched, else the
    first; all where nothing is."""
    if act.verb == "look":
        return len(share)
    return 1 + next(
        (i for i, said in enumerate(share) if act.named and act.named in " ".join(said).casefold()), 0
    )


def _spoken(title: str, texts: Sequence[str], speech: float) -> list[int]:
    """The tick at which the voice begins each text after the title, by their syllables, and the one at
    which it ends."""
    counts = [syllables(text) + 1 for text in (title, *texts)]
    return [
        max(TICKS, round(sum(counts[: place + 1]) / sum(counts) * speech * TICKS))
        for place in range(len(counts))
    ]


def _shared_out(sentences: Sequence[Sequence[str]], screens: int) -> list[Sequence[Sequence[str]]]:
    """The sentences that belong to each screen: spread over the screens in order, earlier screens first."""
    ends = [ceil(place * len(sentences) / screens) for place in range(screens + 1)]
    return [sentences[start:stop] for start, stop in pairwise(ends)]


def _lead(still: Look, act: Act, ticks: int) -> Iterator[tuple[Look, int]]:
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


def _visits(still: Look, stops: Sequence[Place], ticks: int) -> Iterator[tuple[Look, int]]:
    """The highlight goes from stop to stop in equal times, and stays at the last."""
    yield still, _LOOK
    each = max((ticks - _LOOK) // max(len(stops), 1) - _MOVE, _STOP)
    at: Place | None = None
    for stop in stops:
        for step in range(1, _MOVE if at else 0):
            yield replace(still, glow=_between(at or stop, stop, step / _MOVE)), 1
        yield replace(still, glow=stop), each + (1 if at else _MOVE)
        at = stop
    if not stops:
        yield still, max(ticks - _LOOK, _REST)


def _between(start: Place, end: Place, part: float) -> Place:
    left, top, right, bottom = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
    return left, top, right, bottom


def _touch(there: Look, act: Act) -> Iterator[tuple[Look, int]]:
    """The act itself, slowly; the last look is what stays."""
    if act.verb == "look":
        return
    if act.verb == "dont":
        clear = replace(there, glow=None)
        for _time in range(2):
            yield replace(clear, pressed=True), _FLASH
            yield clear, _FLASH
        yield replace(clear, pressed=True), _REST
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
