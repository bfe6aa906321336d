"""Screens of a phone drawn from text: `parse` a block, `draw` it, say it in words with `alt`."""

from . import elements
from .alt import alt
from .draw import PAGE_WIDTH, TALLEST, Drawing, Mark, draw
from .guide import guide
from .hand import Box, Pose, hand_svg
from .icons import icon_svg
from .parse import parse
from .schema import schema, schema_text, wordless
from .screen import Screen
from .tokens import COLOUR_PRINT, DARK, LIGHT, PRINT, WEB, Tokens

__all__ = [
    "COLOUR_PRINT", "DARK", "LIGHT", "PAGE_WIDTH", "PRINT", "TALLEST", "WEB", "Box", "Drawing", "Mark",
    "Pose", "Screen", "Tokens", "alt", "draw", "elements", "guide", "hand_svg", "icon_svg", "parse", "schema",
    "schema_text", "wordless",
]  # fmt: skip
