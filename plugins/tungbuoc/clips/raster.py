"""SVG to pixels by resvg, lettered with the two given font files and no other font of the machine."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import resvg_py
from PIL import Image

from tungbuoc.clips.fonts import FAMILY


@lru_cache(maxsize=64)
def image(svg: str, fonts: tuple[Path, Path], width: int | None = None) -> Image.Image:
    """The drawing as RGBA, `width` pixels wide (else its own size). Kept: equal drawings are rasterised once
    a process.

    The returned picture is shared: paste from it, do not draw on it.
    """
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=[str(path) for path in fonts],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        languages=["vi"],
    )
    return Image.open(io.BytesIO(png)).convert("RGBA")
