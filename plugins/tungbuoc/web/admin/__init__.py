"""“Sửa trang này”: a form in the browser for people who know no Markdown and no git, below `/admin/`.

Sveltia CMS draws the form and speaks with GitHub or GitLab; npm brings it when the site is built, exactly as
the lock says, and nothing of it is part of this project. Ours are what the form asks (`fields`) and the
lesson's text ⇄ fields (`lesson.js`), which keeps the bytes of all that nobody touched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.screens.element import KINDS
from tungbuoc.lesson.screens.schema import switches
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.web import packages
from tungbuoc.web.admin import fields
from tungbuoc.web.course import Course
from tungbuoc.web.render import environment
from tungbuoc.works import atomic

FOLDER = "admin"
FORMAT = "bai-hoc-frontmatter"
"""Our name for a lesson's text; by its ending Sveltia CMS lets it stand for Markdown."""
_HERE = Path(__file__).parent
LOCALE = "vi.json"
"""The form's own words in Vietnamese; English it speaks by itself."""
LIBRARIES = {
    "sveltia-cms.js": "node_modules/@sveltia/cms/dist/sveltia-cms.js",
    "icons.woff2": (
        "node_modules/@fontsource-variable/material-symbols-outlined/files/"
        "material-symbols-outlined-latin-wght-normal.woff2"
    ),
    LOCALE: "node_modules/@sveltia/cms/locales/vi.json",
    "js-yaml.js": "node_modules/js-yaml/dist/browser/js-yaml.umd.min.js",
}
"""What the page loads, and where npm puts it."""


def install(site: Path, cache: Path, course: Course) -> str:
    """Write the folder `admin/` of `site`; returns an empty text, or why it could not be made (in Vietnamese,
    for the log)."""
    kept, why = packages.fetched(_HERE, LIBRARIES, cache)
    if why:
        return f"Trang sửa bài «/{FOLDER}/» chưa có ({why}). Có mạng thì dựng lại."
    for name, library in kept.items():
        if name == LOCALE and course.words.language != "vi":
            continue
        atomic.copy(library, site / FOLDER / name)
    atomic.copy(_HERE / "lesson.js", site / FOLDER / "lesson.js")
    atomic.write(site / FOLDER / "settings.js", settings(course))
    page = environment(course.words).get_template("admin.html").render(name=course.site_name, format=FORMAT)
    atomic.write(site / FOLDER / "index.html", page)
    return ""


def settings(course: Course) -> str:
    """The script that tells the page what to ask and where the files lie."""
    made = {
        "ELEMENTS": sorted(KINDS), "SWITCHES": sorted(switches()), "FRONT": fields.front_names(),
        "config": config(course), "fields": fields.lesson_fields(course.words, course.options.skills),
        "STEP": grammar.STEP_WORDS[course.words.language],
    }  # fmt: skip
    return f"globalThis.tungbuoc = {json.dumps(made, ensure_ascii=False, sort_keys=True)};\n"


def config(course: Course) -> dict[str, Any]:
    """The configuration of Sveltia CMS; what every lesson asks is added by the page."""
    docs = course.docs.relative_to(course.root).as_posix()
    address = course.site.url if urlsplit(course.site.url).scheme else ""
    return {
        "load_config_file": False,
        "backend": backend(course.options.editing),
        "publish_mode": "editorial_workflow",
        "app_title": course.site_name,
        **({"site_url": address} if address and not course.site.draft else {}),
        "media_folder": f"{docs}/hinh",
        "public_folder": "/hinh",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            *(_topic(topic, docs, course.words) for topic in course.options.topics),
            *_files(course, docs),
        ],
    }


def entry(path: str) -> str:
    """The address of a lesson's form, below the site's root; `path` is below `docs/`."""
    folder, _, name = path.rpartition("/")
    return f"{FOLDER}/#/collections/{folder}/entries/{name.removesuffix('.md')}"


def backend(editing: str) -> dict[str, str]:
    """`github:chu/kho@nhanh` → where the files lie."""
    name, _, rest = editing.partition(":")
    repo, _, branch = rest.partition("@")
    return {"name": name, "repo": repo, "branch": branch or "main"}


def _topic(topic: Topic, docs: str, words: Wording) -> dict[str, Any]:
    return {
        "name": topic.folder, "label": f"{topic.letter}. {topic.title}",
        "label_singular": words.say("bài học"),
        "folder": f"{docs}/{topic.folder}", "extension": "md", "format": FORMAT, "create": True,
        "delete": False, "duplicate": False, "identifier_field": "title", "summary": "{{code}} {{title}}",
        "filter": {"field": "code", "pattern": "^[A-Z]"}, "fields": [],
        "editor": {"preview": False},
    }  # fmt: skip


def _files(course: Course, docs: str) -> list[dict[str, Any]]:
    """Forms and data files, each as its own text."""
    forms = [(f"{docs}/{form.path}", form.title, "markdown") for form in course.forms.values()]
    say = course.words.say
    data = [
        (f"{docs}/{name}.yml", say(label), "yaml")
        for name, label in _DATA.items()
        if (course.docs / f"{name}.yml").is_file()
    ]
    named = (("to-mau", say("Tờ mẫu"), forms), ("du-lieu", say("Tên nút, từ mới, dữ kiện"), data))
    return [
        {
            "name": name, "label": label, "editor": {"preview": False},
            "files": [
                {
                    "name": slugify(Path(path).stem), "label": title, "file": path, "format": "raw",
                    "fields": fields.file_fields(language, course.words),
                }
                for path, title, language in listed
            ],
        }
        for name, label, listed in named if listed
    ]  # fmt: skip


_DATA = {
    "nut": ours("Tên nút"), "tu-moi": ours("Từ mới"), "tu-tim": ours("Lời người ta tìm"),
    "tu-ngoai": ours("Từ mượn"),
    "du-kien": ours("Dữ kiện"),
    "so-duoc-in": ours("Số được in"),
}  # fmt: skip
