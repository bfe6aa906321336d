"""Where the learner types, slides or waits: fields, code boxes, keys, slider, progress, address."""

from __future__ import annotations

from . import metrics
from .hand import Box
from .model import ERASE, Address, CodeBoxes, FieldBox, Keyboard, Keypad, Progress, Slider
from .pen import BODY, FRAME, SMALL, WIDTH, Pen, line_pitch, num

_DOT, _CARET = "•", "|"
_SMALLEST_VALUE = 12.5
_ICON = 20.0
_KEY_GAP = 2.5
_FINGER = 10.0  # a tapped key is so much wider, for the tip of the finger


def field(pen: Pen, e: FieldBox, y: float) -> float:
    """A box with its label inside and the value below."""
    tone = pen.tone(e)
    x0, x1, x2 = pen.left + 7, min(pen.room(e, y), pen.right - 4), pen.right - 3
    label = pen.fill(e.field, SMALL, x2 - x0)
    value = f"{e.type}{_CARET}" if e.type else e.value
    if e.secret:
        value = "".join(sign if sign in f" {_CARET}" else _DOT for sign in value)
    size = metrics.shrink(value, BODY, True, x1 - x0, _SMALLEST_VALUE)
    values = pen.fill(value, size, x1 - x0)
    high = 39 + (len(label) - 1) * line_pitch(SMALL) + max(len(values) - 1, 0) * line_pitch(size)
    box = Box(pen.left, y, pen.right, y + high)
    pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
    bottom = pen.paragraph(x0, x2, y + 3.5, e.field, SMALL, ink=tone.soft, bold=False)
    for line in _typed(pen, e, values):
        pen.text(x0, bottom + 12.4, line, size, ink=tone.ink)
        bottom += line_pitch(size)
    pen.target(e, box)
    return y + high


def _typed(pen: Pen, e: FieldBox | Address, lines: list[str]) -> list[str]:
    """The lines as far as they are typed: each word stays on the line where it ends up."""
    if not e.type or pen.typed is None:
        return lines
    left, shown = pen.typed, [""]
    for line in lines:
        shown[-1] = line.removesuffix(_CARET)[:left]
        left -= len(line) + 1
        if left < 0:
            break
        shown.append("")
    shown[-1] += _CARET
    return shown


def address(pen: Pen, e: Address, y: float) -> float:
    """A browser's address bar; a long address breaks at its dots and hyphens."""
    tone = pen.tone(e)
    x0, x1 = pen.left + 25, min(pen.room(e, y), pen.right - 5)
    text = f"{e.type}{_CARET}" if e.type else e.address
    size = metrics.shrink(text, 13.5, True, x1 - x0, _SMALLEST_VALUE)
    lines = pen.fill(text, size, x1 - x0)
    high = max(30.0, len(lines) * 16 + 12)
    box = Box(pen.left, y, pen.right, y + high)
    pen.rect(box, 15 if len(lines) < 2 else 10, fill=tone.fill, stroke=tone.line)
    pen.icon("lock" if e.lock else "globe", pen.left + 6, y + high / 2 - 8, 16, tone.ink, 1.6)
    base = y + (high - len(lines) * 16) / 2 + 12.6
    for line in _typed(pen, e, lines):
        pen.text(x0, base, line, size, ink=tone.ink)
        base += 16
    pen.target(e, box)
    return y + high


def boxes(pen: Pen, e: CodeBoxes, y: float) -> float:
    """A box for every digit of a PIN or code."""
    filled = e.type or e.boxes
    if e.type and pen.typed is not None:
        filled = filled[: pen.typed]
    gap = 4.0
    wide = min(24.0, (pen.right - pen.left - gap * (e.of - 1)) / e.of)
    x = (pen.left + pen.right - wide * e.of - gap * (e.of - 1)) / 2
    tone = pen.tone(e)
    whole = Box(x, y, x + wide * e.of + gap * (e.of - 1), y + 26)
    last = whole
    for place in range(e.of):
        cell = Box(x, y, x + wide, y + 26)
        pen.rect(cell, 5, fill=tone.fill, stroke=tone.line)
        if place < len(filled):
            if e.secret:
                pen.circle(x + wide / 2, y + 13, 2.6, fill=tone.ink, stroke="none")  # larger, a reader takes the box for a Micro QR
            else:
                pen.text(x + wide / 2, y + 18.4, filled[place], 15, anchor="middle", ink=tone.ink)
        if place == min(len(filled), e.of - 1):
            last = cell
        x += wide + gap
    pen.target(e, Box(last.x0, y, max(last.x1, whole.x1 - wide), y + 26) if e.type else whole)
    return y + 26


def keypad(pen: Pen, e: Keypad, y: float) -> float:
    """Number keys, three a row, as on a telephone."""
    wide, high, gap = 38.0, 20.5, 2.0
    left = (pen.left + pen.right - 3 * wide - 2 * gap) / 2
    layout = [*"123456789", *("*0#" if e.keypad == "phone" else ("", "0", ERASE))]
    for place, key in enumerate(layout):
        if not key:
            continue
        x0, y0 = left + (place % 3) * (wide + gap), y + (place // 3) * (high + 1.5)
        box = Box(x0, y0, x0 + wide, y0 + high)
        tone = pen.tone(e, key)
        pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
        if key == ERASE:
            middle = f"M{num(x0 + 12)} {num(y0 + high / 2)}l6-5.5h9v11h-9z"
            pen.path(middle, stroke=tone.ink, width=1.6)
        else:
            pen.text(x0 + wide / 2, y0 + 15.2, key, anchor="middle", ink=tone.ink, soft=key != e.part)
        pen.target(e, box, key)
    return y + 4 * (high + 1.5) - 1.5


def keyboard(pen: Pen, e: Keyboard, y: float) -> float:
    """Letter keys, one row or more, with the named key at the end (a microphone when it is called `mic`)."""
    left, right = FRAME + 3, WIDTH - FRAME - 3
    keys = [key for key in e.keyboard.split() if key != e.key] + ([e.key] if e.key else [])
    rows = next((rows for narrow in (19, 17, 15) if len(rows := _key_rows(e, keys, right - left, narrow)) == 1), None)
    pen.path(f"M{num(FRAME)} {num(y)}H{num(WIDTH - FRAME)}", width=1.6)
    y += 5
    for row in rows or _key_rows(e, keys, right - left, 19):
        high, x = max(_key_height(pen, e, key, wide) for key, wide in row), left
        for key, wide in row:
            x0 = right - wide if key == e.key else x
            _key(pen, e, key, Box(x0, y, x0 + wide, y + high))
            x += wide + _KEY_GAP
        y += high + _KEY_GAP
    return y - _KEY_GAP


def _key_rows(e: Keyboard, keys: list[str], room: float, narrow: float) -> list[list[tuple[str, float]]]:
    """The keys in rows, each with its width; a single letter is `narrow` wide."""
    rows: list[list[tuple[str, float]]] = [[]]
    for key in keys:
        wide = 32.0 if key == "mic" else max(narrow, metrics.text_width(key, 13) * metrics.RESERVE + (5 if len(key) < 2 else 8))
        wide = min(wide + (_FINGER if key == e.part else 0), room)
        if rows[-1] and sum(w + _KEY_GAP for _key, w in rows[-1]) + wide > room:
            rows.append([])
        rows[-1].append((key, wide))
    return rows


def _key_height(pen: Pen, e: Keyboard, key: str, wide: float) -> float:
    room = wide - 6 - (_FINGER if key == e.part else 0)
    return 25.0 if key == "mic" else max(25.0, len(pen.fill(key, 13, room)) * line_pitch(13) + 8)


def _key(pen: Pen, e: Keyboard, key: str, box: Box) -> None:
    tone = pen.tone(e, key)
    pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
    room = box.x1 - box.x0 - (_FINGER if key == e.part else 0)
    middle = box.x0 + room / 2
    if key == "mic":
        pen.icon("mic", middle - 9, (box.y0 + box.y1) / 2 - 9, 18, tone.ink)
    else:
        lines = pen.fill(key, 13, room - 6)
        top = (box.y0 + box.y1 - len(lines) * line_pitch(13)) / 2
        for place, line in enumerate(lines):
            pen.text(middle, top + place * line_pitch(13) + 12.4, line, 13, anchor="middle", ink=tone.ink, soft=key != e.part)
    pen.target(e, box, key)


def slider(pen: Pen, e: Slider, y: float) -> float:
    """A label and a track with its knob."""
    tone = pen.tone(e)
    x0 = pen.left + (28 if e.icon else 2)
    bottom = max(pen.paragraph(x0, pen.right - 2, y, e.slider, BODY), y + (20 if e.icon else 0))
    if e.icon:
        pen.icon(e.icon, pen.left + 2, y - 1, _ICON)
    line = bottom + 11
    x1, x2 = pen.left + 8, pen.right - 8
    knob = x1 + (x2 - x1) * e.value / 100
    pen.path(f"M{num(knob)} {num(line)}H{num(x2)}", stroke=pen.tokens.vach, width=2.4)
    pen.path(f"M{num(x1)} {num(line)}H{num(knob)}", width=5)
    pen.circle(knob, line, 8.5, fill=tone.fill or pen.tokens.trang, stroke=tone.line, width=2.4)
    pen.target(e, Box(knob - 8, line - 8, knob + 8, line + 8))
    return line + 10


def progress(pen: Pen, e: Progress, y: float) -> float:
    """A line of words and a bar."""
    bottom = pen.paragraph(pen.left + 2, pen.right - 2, y, e.progress, 14, bold=False)
    box = Box(pen.left + 2, bottom + 4, pen.right - 2, bottom + 15)
    pen.rect(box, 5.5)
    filled = (box.x1 - box.x0 - 5) * e.value / 100
    if filled > 0:
        inner = Box(box.x0 + 2.5, box.y0 + 2.5, box.x0 + 2.5 + filled, box.y1 - 2.5)
        pen.rect(inner, 3, fill=pen.tokens.cham, stroke="none")
    pen.target(e, box)
    return bottom + 16
