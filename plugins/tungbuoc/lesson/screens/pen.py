"""What the elements draw with: it collects shapes, words and the learner's mark while the layout runs
downwards.

Widths are always measured in bold, so that a screen has one height and one set of line ends in every variant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from tungbuoc.lesson.wording import Wording

from . import metrics
from .element import Element, Verb
from .hand import Box
from .icons import GRID, icon_path
from .tokens import Tokens

WIDTH = 144.0
FRAME = 3.6
LEFT, RIGHT = 8.0, WIDTH - 8.0
MIDDLE = WIDTH / 2
BODY, SMALL = 14.5, 12.5
HAIR, LINE, EDGE = 1.2, 1.8, 2.6
Anchor = Literal["start", "middle", "end"]
_ROOM: dict[Verb, float] = {"tap": 126, "hold": 112, "dont": 104, "swipe": 110, "type": 112}
_HAND_BELOW = 30.0
_HAND_INSIDE = 112.0  # a target that ends left of this has the hand over what stands below it


def num(value: float) -> str:
    """A number as short as SVG allows: at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


@dataclass(frozen=True, slots=True)
class Tone:
    """The paints of one thing: `fill` behind it (None = nothing), `line` round it, `ink` and `soft` for
    its words."""

    fill: str | None
    line: str
    ink: str
    soft: str


@dataclass(frozen=True, slots=True)
class Aim:
    """The marked thing: what the finger does, and the box it does it in."""

    verb: Verb
    box: Box
    element: Element


class Pen:
    """Collects one screen.

    `pressed=False` leaves the marked thing unfilled, `typed` shows only so many typed signs, `dense` draws
    pictures smaller and text closer, for a screen that would be too high; `course` says the few words that a
    phone has by itself.
    """

    def __init__(
        self,
        tokens: Tokens,
        *,
        pressed: bool = True,
        typed: int | None = None,
        dense: bool = False,
        course: Wording = Wording(),  # noqa: B008 (a frozen value)
    ) -> None:
        self.tokens = tokens
        self.course = course
        self.typed = typed
        self.left, self.right = LEFT, RIGHT
        self.shapes: list[str] = []
        self.words: list[str] = []
        self.letters: list[Box] = []
        self.pictures: list[Box] = []
        self.edge = WIDTH
        self.dense = dense
        self.clear_from = 0.0
        self.cut: list[str] = []
        self.below_frame: list[str] = []
        self.aim: Aim | None = None
        self._pressed = pressed
        self._shadow = (0.0, 0.0)

    # --- the mark -------------------------------------------------------------------------------------------

    def target(self, element: Element, box: Box, part: str | None = None) -> None:
        """Say where `element` (or its `part`) lies, in case it is the marked one."""
        if element.verbs and self.aim is None and (part is None or element.part in (None, part)):
            self.aim = Aim(element.verbs[0], box, element)
            if self.aim.verb in ("tap", "type", "hold"):
                self._shadow = (box.y1 - 9, box.y1 + _HAND_BELOW)
                if box.x1 < _HAND_INSIDE and part is not None:
                    self.clear_from = box.y1 + _HAND_BELOW

    def tone(self, element: Element, part: str | None = None) -> Tone:
        """The paints of `element` or of its `part`: reversed when it is the thing that is tapped."""
        t = self.tokens
        meant = element.tap is not None and element.part == part
        if meant and self._pressed:
            return Tone(t.cham, t.cham, t.cham_chu, t.cham_chu)
        return Tone(None, t.khung, t.than, t.than2)

    def room(self, element: Element, y: float, edge: float = RIGHT) -> float:
        """How far right words may reach at `y`: a mark here, or the hand of the thing above, needs its
        place."""
        limits = [edge, self.edge]
        if element.verbs and element.part is None and element.swipe not in ("left", "right"):
            limits.append(_ROOM[element.verbs[0]])
        if self._shadow[0] < y < self._shadow[1]:
            limits.append(_ROOM["tap"])
        return min(limits)

    # --- shapes ---------------------------------------------------------------------------------------------

    def add(self, shape: str) -> None:
        """Put one SVG fragment under the words."""
        self.shapes.append(shape)

    def rect(
        self,
        box: Box,
        r: float = 0,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = LINE,
    ) -> None:
        """A rectangle; without `stroke` it has the frame's colour, `stroke="none"` draws no line."""
        size = (
            f'x="{num(box.x0)}" y="{num(box.y0)}" width="{num(box.x1 - box.x0)}"'
            f' height="{num(box.y1 - box.y0)}"'
        )
        self.add(f"<rect {size}{_attr('rx', num(r), '0')}{self._paint(fill, stroke, width)}/>")

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = LINE,
    ) -> None:
        """A circle round (x, y)."""
        self.add(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}"{self._paint(fill, stroke, width)}/>')

    def path(
        self, d: str, *, fill: str | None = None, stroke: str | None = None, width: float = LINE
    ) -> None:
        """A path of the data `d`."""
        self.add(f'<path d="{d}"{self._paint(fill, stroke, width)}/>')

    def rule(self, y: float, x0: float = 10, x1: float = WIDTH - 10, width: float = HAIR) -> None:
        """A level line that divides things."""
        self.path(f"M{num(x0)} {num(y)}H{num(x1)}", stroke=self.tokens.vach, width=width)

    def icon(
        self, name: str, x: float, y: float, size: float, colour: str | None = None, line: float = 2
    ) -> None:
        """An icon with its upper left corner at (x, y); `line` is the stroke's width in units of the
        screen."""
        scale = size / GRID
        inset = size * 0.12
        self.pictures.append(Box(x + inset, y + inset, x + size - inset, y + size - inset))
        turn = f'transform="translate({num(x)} {num(y)})scale({scale:.3g})"'
        paint = _attr("stroke", colour or self.tokens.than, self.tokens.khung)
        self.add(f'<path {turn} stroke-width="{num(line / scale)}"{paint} d="{icon_path(name)}"/>')

    def _paint(self, fill: str | None, stroke: str | None, width: float) -> str:
        line = "" if stroke == "none" else _attr("stroke-width", num(width), num(LINE))
        return _attr("fill", fill, None) + _attr("stroke", stroke, self.tokens.khung) + line

    # --- words ----------------------------------------------------------------------------------------------

    def text(
        self, x: float, y: float, words: str, size: float = BODY, *, anchor: Anchor = "start",
        ink: str | None = None, bold: bool = True, soft: bool = False,
    ) -> None:  # fmt: skip
        """One line with its baseline at `y`; `soft` words may be covered by the hand."""
        if not words:
            return
        wide = metrics.text_width(words, size) * metrics.RESERVE
        x0 = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        self.letters.append(Box(x0, y - size * 0.78, x0 + wide, y + size * 0.24, soft))
        paint = _attr("font-size", num(size), num(BODY)) + _attr("text-anchor", anchor, "start")
        paint += _attr("fill", ink, self.tokens.than) + (
            "" if bold or self.tokens.bold else ' font-weight="400"'
        )
        self.words.append(f'<text x="{num(x)}" y="{num(y)}"{paint}>{escape(words)}</text>')

    def paragraph(
        self, x0: float, x1: float, y: float, words: str, size: float = BODY, *, centre: bool = False,
        ink: str | None = None, bold: bool = True, pitch: float = 0,
    ) -> float:  # fmt: skip
        """Lines between x0 and x1 from the top `y` on; gives the bottom. `pitch` is the distance of two
        lines."""
        pitch = pitch or line_pitch(size)
        lines = self.fill(words, size, x1 - x0)
        for line in lines:
            base = y + pitch * 0.5 + size * 0.36
            self.text(
                (x0 + x1) / 2 if centre else x0,
                base,
                line,
                size,
                anchor="middle" if centre else "start",
                ink=ink,
                bold=bold,
            )
            y += pitch
        return y

    def fill(self, words: str, size: float, width: float) -> list[str]:
        """The lines of `words`; a word that had to be cut is remembered for the author."""
        self.cut += metrics.cut_words(words, size, True, width)
        return metrics.wrap(words, size, True, width)


def line_pitch(size: float) -> float:
    """The distance of two baselines: room for a mark above and a dot below."""
    return round(size * 1.2, 1)


def room_for(line: str, size: float) -> float:
    """The room one bold line needs, reserve included."""
    return metrics.text_width(line, size) * metrics.RESERVE


def _attr(name: str, value: str | None, default: str | None) -> str:
    return "" if value is None or value == default else f' {name}="{value}"'
