"""Words, buttons, rows, choices: what most screens are made of. Each function draws at `y` and gives its bottom."""

from __future__ import annotations

from .hand import Box
from .metrics import cut_words, wrap
from .model import Button, Check, Element, IconGrid, Radio, Row, Switch, Tabs, TextLine
from .pen import BODY, FRAME, SMALL, WIDTH, Pen, Tone, line_pitch, room_for

ICON = 20.0
_ROW = 32.0
_FAR = 139.0  # a row has no box: its words may reach the frame


def text_line(pen: Pen, e: TextLine, y: float) -> float:
    """A paragraph."""
    size = (15.5 if e.strong else 14.0) - (1 if pen.dense else 0)
    tone = pen.tone(e)
    room = pen.room(e, y)
    left = pen.left + (2 if not tone.fill else 4)
    bottom = pen.paragraph(left, room, y, e.text, size, centre=e.center, bold=e.strong, ink=tone.ink)
    box = Box(pen.left, y - 3, pen.right, bottom + 3)
    if tone.fill:
        pen.rect(box, 6, fill=tone.fill, stroke=tone.line)
    pen.target(e, box)
    return max(bottom, y + (28 if e.verbs else 0))


def button(pen: Pen, e: Button, y: float) -> float:
    """A pill with its name, one to three lines."""
    tone = pen.tone(e)
    wide_icon = 22 if e.icon else 0
    x0, x1 = pen.left + 8 + wide_icon, pen.room(e, y)
    x1 = min(x1, pen.right - 8)
    if not e.verbs:
        x1 = min(x1, WIDTH - 16 - wide_icon / 2)
    lines = pen.fill(e.button, BODY, x1 - x0)
    pitch = line_pitch(BODY)
    high = max(33.0, len(lines) * pitch + 13)
    box = Box(pen.left, y, pen.right, y + high)
    if tone.fill or not e.plain:
        pen.rect(box, 16.5 if len(lines) < 2 else 12, fill=tone.fill, stroke=tone.line)
    ink = pen.tokens.cham if e.plain and not tone.fill else tone.ink
    top = y + (high - len(lines) * pitch) / 2
    pen.paragraph(x0, x1, top, e.button, BODY, centre=True, ink=ink)
    if e.icon:
        pen.icon(e.icon, pen.left + 9, y + high / 2 - 9, 18, ink)
    pen.target(e, box)
    return y + high


def row(pen: Pen, e: Row, y: float) -> float:
    """A line of a list over the full width, with its rule below."""
    x0 = pen.left + (28 if e.icon else 3)
    x1 = pen.room(e, y, _FAR)
    tone = pen.tone(e)
    value_wide = 0.0
    if e.value:
        free = x1 - x0 - room_for(e.row, BODY) - 6
        lines = pen.fill(e.value, 13, free if free >= room_for(e.value, 13) else (x1 - x0) * 0.5)
        value_wide = max(room_for(line, 13) for line in lines) + 6
    lines = pen.fill(e.row, BODY, x1 - x0 - value_wide)
    notes = pen.fill(e.note, SMALL, x1 - x0) if e.note else []
    inner = len(lines) * line_pitch(BODY) + len(notes) * line_pitch(SMALL)
    high = max(_ROW, inner + (11 if len(lines) + len(notes) > 1 else 14))
    box = _band(pen, tone, y, high)
    bottom = pen.paragraph(x0, x1 - value_wide, y + (high - inner) / 2, e.row, BODY, ink=tone.ink)
    pen.paragraph(x0, x1, bottom, e.note, SMALL, ink=tone.soft, bold=False)
    if e.value:
        values = pen.fill(e.value, 13, value_wide - 5)
        for place, line in enumerate(values):
            base = y + high / 2 + (place - len(values) / 2 + 0.5) * 15.6 + 4.7
            pen.text(min(x1, pen.right - 2), base, line, 13, anchor="end", ink=tone.soft, bold=False)
    if e.icon:
        pen.icon(e.icon, pen.left + 2, y + high / 2 - ICON / 2, ICON, tone.ink)
    pen.target(e, box)
    return y + high


def _band(pen: Pen, tone: Tone, y: float, high: float) -> Box:
    box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, y + high)
    if tone.fill:
        pen.rect(box, 6, fill=tone.fill, stroke="none")
    else:
        pen.rule(y + high)
    return box


def _choice(pen: Pen, e: Element, y: float, label: str) -> tuple[float, Tone, Box]:
    """The common frame of check and radio: a label to the right of a sign; gives the middle line."""
    tone = pen.tone(e)
    x0, x1 = pen.left + 27, pen.room(e, y, _FAR)
    lines = pen.fill(label, BODY, x1 - x0)
    inner = len(lines) * line_pitch(BODY)
    high = max(28.0, inner + 10)
    box = Box(FRAME + 0.4, y, WIDTH - FRAME - 0.4, y + high)
    if tone.fill:
        pen.rect(box, 6, fill=tone.fill, stroke="none")
    pen.paragraph(x0, x1, y + (high - inner) / 2, label, BODY, ink=tone.ink)
    pen.target(e, box)
    return y + high / 2, tone, box


def check(pen: Pen, e: Check, y: float) -> float:
    """A box with or without a tick."""
    middle, tone, box = _choice(pen, e, y, e.check)
    x = pen.left + 4
    pen.rect(Box(x, middle - 9, x + 18, middle + 9), 4, stroke=tone.ink, width=2)
    if e.state == "on":
        pen.path(f"M{x + 4:g} {middle:g}l4 4.5 7-9", stroke=tone.ink, width=2.6)
    return box.y1


def radio(pen: Pen, e: Radio, y: float) -> float:
    """A ring with or without its dot."""
    middle, tone, box = _choice(pen, e, y, e.radio)
    pen.circle(pen.left + 13, middle, 9, stroke=tone.ink, width=2)
    if e.state == "on":
        pen.circle(pen.left + 13, middle, 4.5, fill=tone.ink, stroke="none")
    return box.y1


def switch(pen: Pen, e: Switch, y: float) -> float:
    """A label and a switch at the right."""
    tone = pen.tone(e)
    x0 = pen.left + (28 if e.icon else 3)
    room = pen.room(e, y)
    x1 = room - 4 if room < pen.right else room
    knob_left = x1 - 29
    lines = pen.fill(e.switch, BODY, knob_left - 5 - x0)
    inner = len(lines) * line_pitch(BODY)
    high = max(_ROW, inner + 12)
    box = _band(pen, tone, y, high)
    pen.paragraph(x0, knob_left - 5, y + (high - inner) / 2, e.switch, BODY, ink=tone.ink)
    if e.icon:
        pen.icon(e.icon, pen.left + 2, y + high / 2 - ICON / 2, ICON, tone.ink)
    middle = y + high / 2
    on = e.state == "on"
    back = tone.fill or pen.tokens.trang
    pen.rect(Box(knob_left, middle - 9, x1, middle + 9), 9, fill=tone.ink if on else None, stroke=tone.ink, width=2)
    pen.circle(x1 - 9 if on else knob_left + 9, middle, 5.5, fill=back if on else tone.ink, stroke="none")
    pen.target(e, box)
    return y + high


def icons(pen: Pen, e: IconGrid, y: float) -> float:
    """Apps with their names below, three a row, or two where a name is long."""
    columns = _columns(pen, e)
    wide = (pen.right - pen.left + 6) / columns
    side = 32.0
    for start in range(0, len(e.icons), columns):
        cells = e.icons[start : start + columns]
        shift = (columns - len(cells)) * wide / 2
        bottoms = [y]
        for place, cell in enumerate(cells):
            centre = pen.left - 3 + shift + wide * (place + 0.5)
            tone = pen.tone(e, cell.label) if e.part else pen.tone(e)
            box = Box(centre - side / 2, y, centre + side / 2, y + side)
            pen.rect(box, 9, fill=tone.fill, stroke=tone.line)
            if cell.letter:
                pen.text(centre, y + 23, cell.letter, 20, anchor="middle", ink=tone.ink, soft=True)
            else:
                pen.icon(cell.icon, centre - 10.5, y + 5.5, 21, tone.ink)
            pen.target(e, box, cell.label)
            bottoms.append(pen.paragraph(centre - wide / 2 + 1, centre + wide / 2 - 1, y + side + 2, cell.label, SMALL, centre=True))
        y = max(bottoms) + 5
    return y - 5


def _columns(pen: Pen, e: IconGrid) -> int:
    count = len(e.icons)
    wide = (pen.right - pen.left + 6) / 3 - 2
    easy = all(not cut_words(c.label, SMALL, True, wide) and len(wrap(c.label, SMALL, True, wide)) <= 2 for c in e.icons)
    return 3 if easy and count != 4 and count > 2 else min(count, 2)


def tabs(pen: Pen, e: Tabs, y: float) -> float:
    """A bar of tabs: the chosen one under a thick line, the tapped one reversed."""
    left, right = FRAME + 0.4, WIDTH - FRAME - 0.4
    wide = (right - left) / len(e.tabs)
    rows = [pen.fill(name, SMALL, wide - 3) for name in e.tabs]
    high = max(len(lines) for lines in rows) * line_pitch(SMALL) + 12
    pen.path(f"M{left:g} {y:.1f}H{right:g}", width=1.6)
    for place, (name, lines) in enumerate(zip(e.tabs, rows, strict=True)):
        x0 = left + place * wide
        tone = pen.tone(e, name) if e.part else pen.tone(e)
        box = Box(x0, y, x0 + wide, y + high)
        if tone.fill:
            pen.rect(Box(x0 + 1, y + 2, x0 + wide - 1, y + high), 6, fill=tone.fill, stroke="none")
        elif name == e.chosen:
            pen.path(f"M{x0 + 4:.1f} {y + 1.4:.1f}h{wide - 8:.1f}", width=4)
        top = y + (high - len(lines) * line_pitch(SMALL)) / 2 + 1
        pen.paragraph(x0 + 1.5, x0 + wide - 1.5, top, name, SMALL, centre=True, ink=tone.ink, bold=True)
        pen.target(e, box, name)
    return y + high
