"""The page `/in/<lesson>/`: is the sheet in somebody's hand still right? It takes the edition printed on
it and tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from tungbuoc.lesson.dates import day
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.wording import Wording
from tungbuoc.press.releases import Past, history
from tungbuoc.web import codepages, downloads
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment, script


def of_lesson(
    course: Course, path: str, galley: Galley, *, directory_urls: bool
) -> Iterator[tuple[str, str]]:
    """The page for sheets of the lesson at `path`, as (path below the site, HTML)."""
    links = Links(depth=2, directory_urls=directory_urls)
    page = _page(course, galley, links, links.page(course.urls[path]))
    yield f"{downloads.FOLDER}/{galley.code}/index.html", page


def _page(course: Course, galley: Galley, links: Links, lesson_url: str) -> str:
    sheet = downloads.sheet(course, galley)
    return environment(course.words).get_template("released.html").render(
        **codepages.common(course, links.page(""), ""), code=galley.code, title=galley.title,
        lesson_url=lesson_url,
        sheet_url=links.file(sheet) if sheet else "", script=Markup(script("released.js", course.words)),
        editions=[_told(past, course.words) for past in history(course.editions, galley)],
    )  # fmt: skip


def _told(past: Past, words: Wording) -> dict[str, Any]:
    return {
        "number": past.edition,
        "date": day(past.date),
        "current": past.current,
        "differs": _differs(past, words),
    }


def _differs(past: Past, words: Wording) -> str:
    """“bước 2 và 4”, “bước 3 và phần khác”: where today's lesson is not that of the edition."""
    places = [str(number) for number in past.changed]
    steps = words.say("bước {numbers}", numbers=_listed(places, words)) if places else ""
    rest = words.say("phần ngoài các bước") if past.rest else ""
    return words.say(" và ").join(part for part in (steps, rest) if part)


def _listed(places: list[str], words: Wording) -> str:
    return words.say(" và ").join(part for part in (", ".join(places[:-1]), places[-1]) if part)
