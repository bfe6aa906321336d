"""Put the service worker into a finished site, or take it away again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import rjsmin

from tungbuoc.lesson.recall import Recall, forget
from tungbuoc.lesson.wording import Wording
from tungbuoc.web.offline import tables
from tungbuoc.web.offline.tables import Group
from tungbuoc.works.atomic import write

WORKER = "sw.js"
_HERE = Path(__file__).parent
_MODULES = ("shelf", "course", "answers", "events")
_SCRIPTS = {"offline.js": "assets/javascripts/offline.js", "kiosk.js": "assets/javascripts/kiosk.js"}
_PART = re.compile(r'<(?:link|script|img)\b[^>]*?\s(?:href|src)="?([^"\s>]+)')
_IN_CSS = re.compile(r"""url\(["']?([^"')]+)""")
_LEFT_OUT = "in/"
"""Pictures of sheets of paper: as heavy as a third of the course, and of use to those alone who are about
to print."""
_SEARCH = ("search/*.json", "assets/javascripts/workers/search.*.js", "assets/javascripts/lunr/**/*.js")


def install(
    site: Path,
    lessons: Mapping[str, Sequence[str]],
    words: Wording,
    staff: tuple[str, ...],
    recall: Recall = forget,
) -> None:
    """Write the worker and its tables into the site built in `site`, scripts in the course's words.

    `lessons` names the pages (files below `site`) that change with each lesson, by its code;
    `staff` are folders of pages for those who print and teach, which come with the course in a group of their
    own. Raises `OSError`.
    """
    scripts(site, words)
    for path, text in tables.written(site, _groups(site, lessons, staff), recall).items():
        write(site / path, text)
    code = "\n".join((_HERE / f"worker/{name}.js").read_text(encoding="utf-8") for name in _MODULES)
    write(site / WORKER, _minified(code))


def remove(site: Path, words: Wording) -> None:
    """Write the worker that removes itself and all it stored from every device that still has the other
    one."""
    scripts(site, words)
    write(site / WORKER, _minified((_HERE / "worker/gone.js").read_text(encoding="utf-8")))


def scripts(site: Path, words: Wording) -> None:
    """Write the scripts that pages load."""
    for name, path in _SCRIPTS.items():
        code = _minified((_HERE / f"page/{name}").read_text(encoding="utf-8"))
        write(site / path, words.in_script(code))


def _groups(site: Path, lessons: Mapping[str, Sequence[str]], staff: tuple[str, ...]) -> list[Group]:
    """Every page in one group, and what pages are made of: shared parts, the search, pictures with their
    lesson."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    search = {path.relative_to(site).as_posix() for pattern in _SEARCH for path in site.glob(pattern)}
    home = {path: code for code, paths in lessons.items() for path in paths}
    groups: dict[str, list[str]] = {name: [] for name in ("vo", "tim", "chung", "nguoi-day", *lessons)}
    parts: dict[str, str] = {}
    for path in pages:
        name = home.get(path) or ("nguoi-day" if path.startswith(staff) else "chung")
        groups[name].append(path)
        for part in _parts(site, path):
            parts.setdefault(part, name)
    for part, name in parts.items():
        if part.startswith(_LEFT_OUT):
            continue
        groups["vo" if part.startswith("assets/") else name].append(part)
    groups["tim"] = sorted(search)
    groups["vo"] = sorted(set(groups["vo"]) - search)
    return [Group(name, tuple(files)) for name, files in groups.items() if files]


def _parts(site: Path, page: str) -> Iterable[str]:
    """Files of the site that the page loads with itself: styles, scripts, pictures, and pictures named in
    its styles."""
    found = _named(site, page, _PART)
    sheets = [path for path in found if path.endswith(".css")]
    return [*found, *(part for sheet in sheets for part in _named(site, sheet, _IN_CSS))]


def _named(site: Path, path: str, pattern: re.Pattern[str]) -> list[str]:
    names = []
    for found in pattern.findall((site / path).read_text(encoding="utf-8")):
        address = urlsplit(found)
        if address.scheme or address.netloc or not address.path:
            continue
        name = normpath(join(dirname(path), unquote(address.path)))
        if not name.startswith("..") and (site / name).is_file() and not name.endswith(".html"):
            names.append(name)
    return list(dict.fromkeys(names))


def _minified(code: str) -> str:
    return str(rjsmin.jsmin(code)) + "\n"
