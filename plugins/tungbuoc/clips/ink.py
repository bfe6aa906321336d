"""Strokes that films and pictures of links share, as SVG: words, bars, the kilometre stone."""

from __future__ import annotations

from html import escape

from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.lesson.screens.tokens import LIGHT

MARGIN = 34
_ON_STONE = (108.0, 84.0, 50.0)


def stone(words: str) -> str:
    """The large stone with a number, a lesson's code or nothing on it; 151 wide from x 34, from y 174 to
    359."""
    size = _ON_STONE[max(1, min(len(words), 3)) - 1]
    left = 109.5 - text_width(words, size, True) / 2
    return (
        f'<path d="M48 246v102h124V246" fill="{LIGHT.trang}" stroke="{LIGHT.than}" stroke-width="8"/>'
        f'<path d="M44 247v-7a65.5 65.5 0 0 1 131 0v7z" fill="{LIGHT.son}"/>'
        + rect(MARGIN, 348, 151, 11, LIGHT.than)
        + text(words, left, 297 + size * 0.357, size, bold=True)
    )


def small_stone(x: float, y: float) -> str:
    """The site's mark, 34 wide."""
    return (
        f'<g transform="translate({x:g} {y:g})" stroke="{LIGHT.than}" stroke-width="2"><path d="M3.5'
        f' 15v23h27V15" fill="{LIGHT.trang}"/><path d="M2.5 18v-2.5a14.5 14.5 0 0 1 29 0V18z"'
        f' fill="{LIGHT.son}" stroke="none"/><path d="M0 38.5h34"/></g>'
    )


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    """A filled rectangle."""
    corner = f' rx="{radius:g}"' if radius else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"{corner}/>'


def text(words: str, x: float, y: float, size: float, *, bold: bool = False, fill: str = LIGHT.than) -> str:
    """One line of words from `x` on the baseline `y`."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="Noto Sans" font-size="{size:g}"'
        f' fill="{fill}"{weight}>{escape(words)}</text>'
    )


def shrunk(words: str, size: float, width: float) -> float:
    """The size at which the words, bold, are not wider than `width`."""
    return min(size, size * width / max(text_width(words, size, True), 1))
