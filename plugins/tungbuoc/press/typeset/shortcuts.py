"""What WeasyPrint works out over and over, worked out once; every page comes out the same, byte for byte.

A block in rows of boxes is laid out several times, each time breaking the same words into the same lines; and
every box of a row is laid out once more for a smallest height that a row, by CSS, does not ask for.
"""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import block, flex, inline, preferred

_MOST_LINES = 20_000
_SHAPING = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
"""All properties that decide how a line breaks and how wide it is, where nothing is hyphenated."""


def take() -> None:
    """Have WeasyPrint take both from now on; harmless when it already does."""
    if getattr(inline, "_takes_shortcuts", False):
        return
    once = _Lines(inline.split_first_line)
    inline.split_first_line = preferred.split_first_line = once
    lean = _lean(flex.flex_layout)
    block.flex_layout = inline.flex_layout = flex.flex_layout = lean
    inline._takes_shortcuts = True


class _Lines:
    """`split_first_line`, remembering what it found by all that it depends on; the oldest go first."""

    def __init__(self, split: Callable[..., Any]) -> None:
        self._split = split
        self._known: OrderedDict[tuple[Any, ...], Any] = OrderedDict()

    def __call__(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        about = (style, context, max_width, justification_spacing, is_line_start, minimum)
        if style["hyphens"] == "auto" or "\xad" in text:
            return self._split(text, *about)
        key = (text, _shaping(style), id(style.font_config), *about[2:])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._split(text, *about)
            if len(self._known) > _MOST_LINES:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        layout, *measures = found
        return copy.copy(layout), *measures  # drawing changes the layout itself


def _shaping(style: Any) -> tuple[Any, ...]:
    """The values of a style that shape its words; of one style object worked out once."""
    known = style.__dict__.get("_shaping")
    if known is None:
        known = style._shaping = tuple(_hashable(style[name]) for name in _SHAPING)
    return known  # type: ignore[no-any-return]


def _hashable(value: Any) -> Any:
    return tuple(_hashable(one) for one in value) if isinstance(value, list | tuple) else value


def _lean(lay: Callable[..., Any]) -> Callable[..., Any]:
    """`flex_layout` without the smallest height of what stands in a row.

    `min-height: auto` keeps a box from shrinking along the main axis alone (CSS Flexible Box Layout, 4.5).
    """

    def leaner(context: Any, box: Any, *about: Any, **named: Any) -> Any:
        if box.style["flex_direction"].startswith("row"):
            for child in box.children:
                if child.is_flex_item and child.style["min_height"] == "auto":
                    child.style = child.style.copy()
                    child.style["min_height"] = Dimension(0, "px")
        return lay(context, box, *about, **named)

    return leaner
