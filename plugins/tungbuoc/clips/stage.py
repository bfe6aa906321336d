"""Looks → pictures: the phone on its stage, the finger over it, the caption on its band, laid over one
another as pixels.

Only what differs is rasterised: each layer is kept, and a moving finger is a small picture pasted over still
ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from tungbuoc.clips import cards
from tungbuoc.clips.following import tapped_name
from tungbuoc.clips.model import WIDTH, StepFilm
from tungbuoc.clips.moves import Act, Area, Look
from tungbuoc.clips.raster import image
from tungbuoc.clips.words import CardPage
from tungbuoc.lesson.screens import Screen
from tungbuoc.lesson.screens.draw import PAGE_WIDTH, Drawing, draw
from tungbuoc.lesson.screens.hand import Box, Pose, arrow_svg, hand_svg
from tungbuoc.lesson.screens.tokens import LIGHT
from tungbuoc.lesson.wording import Wording

_SCALE = 2.35
_MIDDLE, _TOP, _BOTTOM = 293, 62, 606
_LEFT = 65
_HAND_REACH = 46.0
_SAME = 4.0
"""Lines of words nearer than this, in units, are one thing to look at."""


class Stage:
    """One film's pictures. `fonts` are the regular and the bold file."""

    def __init__(self, film: StepFilm, captions: Sequence[CardPage], fonts: tuple[Path, Path]) -> None:
        self._film = film
        self._captions = captions
        self._fonts = fonts
        self._phones = [_StagedPhone(screen, film.wording) for screen in film.screens]
        self._after = [_StagedPhone(after, film.wording) if after else None for after in film.after]
        self._grounds: dict[tuple[object, ...], Image.Image] = {}

    def acts(self) -> list[Act]:
        """What the finger does on each screen; a step without a screen has one quiet act."""
        return [
            replace(phone.act(), follows=after is not None)
            for phone, after in zip(self._phones, self._after, strict=True)
        ] or [Act("look")]

    def picture(self, look: Look) -> Image.Image:
        """The picture of one look, RGB."""
        if look.screen is None:
            return self._image(cards.title_card(self._film)).convert("RGB")
        ground = self._ground(look)
        if look.glow:
            return _glowing(ground, look.glow)
        if look.hand is None:
            return ground
        picture = ground.copy()
        x, y, angle = look.hand
        scale = self._phones[look.screen].scale
        if look.ring:
            _over(picture, self._image(_ring(look.ring)), x, y + 4)
        _over(picture, self._image(_hand(angle), round(2 * _HAND_REACH * scale)), x, y)
        if y + _HAND_REACH * scale > cards.BAND_TOP:
            picture.paste(ground.crop((0, cards.BAND_TOP, WIDTH, ground.height)), (0, cards.BAND_TOP))
        return picture

    def _ground(self, look: Look) -> Image.Image:
        """All but the finger; kept, since a finger's way has one ground."""
        key = (look.screen, look.after, look.pressed, look.typed, look.caption)
        if key not in self._grounds:
            self._grounds[key] = self._laid(look)
        return self._grounds[key]

    def _laid(self, look: Look) -> Image.Image:
        ground = self._image(cards.stage(self._film)).convert("RGB")
        if self._phones:
            phone = (self._after if look.after else self._phones)[look.screen or 0] or self._phones[0]
            layer = self._image(phone.svg(look.pressed, look.typed), round(PAGE_WIDTH * phone.scale))
            ground.paste(layer, (phone.left, phone.top), layer)
        else:
            layer = self._image(cards.lone_stone(self._film.number))
            ground.paste(layer, (0, 0), layer)
        band = (
            cards.waiting(self._film) if look.caption is None else cards.caption(self._captions[look.caption])
        )
        ground.paste(self._image(band), (0, cards.BAND_TOP))
        return ground

    def _image(self, svg: str, width: int | None = None) -> Image.Image:
        return image(svg, self._fonts, width)


class _StagedPhone:
    """A screen with its place on the stage: `left`, `top` in pixels, `scale` in pixels a unit."""

    def __init__(self, screen: Screen, words: Wording) -> None:
        self._screen, self._words = screen, words
        self._typing = next((element.type for element in screen.body if element.type), "") or ""
        self._drawing = whole = draw(screen, LIGHT, hand=False, words=words)
        self._mark = whole.marks[0] if whole.marks else None
        self.scale = min(_SCALE, (_BOTTOM - _TOP) / whole.height)
        self.left = _LEFT
        middle = _MIDDLE - whole.phone_height * self.scale / 2
        self.top = round(max(_TOP, min(middle, _BOTTOM - whole.height * self.scale)))

    def act(self) -> Act:
        """What the finger does here, in pixels of the film."""
        mark = self._mark
        if mark is None:
            return Act("look", stops=self._stops())
        end = self._pixel(*mark.end) if mark.end else None
        where = self._pixel(mark.pose.x, mark.pose.y)
        return Act(
            mark.verb,
            *where,
            mark.pose.angle,
            end,
            len(self._typing),
            tapped_name(self._screen),
            self._stops(),
        )

    def svg(self, pressed: bool, typed: int) -> str:
        """The phone without the finger: before the tap or after it, with so many signs typed."""
        forbidden = self._mark is not None and self._mark.verb == "dont"
        drawing = draw(
            self._screen,
            LIGHT,
            hand=forbidden and pressed,
            pressed=pressed,
            typed=typed if self._typing else None,
            words=self._words,
        )
        return _with_arrow(drawing) if pressed else drawing.svg

    def _stops(self) -> tuple[Area, ...]:
        """What there is to look at from top to bottom, in pixels: words that stand together, and the
        picture where there are few."""
        head = (31.0 if self._screen.title else 0.0) + (20.0 if self._screen.status else 0.0)
        groups: list[Box] = []
        for box in sorted(
            (box for box in self._drawing.letters if box.y1 > head), key=lambda box: (box.y0, box.x0)
        ):
            last = groups[-1] if groups else None
            if last and box.y0 - last.y1 < _SAME and box.x0 < last.x1 and last.x0 < box.x1:
                groups[-1] = Box(min(last.x0, box.x0), last.y0, max(last.x1, box.x1), max(last.y1, box.y1))
            else:
                groups.append(box)
        if len(groups) < 2:
            groups = [*_pictured(head + 5, self._drawing.phone_height - 7, groups), *groups]
        return tuple(self._place(box) for box in groups)

    def _place(self, box: Box) -> Area:
        (x0, y0), (x1, y1) = self._pixel(box.x0 - 3, box.y0 - 2), self._pixel(box.x1 + 3, box.y1 + 2)
        return round(x0), round(y0), round(x1), round(y1)

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale


def _with_arrow(drawing: Drawing) -> str:
    mark = drawing.marks[0] if drawing.marks else None
    if mark is None or mark.end is None:
        return drawing.svg
    return (
        drawing.svg.removesuffix("</svg>") + arrow_svg((mark.pose.x, mark.pose.y), mark.end, LIGHT) + "</svg>"
    )


@lru_cache(maxsize=16)
def _hand(angle: float) -> str:
    """The hand with the tip of its finger in the middle."""
    hand = hand_svg(Pose(0, 0, angle), LIGHT)
    return _centred(_HAND_REACH, f'<g stroke-linecap="round" stroke-linejoin="round">{hand}</g>')


@lru_cache(maxsize=16)
def _ring(radius: int) -> str:
    """A ring round a finger that touches."""
    circle = f'<circle r="{radius}" fill="none" stroke='
    return _centred(
        radius + 6, f'{circle}"{LIGHT.trang}" stroke-width="9"/>{circle}"{LIGHT.son}" stroke-width="4.5"/>'
    )


def _centred(reach: float, inner: str) -> str:
    """An SVG whose point (0, 0) is in its middle, `reach` units from every edge."""
    size = (
        f'width="{2 * reach:g}" height="{2 * reach:g}" viewBox="{-reach:g} {-reach:g} {2 * reach:g}'
        f' {2 * reach:g}"'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'


def _pictured(top: float, bottom: float, words: Sequence[Box]) -> list[Box]:
    """A picture to look at between `top` and `bottom`: what its few words leave of it, or its thirds where
    it has none."""
    if words:
        above, below = (top, words[0].y0 - 3), (words[0].y1 + 3, bottom)
        start, end = max(above, below, key=lambda part: part[1] - part[0])
        return [Box(12, start, 132, end)]
    high = (bottom - top) / 3
    return [Box(12, top + high * i, 132, top + high * (i + 1)) for i in range(3)]


def _glowing(ground: Image.Image, place: Area) -> Image.Image:
    """The picture as if a marker had gone over `place`: ground yellow, ink as it was."""
    picture = ground.copy()
    piece = picture.crop(place)
    mask = Image.new("L", piece.size)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, piece.width - 1, piece.height - 1), 8, fill=255)
    picture.paste(ImageChops.multiply(piece, Image.new("RGB", piece.size, LIGHT.hoe)), place, mask)
    return picture


def _over(picture: Image.Image, layer: Image.Image, x: float, y: float) -> None:
    """Paste `layer` with its middle at (x, y)."""
    picture.paste(layer, (round(x - layer.width / 2), round(y - layer.height / 2)), layer)
