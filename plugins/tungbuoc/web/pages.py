"""Pages of the site that are laid out by us: lessons, and those made from all lessons (home, topics, lists,
glossary).

A page's HTML is rendered here from a template of `web/templates` and given to the site generator as its
content, so the theme only frames it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.slugs import slugify
from tungbuoc.permalink.keys import TABLE
from tungbuoc.permalink.qr import data_uri
from tungbuoc.web import downloads, notebooks, projection, reporting
from tungbuoc.web.calls import linked
from tungbuoc.web.codepages import film_label, split_first
from tungbuoc.web.contents import ALL, GLOSSARY, HOME, QUESTIONS, TITLES, written
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment
from tungbuoc.web.screens import figure
from tungbuoc.web.served import PAGE, VOICES, served
from tungbuoc.web.state import Build

_ALONE = re.compile(r"(<li>\s*|<(?:p|td|h[2-4])\b[^>]*>(?=<a [^>]*>[^<]*</a></(?:p|td|h[2-4])>))<a ")
_WRITTEN = {"emergency_url": "so-khan-cap.md", "path_url": "lo-trinh.md"}
"""Pages the home page leads to where an editor wrote them."""
_EMPTY_HEAD = re.compile(r"<th([^>]*)>\s*</th>")
_FIRST_PRINTS = {"lesson-sheet": 0, "memory-card": 1}


def describe(state: Build, path: str) -> dict[str, Any] | None:
    """What the theme asks of a lesson's page: its title and description, and the steps for its side; None
    for other pages."""
    lesson = state.lessons.get(path)
    if lesson:
        steps = [{"key": step.key, "number": step.number, "title": step.title} for step in lesson.steps]
        description = f"{lesson.title}: bài học từng bước, có hình và tờ in."
        # Our index is made from the source; the theme's search would parse the whole page for nothing.
        search = {"exclude": True}
        return {
            "title": lesson.title,
            "lesson": lesson.code,
            "description": description,
            "steps": steps,
            "search": search,
        }
    return None


def content(state: Build, path: str, url: str, html: str, *, directory_urls: bool = True) -> str:
    """The HTML of the page made of `path` at `url`: laid out by us for lessons and made pages, else as
    Markdown rendered it."""
    links = Links(depth=url.count("/"), directory_urls=directory_urls)
    lesson = state.lessons.get(path)
    if lesson:
        return _lesson(state, path, lesson, links) if lesson.code in state.galleys else html
    if path in state.written:
        return linked(_plain(html), state.numbers)
    topic = state.course.topic_of(path)
    if topic and path.endswith("/index.md"):
        cards, ways = _cards(state, topic, links), notebooks.ways(topic.letter, links)
        return _render(
            "topic.html", state, links, topic=topic, errand=state.errand(topic), lessons=cards, ways=ways
        )
    if path in notebooks.NOTEBOOKS:
        return notebooks.content(state, notebooks.NOTEBOOKS[path], links)
    pages: dict[str, Callable[[Build, Links], str]] = {
        HOME: _home,
        ALL: _all,
        QUESTIONS: _questions,
        GLOSSARY: _glossary,
        PAGE: _video,
    }
    return pages[path](state, links) if path in pages else linked(_plain(html), state.numbers)


def _plain(html: str) -> str:
    """What Markdown made, for fingers and ears: a link that stands alone or leads a list item is as large
    as a button, an empty head of a column is no head, a table too wide for a phone is moved by keys as
    well."""
    html = _EMPTY_HEAD.sub(r"<td\1></td>", _ALONE.sub(r'\1<a class="tb-alone" ', html))
    return html.replace(
        "<table>", '<div class="tb-table" role="group" aria-label="Bảng" tabindex="0"><table>'
    ).replace("</table>", "</table></div>")


def _lesson(state: Build, path: str, lesson: Lesson, links: Links) -> str:
    galley = state.galleys[lesson.code]
    topic = state.course.topic_of(path)
    siblings = state.in_topic(topic) if topic else []
    at = next(i for i, (other, _) in enumerate(siblings) if other == path)
    following = siblings[at + 1] if at + 1 < len(siblings) else None
    return _render(
        "lesson.html", state, links, galley=galley,
        steps=[_step(state, lesson, galley, i, links) for i in range(len(galley.steps))],
        outcomes=galley.section(grammar.OUTCOMES),
        after={
            name: galley.section(name)
            for name in (grammar.TRY, grammar.BEWARE, grammar.OFFLINE, grammar.REMEMBER)
        },
        prepare=galley.section(grammar.PREPARE), prints=_prints(state, galley, links),
        faults=state.faults(path) if state.serving else [],
        trainer=galley.section(grammar.TRAINER), kinds=grammar, titles=grammar.TITLES, day=_day,
        local=lambda fragment: Markup(_plain(state.local(fragment, links.up))),
        live=lambda fragment: Markup(linked(_plain(state.local(fragment, links.up)), state.numbers)),
        projection_url=links.page(projection.address(galley.code)),
        report_url=reporting.address(state.course.report, galley),
        following={"url": links.page(state.urls[following[0]]), "title": following[1].title}
        if following
        else None,
    )  # fmt: skip


def _prints(state: Build, galley: Galley, links: Links) -> list[tuple[str, str]]:
    """What can be printed of a lesson as (label, address), the sheet and the card for the purse first."""
    found = sorted(
        downloads.of_lesson(state, galley),
        key=lambda entry: _FIRST_PRINTS.get(entry[0].name, len(_FIRST_PRINTS)),
    )
    return [(format.label, links.file(path)) for format, path in found]


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _step(state: Build, lesson: Lesson, galley: Galley, index: int, links: Links) -> dict[str, Any]:
    printed = galley.steps[index]
    step = next(step for step in lesson.steps if step.key == printed.key)
    film = state.films.get(printed.key)
    first, rest = split_first(state.live(printed.html, links.up))
    outside = bool(film and film.source == "outside")
    return {
        "number": printed.number, "key": printed.key, "title": printed.title, "first": first, "rest": rest,
        "screens": figure([block.screen for block in step.screens if block.screen], ident=f"b{printed.key}"),
        "code_url": links.code(printed.key), "typed": printed.typed, "payload": printed.payload,
        "qr": data_uri(printed.payload),
        "film": film,
        "film_url": film.address if film and outside else links.file(film.address) if film else "",
        "captions": links.file(film.captions) if film and film.captions else "",
        "film_label": film_label(film) if film and not outside else "",
        "voice_url": links.file(film.voice) if film and film.voice else "",
    }  # fmt: skip


def _cards(state: Build, topic: Topic, links: Links) -> list[dict[str, Any]]:
    return [
        {
            "code": lesson.code,
            "title": lesson.title,
            "url": links.page(state.urls[path]),
            "minutes": lesson.front.minutes if lesson.front else 0,
        }
        for path, lesson in state.in_topic(topic)
    ]


def _topics(state: Build, links: Links) -> list[dict[str, Any]]:
    return [
        {
            "topic": topic, "errand": state.errand(topic), "url": links.page(_topic_url(topic, links)),
            "lessons": _cards(state, topic, links),
        }
        for topic in state.course.topics if state.in_topic(topic)
    ]  # fmt: skip


def _topic_url(topic: Topic, links: Links) -> str:
    return f"{topic.folder}/" if links.directory_urls else f"{topic.folder}/index.html"


def _home(state: Build, links: Links) -> str:
    return _render(
        "home.html", state, links, title=TITLES[HOME], topics=_topics(state, links), table="".join(TABLE),
        all_url=links.page(_made_url(ALL, links)), prints_url=links.page(_made_url(downloads.PAGE, links)),
        family=notebooks.FAMILY, family_url=links.page(_made_url(notebooks.FAMILY.path, links)),
        **{
            name: links.page(_made_url(path, links)) if written(state, path) else ""
            for name, path in _WRITTEN.items()
        },
    )  # fmt: skip


def _all(state: Build, links: Links) -> str:
    return _render(
        "all.html", state, links, title=TITLES[ALL], topics=_topics(state, links),
        errands=_errands(state, links),
        questions_url=links.page(_made_url(QUESTIONS, links)),
    )  # fmt: skip


def _questions(state: Build, links: Links) -> str:
    return _render("questions.html", state, links, title=TITLES[QUESTIONS], errands=_errands(state, links))


def _errands(state: Build, links: Links) -> list[dict[str, Any]]:
    """Everyday errands by group, each with the best lesson for it that exists."""
    lessons = {card["code"]: card for topic in state.course.topics for card in _cards(state, topic, links)}
    groups: dict[str, list[dict[str, Any]]] = {}
    for errand in state.vocabulary.errands:
        best = next((lessons[code] for code in errand.codes if code in lessons), None)
        if best:
            groups.setdefault(errand.group, []).append(
                {"name": errand.name, "code": best["code"], "url": best["url"], "title": best["title"]}
            )
    return [{"name": name, "errands": errands} for name, errands in groups.items()]


def _made_url(path: str, links: Links) -> str:
    return path.removesuffix(".md") + ("/" if links.directory_urls else ".html")


def _glossary(state: Build, links: Links) -> str:
    where: dict[str, list[dict[str, Any]]] = {}
    for topic in state.course.topics:
        for (_, lesson), card in zip(state.in_topic(topic), _cards(state, topic, links), strict=True):
            for word in lesson.front.words if lesson.front else ():
                where.setdefault(word, []).append(card)
    known = sorted(state.glossary.items(), key=lambda entry: slugify(entry[0]))
    words = [{"word": word, "means": means, "lessons": where[word]} for word, means in known if word in where]
    return _render("glossary.html", state, links, title=TITLES[GLOSSARY], words=words)


def _video(state: Build, links: Links) -> str:
    lessons = [lesson for topic in state.course.topics for _, lesson in state.in_topic(topic)]
    steps = served(lessons, state.docs, state.course.video_hosts)
    labels = {key: film_label(film) for key, film in state.films.items() if film.source != "outside"}
    voices = links.file(VOICES if not links.directory_urls else VOICES.removesuffix("index.html"))
    return _render(
        "video.html",
        state,
        links,
        steps=steps,
        voiced=sum(step.voiced for step in steps),
        labels=labels,
        voices_url=voices,
    )


def _render(name: str, state: Build, links: Links, **values: Any) -> str:
    return (
        environment()
        .get_template(name)
        .render(site_name=state.site_name, shown=state.site.shown, links=links, slug=slugify, **values)
    )
