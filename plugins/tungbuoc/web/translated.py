"""Lessons in other languages: the page of a translation, and the ways between it and its original.

Words of the page itself stay the course's; every word of the translation says in which language it is.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from tungbuoc.lesson import grammar, languages
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.slugs import slugify
from tungbuoc.permalink.qr import data_uri
from tungbuoc.web import downloads
from tungbuoc.web.calls import linked
from tungbuoc.web.codepages import film_label, seen
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment
from tungbuoc.web.screens import figure

_SECTIONS = (grammar.TRY, grammar.BEWARE, grammar.OFFLINE, grammar.REMEMBER)


def ways(course: Course, path: str, galley: Galley, links: Links) -> list[dict[str, str]]:
    """Where the lesson at `path`, whose galley is given, stands in other languages: tag, name, title and
    address of each, and its sheet in both."""
    beside = galley.model_copy(
        update={"translations": tuple(_outline(course, one, galley) for one in course.translations_of(path))}
    )
    sheets = {
        handout.translation.language: links.file(file)
        for handout, file in downloads.of_lesson(course, beside)
        if handout.translation
    }
    return [
        {
            "tag": twin.language, "name": twin.language_name, "title": twin.title,
            "url": links.page(twin.url), "sheet": sheets.get(twin.language, ""),
        }
        for twin in beside.translations
    ]  # fmt: skip


def content(course: Course, path: str, galley: Galley, links: Links) -> str:
    """The page of the translation at `path`, from its `galley`."""
    original = course.original_of(path)
    [way] = [one for one in ways(course, original, galley, links) if one["tag"] == galley.language]

    def live(fragment: str) -> Markup:
        return Markup(linked(course.local(fragment, links.up), course.numbers))

    return environment(course.words).get_template("translation.html").render(
        galley=galley, way=way,
        steps=[_step(course, original, galley, i, links) for i in range(len(galley.steps))],
        original={"title": course.lessons[original].title, "url": links.page(course.urls[original])},
        sections=[(kind, galley.section(kind)) for kind in _SECTIONS],
        kinds=grammar, live=live, slug=slugify, faults=course.faults(path) if course.serving else [],
    )  # fmt: skip


def _outline(course: Course, path: str, galley: Galley) -> Galley:
    """What links to a translation say of it: enough of a galley to know its name and its sheet."""
    twin = course.translations[path]
    return Galley(
        code=galley.code, title=twin.lesson.title, path=twin.lesson.path, url=course.urls.get(path, ""),
        imprint=galley.imprint, language=twin.language, outdated=any(twin.changed()),
        language_name=languages.name(twin.language, course.words, course.options.languages),
    )  # fmt: skip


def _step(course: Course, original: str, galley: Galley, index: int, links: Links) -> dict[str, Any]:
    printed = galley.steps[index]
    step = next(step for step in course.lessons[original].steps if step.key == printed.key)
    film = course.films.get(printed.key)
    screens = [block.screen for block in step.screens if block.screen]
    return {
        "number": printed.number, "key": printed.key, "title": printed.title, "typed": printed.typed,
        "words": Markup(course.live(printed.html, links.up)),
        "screens": Markup(figure(screens, course.words, ident=f"d{printed.key}")),
        "film": seen(film, links), "film_label": film_label(film, course.words) if film else "",
        "code_url": links.code(printed.key), "qr": data_uri(printed.payload),
    }  # fmt: skip
