"""Icons as SVG: alone for the site, as a path for a drawing."""

from __future__ import annotations

from .icon_paths import PATHS

GRID = 48


def icon_svg(name: str, size: float, colour: str, *, stroke: float = 3) -> str:
    """One icon, `size` pixels square, drawn in `colour` (any SVG paint, `currentColor` too); hidden from
    screen readers.

    `name` is a word of `element.Icon`; raises `KeyError` for another. `stroke` is the line's width on the
    grid of 48.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}" width="{size:g}"'
        f' height="{size:g}" fill="none" stroke="{colour}" stroke-width="{stroke:g}" stroke-linecap="round"'
        f' stroke-linejoin="round" aria-hidden="true"><path d="{PATHS[name]}"/></svg>'
    )


def icon_path(name: str) -> str:
    """The path data of an icon on the grid of 48."""
    return PATHS[name]
