"""What comes from other people and from the phone itself: dialogs, notifications, calls, messages."""

from __future__ import annotations

from . import metrics
from .faces import HANG_UP, portrait, round_button
from .hand import Box
from .model import Bubble, Call, Dialog, Notice, VideoCall
from .pen import BODY, EDGE, MIDDLE, SMALL, Pen, line_pitch, room_for


def dialog(pen: Pen, e: Dialog, y: float) -> float:
    """A box with a thick edge, a question and its buttons."""
    x0, x1 = pen.left + 3, pen.right - 3
    frame = len(pen.shapes)
    bottom = y + 8
    if e.title:
        bottom = pen.paragraph(x0, x1, bottom, e.title, 15, centre=True) + 2
    if e.dialog:
        bottom = pen.paragraph(x0, x1, bottom, e.dialog, 13 if pen.dense else 14, centre=True, bold=not e.title)
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
    needs = [room_for(name, 14) + 5 for name in e.buttons]
    spare = x1 - x0 - gap * (count - 1) - sum(needs)
    beside = count > 1 and spare >= 0
    for place, name in enumerate(e.buttons):
        left = x0 + sum(needs[:place]) + place * (gap + spare / count) if beside else x0
        right = left + needs[place] + spare / count if beside else x1
        tone = pen.tone(e, name if e.part else None)
        marked = bool(e.verbs) and e.part in (None, name)
        size = 14 if beside else BODY
        pad = 1.5 if beside else 4
        limit = right - (pad if beside else 20 if marked else 4)
        lines = pen.fill(name, size, limit - left - pad)
        high = len(lines) * line_pitch(size) + 10
        box = Box(left, y, right, y + high)
        pen.rect(box, 13.5 if len(lines) < 2 else 10, fill=tone.fill, stroke=tone.line)
        shift = 4 if marked and beside and metrics.fits(name, size, True, right - left - 12) else 0
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
    bottom = pen.paragraph(pen.left + 8, x1, bottom, e.notice, 13 if pen.dense else 14, ink=tone.ink, bold=bool(e.tap))
    box = Box(pen.left - 1, y, pen.right + 1, bottom + 6)
    pen.rect(box, 9, fill=tone.fill or pen.tokens.thanh, stroke=tone.line)
    pen.shapes.insert(frame, pen.shapes.pop())
    pen.target(e, box)
    return box.y1


def bubble(pen: Pen, e: Bubble, y: float) -> float:
    """A message: theirs at the left, the learner's own at the right."""
    tone = pen.tone(e)
    widest, size, pad = (pen.right - pen.left, 13.0, 5.0) if pen.dense else (pen.right - pen.left, 14.0, 6.5)
    ring = 27.0 if e.dont else 0.0  # the crossed ring stands beside the words, never on them
    lines = pen.fill(e.bubble, size, widest - 12.5 - ring)
    wide = max([metrics.text_width(line, size) * metrics.RESERVE for line in lines] or [20.0]) + 12 + ring
    x0 = pen.right - wide if e.mine else pen.left
    box = Box(x0, y, x0 + wide, y + len(lines) * line_pitch(size) + 2 * pad)
    fill = tone.fill or (None if e.mine else pen.tokens.thanh)
    pen.rect(box, 9, fill=fill, stroke=tone.line, width=1.6)
    pen.paragraph(x0 + 8, x0 + wide - 4 - ring + 0.1, y + pad, e.bubble, size, ink=tone.ink, bold=False)
    pen.target(e, box)
    return box.y1


def call(pen: Pen, e: Call, y: float) -> float:
    """A call: who, what is known of them, what they say, and the round buttons with their names below."""
    person, r = (25.0, 15.0) if pen.dense or e.says else (32.0, 18.0)
    bottom = _caller_beside(pen, e, y) if e.says else _caller(pen, e, y, person)
    for line in e.says:
        bottom = _heard(pen, line, bottom)
    names = e.parts
    middles = (37.0, 108.0) if len(names) == 2 else (MIDDLE,)
    for name, x in zip(names, middles, strict=True):
        at = bottom + r + 3
        round_button(pen, e, name, "phone" if name == "Nghe" else HANG_UP, x, at, r, red=name != "Nghe")
        pen.text(x, at + r + 15, name, 14, anchor="middle")
        pen.target(e, Box(x - r * 0.8, at - r * 0.8, x + r * 0.85, at + r * 0.85), name)
    return bottom + 2 * r + 21


def _caller(pen: Pen, e: Call, y: float, person: float) -> float:
    if e.of == "face":
        portrait(pen, MIDDLE, y + person / 2, person / 2 + 1)
    else:
        pen.icon("person", MIDDLE - person / 2, y, person, line=2.2)
    bottom = pen.paragraph(pen.left, pen.right, y + person + 1, e.call, 15, centre=True)
    return pen.paragraph(pen.left, pen.right, bottom, e.note, 13, centre=True, ink=pen.tokens.than2, bold=False)


def _caller_beside(pen: Pen, e: Call, y: float) -> float:
    """The caller in one line, so that what they say has room."""
    if e.of == "face":
        portrait(pen, pen.left + 13, y + 13, 12)
    else:
        pen.icon("person", pen.left, y, 26, line=2.2)
    x0 = pen.left + 31
    size = metrics.shrink(e.call, 14.5, True, pen.right - x0, 13)
    inner = len(pen.fill(e.call, size, pen.right - x0)) * line_pitch(size)
    bottom = pen.paragraph(x0, pen.right, y + (2 if e.note else max(0, 13 - inner / 2)), e.call, size)
    bottom = pen.paragraph(x0, pen.right, bottom, e.note, SMALL, ink=pen.tokens.than2, bold=False)
    return max(bottom, y + 27) + 4


def _heard(pen: Pen, line: str, y: float) -> float:
    """What one hears, in quotes between two bars of sound: no bubble, since nothing is written."""
    x0, x1 = pen.left + 17, pen.right - 2
    size = 13 if pen.dense else 14
    bottom = pen.paragraph(x0, x1, y, f"“{line}”", size)
    middle = y + line_pitch(size) / 2
    pen.path(f"M{pen.left + 3:g} {middle - 2.5:.1f}v5m4.5-8v11m4.5-7v3", stroke=pen.tokens.son, width=2)
    return bottom + (0 if pen.dense else 2)


def videocall(pen: Pen, e: VideoCall, y: float) -> float:
    """The picture of the other person with their name, and three round buttons with theirs."""
    high = 46.0 if pen.dense else 56.0
    box = Box(pen.left - 2, y, pen.right + 2, y + high)
    pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
    size = high - 12
    portrait(pen, pen.left + 3 + size / 2, y + high / 2, size / 2)
    x0, x1 = pen.left + size + 9, pen.right
    inner = len(pen.fill(e.videocall, 14, x1 - x0)) * line_pitch(14) + len(pen.fill(e.note, 13, x1 - x0)) * line_pitch(13)
    bottom = pen.paragraph(x0, x1, y + (high - inner) / 2, e.videocall, 14)
    pen.paragraph(x0, x1, bottom, e.note, 13, ink=pen.tokens.than2, bold=False)
    return _video_buttons(pen, e, box.y1 + 4)


def _video_buttons(pen: Pen, e: VideoCall, y: float) -> float:
    looks = {"Mic": "mic-off" if e.muted else "mic", "Camera": "video", "Kết thúc": HANG_UP}
    places = (("Mic", 26.0, 34.0), ("Camera", 68.0, 58.0), ("Kết thúc", 113.0, 44.0))
    if e.part and e.verbs[0] != "dont":  # names above, so that the hand below covers neither them nor the next button
        y = max(pen.paragraph(x - wide / 2, x + wide / 2, y, name, SMALL, centre=True, pitch=13.5) for name, x, wide in places)
    lowest = y + 28
    for name, x, wide in places:
        round_button(pen, e, name, looks[name], x, y + 14, 14.0 if name == "Kết thúc" else 13.0, red=name == "Kết thúc")
        pen.target(e, Box(x - 10, y + 8, x + 10.5, y + 27), name)
        if not (e.part and e.verbs[0] != "dont"):
            lowest = max(lowest, pen.paragraph(x - wide / 2, x + wide / 2, y + 28, name, SMALL, centre=True, pitch=13.5))
    return lowest
