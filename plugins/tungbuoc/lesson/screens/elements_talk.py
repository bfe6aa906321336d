"""What comes from other people and from the phone itself: dialogs, notifications, calls, messages."""

from __future__ import annotations

from . import metrics
from .hand import Box
from .model import Bubble, Call, Dialog, Notice, VideoCall
from .pen import BODY, EDGE, MIDDLE, SMALL, Pen, line_pitch

def dialog(pen: Pen, e: Dialog, y: float) -> float:
    """A box with a thick edge, a question and its buttons."""
    x0, x1 = pen.left + 6, pen.right - 6
    frame = len(pen.shapes)
    bottom = y + 8
    if e.title:
        bottom = pen.paragraph(x0, x1, bottom, e.title, 15, centre=True) + 2
    if e.dialog:
        bottom = pen.paragraph(x0, x1, bottom, e.dialog, 14, centre=True, bold=not e.title)
    bottom = _dialog_buttons(pen, e, bottom + 6) if e.buttons else bottom + 3
    box = Box(pen.left - 1, y, pen.right + 1, bottom + 6)
    pen.rect(box, 9, width=EDGE)
    pen.shapes.insert(frame, pen.shapes.pop())
    if not e.part and len(e.buttons) != 1:
        pen.target(e, box)
    return box.y1


def _dialog_buttons(pen: Pen, e: Dialog, y: float) -> float:
    x0, x1, gap = pen.left + 4, pen.right - 4, 4.0
    count = len(e.buttons)
    side = (x1 - x0 - gap * (count - 1)) / count
    beside = count > 1 and all(metrics.fits(name, 14, True, side - 3) for name in e.buttons)
    for place, name in enumerate(e.buttons):
        left = x0 + place * (side + gap) if beside else x0
        right = left + side if beside else x1
        tone = pen.tone(e, name if e.part else None)
        marked = bool(e.verbs) and e.part in (None, name)
        size = 14 if beside else BODY
        pad = 1.5 if beside else 4
        limit = right - (pad if beside else 20 if marked else 4)
        lines = pen.fill(name, size, limit - left - pad)
        high = len(lines) * line_pitch(size) + 10
        box = Box(left, y, right, y + high)
        pen.rect(box, 13.5 if len(lines) < 2 else 10, fill=tone.fill, stroke=tone.line)
        shift = 4 if marked and beside and metrics.fits(name, size, True, side - 14) else 0
        pen.paragraph(left + pad - shift, limit - shift, y + 5, name, size, centre=True, ink=tone.ink)
        pen.target(e, box, name)
        if not beside or place == count - 1:
            y += high + gap
    return y - gap


def notice(pen: Pen, e: Notice, y: float) -> float:
    """A notification: who sends it, what it says."""
    tone = pen.tone(e)
    x1 = min(pen.room(e, y), pen.right - 7)
    frame = len(pen.shapes)
    bottom = y + 6
    if e.sender:
        pen.icon("bell", pen.left + 6, y + 5, 16, tone.ink, 1.8)
        bottom = pen.paragraph(pen.left + 27, x1, bottom, e.sender, 13, ink=tone.soft) + 1
    bottom = pen.paragraph(pen.left + 8, x1, bottom, e.notice, 14, ink=tone.ink, bold=bool(e.tap))
    box = Box(pen.left - 1, y, pen.right + 1, bottom + 6)
    pen.rect(box, 9, fill=tone.fill or pen.tokens.thanh, stroke=tone.line)
    pen.shapes.insert(frame, pen.shapes.pop())
    pen.target(e, box)
    return box.y1


def bubble(pen: Pen, e: Bubble, y: float) -> float:
    """A message: theirs at the left, the learner's own at the right."""
    tone = pen.tone(e)
    widest = 122.0
    ring = 27.0 if e.dont else 0.0  # the crossed ring stands beside the words, never on them
    lines = pen.fill(e.bubble, 14, widest - 16 - ring)
    wide = max([metrics.text_width(line, 14) * metrics.RESERVE for line in lines] or [20.0]) + 15 + ring
    x0 = pen.right - wide if e.mine else pen.left
    box = Box(x0, y, x0 + wide, y + len(lines) * line_pitch(14) + 13)
    fill = tone.fill or (None if e.mine else pen.tokens.thanh)
    pen.rect(box, 9, fill=fill, stroke=tone.line, width=1.6)
    pen.paragraph(x0 + 8, x0 + wide - 7 - ring + 0.1, y + 6.5, e.bubble, 14, ink=tone.ink, bold=False)
    pen.target(e, box)
    return box.y1


def call(pen: Pen, e: Call, y: float) -> float:
    """A call: who, what is known of them, and the round buttons with their names below."""
    pen.icon("person", MIDDLE - 16, y, 32, line=2.2)
    bottom = pen.paragraph(pen.left, pen.right, y + 33, e.call, 15, centre=True)
    if e.note:
        bottom = pen.paragraph(pen.left, pen.right, bottom, e.note, 13, centre=True, ink=pen.tokens.than2, bold=False)
    names = e.parts
    middles = (42.0, 104.0) if len(names) == 2 else (MIDDLE,)
    for name, x in zip(names, middles, strict=True):
        _round(pen, e, name, x, bottom + 22, 18, up=name == "Nghe")
    return bottom + 22 + 18 + 19


def _round(pen: Pen, e: Call, name: str, x: float, y: float, r: float, *, up: bool) -> None:
    tone = pen.tone(e, name if e.part else None)
    pen.circle(x, y, r, fill=tone.fill, stroke=tone.line, width=2)
    pen.icon("phone" if up else "phone-down", x - 10.5, y - 10.5, 21, tone.ink, 2.2)
    pen.text(x, y + r + 15, name, 14, anchor="middle")
    pen.target(e, Box(x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8), name)


def videocall(pen: Pen, e: VideoCall, y: float) -> float:
    """The other person large, the name below, and three round buttons with their names."""
    box = Box(pen.left - 2, y, pen.right + 2, y + 62)
    pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
    pen.icon("person", MIDDLE - 26, y + 7, 52, line=2.4)
    pen.path(f"M{MIDDLE + 34:g} {y + 36:g}h22v20h-22z", fill=pen.tokens.trang, width=1.6)
    pen.icon("person", MIDDLE + 37, y + 38, 16, line=1.6)
    bottom = pen.paragraph(pen.left, pen.right, y + 64, e.videocall, 15, centre=True)
    if e.note:
        bottom = pen.paragraph(pen.left, pen.right, bottom, e.note, 13, centre=True, ink=pen.tokens.than2, bold=False)
    looks = {"Mic": "mic", "Camera": "video", "Kết thúc": "phone-down"}
    lowest = bottom
    for name, x, wide in (("Mic", 26.0, 34.0), ("Camera", 68.0, 58.0), ("Kết thúc", 113.0, 44.0)):
        tone = pen.tone(e, name if e.part else None)
        pen.circle(x, bottom + 16, 13, fill=tone.fill, stroke=tone.line)
        pen.icon(looks[name], x - 8.5, bottom + 7.5, 17, tone.ink)
        pen.target(e, Box(x - 10, bottom + 6, x + 10, bottom + 26), name)
        lowest = max(lowest, pen.paragraph(x - wide / 2, x + wide / 2, bottom + 31, name, SMALL, centre=True, pitch=13.5))
    return lowest
