"""The search index as it is served: NFC, readable Unicode, and only what helps to find a lesson.

Material writes one entry for each heading, with all text under it and in its pictures: about 1.4 kB of gzip a
lesson. What a phone loads first must be a fifth of that. So a lesson becomes one entry, made from its source
and not from its page; its steps are packed as `"48217 Mở Zalo|words of the step"`, and of its sentences those
are kept that add most to finding it.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypedDict

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import Inline
from tungbuoc.lesson.model import Lesson, Section, Step
from tungbuoc.lesson.tree import Heading
from tungbuoc.web.search.digest import SearchPassage, by_use, first, themes
from tungbuoc.web.search.vocabulary import Vocabulary, keys_by_code

BUDGET = 248
"""Bytes of gzip a lesson that the whole index may take: 25 kB for a hundred, with a little to spare."""

LEAST = 7200
"""Bytes of gzip that a small course may take however few its lessons: the words of questions do not grow
with them."""

# What a section adds to finding its lesson; steps and sections that are not named count 1.
_WORTH = {
    grammar.OUTCOMES: 2.0,
    grammar.TROUBLE: 1.4,
    grammar.BEWARE: 1.2,
    grammar.QUIZ: 0.7,
    grammar.TRAINER: 0.0,
    grammar.LOUDSPEAKER: 0.0,
    grammar.POSTER: 0.0,
    grammar.LEAFLET: 0.0,
    grammar.WORKSHEET: 0.0,
}
_KEYS, _SAID, _THEME = "keys", "said", "theme"  # places of their own among a lesson's passages
_MOST = 1 << 16  # bytes of a lesson's sentences: more than any lesson has

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+(?:\[[ xX]\]\s+)?|[*`|]|_{2,}")


class IndexEntry(TypedDict, total=False):
    """One entry of the theme's index; what follows `text` is ours and ignored by the theme.

    `swaps` and `stops` are the vocabulary's, alternatives apart by “|”, in an entry of their own before all
    others.
    """

    location: str
    title: str
    text: str
    code: str
    keys: str
    said: str
    theme: str
    steps: list[str]
    swaps: list[str]
    stops: str


def slim(
    index: dict[str, Any],
    lessons: Mapping[str, Lesson],
    vocabulary: Vocabulary,
    most: int | None,
    twins: Mapping[str, Lesson] | None = None,
) -> dict[str, Any]:
    """The theme's `index` without what does not help; `lessons` and their translations, `twins`, stand by
    page address.

    A lesson's entry is made from its source, so it need not be in the theme's index. A translation keeps its
    title and those of its steps (who looks for anything else finds the original), any other page its title
    alone, and the home page is left out. Every lesson keeps the same number of bytes of what leads to it, of
    its themes and of its sentences, as many as `most` (bytes of gzip in all) allows; `None` keeps all.
    """
    titles, found = _titles(index, lessons), _found(lessons, vocabulary)
    order = by_use(found)

    def with_bytes(size: int) -> dict[str, Any]:
        docs = [
            (
                _entry(place, lessons[place].code, first(found[place], order[place], size))
                if place in found
                else {"location": place, "title": title, **_steps((twins or {}).get(place))}
            )
            for place, title in titles.items()
        ]
        # The theme weighs fields for its own engine only.
        return {"config": {**index["config"], "fields": {}}, "docs": [_words(vocabulary), *docs]}

    if most is None:
        return with_bytes(_MOST)
    return with_bytes(
        _largest(lambda size: len(gzip.compress(as_text(with_bytes(size)).encode(), 9)) <= most)
    )


def allowed(lessons: int) -> int:
    """Bytes of gzip that the index of a course of so many lessons may take."""
    return max(LEAST, BUDGET * lessons)


def as_text(index: object) -> str:
    """JSON in NFC without escapes or blanks: “ậ” is three bytes, not six."""
    return unicodedata.normalize("NFC", json.dumps(index, ensure_ascii=False, separators=(",", ":")))


def _titles(index: dict[str, Any], lessons: Mapping[str, Lesson]) -> dict[str, str]:
    """Page address → title, of every page but the home page."""
    titles: dict[str, str] = {}
    for entry in index["docs"]:
        place = entry["location"].partition("#")[0]
        if place.removesuffix("index.html"):
            titles.setdefault(place, _TAG.sub("", entry["title"]))
    return {**titles, **{place: titles.get(place, lesson.title) for place, lesson in lessons.items()}}


def _found(lessons: Mapping[str, Lesson], vocabulary: Vocabulary) -> dict[str, list[SearchPassage]]:
    """Page address → the lesson's passages, with the words that are its theme among all of them."""
    keys, said = keys_by_code(vocabulary), dict(vocabulary.sayings)
    found = {
        place: _passages(lesson, keys.get(lesson.code, ""), said.get(lesson.code, ()))
        for place, lesson in lessons.items()
    }
    for place, words in themes(found, vocabulary.stops).items():
        found[place] += [SearchPassage(_THEME, word, 1.0, lead=True) for word in words]
    return found


def _steps(twin: Lesson | None) -> IndexEntry:
    steps = twin.steps if twin else ()
    titles = [f"{step.key} {html.escape(_plain(step.title), quote=False)}" for step in steps if step.key]
    return {"steps": titles} if titles else {}


def _largest(fits: Callable[[int], bool]) -> int:
    """The largest number of bytes that fits, to within 16; 0 when none does."""
    low, high = 0, _MOST
    while high - low > 16:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _passages(lesson: Lesson, keys: str, said: Iterable[str]) -> list[SearchPassage]:
    made = [SearchPassage("", _plain(lesson.title), 1.0, fixed=True)]
    if keys:
        made.append(SearchPassage(_KEYS, keys, 1.0, fixed=True))
    made += [SearchPassage(_SAID, one, 1.0, lead=True) for one in said]
    for section in sorted([*lesson.sections, *lesson.steps], key=lambda one: one.line):
        made += _of_step(section) if isinstance(section, Step) else _of_section(section)
    return made


def _of_step(step: Step) -> list[SearchPassage]:
    place = step.key or ""
    title = [SearchPassage(place, _plain(step.title), 1.0, fixed=True)] if place else []
    return title + [
        SearchPassage(place, said, 1.0) for text in step.body.texts() for said in _sentences(text.plain)
    ]


def _of_section(section: Section) -> list[SearchPassage]:
    worth = _WORTH.get(section.kind, 1.0)
    texts: Iterable[Inline] = section.body.texts()
    if section.kind == grammar.QUIZ:
        # The questions are what happens to people; most of the answers are what not to do.
        texts = [block.text for block in section.body.blocks if isinstance(block, Heading)]
    return [SearchPassage("", said, worth) for text in texts for said in _sentences(text.plain)]


def _entry(place: str, code: str, kept: Iterable[SearchPassage]) -> IndexEntry:
    texts: dict[str, list[str]] = {}
    for passage in kept:
        texts.setdefault(passage.place, []).append(html.escape(passage.text, quote=False))
    title, *body = texts.pop("")
    keys, said, theme = (texts.pop(part, []) for part in (_KEYS, _SAID, _THEME))
    steps = [
        f"{step} {head}" + (f"|{' '.join(said)}" if said else "") for step, (head, *said) in texts.items()
    ]
    made: IndexEntry = {"location": place, "title": title, "code": code}
    if body:
        made["text"] = " ".join(body)
    if keys:
        made["keys"] = "; ".join(keys)
    if said:
        made["said"] = ", ".join(said)
    if theme:
        made["theme"] = " ".join(theme)
    if steps:
        made["steps"] = steps
    return made


def _words(vocabulary: Vocabulary) -> IndexEntry:
    # The longest first: “đổi số điện thoại” must be seen before “đổi số”.
    swaps = sorted(
        (_joined([said, *means]) for said, means in vocabulary.swaps),
        key=lambda row: -row.partition("|")[0].count(" "),
    )
    return {
        "location": "",
        "title": "",
        "swaps": swaps,
        "stops": _joined(sorted(vocabulary.stops, key=lambda said: -said.count(" "))),
    }


def _joined(sayings: Iterable[str]) -> str:
    return "|".join(" ".join(_WORD.findall(said.lower())) for said in sayings)


def _sentences(line: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(_plain(line)) if sentence]


def _plain(markdown: str) -> str:
    bare = _SIGNS.sub("", _LINK.sub(r"\1", markdown))
    return unicodedata.normalize("NFC", _SPACE.sub(" ", bare).strip())
