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
from tungbuoc.web.state import Build
from tungbuoc.works.progress import Line

FOLDER = "anh"
HOME = "trang-dau"
ICON, MANIFEST = "assets/bieu-tuong.png", "assets/tung-buoc.webmanifest"
_GROUND = "#FBF7EE"


def make(state: Build, site_dir: Path, tell: Callable[[str], None]) -> set[str]:
    """Have the picture of every page that gets one below `site_dir`, and the icon; the names of the
    pictures that are there."""
    wanted = [_home(state), *_steps(state), *_lessons(state), *_forms(state)]
    kept = state.root / ".cache/links"
    try:
        with Line("Đang vẽ hình cho liên kết") as progress:
            links.make([links.LinkCard(Path(ICON).stem)], kept, (site_dir / ICON).parent, tell=tell)
            return links.make(wanted, kept, site_dir / FOLDER, progress=progress, tell=tell)
    except clips.FontMissingError:
        return set()  # the films have told it


def address(state: Build, name: str, up: str) -> str:
    """The picture of a page as a link: whole where the host is known, since others fetch it; the home's
    where it has none."""
    found = name if name in state.cards else HOME
    return (
        f"{'' if state.site.draft else state.site.url}{up if state.site.draft else ''}{FOLDER}/{found}.png"
        if found in state.cards
        else ""
    )


def name_of(state: Build, path: str) -> str:
    """The name of the picture of the page made of `path` below `docs/`."""
    lesson, form = state.lessons.get(path), state.forms.get(path)
    return lesson.code if lesson else form.front.code if form else HOME


def manifest(state: Build, description: str) -> str:
    """The web manifest: started from a home screen the site looks like an app."""
    icon = {"src": Path(ICON).name, "sizes": "512x512", "type": "image/png", "purpose": "any maskable"}
    told = {
        "name": state.site_name, "short_name": state.site_name, "description": description, "lang": "vi",
        "start_url": "../", "scope": "../",
        "display": "standalone", "background_color": _GROUND, "theme_color": _GROUND, "icons": [icon],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False)


def _home(state: Build) -> links.LinkCard:
    return links.LinkCard(HOME, "", state.site_name, "Hôm nay bác muốn làm gì?", state.site.shown)


def _steps(state: Build) -> Iterator[links.LinkCard]:
    for lesson in state.lessons.values():
        for step in lesson.steps:
            shown = clips.for_film(block.screen for block in step.screens if block.screen)
            above = f"Bước {step.number} trong {len(lesson.steps)}"
            if step.key:
                yield links.LinkCard(
                    step.key,
                    str(step.number),
                    above,
                    step.title,
                    state.site.typed(step.key),
                    shown[-1] if shown else None,
                )


def _lessons(state: Build) -> Iterator[links.LinkCard]:
    for path, lesson in state.lessons.items():
        topic = state.course.topic_of(path)
        above = f"{topic.title if topic else ''} · {lesson.front.minutes if lesson.front else 0} phút"
        shown = _first_screen(lesson)
        yield links.LinkCard(lesson.code, lesson.code, above, lesson.title, state.site.shown, shown)


def _first_screen(lesson: Lesson) -> Screen | None:
    return next((block.screen for step in lesson.steps for block in step.screens if block.screen), None)


def _forms(state: Build) -> Iterator[links.LinkCard]:
    for form in state.forms.values():
        yield links.LinkCard(form.front.code, form.front.code, "Mẫu để ghi", form.title, state.site.shown)
