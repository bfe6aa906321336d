"""The galleys of a project's lessons without building its site: what a comparison of two states prints."""

from __future__ import annotations

from pathlib import Path

from markdown import Markdown
from markdown.extensions.toc import TocExtension

from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.check import scans
from tungbuoc.lint.data import read_data
from tungbuoc.lint.project import Project
from tungbuoc.permalink import editions
from tungbuoc.site.config import site_name
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web.composing import dated
from tungbuoc.web.galleys import build, imprint
from tungbuoc.web.tree import Tree


def galleys(project: Project, root: Path) -> dict[str, Galley]:
    """Code → galley of every lesson that can be read, as a build of the files below `root` would hand it
    to the press."""
    if project.course is None:
        return {}
    name = site_name(root / "mkdocs.yml")
    released, _ = editions.read(project.files.get(editions.PATH, b""))
    glossary = {word: entry.means for word, entry in read_data(project.files)[0].glossary.items()}
    made: dict[str, Galley] = {}
    for path, scan in scans(project).items():
        topic = project.course.topic_of(path.removeprefix("docs/"))
        if topic is None or scan.lesson.front is None:
            continue
        url = path.removeprefix("docs/").removesuffix(".md") + "/"
        galley = build(
            scan.lesson,
            _tree(scan.lesson),
            topic=topic,
            site=project.site,
            url=url,
            stamp=imprint(project.site, name),
            wording=project.course.words if project.course else Wording(),
            glossary=glossary,
        )
        made[galley.code] = dated(galley, released)
    return made


def _tree(lesson: Lesson) -> Tree:
    found: list[Tree] = []
    Markdown(extensions=[TocExtension(slugify=slugify), TungBuocExtension(sink=found.append)]).convert(
        to_markdown(lesson)
    )
    return found[0]
