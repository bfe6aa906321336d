"""Lines of a list and of choices over the full width, which several elements share."""

from __future__ import annotations

from .element import Element
from .hand import Box
from .pen import BODY, FRAME, WIDTH, Pen, Tone, line_pitch

ICON = 20.0
ROW = 32.0
FAR = 139.0  # a row has no box: its words may reach the frame


def band(pen: Pen, tone: Tone, y: float, high: float) -> Box:
    """The ground of a row: filled when it is tapped, else with its rule below."""
    box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, y + high)
    if tone.fill:
        pen.rect(box, 6, fill=tone.fill, stroke="none")
    else:
        pen.rule(y + high)
    return box


def choice(pen: Pen, e: Element, y: float, label: str) -> tuple[float, Tone, Box]:
    """The common frame of check and radio: a label to the right of a sign; gives the middle line."""
    tone = pen.tone(e)
    x0, x1 = pen.left + 27, pen.room(e, y, FAR)
    lines = pen.fill(label, BODY, x1 - x0)
    inner = len(lines) * line_pitch(BODY)
    high = max(28.0, inner + 10)
    box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, y + high)
    if tone.fill:
        pen.rect(box, 6, fill=tone.fill, stroke="none")
    pen.paragraph(x0, x1, y + (high - inner) / 2, label, BODY, ink=tone.ink)
    pen.target(e, box)
    return y + high / 2, tone, box
