"""Type sizes that fit a given room, by the widths of the press font; addresses that break where a person expects it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from tungbuoc.lesson.screens.metrics import text_width

_MM = 25.4 / 72
_LEADING = 1.2
_SMALLEST_WRAP_PT = 20.0
_HOST_ROOM, _HOST_PT, _SMALLEST_HOST_PT = 34.0, 12.0, 10.0
_TITLE_ROOM, _TITLE_PT, _SMALLEST_TITLE_PT = 167.5, 26.0, 24.5


def fit_pt(text: str, width: float, most: float) -> float:
    """The size in pt at which `text` (tags left out, bold) fills `width` mm on one line, `most` at most."""
    plain = re.sub(r"<[^>]+>", "", text)
    return min(most, int(width / max(text_width(plain, _MM, bold=True), 0.001) * 10) / 10)


def wrap_pt(text: str, width: float, height: float, most: float) -> float:
    """The largest size in whole pt at which `text`, bold, 1.2 leading, fits a box of `width` × `height` mm."""
    size = most
    while size > _SMALLEST_WRAP_PT and not _fits(text.split(), size, width, height):
        size -= 1
    return size


def title_style(title: str) -> Markup:
    """A title a word too wide for its line is set a little smaller; one that needs two lines stands closer to the words below."""
    fitting = _TITLE_ROOM / text_width(title, _MM, bold=True)
    if fitting >= _TITLE_PT:
        return Markup("")
    if fitting < _SMALLEST_TITLE_PT:
        return Markup(' class="long"')
    return Markup(f' style="font-size:{int(fitting * 10) / 10}pt"')


def host(typed: str) -> Markup:
    """`tungbuoc.vn/48217` → `tungbuoc.vn/`, which may break after dots and slashes, never inside a word."""
    shown = typed.rpartition("/")[0] + "/"
    return Markup(re.sub(r"(?<=[./])(?!$)", "<wbr>", str(escape(shown))))


def host_style(typed: str) -> Markup:
    """A smaller size for an address too wide for the code's column; under 10 pt it breaks instead."""
    shown = typed.rpartition("/")[0] + "/"
    fitting = _HOST_ROOM / text_width(shown, _MM, bold=True)
    if fitting >= _HOST_PT:
        return Markup(' style="white-space:nowrap"')
    size = max(fitting, _SMALLEST_HOST_PT)
    return Markup(f' style="font-size:{int(size * 10) / 10}pt"')


def whole_address(typed: str) -> Markup:
    """`tungbuoc.vn/48217`, which may break after dots and slashes only."""
    return Markup(re.sub(r"(?<=[./])", "<wbr>", str(escape(typed))))


def _fits(words: list[str], size: float, width: float, height: float) -> bool:
    lines, used = 1, 0.0
    for word in words:
        long = text_width(word, size * _MM, bold=True)
        if long > width:
            return False
        used += long + (text_width(" ", size * _MM, bold=True) if used else 0.0)
        if used > width:
            lines, used = lines + 1, long
    return lines * size * _LEADING * _MM <= height
