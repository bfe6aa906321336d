"""Words as they stand on paper: titles that break after a comma, no last word alone, dates as people write
them.

Fragments come from a galley and are safe by construction; plain text is escaped here.
"""

from __future__ import annotations

import math
import re
from itertools import accumulate

from markupsafe import Markup, escape

from tungbuoc.lesson.dates import day
from tungbuoc.lesson.galley import Galley

_LAST_WORDS = re.compile(
    r" (?=[^"
    r" <>]{1,9}(?:</?(?:strong|em|b|a)[^<>]*>)*[.!?…”]*(?:</?(?:strong|em|b|a)[^<>]*>)*(?:</p>|</li>|$))"
)
_IN_ADDRESS = re.compile(r"(?<=[^\W\d]\.)(?=[^\W\d])")
_TAG = re.compile(r"(<[^>]*>)")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_IMAGE = re.compile(r"<img\b[^>]*>")
_IMAGE_ALONE = re.compile(r"<p>\s*<img\b[^>]*>\s*</p>")
_WORDS_A_SECOND = 2.0


def bound(fragment: str) -> Markup:
    """A galley's fragment, its last two words joined so that no word stands alone on the last line; long
    addresses break at dots, never at a hyphen: half an address is another address."""
    joined = _LAST_WORDS.sub("\N{NO-BREAK SPACE}", fragment.strip())
    parts = (
        part if part.startswith("<") else _HYPHEN.sub("-\N{WORD JOINER}", _IN_ADDRESS.sub("<wbr>", part))
        for part in _TAG.split(joined)
    )
    return Markup("".join(parts))


def bare(fragment: str) -> Markup:
    """A galley's fragment without its bold: for places that are bold already."""
    return Markup(re.sub(r"</?(?:strong|b)>", "", fragment))


def without_pictures(fragment: str) -> str:
    """A galley's fragment, its words alone."""
    return _IMAGE.sub("", _IMAGE_ALONE.sub("", fragment))


def pictures(fragment: str) -> Markup:
    """The author's pictures in a galley's fragment, alone."""
    return Markup("".join(_IMAGE.findall(fragment)))


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


def sentences(fragment: str) -> list[Markup]:
    """The sentences of a fragment's paragraphs, each still with its bold."""
    text = re.sub(r"</?p>", " ", fragment)
    return [Markup(said.strip()) for said in re.split(r"(?<=[.!?…])\s+", text) if said.strip()]


def edition(galley: Galley) -> str:
    """“Ấn bản 21/11/2026”, or “bản thử” before the first release."""
    stamp = galley.imprint
    if not stamp.edition:
        return galley.wording.say("bản thử")
    return galley.wording.say("Ấn bản {number} · {date}", number=stamp.edition, date=day(stamp.edition_date))


def tried_date(tried: str) -> str:
    """The day of “2026-11-21, VNeID 2.1, Samsung A05” as people write it."""
    return day(tried.split(",")[0])


def times(galley: Galley) -> list[tuple[int, int]]:
    """From which to which minute each line of the trainer's plan goes."""
    ends = list(accumulate(item.minutes for item in galley.plan))
    return list(zip([0, *ends], ends, strict=False))


def seconds(fragment: str) -> int:
    """How long the fragment takes to read out slowly, to the next five seconds: about two words a second."""
    return math.ceil(len(re.sub(r"<[^>]+>", " ", fragment).split()) / _WORDS_A_SECOND / 5) * 5
