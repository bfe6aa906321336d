"""Which pages the site has besides the lessons, what they are called, and what menu, home page and foot
list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tungbuoc.lesson import grammar
from tungbuoc.lesson.addresses import FORMS, TOPICS, Listing
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.wording import ours
from tungbuoc.web import notebooks
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links

HOME = "index.md"
_TITLES = {
    "home": ours("Hôm nay {reader} muốn làm gì?"), "all": ours("Tất cả bài học"),
    "questions": ours("Tôi muốn …"), "glossary": ours("Từ mới"),
    "prints": ours("Tải tờ in"), "video": ours("Video"),
    **{notebook.page: notebook.title for notebook in notebooks.NOTEBOOKS},
}  # fmt: skip


_WAYS = {
    "prints": ours("Tờ in và thẻ cho {team}"),
    **{notebook.page: notebook.way for notebook in notebooks.NOTEBOOKS},
}
"""What the home page and topics call a page otherwise than its title."""


def made(course: Course) -> list[str]:
    """Paths below `docs/` of the pages that are made from the lessons."""
    topics = (f"{topic.folder}/index.md" for topic in _topics_with_lessons(course))
    return [HOME, *course.options.pages.made(), *topics]


def name_of(course: Course, path: str) -> str:
    """The name of the page that is made at `path` from all lessons, as in `PageAddresses`, or `home`; empty
    for another page."""
    return "home" if path == HOME else course.options.pages.made().get(path, "")


def title(course: Course, name: str) -> str:
    """What a page made by us is called."""
    return course.words.say(_TITLES[name])


def source(course: Course, path: str) -> str:
    """The Markdown the site generator gets for a made page: its title, and for lists their headings, so
    that search finds them."""
    topic, name = course.options.topic_of(path), name_of(course, path)
    preview = course.words.say("Bản xem thử không in tờ nào. Chạy `make` để có tờ in.")
    more = f"\n{preview}\n" if name == "prints" else ""
    return f"# {topic.title if topic else title(course, name)}\n{more}"


def nav(course: Course) -> list[Any]:
    """The home page, then what the course's menu lists, as the site generator takes it."""
    return [
        {course.words.say("Trang đầu"): HOME},
        *(entry for listing in course.options.pages.menu for entry in _entries(course, listing)),
    ]


def listed(course: Course, listings: Iterable[Listing]) -> list[tuple[str, str]]:
    """The pages of a list without groups, as (path below `docs/`, what they are called there)."""
    return [
        (path, course.words.fill(listing.name) or _called(course, path))
        for listing in listings
        for path in _paths(course, listing.page)
    ]


def ways(course: Course, listings: Iterable[Listing], links: Links) -> list[tuple[str, str]]:
    """The pages of a list as the home page and topics show them: (words, address)."""
    return [
        (
            course.words.say(_WAYS[one.page]) if one.page in _WAYS and not one.name else called,
            links.source(path),
        )
        for one in listings
        for path, called in listed(course, [one])
    ]


def for_theme(course: Course, *, directory_urls: bool) -> dict[str, Any]:
    """What the frame of every page needs: how to say a sentence, the address of the list of all lessons, and
    what the foot lists as (address, words); addresses are below the site's root."""
    links, pages = Links(depth=0, directory_urls=directory_urls), course.options.pages
    foot = [(links.source(path), called) for path, called in listed(course, pages.foot)]
    return {"say": course.words.markup, "index": links.source(pages.path_of("all")), "foot": foot}


def for_teachers(course: Course) -> tuple[str, ...]:
    """Folders and pages of the site, each ending with a slash, for those who teach, print and write: what the
    menu has in groups, what is shown on a wall and recorded, and forms."""
    pages = course.options.pages
    grouped = (path for group in pages.menu for one in group.entries for path in _paths(course, one.page))
    own = (pages.addresses.projection, pages.addresses.voices)
    return (*(_address(path) for path in grouped), *(f"{folder}/" for folder in own))


def _address(path: str) -> str:
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def _entries(course: Course, listing: Listing) -> Iterator[Any]:
    name = course.words.fill(listing.name)
    if listing.entries:
        if found := [entry for one in listing.entries for entry in _entries(course, one)]:
            yield {name: found}
    elif listing.page == TOPICS:
        for topic in _topics_with_lessons(course):
            lessons = (path for path, _ in course.in_topic(topic))
            yield {topic.title: [f"{topic.folder}/index.md", *lessons]}
    else:
        for path in _paths(course, listing.page):
            yield {name: path} if name else path


def _paths(course: Course, page: str) -> list[str]:
    if page == TOPICS:
        return [f"{topic.folder}/index.md" for topic in _topics_with_lessons(course)]
    return sorted(course.forms) if page == FORMS else [course.options.pages.path_of(page)]


def _called(course: Course, path: str) -> str:
    """What a page is called: by us, or by the heading its editor gave it."""
    topic = course.options.topic_of(path)
    if path in course.lessons:
        return course.lessons[path].title
    if topic and path.endswith("/index.md"):
        return topic.title
    if name := name_of(course, path):
        return title(course, name)
    text = read_text((course.docs / path).read_bytes(), path)
    found = (grammar.heading(line) for line in str(text).split("\n"))
    return next((words for level, words in found if level == 1), path)


def _topics_with_lessons(course: Course) -> list[Topic]:
    return [topic for topic in course.options.topics if course.in_topic(topic)]
