"""The pages behind printed codes: one small self-contained HTML file a step, a page for every retired code,
and 404.

They are made even for people who never saw the rest of the site: one request, no theme, no script needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from tungbuoc.lesson.galley import Galley, GalleyStep
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink.ledger import LedgerRow
from tungbuoc.press.typeset.phrasing import without_pictures
from tungbuoc.web import downloads, reporting, sharing
from tungbuoc.web.course import Course, Film, Galleys
from tungbuoc.web.links import Links
from tungbuoc.web.render import check_digit, environment, script, style
from tungbuoc.web.screens import figure

_FIRST = re.compile(r"^(<p>.*?</p>)(.*)$", re.DOTALL)
NO_NETWORK = "khong-mang/index.html"
ANYWHERE = ("404.html", NO_NETWORK)
"""Pages that are served under any address, so that nothing in them may be relative."""
MARK = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 35'%3E"
    "%3Cpath d='M2 33V12a12 12 0 0 1 24 0v21z' fill='%2396291A'/%3E%3C/svg%3E"
)


def of_lesson(
    course: Course, path: str, galley: Galley, *, directory_urls: bool
) -> Iterator[tuple[str, str]]:
    """The page of every step of the lesson at `path`, as (path below the site, HTML)."""
    links = Links(depth=1, directory_urls=directory_urls)
    for i, printed in enumerate(galley.steps):
        yield f"{printed.key}/index.html", _step(course, links, path, course.lessons[path], galley, i)


def of_course(course: Course, galleys: Galleys, *, directory_urls: bool) -> Iterator[tuple[str, str]]:
    """The pages of retired codes, and those for addresses that lead nowhere."""
    links = Links(depth=1, directory_urls=directory_urls)
    for code, row in course.ledger.retired.items():
        yield f"{code}/index.html", _retired(course, galleys, links, code, row)
    yield "404.html", _not_found(course, galleys)
    yield NO_NETWORK, _no_network(course)


def base(course: Course) -> str:
    """The path of the configured address: the way to the root for pages that are served at any depth."""
    return urlsplit(course.site.url).path


def film_label(film: Film, words: Wording) -> str:
    """What the button says of a clip: “20 giây · 0,3 MB”."""
    length = (
        words.say("{seconds} giây", seconds=round(film.seconds))
        if film.seconds < 90
        else words.say("{minutes} phút", minutes=f"{film.seconds / 60:.0f}")
    )
    size = (
        f"{words.decimal(film.size / 1e6)} MB"
        if film.size >= 50_000
        else f"{max(1, round(film.size / 1000))} kB"
    )
    return f"{length} · {size}"


def split_first(fragment: str) -> tuple[str, str]:
    """A step's words → (the sentence that acts, the rest), both HTML."""
    match = _FIRST.match(fragment)
    return (match[1], match[2].strip()) if match else (fragment, "")


def _step(course: Course, links: Links, path: str, lesson: Lesson, galley: Galley, index: int) -> str:
    printed = galley.steps[index]
    step = next(step for step in lesson.steps if step.key == printed.key)
    first, rest = split_first(course.live(printed.html, links.up))
    film = course.films.get(printed.key)
    return _render(
        "code.html", course, links, printed.key,
        step=printed, total=len(galley.steps), lesson_title=galley.title,
        lesson_url=links.page(course.urls[path]),
        first=first, rest=rest, screens=_screens(step, course.words), film=seen(film, links),
        film_label=film_label(film, course.words) if film else "",
        before=_neighbour(galley.steps, index - 1, links), after=_neighbour(galley.steps, index + 1, links),
        sheet_url=links.file(sheet) if (sheet := downloads.sheet(course, galley)) else "",
        script=script("code.js", course.words),
        hotline=course.options.hotline, hotline_note=course.options.hotline_note,
        report_url=reporting.address(course.options.report, galley, printed),
        twins=[_twin(course, links, twin, printed.key) for twin in galley.translations],
        due=galley.review_by,
    )  # fmt: skip


def _twin(course: Course, links: Links, twin: Galley, key: str) -> dict[str, Any]:
    """The step in another language, and the way to its place in the whole translation."""
    step = next(step for step in twin.steps if step.key == key)
    return {
        "tag": twin.language, "title": step.title,
        "words": course.live(without_pictures(step.html), links.up), "url": f"{links.page(twin.url)}#{key}",
        "outdated": twin.outdated,
    }  # fmt: skip


def _screens(step: Step, words: Wording) -> str:
    return figure([block.screen for block in step.screens if block.screen], words, ident=f"m{step.key}")


def seen(film: Film | None, links: Links) -> dict[str, str] | None:
    """A step's film as a page shows it: source, address and captions as links from there."""
    if film is None:
        return None
    if film.source == "outside":
        return {"source": film.source, "address": film.address, "captions": "", "voice": ""}
    captions, voice = (links.file(path) if path else "" for path in (film.captions, film.voice))
    return {"source": film.source, "address": links.file(film.address), "captions": captions, "voice": voice}


def _neighbour(steps: tuple[GalleyStep, ...], index: int, links: Links) -> dict[str, object] | None:
    if not 0 <= index < len(steps):
        return None
    return {"number": steps[index].number, "url": links.code(steps[index].key)}


def _retired(course: Course, galleys: Galleys, links: Links, code: str, row: LedgerRow) -> str:
    by_key = {step.key: step for step in galleys.steps()}
    instead = by_key.get(row.replaced_by)
    lesson = next(
        ((path, lesson) for path, lesson in course.lessons.items() if lesson.code == row.lesson), None
    )
    return _render(
        "retired.html", course, links, code, row=row,
        replacement={"url": links.code(instead.key), "title": instead.title} if instead else None,
        lesson_url=links.page(course.urls[lesson[0]]) if lesson else "",
        lesson_title=lesson[1].title if lesson else "",
    )  # fmt: skip


def _not_found(course: Course, galleys: Galleys) -> str:
    steps = {step.key: step.title for step in galleys.steps()}
    template = environment(course.words).get_template("not_found.html")
    return template.render(
        **common(course, base(course), ""),
        steps=steps,
        script=check_digit() + script("not_found.js", course.words),
    )


def _no_network(course: Course) -> str:
    template = environment(course.words).get_template("no_network.html")
    return template.render(**common(course, base(course), ""), script=script("no_network.js", course.words))


def _render(name: str, course: Course, links: Links, key: str, **values: Any) -> str:
    return (
        environment(course.words).get_template(name).render(**common(course, links.page(""), key), **values)
    )


def common(course: Course, home: str, key: str) -> dict[str, Any]:
    """What `code_base.html` needs: `home` is the way to the first page, `key` the code in the corner or
    empty."""
    return {
        "site_name": course.site_name, "shown": course.site.shown, "home": home, "key": key,
        "css": Markup(style("code.css")), "mark": Markup(MARK),
        "card": sharing.address(course, key, "../") if key else "",
    }  # fmt: skip
