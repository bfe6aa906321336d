"""The pages `/chieu/<lesson>/`: a lesson for a whole class, one step a screen, with a clock made from the
trainer's plan.

Each is a page of its own, so that a lesson's page stays as light as it is; style and script are files that
all of them share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, Template
from markupsafe import Markup

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley, PlanItem
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.sayings import PHONES
from tungbuoc.lesson.screens import WEB, draw
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink.qr import data_uri
from tungbuoc.web import codepages
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment, script, style
from tungbuoc.web.tree import plain

_HERE = Path(__file__).parent
_SCRIPTS = ("stage.js", "clip.js", "quiz.js", "clock.js", "keys.js")
_NAME = re.compile(r"^[^.,:;]+")


def of_lesson(
    course: Course, path: str, galley: Galley, *, directory_urls: bool
) -> Iterator[tuple[str, str]]:
    """The projector's page of the lesson at `path`, as (path below the site, HTML)."""
    topic = course.options.topic_of(path)
    shown = [entry for entry in course.in_topic(topic) if entry[1].front] if topic else []
    at = next(i for i, (other, _) in enumerate(shown) if other == path)
    following = shown[at + 1][1] if at + 1 < len(shown) else None
    links = Links(depth=2, directory_urls=directory_urls)
    yield (
        address(course, galley.code) + "index.html",
        _page(course, links, path, course.lessons[path], galley, following),
    )


def shared(course: Course) -> Iterator[tuple[str, str]]:
    """The files that all projector's pages use, as (path below the site, text)."""
    folder = course.options.pages.addresses.projection
    yield f"{folder}/stage.css", _tokens() + style(str(_HERE / "stage.css"))
    yield f"{folder}/stage.js", "\n".join(script(str(_HERE / name), course.words) for name in _SCRIPTS)


def address(course: Course, code: str) -> str:
    """Where the page of the lesson `code` lies below the site's root: `chieu/E1/`."""
    return f"{course.options.pages.addresses.projection}/{code}/"


def _tokens() -> str:
    """The colours, light and dark, as the code pages have them."""
    return style("code.css").partition("*{")[0]


def _page(
    course: Course, links: Links, path: str, lesson: Lesson, galley: Galley, following: Lesson | None
) -> str:
    return _template(course.words).render(
        **codepages.common(course, links.page(""), ""), galley=galley,
        steps=[_step(course, links, lesson, galley, i) for i in range(len(galley.steps))],
        outcomes=galley.section(grammar.OUTCOMES),
        after={
            name: galley.section(name)
            for name in (grammar.PREPARE, grammar.BEWARE, grammar.REMEMBER, grammar.TRY)
        },
        kinds=grammar, titles=grammar.titles(course.words.language),
        plan=[_part(item) for item in galley.plan], lesson_url=links.page(course.urls[path]),
        stage=links.file(f"{course.options.pages.addresses.projection}/stage"),
        following={"url": links.page(address(course, following.code)), "title": following.title}
        if following
        else None,
        local=lambda fragment: Markup(course.local(fragment, links.up)),
        live=lambda fragment: Markup(course.live(fragment, links.up)),
    )  # fmt: skip


def _template(words: Wording) -> Template:
    return environment(words).overlay(loader=FileSystemLoader(_HERE)).get_template("page.html")


def _step(course: Course, links: Links, lesson: Lesson, galley: Galley, index: int) -> dict[str, Any]:
    printed = galley.steps[index]
    first, rest = codepages.split_first(course.live(printed.html, links.up))
    return {
        "number": printed.number, "key": printed.key, "title": printed.title, "first": Markup(first),
        "rest": Markup(rest),
        "screens": _screens(course, lesson, printed.key),
        "film": codepages.seen(course.films.get(printed.key), links),
        "code_url": links.code(printed.key), "typed": printed.typed,
        "qr": data_uri(printed.payload) if printed.payload else "",
    }  # fmt: skip


def _screens(course: Course, lesson: Lesson, key: str) -> list[tuple[str, Markup]]:
    """A step's drawings as (kind of phone or empty, SVG): a class has both kinds, so both are shown."""
    step = next((step for step in lesson.steps if step.key == key), None)
    screens = [block.screen for block in step.screens if block.screen] if step else []
    return [
        (
            course.words.say(PHONES[screen.on]) if screen.on else "",
            Markup(draw(screen, WEB, ident=f"c{key}-{i}", words=course.words).svg),
        )
        for i, screen in enumerate(screens)
    ]


def _part(item: PlanItem) -> dict[str, Any]:
    """A line of the trainer's plan: its name is what stands before the first full stop, comma or colon."""
    name = _NAME.match(plain(item.html))
    return {"minutes": item.minutes, "name": name[0] if name else plain(item.html), "html": item.html}
