"""Text that is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from .element import Element
from .pen import Pen

CARET = "|"


def typed_lines(pen: Pen, e: Element, lines: Sequence[str]) -> list[str]:
    """The lines as far as they are typed: each word stays on the line where it ends up."""
    if not e.type or pen.typed is None:
        return list(lines)
    left, shown = pen.typed, [""]
    for line in lines:
        shown[-1] = line.removesuffix(CARET)[:left]
        left -= len(line) + 1
        if left < 0:
            break
        shown.append("")
    shown[-1] += CARET
    return shown
