"""What a printable picks out of a galley: things to fill in, a poster's parts, boards of a game, an index,
a glossary."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from tungbuoc.lesson.galley import Galley, GalleySection, GalleyStep, Question

if TYPE_CHECKING:
    from tungbuoc.press.bind.book import ContentsEntry

_EMPTY_LAST_ROW = re.compile(r"(<tr>(?:\s*<td[^>]*>\s*</td>)+\s*</tr>)(?=\s*</tbody>)")
_LINE = r"(?:_{4,}|<span class=\"write-in\">[^<]*</span>)"
_WRITE = re.compile(
    r'<p>((?:(?!</p>|<p>|<span class="fill">).)+?)\s*(<span class="fill">[^<]*</span>)</p>', re.DOTALL
)
_TICKED = re.compile(r'<li>\s*(<span class="tick">[^<]*</span>)(.*?)</li>', re.DOTALL)
_LOTO_STEPS = (4, 5, 7, 8, 10, 11, 13, 17, 19, 23)
_BOARDS, _CELLS = 6, 9


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line of the index of codes."""

    step: GalleyStep
    code: str
    page: int


@dataclass(frozen=True, slots=True)
class ErrandLine:
    """One line of the index of errands."""

    asks: str
    code: str
    page: int


def fields(fragment: str, rows: int = 0) -> Markup:
    """A form's fragment: `____` becomes a line to write on, `[ ]` a box to tick, a lone `____` a whole line.

    An empty last row of a table is repeated until the table has `rows` of them.
    """
    made = re.sub(rf"<hr\s*/?>|<p>{_LINE}</p>", '<p class="fill-line">&#8203;</p>', fragment)
    made = re.sub(_LINE, '<span class="fill">&#8203;</span>', made)
    made = re.sub(
        r'<span class="box(?: box-on)?">[^<]*</span>|\[ \]', '<span class="tick">&#8203;</span>', made
    )
    made = _WRITE.sub(r'<p class="write"><span class="asked">\1</span> \2</p>', made)
    made = _TICKED.sub(r'<li class="ticked">\1<span class="said">\2</span></li>', made)
    return Markup(
        _EMPTY_LAST_ROW.sub(lambda match: match[0] + match[1] * max(0, rows - 1), made) if rows else made
    )


def dealt(questions: Sequence[Question]) -> list[Sequence[Question]]:
    """Questions in two columns in their order, the taller one as short as can be."""
    tall = [2 + len(question.answers) for question in questions]
    cut = min(range(1, len(tall) + 1), key=lambda count: max(sum(tall[:count]), sum(tall[count:])), default=0)
    return [questions[:cut], questions[cut:]]


def poster(section: GalleySection) -> dict[str, object]:
    """The parts of “Áp phích”: the lead's sentences, the shout (the first paragraph bold throughout), the
    items."""
    paragraphs = re.findall(
        r"<p>(.*?)</p>", re.sub(r"<(ol|ul)>.*?</\1>", "", section.html, flags=re.DOTALL), re.DOTALL
    )
    shout = next((said for said in paragraphs if re.fullmatch(r"<strong>.*</strong>", said, re.DOTALL)), "")
    lead = [html.unescape(re.sub(r"<[^>]+>", "", said)) for said in paragraphs if said != shout]
    points = tuple(Markup(said) for said in re.findall(r"<li>(.*?)</li>", section.html, re.DOTALL))
    return {"lead": lead, "shout": Markup(shout), "points": points}


def best_step(galley: Galley, about: str) -> GalleyStep:
    """The step that has most words in common with `about`; the first of equals."""
    words = _vocabulary(about)

    def likeness(step: GalleyStep) -> tuple[int, int]:
        said = " ".join([step.title, step.html, *(drawn.alt for drawn in step.screens)])
        return len(words & _vocabulary(said)), -step.number

    return max(galley.steps, key=likeness)


def glossary(lessons: Sequence[Galley]) -> list[tuple[str, str]]:
    """Every new word of the lessons with its meaning, once, in alphabetical order of what people would
    look up."""
    words = {word: means for lesson in lessons for word, means in lesson.words if means}
    return sorted(words.items(), key=lambda pair: _sorting(pair[0]))


def questions(entries: Sequence[ContentsEntry]) -> list[tuple[str, list[ErrandLine]]]:
    """What people say they want, in its groups: errand, lesson, page."""
    found: dict[str, list[ErrandLine]] = {}
    for entry in entries:
        for group, asks in entry.galley.asks:
            found.setdefault(group, []).append(ErrandLine(asks, entry.galley.code, entry.page))
    return [(group, sorted(lines, key=lambda line: _sorting(line.asks))) for group, lines in found.items()]


def codes_in_order(entries: Sequence[ContentsEntry]) -> list[IndexLine]:
    """Every step of the book by its code, with its lesson and page."""
    found = [
        IndexLine(step, entry.galley.code, page)
        for entry in entries
        for step, page in zip(entry.galley.steps, entry.steps, strict=True)
    ]
    return sorted(found, key=lambda line: line.step.key)


def loto_signs(galley: Galley) -> list[tuple[str, str]]:
    """Number and words of every sign in the caller's table: the first one of the form."""
    table = next((section.html for section in galley.sections if "<table>" in section.html), "")
    rows = [
        re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    ]
    return [(Markup(row[0]), Markup(row[1])) for row in rows if len(row) > 1]


def loto_boards(signs: list[tuple[str, str]]) -> list[dict[str, object]]:
    """Boards of nine signs: each walks through the signs with a step of its own, so no two are alike."""
    steps = [step for step in _LOTO_STEPS if math.gcd(step, len(signs)) == 1]
    return [
        {
            "number": number + 1,
            "cells": [signs[(number * 4 + place * step) % len(signs)] for place in range(_CELLS)],
        }
        for number, step in enumerate(steps[:_BOARDS])
    ]


def _sorting(word: str) -> str:
    """Letters without marks, đ after d: good enough to find a word in a short list."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "dz"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _vocabulary(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", re.sub(r"<[^>]+>", " ", text))}
