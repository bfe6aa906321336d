"""Pages of the site that are laid out by us: lessons, and those made from all lessons (home, topics, lists,
glossary).

A page's HTML is rendered here from a template of `web/templates` and given to the site generator as its
content, so the theme only frames it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.slugs import slugify
from tungbuoc.permalink.qr import data_uri
from tungbuoc.web import admin, beside, downloads, notebooks, projection, reporting, translated
from tungbuoc.web.calls import linked
from tungbuoc.web.codepages import film_label, split_first
from tungbuoc.web.contents import name_of, title, ways
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment
from tungbuoc.web.screens import figure
from tungbuoc.web.served import served

_ALONE = re.compile(r"(<li>\s*|<(?:p|td|h[2-4])\b[^>]*>(?=<a [^>]*>[^<]*</a></(?:p|td|h[2-4])>))<a ")
_EMPTY_HEAD = re.compile(r"<th([^>]*)>\s*</th>")
_FIRST_PRINTS = {"lesson-sheet": 0, "memory-card": 1}


def describe(course: Course, path: str) -> dict[str, Any] | None:
    """What the theme asks of the page of a lesson or a translation: its title and description, and the steps
    for its side; None for other pages."""
    twin = course.translations.get(path)
    lesson = twin.lesson if twin else course.lessons.get(path)
    if lesson:
        steps = [{"key": step.key, "number": step.number, "title": step.title} for step in lesson.steps]
        description = course.words.say("{title}: bài học từng bước, có hình và tờ in.", title=lesson.title)
        # Our index is made from the source; the theme's search would parse the whole page for nothing.
        search = {"exclude": twin is None}
        return {
            "title": lesson.title,
            "lesson": lesson.code,
            "description": description,
            "steps": steps,
            "language": twin.language if twin else "",
            "search": search,
        }
    return None


def content(
    course: Course, path: str, url: str, html: str, galley: Galley | None, *, directory_urls: bool = True
) -> str:
    """The HTML of the page made of `path` at `url`: laid out by us for lessons, from their `galley`, and for
    made pages, else as Markdown rendered it."""
    links = Links(depth=url.count("/"), directory_urls=directory_urls)
    lesson = course.lessons.get(path)
    if lesson:
        return _lesson(course, path, lesson, galley, links) if galley else html
    if path in course.translations and galley:
        return translated.content(course, path, galley, links)
    if path in course.written:
        return linked(_plain(html, course), course.numbers)
    topic = course.options.topic_of(path)
    if topic and path.endswith("/index.md"):
        cards, around = _cards(course, topic, links), ways(course, topic.leads, links)
        return _render(
            "topic.html", course, links, topic=topic, errand=course.errand(topic), lessons=cards, ways=around
        )
    name = name_of(course, path)
    pages: dict[str, Callable[[Course, Links], str]] = {
        "home": _home,
        "all": _all,
        "questions": _questions,
        "glossary": _glossary,
        "video": _video,
        **{one.page: partial(notebooks.content, one) for one in notebooks.NOTEBOOKS},
    }
    return pages[name](course, links) if name in pages else linked(_plain(html, course), course.numbers)


def _plain(html: str, course: Course) -> str:
    """What Markdown made, for fingers and ears: a link that stands alone or leads a list item is as large
    as a button, an empty head of a column is no head, a table too wide for a phone is moved by keys as
    well."""
    html = _EMPTY_HEAD.sub(r"<td\1></td>", _ALONE.sub(r'\1<a class="tb-alone" ', html))
    label = course.words.markup("Bảng")
    return html.replace(
        "<table>", f'<div class="tb-table" role="group" aria-label="{label}" tabindex="0"><table>'
    ).replace("</table>", "</table></div>")


def _lesson(course: Course, path: str, lesson: Lesson, galley: Galley, links: Links) -> str:
    topic = course.options.topic_of(path)
    siblings = course.in_topic(topic) if topic else []
    at = next(i for i, (other, _) in enumerate(siblings) if other == path)
    following = siblings[at + 1] if at + 1 < len(siblings) else None
    return _render(
        "lesson.html", course, links, galley=galley,
        steps=[_step(course, lesson, galley, i, links) for i in range(len(galley.steps))],
        outcomes=galley.section(grammar.OUTCOMES),
        after={
            name: galley.section(name)
            for name in (grammar.TRY, grammar.BEWARE, grammar.OFFLINE, grammar.REMEMBER)
        },
        translations=translated.ways(course, path, galley, links),
        prepare=galley.section(grammar.PREPARE), prints=_prints(course, galley, links),
        faults=course.faults(path) if course.serving else [],
        sheet_url=links.page(beside.address(galley.code)) if course.pulls else "",
        trainer=galley.section(grammar.TRAINER), kinds=grammar, titles=grammar.titles(course.words.language),
        local=lambda fragment: Markup(_plain(course.local(fragment, links.up), course)),
        live=lambda fragment: Markup(
            linked(_plain(course.local(fragment, links.up), course), course.numbers)
        ),
        projection_url=links.page(projection.address(course, galley.code)),
        report_url=reporting.address(course.options.report, galley),
        edit_url=links.file(admin.entry(path)) if course.options.editing and links.directory_urls else "",
        following={"url": links.page(course.urls[following[0]]), "title": following[1].title}
        if following
        else None,
    )  # fmt: skip


def _prints(course: Course, galley: Galley, links: Links) -> list[tuple[str, str]]:
    """What can be printed of a lesson as (label, address), the sheet and the card for the purse first."""
    found = sorted(
        downloads.of_lesson(course, galley),
        key=lambda entry: _FIRST_PRINTS.get(entry[0].format.name, len(_FIRST_PRINTS)),
    )
    return [(handout.label, links.file(path)) for handout, path in found]


def _step(course: Course, lesson: Lesson, galley: Galley, index: int, links: Links) -> dict[str, Any]:
    printed = galley.steps[index]
    step = next(step for step in lesson.steps if step.key == printed.key)
    film = course.films.get(printed.key)
    first, rest = split_first(course.live(printed.html, links.up))
    outside = bool(film and film.source == "outside")
    return {
        "number": printed.number, "key": printed.key, "title": printed.title, "first": first, "rest": rest,
        "screens": figure(
            [block.screen for block in step.screens if block.screen], course.words, ident=f"b{printed.key}"),
        "code_url": links.code(printed.key), "typed": printed.typed, "payload": printed.payload,
        "qr": data_uri(printed.payload),
        "film": film,
        "film_url": film.address if film and outside else links.file(film.address) if film else "",
        "captions": links.file(film.captions) if film and film.captions else "",
        "film_label": film_label(film, course.words) if film and not outside else "",
        "voice_url": links.file(film.voice) if film and film.voice else "",
    }  # fmt: skip


def _cards(course: Course, topic: Topic, links: Links) -> list[dict[str, Any]]:
    return [
        {
            "code": lesson.code,
            "title": lesson.title,
            "url": links.page(course.urls[path]),
            "minutes": lesson.front.minutes if lesson.front else 0,
        }
        for path, lesson in course.in_topic(topic)
    ]


def _topics(course: Course, links: Links) -> list[dict[str, Any]]:
    return [
        {
            "topic": topic, "errand": course.errand(topic), "url": links.page(_topic_url(topic, links)),
            "lessons": _cards(course, topic, links),
        }
        for topic in course.options.topics if course.in_topic(topic)
    ]  # fmt: skip


def _topic_url(topic: Topic, links: Links) -> str:
    return f"{topic.folder}/" if links.directory_urls else f"{topic.folder}/index.html"


def _home(course: Course, links: Links) -> str:
    pages = course.options.pages
    return _render(
        "home.html", course, links, title=title(course, "home"), topics=_topics(course, links),
        ways=ways(course, pages.home, links),
        emergency_url=links.source(pages.emergency) if pages.emergency else "",
    )  # fmt: skip


def _all(course: Course, links: Links) -> str:
    return _render(
        "all.html", course, links, title=title(course, "all"), topics=_topics(course, links),
        errands=_errands(course, links),
        questions_url=links.source(course.options.pages.path_of("questions")),
    )  # fmt: skip


def _questions(course: Course, links: Links) -> str:
    return _render(
        "questions.html", course, links, title=title(course, "questions"), errands=_errands(course, links)
    )


def _errands(course: Course, links: Links) -> list[dict[str, Any]]:
    """Everyday errands by group, each with the best lesson for it that exists."""
    lessons = {card["code"]: card for topic in course.options.topics for card in _cards(course, topic, links)}
    groups: dict[str, list[dict[str, Any]]] = {}
    for errand in course.vocabulary.errands:
        best = next((lessons[code] for code in errand.codes if code in lessons), None)
        if best:
            groups.setdefault(errand.group, []).append(
                {"name": errand.name, "code": best["code"], "url": best["url"], "title": best["title"]}
            )
    return [{"name": name, "errands": errands} for name, errands in groups.items()]


def _glossary(course: Course, links: Links) -> str:
    where: dict[str, list[dict[str, Any]]] = {}
    for topic in course.options.topics:
        for (_, lesson), card in zip(course.in_topic(topic), _cards(course, topic, links), strict=True):
            for word in lesson.front.words if lesson.front else ():
                where.setdefault(word, []).append(card)
    known = sorted(course.glossary.items(), key=lambda entry: slugify(entry[0]))
    words = [{"word": word, "means": means, "lessons": where[word]} for word, means in known if word in where]
    return _render("glossary.html", course, links, title=title(course, "glossary"), words=words)


def _video(course: Course, links: Links) -> str:
    steps = served(course.by_topic(), course.docs, course.options.video_hosts)
    labels = {
        key: film_label(film, course.words) for key, film in course.films.items() if film.source != "outside"
    }
    return _render(
        "video.html",
        course,
        links,
        steps=steps,
        voiced=sum(step.voiced for step in steps),
        labels=labels,
        voices_url=links.page(f"{course.options.pages.addresses.voices}/"),
    )


def _render(name: str, course: Course, links: Links, **values: Any) -> str:
    return (
        environment(course.words)
        .get_template(name)
        .render(site_name=course.site_name, shown=course.site.shown, links=links, slug=slugify, **values)
    )
