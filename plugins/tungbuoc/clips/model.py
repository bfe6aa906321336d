"""What a film is made from and what comes out, as values that cross process borders and have a
fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tungbuoc.clips.following import follows
from tungbuoc.lesson.screens import Screen
from tungbuoc.lesson.wording import Wording

WIDTH, HEIGHT = 480, 854
TICKS = 12
"""Moments a second; a picture stays until a later moment shows another one."""


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """A piece of a sentence, bold or not."""

    text: str
    bold: bool = False


PiecedSentence = tuple[SentencePiece, ...]


@dataclass(frozen=True, slots=True)
class StepFilm:
    """All that one step's clip shows and says.

    `key` names the files; `number` of `total` is the step's place; `address` is the text under the title
    (`tungbuoc.vn/39189`); `narration` is the recording of a person reading the step, if there is one;
    `following` is the first screen of the next step.
    """

    key: str
    number: int
    total: int
    title: str
    lesson_title: str
    address: str
    sentences: tuple[PiecedSentence, ...]
    screens: tuple[Screen, ...] = ()
    narration: Path | None = None
    following: Screen | None = None
    wording: Wording = field(default_factory=Wording)

    @property
    def after(self) -> tuple[Screen | None, ...]:
        """What is seen after the touch on each screen, where it is known: of all but the last only its own
        `result`."""
        nexts = [None] * (len(self.screens) - 1) + [self.following]
        return tuple(
            follows(screen, following)
            for screen, following in zip(self.screens, nexts, strict=bool(self.screens))
        )

    @property
    def place(self) -> str:
        """Which step it is: `Bước 5 trong 6`."""
        return self.wording.say("Bước {number} trong {total}", number=self.number, total=self.total)

    @property
    def name(self) -> str:
        """What people call it: `Bước 5: Gọi số đã lưu`."""
        return self.wording.say("Bước {number}: {title}", number=self.number, title=self.title)


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """A film to make, and the font files (regular, bold) it is lettered with."""

    film: StepFilm
    fonts: tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class Clip:
    """A made clip: its files, its length in seconds and the size of the video in bytes."""

    key: str
    video: Path
    captions: Path
    voice: Path | None
    seconds: float
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one film: its clip, or in plain words why there is none."""

    film: StepFilm
    clip: Clip | None
    error: str = ""
