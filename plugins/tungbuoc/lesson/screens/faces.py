"""Faces and round buttons, which several elements share."""

from __future__ import annotations

from .element import Element
from .hand import Box
from .pen import Pen, Tone, num

HANG_UP = "phone-down"


def portrait(pen: Pen, x: float, y: float, r: float, fill: str | None = None) -> None:
    """The picture of a person with a face, in a ring of radius `r` round (x, y)."""
    pen.circle(x, y, r, fill=fill or pen.tokens.trang)
    head, top = r * 0.44, y - r * 0.16
    pen.circle(x, top, head, width=2)
    pen.path(
        f"M{num(x - head * 0.38)} {num(top - head * 0.2)}v.01m{num(head * 0.76)} 0v.01M{num(x - head * 0.42)}"
        f" {num(top + head * 0.34)}q{num(head * 0.42)} {num(head * 0.42)} {num(head * 0.84)} 0",
        width=2,
    )
    hair = (
        f"M{num(x - head)} {num(top)}a{num(head)} {num(head)} 0 0 1 {num(head * 2)} 0"
        f"q-{num(head * 0.3)}-{num(head * 0.6)}-{num(head)}-{num(head * 0.6)}t-{num(head)} {num(head * 0.6)}z"
    )
    pen.path(hair, fill=pen.tokens.than, width=1.2)
    wide, low = r * 0.66, y + r * 0.72
    pen.path(f"M{num(x - wide)} {num(low)}q{num(wide)}-{num(r * 0.72)} {num(wide * 2)} 0", width=2)
    pen.pictures.append(Box(x - head, top - head, x + head, top + head))


_IN_ENGLISH = {"Từ chối": "Decline", "Nghe": "Answer", "Kết thúc": "End", "Tiếng": "Sound", "Hình": "Video"}
"""The buttons of a call. Not in the catalogue of sentences: an author names them in `tap:`."""


def call_parts(*names: str) -> tuple[str, ...]:
    """What a mark may name: the buttons by our names or by those of a phone in English."""
    return (*names, *(_IN_ENGLISH[name] for name in names))


def call_button(pen: Pen, e: Element, name: str) -> tuple[str, str]:
    """A button of a call as (the name that the mark has for it, the name it shows)."""
    english = _IN_ENGLISH[name]
    return (english if e.part == english else name), (english if pen.course.language == "en" else name)


def round_button(
    pen: Pen, e: Element, part: str, icon: str, x: float, y: float, r: float, *, red: bool = False
) -> None:
    """A round button; a red one, which ends a call, keeps its colour when it is pressed."""
    tone = pen.tone(e, part if e.part else None)
    if red:
        t = pen.tokens
        tone = Tone(t.son, t.son, t.trang, t.trang) if tone.fill else Tone(None, t.son, t.son, t.son)
    pen.circle(x, y, r, fill=tone.fill, stroke=tone.line, width=2.6 if red else 2)
    size = r * 1.17
    pen.icon(icon, x - size / 2, y - size / 2, size, tone.ink, 2.2)
