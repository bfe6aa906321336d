"""Galley + format → the HTML of a handout. Templates are Jinja files of the format; nothing here knows WeasyPrint."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.permalink import qr
from tungbuoc.press.formats import Format
from tungbuoc.press.galley import Galley

_MM = 25.4 / 72
_LAST_WORDS = re.compile(r" (?=[^ <>]{1,9}(?:</?(?:strong|em|b|a)[^<>]*>)*[.!?…”]*(?:</?(?:strong|em|b|a)[^<>]*>)*(?:</p>|</li>|$))")
_HOST_ROOM = 34.0
_HOST_PT = 12.0
_SMALLEST_HOST_PT = 10.0


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
        bound=bound, bare=bare, phrases=phrases, qr=qr.data_uri, svg=svg, host=host, host_style=host_style,
        edition=edition, tried_date=tried_date, date=date,
    )  # fmt: skip
    return env


def bound(fragment: str) -> Markup:
    """A galley's fragment, its last two words joined so that no word stands alone on the last line."""
    return Markup(_LAST_WORDS.sub("\N{NO-BREAK SPACE}", fragment.strip()))


def bare(fragment: str) -> Markup:
    """A galley's fragment without its bold: for places that are bold already."""
    return Markup(re.sub(r"</?(?:strong|b)>", "", fragment))


def phrases(title: str) -> Markup:
    """A title that may break after a comma only: each phrase stays whole where it fits."""
    parts = re.split(r"(?<=,) ", title)
    if len(parts) == 1:
        return Markup(escape(title))
    return Markup(" ").join(Markup('<span class="phrase">{}</span>').format(part) for part in parts)


def svg(drawing: str) -> str:
    """A drawing as a `data:` address for an `<img>`, so that its `alt` reaches the tagged PDF."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


def host(typed: str) -> Markup:
    """`tungbuoc.vn/48217` → `tungbuoc.vn/`, which may break after dots and slashes, never inside a word."""
    shown = typed.rpartition("/")[0] + "/"
    return Markup(re.sub(r"(?<=[./])(?!$)", "<wbr>", str(escape(shown))))


def host_style(typed: str) -> Markup:
    """A smaller size for an address too wide for the code's column; under 10 pt it breaks instead."""
    shown = typed.rpartition("/")[0] + "/"
    fitting = _HOST_ROOM / text_width(shown, _MM, bold=True)
    if fitting >= _HOST_PT:
        return Markup(' style="white-space:nowrap"')
    size = max(fitting, _SMALLEST_HOST_PT)
    return Markup(f' style="font-size:{int(size * 10) / 10}pt"')


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
