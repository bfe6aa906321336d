"""Pictures: what the camera sees, results and warnings, and things beside the phone."""

from __future__ import annotations

from . import metrics
from .faces import portrait
from .hand import Box
from .model import Camera, Card, Clock, Done, Face, Finger, Listening, Map, Nfc, Notebook, People, Photo, Plug, SideButton, Warn
from .pen import BODY, FRAME, HAIR, MIDDLE, SMALL, WIDTH, Pen, num

_RIDGES = (
    "M8 19c4-16 28-16 32 0 1 5 1 9 0 14M9 34v-8a15 15 0 0 1 26-9M15 40c1.5-5 1.5-10 1.5-15a7.5 7.5 0 0 1 15 0"
    "c0 7-.5 12-2.5 17M24 25c0 7-.5 12-2.5 17M36 24c0 6-.3 10-1.5 14"
)
# A false code: three corners that no reader takes for finder patterns, and a few loose modules (13 × 13).
_MODULES = "6,1 8,0 7,3 5,5 9,5 11,6 1,6 3,7 7,7 6,9 10,8 12,10 8,11 11,12 6,12 9,9 5,8 12,7"


def camera(pen: Pen, e: Camera, y: float) -> float:
    """The camera's view with its four corners."""
    high = 74.0 if pen.dense else 86.0
    box = Box(FRAME + 2, y, WIDTH - FRAME - 2, y + high)
    pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
    cx, cy = MIDDLE, y + high / 2
    half_w, half_h = {"qr": (33, 33), "card": (52, 33), "person": (33, 33), "page": (30, 34)}[e.camera]
    _corners(pen, cx, cy, half_w, half_h)
    {"qr": _false_code, "card": _small_card, "person": _bust, "page": _page}[e.camera](pen, cx, cy)
    pen.target(e, box)
    bottom = box.y1
    if e.note:
        bottom = pen.paragraph(pen.left, pen.room(e, bottom), bottom + 4, e.note, 14, centre=True)
    return bottom


def _corners(pen: Pen, cx: float, cy: float, w: float, h: float) -> None:
    leg = 13.0
    lines = [f"M{num(cx + sx * w)} {num(cy + sy * (h - leg))}v{num(sy * leg)}h{num(-sx * leg)}" for sx, sy in
             ((-1, -1), (1, -1), (1, 1), (-1, 1))]  # fmt: skip
    pen.path("".join(lines), stroke=pen.tokens.son, width=3.6)


def _false_code(pen: Pen, cx: float, cy: float) -> None:
    m = 3.6
    x, y = cx - 6.5 * m, cy - 6.5 * m
    for dx, dy in ((0, 0), (9, 0), (0, 9)):
        pen.rect(Box(x + dx * m + 1.3, y + dy * m + 1.3, x + (dx + 4) * m - 1.3, y + (dy + 4) * m - 1.3), stroke=pen.tokens.than, width=2.6)
    spots = (spot.split(",") for spot in _MODULES.split())
    d = "".join(f"M{num(x + int(a) * m)} {num(y + int(b) * m)}h{m}v{m}h-{m}z" for a, b in spots)
    pen.path(d, fill=pen.tokens.than, stroke="none")


def _small_card(pen: Pen, cx: float, cy: float) -> None:
    pen.rect(Box(cx - 42, cy - 25, cx + 42, cy + 25), 5, fill=pen.tokens.trang)
    pen.icon("person", cx - 36, cy - 13, 28)
    pen.path(f"M{num(cx)} {num(cy - 9)}h33M{num(cx)} {num(cy)}h33M{num(cx)} {num(cy + 9)}h20", width=2.4)


def _bust(pen: Pen, cx: float, cy: float) -> None:
    pen.icon("person", cx - 27, cy - 25, 54, line=2.4)


def _page(pen: Pen, cx: float, cy: float) -> None:
    pen.rect(Box(cx - 23, cy - 27, cx + 23, cy + 27), 2, fill=pen.tokens.trang)
    pen.path("".join(f"M{num(cx - 15)} {num(cy - 18 + 7 * n)}h{22 if n == 5 else 30}" for n in range(6)), width=1.8)


def face(pen: Pen, e: Face, y: float) -> float:
    """An oval frame with a face in it."""
    pen.add(f'<ellipse cx="{num(MIDDLE)}" cy="{num(y + 37)}" rx="29" ry="36" stroke="{pen.tokens.son}" stroke-width="3.2" stroke-dasharray="8 6"/>')
    cy = y + 37
    pen.path(f"M{num(MIDDLE - 9)} {num(cy - 8)}v4m18-4v4m-9-2v9h-4M{num(MIDDLE - 8)} {num(cy + 15)}h16", width=2.4)
    pen.target(e, Box(MIDDLE - 29, y, MIDDLE + 29, y + 74))
    return pen.paragraph(pen.left, pen.right, y + 78, e.face, 14, centre=True)


def finger(pen: Pen, e: Finger, y: float) -> float:
    """A fingerprint."""
    tone = pen.tone(e)
    if tone.fill:
        pen.circle(MIDDLE, y + 28, 28, fill=tone.fill, stroke="none")
    pen.add(f'<path transform="translate({num(MIDDLE - 24)} {num(y + 4)})" stroke="{tone.ink}" stroke-width="2.6" d="{_RIDGES}"/>')
    pen.pictures.append(Box(MIDDLE - 16, y + 10, MIDDLE + 14, y + 44))
    pen.target(e, Box(MIDDLE - 20, y + 6, MIDDLE + 22, y + 46))
    return pen.paragraph(pen.left, pen.right, y + 58, e.finger, 14, centre=True)


def map_view(pen: Pen, e: Map, y: float) -> float:
    """A few streets, a pin, its name."""
    high = 52.0 if pen.dense else 66.0
    box = Box(FRAME + 2, y, WIDTH - FRAME - 2, y + high)
    pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
    level = f"M{num(box.x0 + 1)} {num(y + high - 15)}L{num(box.x1 - 1)} {num(y + high - 26)}"
    streets = f"{level}M34 {num(y + 1)}L48 {num(y + high - 1)}M106 {num(y + 1)}L99 {num(y + high - 1)}"
    pen.path(streets, stroke=pen.tokens.vach, width=8)
    pen.path(streets, stroke=pen.tokens.trang, width=5)
    pen.circle(MIDDLE + 2, y + 24, 18, fill=pen.tokens.thanh, stroke="none")
    pen.icon("pin", MIDDLE - 17, y + 5, 38, pen.tokens.son, 3)
    pen.target(e, box)
    return pen.paragraph(pen.left, pen.right, box.y1 + 3, e.map, BODY, centre=True)


def photo(pen: Pen, e: Photo, y: float) -> float:
    """A neutral picture with its name."""
    tone = pen.tone(e)
    high = 44.0 if pen.dense else 58.0
    box = Box(pen.left + 14, y, pen.right - 14, y + high)
    pen.rect(box, 6, fill=tone.fill or pen.tokens.thanh, stroke=tone.line)
    if e.of == "face":
        portrait(pen, MIDDLE, y + high / 2, high * 0.44)
    else:
        pen.icon("image", MIDDLE - high * 0.38, y + high * 0.12, high * 0.76, tone.ink, 2.2)
    pen.target(e, box)
    return pen.paragraph(pen.left, pen.right, box.y1 + 3, e.photo, 14, centre=True) if e.photo else box.y1


def card(pen: Pen, e: Card, y: float) -> float:
    """A card or paper: its name in a strip, its lines, an icon."""
    tone = pen.tone(e)
    x0, x1 = pen.left + 7, min(pen.room(e, y), pen.right - 6)
    frame = len(pen.shapes)
    name_left = x0 + (25 if e.icon else 0)
    bottom = max(pen.paragraph(name_left, x1, y + 5, e.card, 14, ink=tone.ink) + 4, y + (28 if e.icon else 0))
    if e.icon:
        pen.icon(e.icon, x0 - 2, (y + bottom) / 2 - 10, 20, tone.ink)
    pen.path(f"M{num(pen.left)} {num(bottom)}H{num(pen.right)}", stroke=tone.ink, width=HAIR)
    bottom += 4
    for line in e.lines:
        bottom = pen.paragraph(x0, x1, bottom, line, metrics.shrink(line, 13.5, True, x1 - x0, SMALL), ink=tone.ink)
    box = Box(pen.left, y, pen.right, bottom + (5 if e.lines else 10))
    pen.rect(box, 7, fill=tone.fill or pen.tokens.trang, stroke=tone.line)
    pen.shapes.insert(frame, pen.shapes.pop())
    pen.target(e, box)
    return box.y1


def notebook(pen: Pen, e: Notebook, y: float) -> float:
    """A page of a notebook with its written lines."""
    x0, x1 = pen.left + 20, min(pen.room(e, y), pen.right - 6)
    frame = len(pen.shapes)
    bottom = pen.paragraph(x0, x1, y + 6, e.notebook, 14) + 3
    for line in e.lines or ("",):
        lower = pen.paragraph(x0, x1, bottom, line, 13.5, bold=False) if line else bottom + 17
        pen.rule(lower + 1.5, x0, pen.right - 5)
        bottom = lower + 4
    box = Box(pen.left, y, pen.right, bottom + 5)
    pen.rect(box, 4, fill=pen.tokens.trang)
    pen.shapes.insert(frame, pen.shapes.pop())
    holes = "".join(f"M{num(pen.left + 5)} {num(spot)}h8" for spot in _spread(y + 10, box.y1 - 10))
    pen.path(holes, width=2.6)
    pen.target(e, box)
    return box.y1


def _spread(start: float, end: float) -> list[float]:
    count = max(2, round((end - start) / 14))
    return [start + (end - start) * n / (count - 1) for n in range(count)]


def clock(pen: Pen, e: Clock, y: float) -> float:
    """The large time of a locked screen."""
    right = min(pen.right, pen.edge)
    size = metrics.shrink(e.clock, 38, True, right - pen.left, 15)
    bottom = pen.paragraph(pen.left, right, y, e.clock, size, centre=True)
    if e.note:
        bottom = pen.paragraph(pen.left, right, bottom, e.note, 14, centre=True, bold=False)
    pen.target(e, Box(pen.left, y, pen.right, bottom))
    return bottom


def listening(pen: Pen, e: Listening, y: float) -> float:
    """A large microphone in rings."""
    tone = pen.tone(e)
    pen.circle(MIDDLE, y + 32, 32, stroke=pen.tokens.vach, width=1.6)
    pen.circle(MIDDLE, y + 32, 24, fill=tone.fill, stroke=tone.line, width=2.2)
    pen.icon("mic", MIDDLE - 15, y + 17, 30, tone.ink, 2.4)
    pen.target(e, Box(MIDDLE - 18, y + 14, MIDDLE + 20, y + 52))
    return pen.paragraph(pen.left, pen.right, y + 68, e.listening, 14, centre=True)


def side(pen: Pen, e: SideButton, y: float) -> float:
    """A button on the right edge of the phone, its name beside it."""
    tone = pen.tone(e)
    x1 = 106.0 if e.verbs else 124.0
    bottom = max(pen.paragraph(pen.left + 2, x1, y + 4, e.side, BODY), y + 34)
    middle = (y + bottom) / 2
    pen.path(f"M{num(x1 + 3)} {num(middle - 7)}H{WIDTH - 9:g}m-5-4l5 4-5 4", width=2)
    nub = Box(WIDTH - 1, y + 1, WIDTH + 5, y + 32)
    pen.below_frame.append(
        f'<rect x="{num(nub.x0)}" y="{num(nub.y0)}" width="6" height="31" rx="3" fill="{tone.fill or pen.tokens.trang}"/>'
    )
    pen.target(e, Box(nub.x0 - 3, nub.y0, nub.x1 + 2, nub.y1))
    return max(bottom, y + 60) if e.verbs else bottom


def plug(pen: Pen, e: Plug, y: float) -> float:
    """A charging cable, its plug pointing at the phone's lower edge."""
    bottom = pen.paragraph(pen.left, pen.right, y, e.plug, BODY, centre=True) + 3
    m = MIDDLE
    pen.rect(Box(m - 7, bottom, m + 7, bottom + 10), 2, width=2)
    pen.rect(Box(m - 12, bottom + 10, m + 12, bottom + 30), 5, fill=pen.tokens.than, width=2)
    pen.path(f"M{m:g} {num(bottom + 30)}v9", width=4)
    pen.pictures.append(Box(m - 9, bottom, m + 8, bottom + 26))
    pen.target(e, Box(m - 12, bottom + 8, m + 16, bottom + 30))
    return bottom + 41


def nfc(pen: Pen, e: Nfc, y: float) -> float:
    """A card held against the back of a phone."""
    pen.rect(Box(30, y, 68, y + 64), 7, width=2.6)
    pen.circle(49, y + 11, 4.5)
    pen.rect(Box(76, y + 20, 124, y + 52), 5, fill=pen.tokens.trang, width=2)
    pen.icon("id", 86, y + 23, 27, line=1.8)
    pen.path(f"M96 {num(y + 9)}H76m6-5l-6 5 6 5", stroke=pen.tokens.son, width=2.6)
    pen.target(e, Box(70, y + 20, 124, y + 52))
    return pen.paragraph(pen.left, pen.right, y + 68, e.nfc, 14, centre=True)


def people(pen: Pen, e: People, y: float) -> float:
    """One to three persons with their roles."""
    count = len(e.people)
    wide = (pen.right - pen.left + 6) / count
    size = 46 if count < 3 else 36
    lowest = y
    for place, name in enumerate(e.people):
        x = pen.left - 3 + wide * (place + 0.5)
        pen.icon("person", x - size / 2, y, size, line=2.4)
        lowest = max(lowest, pen.paragraph(x - wide / 2 + 1, x + wide / 2 - 1, y + size + 1, name, 13.5 if count < 3 else SMALL, centre=True))
    pen.target(e, Box(pen.left, y, pen.right, lowest))
    return lowest


def done(pen: Pen, e: Done, y: float) -> float:
    """A large tick and the result."""
    pen.circle(MIDDLE, y + 22, 21, fill=pen.tokens.cham, stroke="none")
    pen.path(f"M{num(MIDDLE - 10)} {num(y + 22)}l7.5 8 13-16", stroke=pen.tokens.cham_chu, width=4)
    pen.target(e, Box(MIDDLE - 20, y + 2, MIDDLE + 20, y + 42))
    return pen.paragraph(pen.left, pen.right, y + 47, e.done, 15, centre=True)


def warn(pen: Pen, e: Warn, y: float) -> float:
    """A solid triangle and its text."""
    x0, x1 = pen.left + 32, pen.room(e, y, WIDTH - FRAME - 2)
    bottom = max(pen.paragraph(x0, x1, y + 2, e.warning, 14), y + 30)
    top = (y + bottom) / 2 - 12
    t = pen.tokens
    pen.path(f"M{num(pen.left + 14)} {num(top)}l13 23.5h-26z", fill=t.son, stroke=t.son, width=3)
    pen.path(f"M{num(pen.left + 14)} {num(top + 8)}v7.5m0 4.5v.01", stroke=t.trang, width=2.8)
    pen.target(e, Box(pen.left, y, pen.right, bottom))
    return bottom
