"""The search index as it is served: NFC, readable Unicode, and only what helps to find a lesson.

Material writes one entry for each heading, with all text under it. For a lesson that is 20 entries and about 1.4 kB of
gzip; what a phone loads on its first page must be a fifth of that. So a lesson becomes one entry, its steps packed as
`"48217 Mở Zalo|words of the step"`, and of its sentences those are kept that add most to finding it (`digest`).
"""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypedDict

from tungbuoc.site.search.digest import Passage, by_use, first

BUDGET = 248
"""Bytes of gzip a lesson that the whole index may take: 25 kB for a hundred, with a little to spare."""

_MOST = 1 << 16  # bytes of a lesson's sentences: more than any lesson has
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_SPACE = re.compile(r"\s+")
_STEP_TITLE = re.compile(r"^(?:Bước\s*)?\d+\s*[:.]?\s*")
_STEP_PLACE = re.compile(r"#(\d{5})$")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_BLOCKS = {"p", "li", "ul", "ol", "pre"}

# What a section adds to finding its lesson; sections that are not named here count 1.
_KEYS = "keys"
_QUIZ = "Tự kiểm"
_WORTH = {
    "Học xong": 2.0,
    "Nếu không được": 1.4,
    "Coi chừng": 1.2,
    _QUIZ: 0.7,
    "Cho người hướng dẫn": 0.0,
    "Nguồn và ngày": 0.0,
    "Lời loa": 0.0,
    "Áp phích": 0.0,
    "Tờ rơi": 0.0,
    "Phiếu tập": 0.0,
}


class Entry(TypedDict, total=False):
    """One entry of the theme's index; `code`, `keys` and `steps` are ours and ignored by the theme."""

    location: str
    title: str
    text: str
    code: str
    keys: str
    steps: list[str]


def slim(index: dict[str, Any], lessons: Mapping[str, str], keys: Mapping[str, str], budget: int | None = BUDGET) -> dict[str, Any]:
    """The index without what does not help; `lessons` maps page addresses to lesson codes, `keys` codes to errands.

    Pages that are no lesson keep their title alone, and the home page is left out. Every lesson keeps the same number of
    bytes of its sentences, as many as `budget` (bytes of gzip a lesson) allows; without one, all.
    """
    pages: dict[str, list[Entry]] = {}
    for entry in index["docs"]:
        if place := entry["location"].partition("#")[0].removesuffix("index.html"):
            pages.setdefault(place, []).append(entry)
    found = {place: _passages(entries, keys.get(lessons[place], "")) for place, entries in pages.items() if place in lessons}
    order = by_use(found)

    def with_bytes(size: int) -> dict[str, Any]:
        docs = []
        for place, entries in pages.items():
            code = lessons.get(place, "")
            docs.append(_lesson(entries, code, first(found[place], order[place], size)) if code else _other(entries))
        # The theme weighs fields for its own engine only.
        return {"config": {**index["config"], "fields": {}}, "docs": docs}

    if budget is None:
        return with_bytes(_MOST)
    return with_bytes(_largest(lambda size: _weight(with_bytes(size)) <= budget * len(found)))


def as_text(index: object) -> str:
    """JSON in NFC without escapes or blanks: “ậ” is three bytes, not six."""
    return unicodedata.normalize("NFC", json.dumps(index, ensure_ascii=False, separators=(",", ":")))


def _largest(fits: Callable[[int], bool]) -> int:
    """The largest number of bytes that fits, to within 16; 0 when none does."""
    low, high = 0, _MOST
    while high - low > 16:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _weight(index: dict[str, Any]) -> int:
    return len(gzip.compress(as_text(index).encode(), 9))


def _passages(entries: list[Entry], keys: str) -> list[Passage]:
    made = [Passage(_KEYS, keys, 1.0, fixed=True)] if keys else []
    section = ""
    for entry in entries:
        title = _plain(entry["title"])
        step = _STEP_PLACE.search(entry["location"])
        if _is_section(title):
            section = title
        elif step:
            section = ""
        worth = next((value for name, value in _WORTH.items() if section.startswith(name)), 1.0)
        place = step.group(1) if step else ""
        if entry is entries[0] or step:
            made.append(Passage(place, _STEP_TITLE.sub("", title) if step else title, 1.0, fixed=True))
        if section == _QUIZ:
            # The questions are what happens to people; most of the answers are what not to do.
            made += [Passage("", title, worth)] if title != _QUIZ else []
        else:
            made += [Passage(place, text, worth) for text in _sentences(entry["text"])]
    return made


def _is_section(title: str) -> bool:
    return any(title.startswith(name) for name in (*_WORTH, "Chuẩn bị", "Làm thử", "Nhớ ba điều", "Không có máy thông minh"))


def _lesson(entries: list[Entry], code: str, kept: Iterable[Passage]) -> Entry:
    texts: dict[str, list[str]] = {}
    for passage in kept:
        texts.setdefault(passage.place, []).append(passage.text)
    title, *body = texts.pop("")
    keys = texts.pop(_KEYS, [])
    steps = [f"{place} {head}" + (f"|{' '.join(said)}" if said else "") for place, (head, *said) in texts.items()]
    made: Entry = {"location": entries[0]["location"], "title": _escape(title), "code": code}
    if body:
        made["text"] = _escape(" ".join(body))
    if keys:
        made["keys"] = "; ".join(keys)
    if steps:
        made["steps"] = [_escape(step) for step in steps]
    return made


def _other(entries: list[Entry]) -> Entry:
    return {"location": entries[0]["location"], "title": _escape(_plain(entries[0]["title"]))}


def _sentences(markup: str) -> list[str]:
    blocks = _TAG.sub(lambda tag: "\n" if tag.group(2) in _BLOCKS else " ", markup).split("\n")
    cleaned = (_plain(block) for block in blocks)
    return [sentence for block in cleaned if block for sentence in _SENTENCE.split(block)]


def _plain(markup: str) -> str:
    return unicodedata.normalize("NFC", _SPACE.sub(" ", html.unescape(_TAG.sub("", markup)).replace("¶", "")).strip())


def _escape(text: str) -> str:
    return html.escape(text, quote=False)
