"""“Bước này không giống máy tôi”: the address of a message that is begun for the reader, by the way the
course configures. Pure.

A page sends nothing itself: the reader's own phone opens a message with the code, the step and the edition in
it.
"""

from __future__ import annotations

from urllib.parse import quote

from tungbuoc.lesson.course import CODE_PLACE, WORDS_PLACE
from tungbuoc.lesson.galley import Galley, GalleyStep


def address(way: str, galley: Galley, step: GalleyStep | None = None) -> str:
    """Where the link of a step leads, or of a lesson without one; empty where the course has no way
    (`way`)."""
    say = galley.wording.say
    said = f"{_of(galley, step)} {say('Trên máy tôi thấy:')} "
    if way.startswith("sms:"):
        return f"{way}?body={quote(said)}"
    if way.startswith("mailto:"):
        about = (
            say("Mã {key}: không giống máy tôi", key=step.key)
            if step
            else say("Bài {code}: không giống máy tôi", code=galley.code)
        )
        return f"{way}?subject={quote(about)}&body={quote(said)}"
    return way.replace(CODE_PLACE, step.key if step else galley.code).replace(
        WORDS_PLACE, quote(said, safe="")
    )


def _of(galley: Galley, step: GalleyStep | None) -> str:
    say, number = galley.wording.say, galley.imprint.edition
    edition = say(", ấn bản {number}", number=number) if number else ""
    if step is None:
        return say("Bài {code}{edition}: có bước không giống máy tôi.", code=galley.code, edition=edition)
    return say(
        "Mã {key}, bài {code} bước {number} “{title}”{edition}: không giống máy tôi.",
        key=step.key, code=galley.code, number=step.number, title=step.title, edition=edition,
    )  # fmt: skip
