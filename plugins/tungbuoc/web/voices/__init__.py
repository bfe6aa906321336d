"""The page “Thu tiếng”: a volunteer reads the steps aloud and takes home one zip of files named by code.

One HTML file holds everything (style, script, the words to read); it asks nothing of any server and works
from a USB stick.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TypedDict

from tungbuoc.lesson.wording import Wording
from tungbuoc.web.scripts import joined
from tungbuoc.web.stamping import ZIP

_HERE = Path(__file__).parent
_SAY = re.compile(r'\{\{say\("([^"]*)"\)\}\}')
_SCRIPTS = ("webm.js", "sound.js", "shelf.js", "desk.js")


class StepToRead(TypedDict):
    """A step to read: its key, number, title and the sentences below it; `voiced` when a recording lies
    beside the lesson."""

    key: str
    number: int
    title: str
    sentences: Sequence[str]
    voiced: bool


class LessonToRead(TypedDict):
    """A lesson with its code (`B2`), title and the folder its recordings go to (`docs/vneid`)."""

    code: str
    title: str
    folder: str
    steps: Sequence[StepToRead]


def page(
    lessons: Sequence[LessonToRead],
    *,
    home: str = "../",
    site_name: str = "Từng Bước",
    words: Wording = Wording(),  # noqa: B008 (frozen)
) -> str:
    """The whole page as HTML. `home` is the link back, relative to where the page lies; lessons without
    steps are left out."""
    data = [lesson for lesson in lessons if lesson["steps"]]
    places = {
        "{{style}}": _read("voices.css"),
        "{{home}}": escape(home),
        "{{site}}": escape(site_name),
        "{{lessons}}": _embedded(data),
        "{{script}}": "\n".join([joined([ZIP]), *(words.in_script(_read(name)) for name in _SCRIPTS)]),
    }
    said = _SAY.sub(lambda place: words.say(place[1]), _read("voices.html"))
    return _filled(said.replace("{{language}}", words.language), places)


def _filled(template: str, places: Mapping[str, str]) -> str:
    """The template with every place filled, in the order they stand in it; what is filled in is never
    looked at again."""
    pieces = [template]
    for mark, text in places.items():
        before, found, after = pieces.pop().partition(mark)
        if not found:
            raise ValueError(f"voices.html has no {mark} in its place")
        pieces += [before, text, after]
    return "".join(pieces)


def _embedded(data: object) -> str:
    """JSON that may stand inside a script element."""
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
    )


@lru_cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
