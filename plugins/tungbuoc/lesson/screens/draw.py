"""A screen as SVG: the frame, the elements from top to bottom, the finger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from xml.sax.saxutils import escape

from tungbuoc.lesson.wording import Wording

from . import metrics
from .alt import alt
from .element import Element, Joins
from .hand import Box
from .marks import PAGE_WIDTH, Mark, marked
from .pen import FRAME, LEFT, LINE, RIGHT, WIDTH, Pen, line_pitch, num
from .screen import Screen
from .tokens import LIGHT, Tokens

__all__ = ["PAGE_WIDTH", "TALLEST", "Drawing", "Mark", "draw"]

TALLEST = 176.0
_PAD = 8.0
_JOINED: dict[Joins, float] = {"list": 0.0, "choice": 0.0, "text": 4.0}
_STAND = 10.0  # of a computer's monitor


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG with its size in units (a phone is 144 wide) and the marks on it.

    `phone_height` is the phone without the hand that may hang over its lower edge, `letters` the box of every
    drawn line of words, `cut` the words that had to be broken because no line holds them.
    """

    svg: str
    width: float
    height: float
    phone_height: float
    marks: tuple[Mark, ...]
    letters: tuple[Box, ...]
    cut: tuple[str, ...]


def draw(
    screen: Screen,
    tokens: Tokens = LIGHT,
    *,
    ident: str = "",
    hand: bool = True,
    pressed: bool = True,
    typed: int | None = None,
    words: Wording = Wording(),  # noqa: B008 (a frozen value)
) -> Drawing:
    """Draw a screen.

    `ident` is put before every id (there is one only when it is given: `<ident>-t`, the title's).
    `hand=False` leaves out the finger and its signs, `pressed=False` draws the marked thing as it is before
    the tap, `typed` shows only the first so many signs of a `type:` text; `words` are the
    course's, for what a phone says by itself and for what stands for the drawing where it cannot be
    seen. The same arguments give the same
    bytes.
    """
    drawn = _drawn(screen, tokens, hand, pressed, typed, words)
    return replace(drawn, svg=_open(tokens, drawn.height, ident, alt(screen, words)) + drawn.svg)


# Lesson page, code page and projector show the same screen; a preview draws all at every save.
@lru_cache(maxsize=4096)
def _drawn(
    screen: Screen, tokens: Tokens, hand: bool, pressed: bool, typed: int | None, words: Wording
) -> Drawing:
    """The drawing without its opening tag, which alone carries ids."""
    pen = Pen(tokens, pressed=pressed, typed=typed, course=words)
    height = _lay(pen, screen)
    if height > TALLEST:
        pen = Pen(tokens, pressed=pressed, typed=typed, dense=True, course=words)
        height = _lay(pen, screen)
    marks, overlay, lowest = marked(pen, height, hand)
    total = round(max(height + (_STAND + 1.5 if screen.computer else 0), lowest) + 0.05, 1)
    parts = [
        _frame(pen, screen, height),
        *pen.shapes,
        f'<g fill="{tokens.than}" stroke="none">',
        *pen.words,
        "</g>",
        overlay,
        "</svg>",
    ]
    return Drawing("".join(parts), PAGE_WIDTH, total, height, marks, tuple(pen.letters), tuple(pen.cut))


def _lay(pen: Pen, screen: Screen) -> float:
    """Draw everything but frame and finger; gives the phone's height."""
    if any(e.swipe in ("up", "down") for e in screen.body):
        pen.edge = 112.0
    return _body(pen, screen, _head(pen, screen)) + FRAME


def _open(tokens: Tokens, height: float, ident: str, title: str) -> str:
    label = f' id="{ident}-t"' if ident else ""
    named = f' aria-labelledby="{ident}-t"' if ident else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(PAGE_WIDTH)} {num(height)}"'
        f' role="img"{named} font-family="{tokens.family}" font-size="14.5" font-weight="700" fill="none"'
        f' stroke="{tokens.khung}" stroke-width="{LINE}" stroke-linecap="round"'
        f' stroke-linejoin="round"><title{label}>{escape(title)}</title>'
    )


def _frame(pen: Pen, screen: Screen, height: float) -> str:
    t = pen.tokens
    if all(e.paper for e in screen.body) and screen.beside_the_phone:
        return ""
    size = f'x="1.8" y="1.8" width="{num(WIDTH - FRAME)}" height="{num(height - FRAME)}"'
    if screen.beside_the_phone:
        return f'<rect {size} rx="4" fill="{t.trang}" stroke="{t.vach}"/>'
    if screen.computer:
        stand = (
            f'<path d="M62 {num(height)}l-5 {num(_STAND)}h30l-5-{num(_STAND)}" fill="{t.trang}"'
            ' stroke-width="2.6"/>'
        )
        return f'{stand}<rect {size} rx="5" fill="{t.trang}" stroke-width="{FRAME}"/>'
    return "".join(pen.below_frame) + f'<rect {size} rx="15" fill="{t.trang}" stroke-width="{FRAME}"/>'


def _head(pen: Pen, screen: Screen) -> float:
    """Status bar and title bar; gives where the body begins."""
    y = FRAME
    if screen.status:
        y = _status(pen, screen, y)
    bar = next((e for e in screen.body if e.in_head), None)
    if not screen.title and not bar:
        return y
    left = right = 24.0 if screen.back else 6.0
    if bar:
        right = bar.head_room() + 5
    elif not metrics.fits(screen.title, 13, True, WIDTH - 2 * FRAME - left - right):
        right = 4.0
    width = WIDTH - 2 * FRAME - left - right
    size = metrics.shrink(screen.title, 15, True, width, 13)
    lines = pen.fill(screen.title, size, width)
    bottom = y + max(27.0, len(lines) * line_pitch(size) + 9)
    if not screen.beside_the_phone:
        if pen.tokens.thanh != pen.tokens.trang and not screen.status:
            r = 15 - FRAME / 2 + 0.3
            pen.path((
                f"M3.5 {num(bottom)}V{r + 3.5:g}a{r:g} {r:g} 0 0 1 {r:g}-{r:g}H{140.5 - r:g}a{r:g} {r:g} 0 "
                f"0 1 {r:g} {r:g}V{num(bottom)}z"
            ),
                     fill=pen.tokens.thanh, stroke="none")  # fmt: skip
        pen.path(f"M{FRAME} {num(bottom)}H{num(WIDTH - FRAME)}", width=1.6)
    if bar:
        bar.draw(pen, (y + bottom) / 2)
    if screen.back:
        pen.icon("back", FRAME + 4, (y + bottom) / 2 - 9, 18)
    top = (y + bottom - len(lines) * line_pitch(size)) / 2 + 0.5
    pen.paragraph(FRAME + left, WIDTH - FRAME - right, top, screen.title, size, centre=True)
    return bottom


def _status(pen: Pen, screen: Screen, y: float) -> float:
    """The line of small signs at the top; a word that names a sign gets it."""
    signs = {"wifi": "wifi", "sim": "sim", "sóng": "signal", "pin": "battery", "im lặng": "mute"} | {
        "signal": "signal",
        "battery": "battery",
        "silent": "mute",
    }
    x = RIGHT - 4
    for word in reversed(screen.status):
        name = signs.get(word.split()[0].lower()) or signs.get(word.lower())
        words = (
            word.split(maxsplit=1)[1]
            if name == "battery" and " " in word
            else ("" if name == "wifi" else word)
        )
        if x - metrics.text_width(words, 12.5) * metrics.RESERVE - (19 if name else 0) < LEFT:
            pen.cut.append(word)
            continue
        if words:
            pen.text(x, y + 15.5, words, 12.5, anchor="end")
            x -= metrics.text_width(words, 12.5) * metrics.RESERVE + 3
        if name:
            pen.icon(name, x - 15, y + 3.5, 15, line=1.6)
            x -= 19
        x -= 4
    return y + 20


def _body(pen: Pen, screen: Screen, y: float) -> float:
    before: Element | None = None
    for e in screen.body:
        if e.in_head:
            continue
        y += _gap(before, e, bool(screen.title)) - (2 if pen.dense and e.joins != "list" else 0)
        y = max(y, pen.clear_from)
        pen.left = LEFT
        if e.number:
            pen.left = LEFT + 20
            pen.circle(LEFT + 7, y + 14, 8.5, fill=pen.tokens.son, stroke="none")
            pen.text(LEFT + 7, y + 19, str(e.number), 14, anchor="middle", ink=pen.tokens.trang)
        y = e.draw(pen, y)
        if e.swipe in ("left", "right"):
            y += 20
        before = e
    pen.left = LEFT
    if before and before.at_edge:
        return y
    return y + (5 if pen.dense or (before and before.joins == "list") else _PAD)


def _gap(before: Element | None, e: Element, titled: bool) -> float:
    """The room between two things; a list stands close to the title bar and whole in itself."""
    if before is None:
        return 4.0 if e.joins == "list" and titled else _PAD
    if e.joins and before.joins == e.joins:
        return _JOINED[e.joins]
    return 6.0
