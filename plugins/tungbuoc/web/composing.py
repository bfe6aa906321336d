"""The galley of one page, when its tree is there: a lesson's or a form's."""

from __future__ import annotations

from tungbuoc.lesson import languages
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.translation import Translation
from tungbuoc.permalink.editions import EditionRow
from tungbuoc.press.releases import stamp
from tungbuoc.web import forms
from tungbuoc.web.course import Course
from tungbuoc.web.galleys import build, imprint
from tungbuoc.web.tree import Tree


def compose(course: Course, path: str, url: str, tree: Tree) -> Galley | None:
    """The galley of the page made of `path` below `docs/` at `url`; None for a page that is not printed."""
    plain = imprint(course.site, course.site_name)
    if form := course.forms.get(path):
        return forms.build(form, tree, site=course.site, url=url, stamp=plain, wording=course.words)
    if twin := course.translations.get(path):
        return translated(course, twin, url, tree)
    lesson, topic = course.lessons.get(path), course.options.topic_of(path)
    if lesson is None or topic is None or lesson.front is None:
        return None
    galley = build(
        lesson,
        tree,
        topic=topic,
        site=course.site,
        url=url,
        stamp=plain,
        glossary=course.glossary,
        wording=course.words,
    )
    asks = {"asks": course.asks(lesson.code)}
    return dated(galley, course.editions).model_copy(update=asks)


def translated(course: Course, twin: Translation, url: str, tree: Tree) -> Galley | None:
    """The galley of a translation, whose sections show the titles that it gives them."""
    topic = course.options.topic_of(twin.lesson.path.removeprefix("docs/"))
    if topic is None:
        return None
    galley = build(
        twin.lesson, tree, topic=topic, site=course.site, url=url,
        stamp=imprint(course.site, course.site_name), glossary={}, wording=course.words,
    )  # fmt: skip
    sections = tuple(
        section.model_copy(update={"title": twin.titles.get(section.kind, section.title)})
        for section in galley.sections
    )
    name = languages.name(twin.language, course.words, course.options.languages)
    about = {"language": twin.language, "language_name": name, "outdated": any(twin.changed())}
    return dated(galley.model_copy(update={"sections": sections, "words": (), **about}), course.editions)


def dated(galley: Galley, released: tuple[EditionRow, ...]) -> Galley:
    """The galley with the edition and date of the release log, when these very words were released."""
    edition, date = stamp(released, galley)
    if not edition:
        return galley
    told = galley.imprint.model_copy(update={"edition": edition, "edition_date": date})
    return galley.model_copy(update={"imprint": told})
