"""Pages as the last build laid them out: a page that did not change costs a lookup.

What a lesson's pages are made from is the course as seen from it (`Course.seen_from`), and nothing else
reaches them; so a word changed in one lesson leaves the pages of all others as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from tungbuoc.lesson.galley import Galley
from tungbuoc.site.unchanged import ours_alone
from tungbuoc.web import codepages, composing, contents, moved, pages, projection, released
from tungbuoc.web.course import Course, Galleys
from tungbuoc.web.tree import Tree
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.recollection import Recollection

_PAGE, _OTHERS = "page", "codes"
_OWN = frozenset({"lessons", "translations", "forms", "films", "problems"})
_ALIKE = [field.name for field in fields(Course) if field.name not in _OWN | {"root", "docs"}]


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page: its content, its galley where it is printed, and what the generator knows of it after
    rendering."""

    content: str
    galley: Galley | None
    title: str
    toc: TableOfContents
    anchors: frozenset[str]
    links: dict[str, dict[str, str]]

    def restore(self, page: Page, files: Files) -> None:
        """Tell the generator what it would know had it rendered the page."""
        page.title, page.toc, page.present_anchor_ids = self.title, self.toc, set(self.anchors)
        page.links_to_anchors = {
            file: dict(found)
            for path, found in self.links.items()
            if (file := files.get_file_from_path(path))
        }


class Laid:
    """What is remembered of the pages of one build; of nothing where other plugins take part, since
    what they look at is not known."""

    def __init__(self, recall: Recollection, course: Course, config: MkDocsConfig, files: Files) -> None:
        self._recall, self._course, self._outlines = recall, course, course.outlines()
        self._directory_urls = config.use_directory_urls
        self._common = fingerprint(
            {name: getattr(course, name) for name in _ALIKE},
            self._outlines,
            _markdown(config),
            sorted((file.src_uri, file.url) for file in files),
            config.use_directory_urls,
        )
        self._ours = set(contents.made(course)) - course.written
        self._trusted = ours_alone(config)
        self._keys: dict[str, tuple[str]] = {}

    def page(self, page: Page, markdown: str) -> LaidPage | None:
        """The page whose text is `markdown`, when nothing it is made from has changed."""
        path = page.file.src_uri
        self._keys[path] = self._key(page, markdown)
        found: LaidPage | None = self._recall.get(_PAGE, self._keys[path]) if self._sure(path) else None
        return found

    def lay(self, page: Page, html: str, tree: Tree | None) -> LaidPage:
        """Lay out a page that was rendered just now as `html` and `tree`, and remember it."""
        path = page.file.src_uri
        own = self._course.original_of(path)
        course = self._seen_from(own) if own in self._course.lessons else self._course
        galley = composing.compose(course, path, page.url, tree) if tree else None
        content = pages.content(course, path, page.url, html, galley, directory_urls=self._directory_urls)
        links = {file.src_uri: dict(found) for file, found in (page.links_to_anchors or {}).items()}
        anchors = frozenset(page.present_anchor_ids or ())
        laid = LaidPage(content, galley, str(page.title), page.toc, anchors, links)
        if self._sure(path):
            self._recall.put(_PAGE, self._keys[path], laid)
        return laid

    def beside(self, galleys: Galleys) -> Iterator[tuple[str, str]]:
        """Every page that the generator does not render, as (path below the site, text): behind codes, for
        sheets, for the projector, and the files they share."""
        for path, lesson in self._course.lessons.items():
            if galley := galleys.get(lesson.code):
                yield from self._of_lesson(path, galley)
        yield from codepages.of_course(self._course, galleys, directory_urls=self._directory_urls)
        yield from projection.shared(self._course)
        yield from moved.pages(self._course, directory_urls=self._directory_urls)

    def keep(self) -> None:
        """Leave it all to the next build."""
        self._recall.keep(_PAGE, _OTHERS)

    def _sure(self, path: str) -> bool:
        """May this page be remembered? A fault is told again at every build, so never one with a fault; nor
        one that we make from all lessons."""
        return self._trusted and path not in self._ours and not self._course.faults(path)

    def _seen_from(self, path: str) -> Course:
        return self._course.seen_from(path, self._outlines)

    def _of_lesson(self, path: str, galley: Galley) -> list[tuple[str, str]]:
        def make() -> list[tuple[str, str]]:
            course = self._seen_from(path)
            return [
                page
                for kind in (codepages, released, projection)
                for page in kind.of_lesson(course, path, galley, directory_urls=self._directory_urls)
            ]

        return self._recall(_OTHERS, self._keys[path], make) if self._trusted else make()

    def _key(self, page: Page, markdown: str) -> tuple[str]:
        """What a page is made from: of a lesson the course as seen from it, of a form what stands above its
        text too; and the titles that it has elsewhere."""
        path = page.file.src_uri
        named = json.dumps([page.meta, vars(page).get("title")], default=str)
        own: list[object] = [path, self._common, markdown, named]
        lesson = self._course.original_of(path)
        if lesson in self._course.lessons:
            told = [str(problem) for problem in self._course.faults(path)]
            own += [self._course.lessons[lesson].source, self._course.films_of(lesson), told]
            twins = {one: self._course.translations[one] for one in self._course.translations_of(lesson)}
            own += [(one, twin.lesson.source, twin.titles, twin.marks) for one, twin in twins.items()]
        elif form := self._course.forms.get(path):
            own.append(form)
        return (fingerprint(*own),)


def _markdown(config: MkDocsConfig) -> str:
    """How Markdown is read, as text: extensions and their options."""
    read = (config.markdown_extensions, config.mdx_configs)
    return json.dumps(
        read, sort_keys=True, default=lambda value: getattr(value, "__name__", type(value).__name__)
    )
