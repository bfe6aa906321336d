"""What every element of a screen is: a thing the learner sees, with its words, its drawing and its line in
the guide.

An element is a mapping whose *kind* is the one key named in `KINDS` (`button: Cài đặt`); the other keys are
its attributes (`tap: true`). Every scalar arrives as text (`strict_yaml`), pydantic makes the types. Each
kind is one module of `elements/` that enters itself; nothing else names it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from tungbuoc.lesson.wording import Wording

if TYPE_CHECKING:
    from .pen import Pen


def plain(value: object) -> object:
    """Composed letters, and a space for every sign that cannot be drawn or stand in XML; line ends stay."""
    if not isinstance(value, str):
        return value
    return "".join(
        sign if sign == "\n" or sign.isprintable() else " " for sign in unicodedata.normalize("NFC", value)
    )


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), BeforeValidator(plain)]
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), BeforeValidator(plain)
]
OnOff = Literal["on", "off"]
Verb = Literal["tap", "hold", "dont", "swipe", "type"]
Icon = Literal[
    "alert",
    "app",
    "back",
    "bank",
    "battery",
    "bell",
    "book",
    "brightness",
    "bus",
    "calendar",
    "camera",
    "card",
    "chat",
    "check",
    "clock",
    "cloud",
    "contacts",
    "document",
    "download",
    "face",
    "file",
    "finger",
    "folder",
    "gift",
    "globe",
    "group",
    "health",
    "heart",
    "help",
    "home",
    "id",
    "image",
    "info",
    "key",
    "keyboard",
    "link",
    "list",
    "lock",
    "mail",
    "map",
    "menu",
    "mic",
    "mic-off",
    "mobile",
    "money",
    "more",
    "mute",
    "notebook",
    "paper",
    "people",
    "person",
    "phone",
    "phone-down",
    "photo",
    "pin",
    "play",
    "plug",
    "plus",
    "power",
    "print",
    "qr",
    "receipt",
    "refresh",
    "scan",
    "search",
    "send",
    "settings",
    "share",
    "shield",
    "shop",
    "signal",
    "sim",
    "speaker",
    "star",
    "store",
    "switch",
    "text-size",
    "trash",
    "truck",
    "user",
    "video",
    "video-off",
    "wallet",
    "warning",
    "wifi",
]
Joins = Literal["", "list", "choice", "text"]
Scene = Literal["", "quiet", "away"]
Place = Literal["", "top", "bottom", "side", "sides"]
WHOLE = "true"
KINDS: dict[str, type[Element]] = {}


@dataclass(frozen=True, slots=True)
class Guide:
    """What the editors' page says of an element: its chapter, what it is for, a block that shows it.

    `variants` are more blocks, each under its heading.
    """

    chapter: str
    text: str
    example: str
    variants: tuple[tuple[str, str], ...] = ()


class Element(BaseModel):
    """What every element may carry: an icon and at most one mark of the learner's finger.

    `tap`, `hold` and `dont` are `true`, or the label of the part that is meant (a dialog's button, a key, a
    tab, an icon of a grid). `dont` draws the crossed ring “do not tap”. `type` is the text the learner types
    there. `number` is the small label 1, 2, 3 where a step has several marks.

    Of a kind: `joins` names the kinds it stands close to, `at_edge` lets it reach the screen's lower edge,
    `ends` allows nothing after it, `in_head` puts it into the title bar, `typed` lets it take `type:`,
    `needs_part` are the verbs that must name a part where there are parts. A scene without a phone has
    something `away` from the screen, and besides only what is `quiet`; where all of it is `paper`, there is
    no frame. `place` is where on the phone it always stands.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: ClassVar[str]
    guide: ClassVar[Guide]
    joins: ClassVar[Joins] = ""
    at_edge: ClassVar[bool] = False
    ends: ClassVar[bool] = False
    in_head: ClassVar[bool] = False
    typed: ClassVar[bool] = False
    needs_part: ClassVar[frozenset[Verb]] = frozenset({"tap", "hold", "dont"})
    scene: ClassVar[Scene] = ""
    paper: ClassVar[bool] = False
    place: ClassVar[Place] = ""

    tap: Label | None = None
    hold: Label | None = None
    dont: Label | None = None
    swipe: Literal["up", "down", "left", "right"] | None = None
    type: Label | None = None
    number: Annotated[int, Field(ge=1, le=9)] | None = None

    @field_validator("tap", "hold", "dont", mode="before")
    @classmethod
    def _no_is_none(cls, value: object) -> object:
        return None if value in ("false", "no", "off") else value

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """What the finger does here; more than one is a mistake."""
        named: tuple[Verb, ...] = ("tap", "hold", "dont", "swipe", "type")
        return tuple(verb for verb in named if getattr(self, verb) is not None)

    @property
    def part(self) -> str | None:
        """The part that the mark names; None for the whole element."""
        named = self.tap or self.hold or self.dont
        return None if named in (None, WHOLE) else named

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts a mark may name."""
        return ()

    def head_room(self) -> float:
        """How wide it is in the title bar."""
        return 0.0

    def draw(self, pen: Pen, y: float) -> float:
        """Draw it from `y` down; gives its bottom."""
        raise NotImplementedError

    def say(self, words: Wording) -> str:
        """Its words where it cannot be seen."""
        raise NotImplementedError


def element(made: type[Element]) -> type[Element]:
    """Enter an element under its kind: what a block may say, what is drawn, what the editors' page shows."""
    if made.kind in KINDS:
        raise ValueError(f"two elements have the kind {made.kind}")
    KINDS[made.kind] = made
    return made


class IconCell(BaseModel):
    """One cell of a grid: `{label: Ảnh, icon: photo}`. An app is its name under our own neutral icon, or
    under a letter."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: Label
    icon: Icon = "app"
    letter: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2), BeforeValidator(plain)] = (
        ""
    )
