"""“Bước này không giống máy tôi”: the address of a message that is begun for the reader, by the way the
course configures. Pure.

A page sends nothing itself: the reader's own phone opens a message with the code, the step and the edition in
it.
"""

from __future__ import annotations

from urllib.parse import quote

from tungbuoc.lesson.course import CODE_PLACE, WORDS_PLACE
from tungbuoc.lesson.galley import Galley, GalleyStep

_ASK = "Trên máy tôi thấy: "


def address(way: str, galley: Galley, step: GalleyStep | None = None) -> str:
    """Where the link of a step leads, or of a lesson without one; empty where the course has no way
    (`way`)."""
    said = f"{_of(galley, step)} {_ASK}"
    if way.startswith("sms:"):
        return f"{way}?body={quote(said)}"
    if way.startswith("mailto:"):
        subject = f"Mã {step.key}" if step else f"Bài {galley.code}"
        return f"{way}?subject={quote(f'{subject}: không giống máy tôi')}&body={quote(said)}"
    return way.replace(CODE_PLACE, step.key if step else galley.code).replace(
        WORDS_PLACE, quote(said, safe="")
    )


def _of(galley: Galley, step: GalleyStep | None) -> str:
    edition = f", ấn bản {galley.imprint.edition}" if galley.imprint.edition else ""
    if step is None:
        return f"Bài {galley.code}{edition}: có bước không giống máy tôi."
    return (
        f"Mã {step.key}, bài {galley.code} bước {step.number} “{step.title}”{edition}: không giống máy tôi."
    )
