"""Galley + format → the HTML of a handout. Templates are Jinja files of the format; nothing here knows
WeasyPrint."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FunctionLoader, StrictUndefined

from tungbuoc.lesson import languages
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.sayings import PHONES, phones_differ
from tungbuoc.lesson.screens.metrics import SYMBOLS
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink import qr
from tungbuoc.press import shelf
from tungbuoc.press.formats import Format
from tungbuoc.press.refusal import RefusedError
from tungbuoc.press.typeset import filling, fitting, phrasing

_TAG = re.compile(r"(<[^>]*>)")
_SYMBOL = re.compile(f"[{SYMBOLS}]")


def html(galley: Galley, format: Format, formats_dir: Path, **more: object) -> str:
    """The whole document; `more` is what the format's layout worked out (see `sheet`). Raises
    `RefusedError` with the template's line."""
    try:
        template = environment(formats_dir, galley.wording).get_template(
            f"formats/{format.name}/template.html"
        )
        return _with_symbols(template.render(galley=galley, format=format, **more))
    except Exception as error:
        path, line = _place(error, formats_dir)
        raise RefusedError(f"khuôn in hỏng ({error})", path=path, line=line) from error


def sizes(galley: Galley, format: Format, formats_dir: Path, **more: object) -> Iterator[str]:
    """The document at every body size that the format has to try, largest first; made as it is asked for."""
    for size in format.fit or (format.type.get("body", 0.0),):
        yield html(galley, format, formats_dir, size=size, **more)


@lru_cache(maxsize=4)
def environment(formats_dir: Path, words: Wording) -> Environment:
    """The templates of a print folder in a course's words, with the filters below; a name that is not there
    is an error, never an empty place."""
    env = Environment(
        loader=FunctionLoader(partial(_source, formats_dir)),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    said = (
        "bound",
        "bare",
        "without_pictures",
        "pictures",
        "lead_bold",
        "phrases",
        "sentences",
        "edition",
        "tried_date",
        "times",
        "seconds",
    )
    sized = ("fit_pt", "wrap_pt", "in_lines", "title_style", "host", "host_style", "whole_address")
    filled = (
        "fields",
        "dealt",
        "poster",
        "best_step",
        "glossary",
        "questions",
        "codes_in_order",
        "loto_signs",
        "loto_boards",
    )
    for module, names in ((phrasing, said), (fitting, sized), (filling, filled)):
        env.filters.update({name: getattr(module, name) for name in names})
    env.filters.update(qr=qr.data_uri, svg=svg)
    env.globals.update(
        say=words.markup,
        language=words.language,
        language_name=words.say(languages.NAMES[words.language]),
        phones={kind: words.say(name) for kind, name in PHONES.items()},
        phones_differ=partial(phones_differ, words),
    )
    return env


def _source(formats_dir: Path, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template as Jinja wants it: its text, its file, and whether it is still what was read."""
    file = shelf.find(formats_dir, name)
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    return (
        text,
        str(file),
        lambda: shelf.find(formats_dir, name) == file and file.read_text(encoding="utf-8") == text,
    )


def _place(error: Exception, formats_dir: Path) -> tuple[str, int]:
    """The template and line that failed; Jinja gives its frames the names and lines of templates."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    line = getattr(error, "lineno", None) or (frames[-1].lineno if frames else 1)
    file = Path(getattr(error, "filename", None) or (frames[-1].filename if frames else formats_dir))
    return shelf.shown(file, formats_dir.parent.parent), line or 1


def _with_symbols(document: str) -> str:
    """Signs that Noto Sans lacks, in the body's text: base.css draws `.sign` with Noto Sans Symbols."""
    if not any(sign in document for sign in SYMBOLS):
        return document
    head, body, rest = document.partition("<body")
    pieces = _TAG.split(rest)
    return (
        head
        + body
        + "".join(
            piece if piece.startswith("<") else _SYMBOL.sub(r'<span class="sign">\g<0></span>', piece)
            for piece in pieces
        )
    )


def svg(drawing: str) -> str:
    """A drawing as a `data:` address for an `<img>`, so that its `alt` reaches the tagged PDF."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()
