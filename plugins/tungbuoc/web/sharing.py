"""What a pasted link shows, and what “Thêm vào màn hình chính” makes: pictures for pages, a manifest, the
mark as an icon."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from tungbuoc import clips
from tungbuoc.clips import links
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.screens import Screen
from tungbuoc.web.course import Course
from tungbuoc.works.progress import ProgressLine

FOLDER = "anh"
HOME = "trang-dau"
ICON, MANIFEST = "assets/bieu-tuong.png", "assets/tung-buoc.webmanifest"
_GROUND = "#FBF7EE"


def make(course: Course, site_dir: Path, tell: Callable[[str], None]) -> frozenset[str]:
    """Have the picture of every page that gets one below `site_dir`, and the icon; the names of the
    pictures that are there."""
    wanted = [_home(course), *_steps(course), *_lessons(course), *_forms(course)]
    kept = course.root / ".cache/links"
    try:
        with ProgressLine("Đang vẽ hình cho liên kết") as progress:
            links.make([links.LinkCard(Path(ICON).stem)], kept, (site_dir / ICON).parent, tell=tell)
            return frozenset(links.make(wanted, kept, site_dir / FOLDER, progress=progress, tell=tell))
    except clips.FontMissingError:
        return frozenset()  # the films have told it


def address(course: Course, name: str, up: str) -> str:
    """The picture of a page as a link: whole where the host is known, since others fetch it; the home's
    where it has none."""
    found = name if name in course.cards else HOME
    return (
        f"{'' if course.site.draft else course.site.url}{up if course.site.draft else ''}{FOLDER}/{found}.png"
        if found in course.cards
        else ""
    )


def name_of(course: Course, path: str) -> str:
    """The name of the picture of the page made of `path` below `docs/`."""
    lesson, form = course.lessons.get(path), course.forms.get(path)
    return lesson.code if lesson else form.front.code if form else HOME


def manifest(course: Course, description: str) -> str:
    """The web manifest: started from a home screen the site looks like an app."""
    icon = {"src": Path(ICON).name, "sizes": "512x512", "type": "image/png", "purpose": "any maskable"}
    told = {
        "name": course.site_name, "short_name": course.site_name, "description": description,
        "lang": course.words.language,
        "start_url": "../", "scope": "../",
        "display": "standalone", "background_color": _GROUND, "theme_color": _GROUND, "icons": [icon],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False)


def _home(course: Course) -> links.LinkCard:
    return links.LinkCard(
        HOME, "", course.site_name, course.words.say("Hôm nay {reader} muốn làm gì?"), course.site.shown
    )


def _steps(course: Course) -> Iterator[links.LinkCard]:
    for lesson in course.lessons.values():
        for step in lesson.steps:
            shown = clips.for_film(block.screen for block in step.screens if block.screen)
            above = course.words.say(
                "Bước {number} trong {total}", number=step.number, total=len(lesson.steps)
            )
            if step.key:
                yield links.LinkCard(
                    step.key,
                    str(step.number),
                    above,
                    step.title,
                    course.site.typed(step.key),
                    shown[-1] if shown else None,
                    course.words,
                )


def _lessons(course: Course) -> Iterator[links.LinkCard]:
    for path, lesson in course.lessons.items():
        topic = course.options.topic_of(path)
        minutes = course.words.say("{minutes} phút", minutes=lesson.front.minutes if lesson.front else 0)
        above = f"{topic.title if topic else ''} · {minutes}"
        shown = _first_screen(lesson)
        yield links.LinkCard(
            lesson.code, lesson.code, above, lesson.title, course.site.shown, shown, course.words
        )


def _first_screen(lesson: Lesson) -> Screen | None:
    return next((block.screen for step in lesson.steps for block in step.screens if block.screen), None)


def _forms(course: Course) -> Iterator[links.LinkCard]:
    for form in course.forms.values():
        yield links.LinkCard(
            form.front.code, form.front.code, course.words.say("Mẫu để ghi"), form.title, course.site.shown
        )
