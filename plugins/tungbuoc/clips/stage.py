"""Looks → pictures: the phone on its stage, the finger over it, the caption on its band, laid over one another as pixels.

Only what differs is rasterised: each layer is kept, and a moving finger is a small picture pasted over still ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image

from tungbuoc.clips import cards
from tungbuoc.clips.model import WIDTH, StepFilm
from tungbuoc.clips.raster import image
from tungbuoc.clips.timeline import Act, Look
from tungbuoc.clips.words import Page
from tungbuoc.lesson.screens import Screen
from tungbuoc.lesson.screens.draw import PAGE_WIDTH, Drawing, draw
from tungbuoc.lesson.screens.hand import Pose, arrow_svg, hand_svg
from tungbuoc.lesson.screens.tokens import LIGHT

_SCALE = 2.35
_MIDDLE, _TOP, _BOTTOM = 293, 62, 606
_LEFT = 65
_HAND_REACH = 46.0


class Stage:
    """One film's pictures. `fonts` are the regular and the bold file."""

    def __init__(self, film: StepFilm, captions: Sequence[Page], fonts: tuple[Path, Path]) -> None:
        self._film = film
        self._captions = captions
        self._fonts = fonts
        self._phones = [_Phone(screen) for screen in film.screens]
        self._grounds: dict[tuple[object, ...], Image.Image] = {}

    def acts(self) -> list[Act]:
        """What the finger does on each screen; a step without a screen has one quiet act."""
        return [phone.act() for phone in self._phones] or [Act("look")]

    def picture(self, look: Look) -> Image.Image:
        """The picture of one look, RGB."""
        if look.screen is None:
            return self._image(cards.title_card(self._film)).convert("RGB")
        ground = self._ground(look)
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
        key = (look.screen, look.pressed, look.typed, look.caption)
        if key not in self._grounds:
            self._grounds[key] = self._laid(look)
        return self._grounds[key]

    def _laid(self, look: Look) -> Image.Image:
        ground = self._image(cards.stage(self._film)).convert("RGB")
        if self._phones:
            phone = self._phones[look.screen or 0]
            layer = self._image(phone.svg(look.pressed, look.typed), round(PAGE_WIDTH * phone.scale))
            ground.paste(layer, (phone.left, phone.top), layer)
        else:
            layer = self._image(cards.lone_stone(self._film.number))
            ground.paste(layer, (0, 0), layer)
        band = cards.waiting(self._film) if look.caption is None else cards.caption(self._captions[look.caption])
        ground.paste(self._image(band), (0, cards.BAND_TOP))
        return ground

    def _image(self, svg: str, width: int | None = None) -> Image.Image:
        return image(svg, self._fonts, width)


class _Phone:
    """A screen with its place on the stage: `left`, `top` in pixels, `scale` in pixels a unit."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._typing = next((element.type for element in screen.body if element.type), "") or ""
        whole = draw(screen, LIGHT, hand=False)
        self._mark = whole.marks[0] if whole.marks else None
        self.scale = min(_SCALE, (_BOTTOM - _TOP) / whole.height)
        self.left = _LEFT
        middle = _MIDDLE - whole.phone_height * self.scale / 2
        self.top = round(max(_TOP, min(middle, _BOTTOM - whole.height * self.scale)))

    def act(self) -> Act:
        """What the finger does here, in pixels of the film."""
        mark = self._mark
        if mark is None:
            return Act("look")
        end = self._pixel(*mark.end) if mark.end else None
        return Act(mark.verb, *self._pixel(mark.pose.x, mark.pose.y), mark.pose.angle, end, len(self._typing))

    def svg(self, pressed: bool, typed: int) -> str:
        """The phone without the finger: before the tap or after it, with so many signs typed."""
        forbidden = self._mark is not None and self._mark.verb == "dont"
        drawing = draw(self._screen, LIGHT, hand=forbidden and pressed, pressed=pressed, typed=typed if self._typing else None)
        return _with_arrow(drawing) if pressed else drawing.svg

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale


def _with_arrow(drawing: Drawing) -> str:
    mark = drawing.marks[0] if drawing.marks else None
    if mark is None or mark.end is None:
        return drawing.svg
    return drawing.svg.removesuffix("</svg>") + arrow_svg((mark.pose.x, mark.pose.y), mark.end, LIGHT) + "</svg>"


@lru_cache(maxsize=16)
def _hand(angle: float) -> str:
    """The hand with the tip of its finger in the middle."""
    hand = hand_svg(Pose(0, 0, angle), LIGHT)
    return _centred(_HAND_REACH, f'<g stroke-linecap="round" stroke-linejoin="round">{hand}</g>')


@lru_cache(maxsize=16)
def _ring(radius: int) -> str:
    """A ring round a finger that touches."""
    circle = f'<circle r="{radius}" fill="none" stroke='
    return _centred(radius + 6, f'{circle}"{LIGHT.trang}" stroke-width="9"/>{circle}"{LIGHT.son}" stroke-width="4.5"/>')


def _centred(reach: float, inner: str) -> str:
    """An SVG whose point (0, 0) is in its middle, `reach` units from every edge."""
    size = f'width="{2 * reach:g}" height="{2 * reach:g}" viewBox="{-reach:g} {-reach:g} {2 * reach:g} {2 * reach:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'


def _over(picture: Image.Image, layer: Image.Image, x: float, y: float) -> None:
    """Paste `layer` with its middle at (x, y)."""
    picture.paste(layer, (round(x - layer.width / 2), round(y - layer.height / 2)), layer)
