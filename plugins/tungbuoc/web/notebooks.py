"""Two notebooks that a phone keeps: who in a family has learnt which lesson, and what each of five people can
do.

The page is the same for both; nothing typed into it leaves the phone. Without JavaScript it leads to the
notebook of paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import ours
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment, script, style


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """One notebook: `page` is its name in `PageAddresses`, `key` the name its data has on the phone, `form`
    the printed notebook that does the same."""

    page: str
    key: str
    title: str
    way: str
    lead: str
    most: int
    what: str
    """What is ticked, in words."""
    form: str


FAMILY = NotebookPage(
    "family", "nha", ours("Sổ gia đình số"), ours("Sổ gia đình: ai đã học bài nào"),
    ours("Đánh dấu bài mỗi người trong nhà đã học, rồi chỉ lại cho nhau."), 12, ours("bài"),
    "pledge",
)  # fmt: skip
MENTOR = NotebookPage(
    "mentor", "kem", ours("Sổ kèm năm người"), ours("Sổ kèm năm người, ghi trên máy"),
    ours("Đánh dấu việc mỗi người bạn kèm đã tự làm được."), 5, ours("việc"), "mentor-book",
)  # fmt: skip
NOTEBOOKS = (FAMILY, MENTOR)


def content(notebook: NotebookPage, course: Course, links: Links) -> str:
    """The HTML of a notebook's page."""
    form = next((path for path, form in course.forms.items() if form.front.form == notebook.form), "")
    by_skills = notebook is MENTOR and bool(course.options.skills)
    groups = _skills(course, links) if by_skills else _lessons(course, links)
    say = course.words.say
    return environment(course.words).get_template("notebook.html").render(
        notebook=notebook, ident=slugify(say(notebook.title)), groups=groups,
        title=say(notebook.title), lead=say(notebook.lead),
        what=say(notebook.what if by_skills else FAMILY.what),
        form_url=links.source(form) if form else "",
        style=Markup(style("notebook.css")), script=Markup(script("notebook.js", course.words)),
    )  # fmt: skip


def _lessons(course: Course, links: Links) -> list[dict[str, Any]]:
    """Every lesson, in its topic."""
    topics = [(topic.title, course.in_topic(topic)) for topic in course.options.topics]
    return [
        {"title": title, "items": [_lesson(course, path, links) for path, _ in found]}
        for title, found in topics
        if found
    ]


def _lesson(course: Course, path: str, links: Links) -> dict[str, Any]:
    return {
        "key": course.lessons[path].code,
        "name": course.lessons[path].title,
        "lessons": [_link(course, path, links)],
    }


def _skills(course: Course, links: Links) -> list[dict[str, Any]]:
    """The course's groups of skills, each with the lessons that teach it."""
    found = [(path, lesson) for topic in course.options.topics for path, lesson in course.in_topic(topic)]
    items = [
        {
            "key": key,
            "name": name,
            "lessons": [
                _link(course, path, links)
                for path, lesson in found
                if lesson.front and key in lesson.front.skills
            ],
        }
        for key, name in course.options.skills.items()
    ]  # fmt: skip
    return [{"title": course.words.say("Việc tự làm được"), "items": items}]


def _link(course: Course, path: str, links: Links) -> dict[str, str]:
    return {
        "code": course.lessons[path].code,
        "title": course.lessons[path].title,
        "url": links.page(course.urls[path]),
    }
