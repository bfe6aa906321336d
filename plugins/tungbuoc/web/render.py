"""Jinja for our own templates: HTML escaped by default, the stone drawn the same everywhere."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from pathlib import Path

import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tungbuoc.lesson.dates import day
from tungbuoc.lesson.sayings import phones_differ
from tungbuoc.lesson.screens import icon_svg
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink.keys import TABLE

HERE = Path(__file__).parent / "templates"


@lru_cache(maxsize=8)
def environment(words: Wording) -> Environment:
    """The environment of `web/templates` for a course's words; an undefined name is an error, never an empty
    place on a page."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(day=day, stone=stone, phrases=phrases, icon=_errand_icon)
    made.globals.update(
        say=words.markup, language=words.language, phones_differ=partial(phones_differ, words)
    )
    return made


def _errand_icon(name: str) -> Markup:
    """The sign of an errand on the home page; there the shield warns (look.md)."""
    drawn = icon_svg(name, 40, "var(--tb-son)")
    return Markup(
        drawn.replace("</svg>", '<path d="M24 15v11M24 33v.1"/></svg>') if name == "shield" else drawn
    )


def stone(width: int, words: object) -> Markup:
    """A kilometre stone as SVG, `width` CSS px wide, `words` on it: a step's number, a lesson's code or
    nothing (look.md)."""
    text = Markup.escape(str(words))
    size = (17, 15, 12)[max(1, min(3, len(text))) - 1]
    said = (
        f'<text x="14" y="30" text-anchor="middle" font-size="{size}" font-weight="700"'
        f' fill="var(--tb-than)">{text}</text>'
        if text
        else ""
    )
    return Markup(
        f'<svg width="{width}" height="{round(width * 35 / 28)}" viewBox="0 0 28 35" aria-hidden="true">'
        '<path d="M2.8 14v18.5h22.4V14" fill="var(--tb-trang)" stroke="var(--tb-than)" stroke-width="1.8"/>'
        '<path d="M2 15V12.5a12 12 0 0 1 24 0V15z" fill="var(--tb-son)"/>'
        f'<path d="M0 33.9h28" stroke="var(--tb-than)" stroke-width="2.2"/>{said}</svg>'
    )


def phrases(text: str) -> Markup:
    """A title that may break after a comma only: each phrase stays whole where it fits (look.md)."""
    parts = [f"<span>{Markup.escape(part)}</span>" for part in re.split(r"(?<=,) ", text)]
    return Markup(" ".join(parts))


@cache
def style(name: str) -> str:
    """A stylesheet of `web/templates` without comments and line ends."""
    text = re.sub(r"/\*.*?\*/", "", (HERE / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "", text)


@cache
def check_digit() -> str:
    """The script that gives pages `tbHolds(digits)`: whether a code's check digit is right."""
    return f'var tbDamm="{"".join(TABLE)}";{_minified(HERE / "check_digit.js")}'


def script(name: str, words: Wording) -> str:
    """A script of `web/templates`, minified, in a course's words."""
    return words.in_script(_minified(HERE / name))


@cache
def _minified(file: Path) -> str:
    return str(rjsmin.jsmin(file.read_text(encoding="utf-8")))
