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
from math import ceil

from tungbuoc.clips.model import TICKS
from tungbuoc.clips.moves import REST, Act, Look, lead, touch
from tungbuoc.clips.words import reading_seconds, syllables

_CARD, _RESULT, _TAIL = 18, 30, 10


@dataclass(frozen=True, slots=True)
class Cue:
    """A text and the ticks from which and until when it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """The film: looks in order with the tick each begins at, the captions, and the tick it ends."""

    shots: tuple[tuple[int, Look], ...]
    cues: tuple[Cue, ...]
    end: int


def plan(
    title: str, acts: Sequence[Act], sentences: Sequence[Sequence[str]], speech: float | None = None
) -> FilmPlan:
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
    return FilmPlan(tuple(_merged(reel.pictures, reel.starts)), tuple(cues), end)


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
    leading = list(lead(still, act, reel.now - begin))
    reel.now = begin
    for look, ticks in leading:
        reel.show(look, ticks)
    for look, ticks in touch(leading[-1][0], act):
        reel.show(look, ticks)
    touched = reel.now
    if act.follows:
        reel.show(replace(still, after=True), 0)
    reel.say(rest)
    if act.follows:
        reel.now = max(reel.now, touched + _RESULT)
    elif not rest:
        reel.now += REST


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
