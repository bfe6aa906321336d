"""Two PDFs of one handout → pictures of the pages that changed: before, after, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from tungbuoc.press.proof.drawn import drawn

DOTS = 90
"""Dots an inch: 8 pt type can still be read on a screen."""
_GAP, _HEAD = 16, 34
_GROUND, _INK, _RED = (178, 178, 178), (27, 27, 27), (150, 41, 26)
_SEEN = 48
"""Of 255 steps of grey: less is the edge of a letter that moved by a hair."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One page that is not what it was: its number from 1, and the picture to look at."""

    number: int
    picture: Image.Image


def pages(before: Path | None, after: Path | None) -> Iterator[Changed]:
    """Every page that differs; a page that one of the two has not stands beside an empty place. None is no
    PDF at all."""
    old, new = (drawn(file, DOTS) if file else [] for file in (before, after))
    for i in range(max(len(old), len(new))):
        pair = (old[i] if i < len(old) else None, new[i] if i < len(new) else None)
        difference = _difference(*pair)
        if difference is not None:
            yield Changed(i + 1, _beside((("Trước", pair[0]), ("Sau", pair[1]), ("Chỗ khác", difference))))


def _difference(old: Image.Image | None, new: Image.Image | None) -> Image.Image | None:
    """The new page in pale grey with all that differs in red; None when nothing does."""
    there = new or old
    if there is None or old is None or new is None or old.size != new.size:
        return there
    mask = ImageChops.difference(old, new).point(lambda step: 255 if step > _SEEN else 0)
    if mask.getbbox() is None:
        return None
    pale = new.point(lambda step: 170 + step // 3).convert("RGB")
    pale.paste(_RED, mask=mask)
    return pale


def _beside(shown: tuple[tuple[str, Image.Image | None], ...]) -> Image.Image:
    there = [picture for _, picture in shown if picture]
    wide, high = max(picture.width for picture in there), max(picture.height for picture in there)
    sheet = Image.new("RGB", (len(shown) * (wide + _GAP) + _GAP, high + _HEAD + _GAP), _GROUND)
    draw = ImageDraw.Draw(sheet)
    for i, (name, picture) in enumerate(shown):
        x = _GAP + i * (wide + _GAP)
        draw.text((x, 8), name if picture else f"{name}: không có trang này", fill=_INK, font=_font())
        if picture:
            sheet.paste(picture, (x, _HEAD))
    return sheet


def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype("NotoSans-Bold.ttf", 18)
    except OSError:  # a machine that keeps its fonts where Pillow does not look: the words lose their marks
        return ImageFont.load_default(18)
