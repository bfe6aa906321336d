"""Where PDFs are: links from a lesson's page, and the page “Tải tờ in” that lists them all with pages and size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.structure.pages import Page

from tungbuoc.press.formats import Format
from tungbuoc.press.galley import Galley
from tungbuoc.press.plan import Handout, handouts
from tungbuoc.press.pressing import Made
from tungbuoc.site.links import Links
from tungbuoc.site.render import environment
from tungbuoc.site.state import Build

FOLDER, PAGE = "in", "tai-to-in.md"


def of_lesson(state: Build, galley: Galley) -> list[tuple[Format, str]]:
    """The PDFs of one lesson as (format, path below the site), in the order of the formats."""
    if not state.formats or state.plan is None:
        return []
    return [(handout.format, f"{FOLDER}/{handout.file}") for handout in handouts([galley], state.formats, state.plan) if _single(handout)]


def sheet(state: Build, galley: Galley) -> str:
    """The path of a lesson's own sheet, or empty in a preview."""
    return next((path for format, path in of_lesson(state, galley) if format.name == "lesson-sheet"), "")


def content(state: Build, page: Page, made: Sequence[Made], *, directory_urls: bool) -> str:
    """The HTML of “Tải tờ in”."""
    links = Links(depth=page.url.count("/"), directory_urls=directory_urls)
    lessons = [_lesson(state, galley, made, links) for galley in state.galleys.values() if not galley.form]
    codes = {galley.code for galley in state.galleys.values() if not galley.form}
    whole = [_entry(one, links) for one in made if one.code not in codes]
    template = environment().get_template("downloads.html")
    return template.render(links=links, lessons=sorted(lessons, key=lambda entry: (entry["code"][0], len(entry["code"]), entry["code"])), whole=whole)


def told_size(size: int) -> str:
    """Bytes as people read them: “85 kB”, “1,2 MB”."""
    return f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _lesson(state: Build, galley: Galley, made: Sequence[Made], links: Links) -> dict[str, Any]:
    own = [_entry(one, links) for one in made if one.code == galley.code]
    return {"code": galley.code, "title": galley.title, "topic": galley.topic, "prints": own}


def _entry(one: Made, links: Links) -> dict[str, Any]:
    return {
        "label": one.format.label, "title": one.title, "format": one.format.name, "url": links.file(f"{FOLDER}/{one.path}"),
        "pages": one.pages, "sheets": one.sheets, "size": told_size(one.bytes), "paper": one.format.paper,
    }  # fmt: skip


def _single(handout: Handout) -> bool:
    return handout.format.per == "lesson" and handout.format.default
