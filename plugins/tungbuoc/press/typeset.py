"""Galley + format → the HTML of a handout. Templates are Jinja files of the format; nothing here knows WeasyPrint."""

from __future__ import annotations

import base64
import html as html_module
import math
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.permalink import qr
from tungbuoc.press.formats import Format
from tungbuoc.press.galley import Galley, GalleySection, GalleyStep

if TYPE_CHECKING:
    from tungbuoc.press.book import Entry

_MM = 25.4 / 72
_LAST_WORDS = re.compile(r" (?=[^ <>]{1,9}(?:</?(?:strong|em|b|a)[^<>]*>)*[.!?…”]*(?:</?(?:strong|em|b|a)[^<>]*>)*(?:</p>|</li>|$))")
_EMPTY_LAST_ROW = re.compile(r"(<tr>(?:\s*<td[^>]*>\s*</td>)+\s*</tr>)(?=\s*</tbody>)")
_WORDS_A_SECOND = 2.0
_WRITE = re.compile(r'<p>((?:(?!</p>|<p>|<span class="fill">).)+?)\s*(<span class="fill">[^<]*</span>)</p>', re.DOTALL)
_LOTO_STEPS = (4, 5, 7, 8, 10, 11, 13, 17, 19, 23)
_SMALLEST_TITLE_PT = 20.0
_HOST_ROOM = 34.0
_HOST_PT = 12.0
_SMALLEST_HOST_PT = 10.0
_TITLE_ROOM = 167.5
_TITLE_PT = 26.0
_SMALLEST_TITLE_PT = 24.5


def html(galley: Galley, format: Format, formats_dir: Path, **more: object) -> str:
    """The whole document; `more` is what the format's layout worked out (see `sheet`). Raises jinja2's errors."""
    template = environment(formats_dir).get_template(f"formats/{format.name}/template.html")
    return template.render(galley=galley, format=format, **more)


@lru_cache(maxsize=4)
def environment(formats_dir: Path) -> Environment:
    """The templates of a print folder, with the filters below; a name that is not there is an error, never an empty place."""
    env = Environment(
        loader=FileSystemLoader(formats_dir.parent, encoding="utf-8"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    env.filters.update(
        bound=bound, bare=bare, phrases=phrases, qr=qr.data_uri, svg=svg, host=host, host_style=host_style, title_style=title_style,
        edition=edition, tried_date=tried_date, date=date, fields=fields, sentences=sentences, fit_pt=fit_pt,
        whole_address=whole_address, poster=poster, wrap_pt=wrap_pt, lead_bold=lead_bold, glossary=glossary, codes_in_order=codes_in_order, loto_signs=loto_signs, loto_boards=loto_boards,
        best_step=best_step, times=times, seconds=seconds,
    )  # fmt: skip
    return env


def bound(fragment: str) -> Markup:
    """A galley's fragment, its last two words joined so that no word stands alone on the last line."""
    return Markup(_LAST_WORDS.sub("\N{NO-BREAK SPACE}", fragment.strip()))


def bare(fragment: str) -> Markup:
    """A galley's fragment without its bold: for places that are bold already."""
    return Markup(re.sub(r"</?(?:strong|b)>", "", fragment))


def lead_bold(fragment: str) -> Markup:
    """A fragment with its first sentence bold: “Khởi động. Hỏi …”."""
    lead, dot, rest = fragment.partition(". ")
    return Markup(f"<b>{lead}{dot}</b>{rest}") if dot and "<" not in lead else Markup(fragment)


def phrases(title: str) -> Markup:
    """A title that may break after a comma only: each phrase stays whole where it fits."""
    parts = re.split(r"(?<=,) ", title)
    if len(parts) == 1:
        return Markup(escape(title))
    return Markup(" ").join(Markup('<span class="phrase">{}</span>').format(part) for part in parts)


def fields(fragment: str, rows: int = 0) -> Markup:
    """A form's fragment: `____` becomes a line to write on, `[ ]` a box to tick, a lone `____` a whole line.

    An empty last row of a table is repeated until the table has `rows` of them.
    """
    line = r"(?:_{4,}|<span class=\"write-in\">[^<]*</span>)"
    made = re.sub(rf"<hr\s*/?>|<p>{line}</p>", '<p class="fill-line">&#8203;</p>', fragment)
    made = re.sub(line, '<span class="fill">&#8203;</span>', made)
    made = re.sub(r'<span class="box(?: box-on)?">[^<]*</span>|\[ \]', '<span class="tick">&#8203;</span>', made)
    made = _WRITE.sub(r'<p class="write"><span class="asked">\1</span> \2</p>', made)
    made = re.sub(r'<li>\s*(<span class="tick">[^<]*</span>)(.*?)</li>', r'<li class="ticked">\1<span class="said">\2</span></li>', made, flags=re.DOTALL)
    return Markup(_EMPTY_LAST_ROW.sub(lambda match: match[0] + match[1] * max(0, rows - 1), made) if rows else made)


def sentences(fragment: str) -> list[Markup]:
    """The sentences of a fragment's paragraphs, each still with its bold."""
    text = re.sub(r"</?p>", " ", fragment)
    return [Markup(said.strip()) for said in re.split(r"(?<=[.!?…])\s+", text) if said.strip()]


def fit_pt(text: str, width: float, most: float) -> float:
    """The size in pt at which `text` (tags left out, bold) fills `width` mm on one line, `most` at most."""
    plain = re.sub(r"<[^>]+>", "", text)
    return min(most, int(width / max(text_width(plain, _MM, bold=True), 0.001) * 10) / 10)


def wrap_pt(text: str, width: float, height: float, most: float) -> float:
    """The largest size in whole pt at which `text`, bold, 1.2 leading, fits a box of `width` × `height` mm."""
    size = most
    while size > _SMALLEST_TITLE_PT and not _fits(text.split(), size, width, height):
        size -= 1
    return size


def poster(section: GalleySection) -> dict[str, object]:
    """The parts of “Áp phích”: the lead's sentences, the shout (a paragraph bold throughout), the items."""
    paragraphs = re.findall(r"<p>(.*?)</p>", re.sub(r"<(ol|ul)>.*?</\1>", "", section.html, flags=re.DOTALL), re.DOTALL)
    shouts = [said for said in paragraphs if re.fullmatch(r"<strong>.*</strong>", said, re.DOTALL)]
    lead = [html_module.unescape(re.sub(r"<[^>]+>", "", said)) for said in paragraphs if said not in shouts]
    return {"lead": lead, "shout": Markup(shouts[0]) if shouts else "", "points": section.items}


def best_step(galley: Galley, about: str) -> GalleyStep:
    """The step that has most words in common with `about`; the first of equals."""
    words = _vocabulary(about)
    return max(galley.steps, key=lambda step: (len(words & _vocabulary(f"{step.title} {step.html} {' '.join(d.alt for d in step.screens)}")), -step.number))


def times(galley: Galley) -> list[tuple[int, int]]:
    """From which to which minute each line of the trainer's plan goes."""
    ends = list(accumulate(item.minutes for item in galley.plan))
    return list(zip([0, *ends], ends, strict=False))


def seconds(fragment: str) -> int:
    """How long the fragment takes to read out slowly, to the next five seconds: about two words a second."""
    return math.ceil(len(re.sub(r"<[^>]+>", " ", fragment).split()) / _WORDS_A_SECOND / 5) * 5


def glossary(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Every new word of the lessons with its meaning, once, in alphabetical order of what people would look up."""
    words = {word: means for entry in entries for word, means in entry.galley.words if means}
    return sorted(words.items(), key=lambda pair: _sorting(pair[0]))


def codes_in_order(entries: Sequence[Entry]) -> list[dict[str, object]]:
    """Every step of the book by its code, with its lesson and page."""
    found = [{"step": step, "code": entry.galley.code, "page": page} for entry in entries for step, page in zip(entry.galley.steps, entry.steps, strict=True)]
    return sorted(found, key=lambda one: one["step"].key)  # type: ignore[attr-defined]


def loto_signs(galley: Galley) -> list[tuple[str, str]]:
    """Number and words of every sign in the caller's table: the first one of the form."""
    table = next((section.html for section in galley.sections if "<table>" in section.html), "")
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)]
    return [(Markup(row[0]), Markup(row[1])) for row in rows if len(row) > 1]


def loto_boards(signs: list[tuple[str, str]]) -> list[dict[str, object]]:
    """Six boards of nine signs: each walks through the signs with a step of its own, so no two are alike."""
    steps = [step for step in _LOTO_STEPS if math.gcd(step, len(signs)) == 1]
    return [
        {"number": number + 1, "cells": [signs[(number * 4 + place * step) % len(signs)] for place in range(9)]}
        for number, step in enumerate(steps[:6])
    ]


def _fits(words: list[str], size: float, width: float, height: float) -> bool:
    lines, used = 1, 0.0
    for word in words:
        long = text_width(word, size * _MM, bold=True)
        if long > width:
            return False
        used += long + (text_width(" ", size * _MM, bold=True) if used else 0.0)
        if used > width:
            lines, used = lines + 1, long
    return lines * size * 1.2 * _MM <= height


def _sorting(word: str) -> str:
    """Letters without marks, đ after d: good enough to find a word in a short list."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "dz"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _vocabulary(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", re.sub(r"<[^>]+>", " ", text))}


def svg(drawing: str) -> str:
    """A drawing as a `data:` address for an `<img>`, so that its `alt` reaches the tagged PDF."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


def host(typed: str) -> Markup:
    """`tungbuoc.vn/48217` → `tungbuoc.vn/`, which may break after dots and slashes, never inside a word."""
    shown = typed.rpartition("/")[0] + "/"
    return Markup(re.sub(r"(?<=[./])(?!$)", "<wbr>", str(escape(shown))))


def whole_address(typed: str) -> Markup:
    """`tungbuoc.vn/48217`, which may break after dots and slashes only."""
    return Markup(re.sub(r"(?<=[./])", "<wbr>", str(escape(typed))))


def host_style(typed: str) -> Markup:
    """A smaller size for an address too wide for the code's column; under 10 pt it breaks instead."""
    shown = typed.rpartition("/")[0] + "/"
    fitting = _HOST_ROOM / text_width(shown, _MM, bold=True)
    if fitting >= _HOST_PT:
        return Markup(' style="white-space:nowrap"')
    size = max(fitting, _SMALLEST_HOST_PT)
    return Markup(f' style="font-size:{int(size * 10) / 10}pt"')


def title_style(title: str) -> Markup:
    """A title a word too wide for its line is set a little smaller; one that needs two lines stands closer to the words below."""
    fitting = _TITLE_ROOM / text_width(title, _MM, bold=True)
    if fitting >= _TITLE_PT:
        return Markup("")
    if fitting < _SMALLEST_TITLE_PT:
        return Markup(' class="long"')
    return Markup(f' style="font-size:{int(fitting * 10) / 10}pt"')


def edition(galley: Galley) -> str:
    """“Ấn bản 21/11/2026”, or “bản thử” before the first release."""
    stamp = galley.imprint
    return f"Ấn bản {stamp.edition} · {date(stamp.edition_date)}" if stamp.edition else "bản thử"


def tried_date(tried: str) -> str:
    """The day of “2026-11-21, VNeID 2.1, Samsung A05” as people write it."""
    return date(tried.split(",")[0])


def date(iso: str) -> str:
    """`2026-11-21` → `21/11/2026`; anything else as it is."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    return f"{match[3]}/{match[2]}/{match[1]}" if match else iso
