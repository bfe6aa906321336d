"""One build of the site: lessons become pages, code pages and galleys.

In order: read and check every lesson (`begin`), add the pages that are made from them (`add`), render each
through the Markdown extension and lay it out (`markdown`, `content`), then write what needs all of them: code
pages and galleys (`open_codes`), the search index and what a phone keeps for days without a network
(`finish`), and exchange the site that stands for the new one (`exchange`).
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from tungbuoc import project
from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.text import UNREAD
from tungbuoc.lint.leftovers import UNPUBLISHED
from tungbuoc.site import assets
from tungbuoc.site.config import LessonsConfig
from tungbuoc.site.laid import Laid, LaidPage
from tungbuoc.site.setting import set_up
from tungbuoc.site.standing import Standing
from tungbuoc.site.telling import refusal, tell
from tungbuoc.site.unchanged import LastBuild
from tungbuoc.web import (
    admin,
    codepages,
    contents,
    films,
    offline,
    pages,
    remembered,
    search,
    served,
    sharing,
    usb,
)
from tungbuoc.web.course import Course, Film, Galleys
from tungbuoc.web.render import environment
from tungbuoc.web.tree import Tree
from tungbuoc.works.recollection import REMEMBERED, recollection

log = get_plugin_logger("tungbuoc")


class Building:
    """The build with `config`, to be begun; `options` are the plugin's, `last` is told when it is whole.

    `course` and `reading` are there once it began, `galleys` once the codes are open.
    """

    course: Course
    galleys: Galleys
    reading: project.Reading
    _laid: Laid

    def __init__(
        self,
        config: MkDocsConfig,
        options: LessonsConfig,
        last: LastBuild | None,
        *,
        serving: bool,
        dirty: bool,
    ) -> None:
        self._config, self._options, self._last = config, options, last
        self._serving, self._dirty = serving, dirty
        self._standing, self._began = Standing(config), time.time()
        self._tree: Tree | None = None
        self._rendered: list[Galley] = []
        self._page: LaidPage | None = None

    def begin(self) -> None:
        """Read the whole course; a build stops here when anything is wrong, with everything told at once."""
        config = self._config
        self.course = self._read()
        tell(self.course.problems, serving=self._serving)
        remembered.recall_codes(self.course.root)
        environment(self.course.words).bytecode_cache = remembered.templates(self.course.root)
        set_up(config, self._take, self.course.words)
        if config.nav is None:
            config.nav = contents.nav(self.course)
        if not self._serving and not self._dirty:  # either writes into the folder that is there
            self._standing.begin()

    def fail(self, error: Exception) -> None:
        """The old site stays; a full disk and a folder without permission are told in words, not as a
        traceback."""
        told = str(self._standing.told(error)) if isinstance(error, OSError) else ""
        self.abandon()
        if told:
            log.debug("", exc_info=error)
            raise PluginError(told) from error

    def abandon(self) -> None:
        """A build that was broken off leaves nothing half made behind."""
        self._standing.abandon()

    def add(self, files: Files) -> None:
        """Add the pages that are made from the lessons (topics, all lessons, glossary, …) unless an editor
        wrote them."""
        config = self._config
        assets.prepare(files, config, self.course.words)
        for path in {problem.path for problem in self.course.problems if problem.code in UNPUBLISHED}:
            if file := files.get_file_from_path(self.reading.project.naming.ours(path).removeprefix("docs/")):
                files.remove(file)
        for path in self.course.translations:  # their originals lead to them
            if file := files.get_file_from_path(path):
                file.inclusion = InclusionLevel.NOT_IN_NAV
        made = contents.made(self.course)
        written = frozenset(path for path in made if files.get_file_from_path(path))
        for path in made:
            if path not in written:
                files.append(File.generated(config, path, content=contents.source(self.course, path)))
        shown = (*self.course.lessons, *self.course.translations)
        urls = {path: file.url for path in shown if (file := files.get_file_from_path(path))}
        self.course = replace(
            self.course,
            written=written,
            urls=urls,
            films=self._films(),
            cards=self._cards(files),
        )
        self._laid = Laid(recollection(self.course.root / REMEMBERED), self.course, config, files)

    def source(self, page: Page) -> str | None:
        """Give MkDocs the tree of a lesson or form written out again, so that nothing can be read in another
        way.

        Of a page that cannot be read a preview shows nothing: the engine would stumble, or think for minutes.
        """
        if any(problem.code in UNREAD for problem in self.course.faults(page.file.src_uri)):
            return ""
        path = page.file.src_uri
        form, twin = self.course.forms.get(path), self.course.translations.get(path)
        lesson = scan(form.body, form.path).lesson if form else self.course.lessons.get(path)
        lesson = twin.lesson if twin else lesson
        return to_markdown(lesson) if lesson else None

    def markdown(self, markdown: str, page: Page) -> str:
        """Give the theme what it asks of our pages; the extension's next tree is this page's. A page that is
        remembered is not rendered."""
        path, self._tree = page.file.src_uri, None
        self._page = self._laid.page(page, markdown)
        page.meta = pages.describe(self.course, path) or page.meta
        page.meta["card"] = sharing.address(
            self.course, sharing.name_of(self.course, path), "../" * page.url.count("/")
        )
        return "" if self._page else markdown

    def content(self, html: str, page: Page, files: Files) -> str:
        """Lay the page out from its tree; pages that are not ours stay as they are."""
        if self._page:
            self._page.restore(page, files)
        laid = self._page or self._laid.lay(page, html, self._tree)
        self._rendered += [laid.galley] if laid.galley else []
        return laid.content

    def open_codes(self, env: Any, files: Files) -> None:
        """Every page is read: make the pages behind the codes. MkDocs copies generated files right after
        this."""
        env.globals |= contents.for_theme(self.course, directory_urls=self._config.use_directory_urls)
        env.bytecode_cache = environment(self.course.words).bytecode_cache
        config, self.galleys = self._config, Galleys.of(self._rendered)
        for path, text in self._laid.beside(self.galleys):
            up = codepages.base(self.course) if path in codepages.ANYWHERE else "../" * path.count("/")
            files.append(File.generated(config, path, content=offline.ended(text, up, worker=self._keeps())))
        home = "../" if config.use_directory_urls else "../index.html"
        page = served.voices_page(self.course, home=home)
        voices = f"{self.course.options.pages.addresses.voices}/index.html"
        files.append(File.generated(config, voices, content=page))

    def ended(self, output: str, page: Page) -> str:
        """The page is whole: end it with what starts the service worker and kiosk mode."""
        whole = contents.name_of(self.course, page.file.src_uri) in ("home", "all")
        return offline.ended(output, "../" * page.url.count("/"), worker=self._keeps(), course=whole)

    def finish(self) -> None:
        """The site is on disk: put our search into it, then the service worker, which reads everything
        that is there."""
        config, lessons, urls = self._config, self.course.lessons, self.course.urls
        found = {urls[path]: lesson for path, lesson in lessons.items() if path in urls}
        twins = {urls[path]: twin.lesson for path, twin in self.course.translations.items() if path in urls}
        wrong = search.install(
            Path(config.site_dir),
            self.course.vocabulary,
            found,
            self.course.words,
            twins=twins,
            files=not config.use_directory_urls,
        )
        tell(self._told(wrong), serving=self._serving)
        if self._keeps():
            offline.install(
                Path(config.site_dir),
                {lesson.code: self.course.files_of(path) for path, lesson in self.course.lessons.items()},
                self.course.words,
                contents.for_teachers(self.course),
                recollection(self.course.root / REMEMBERED),
            )
        else:
            offline.remove(Path(config.site_dir), self.course.words)
        if self.course.options.editing and config.use_directory_urls:
            why = admin.install(Path(config.site_dir), self.course.root / ".cache/npm", self.course)
            if why:
                log.info(why)
        remembered.keep_codes(self.course.root)
        self._laid.keep()
        recollection(self.course.root / REMEMBERED).keep(offline.ZIPPED)
        if not config.use_directory_urls:
            usb.prepare(Path(config.site_dir))

    def exchange(self) -> None:
        """Nobody writes any more: the new site takes the place of the old one, caches keep to their limit."""
        if self._standing.finish() and self._last:
            self._last.keep()
        remembered.prune(self.course.root, self._options.cache_limit, self._began, log.info)

    def _keeps(self) -> bool:
        # A preview must never be answered from yesterday, and from a USB stick browsers allow no worker.
        return self._options.offline and not self._serving and self._config.use_directory_urls

    def _read(self) -> Course:
        root = Path(self._config.config_file_path).parent
        # The rules know what is due for review, so they ask for the day; nothing that is printed ever does.
        self.reading = project.read(root, today=dt.date.today())
        course = self.reading.course(root, self._config.site_name, serving=self._serving)
        if course is None:
            raise PluginError(refusal(self.reading.problems))
        return course

    def _films(self) -> Mapping[str, Film]:
        if self._serving and not self._options.clips:
            return films.outside(self.course)
        made, problems = films.make(self.course, Path(self._config.site_dir), log.warning)
        tell(self._told(problems), serving=self._serving)
        return made

    def _cards(self, files: Files) -> frozenset[str]:
        config = self._config
        if self._serving or not config.use_directory_urls:  # a preview and a stick are pasted nowhere
            return frozenset()
        manifest = sharing.manifest(self.course, config.site_description or "")
        files.append(File.generated(config, sharing.MANIFEST, content=manifest))
        return sharing.make(self.course, Path(config.site_dir), log.warning)

    def _told(self, problems: Iterable[Problem]) -> list[Problem]:
        return [self.reading.project.naming.told(problem) for problem in problems]

    def _take(self, tree: Tree) -> None:
        self._tree = tree
