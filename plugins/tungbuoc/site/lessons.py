"""The MkDocs plugin `tungbuoc/lessons`: lessons become pages, code pages and galleys.

Order of a build: read and check every lesson (`on_config`), add the pages that are made from them
(`on_files`), render each through the Markdown extension and lay it out (`on_page_markdown`,
`on_page_content`), then write what needs all of them: code pages and galleys (`on_env`), the search index and
what a phone keeps for days without a network (`on_post_build`).
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tungbuoc import project
from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.text import UNREAD
from tungbuoc.lint.leftovers import UNPUBLISHED
from tungbuoc.site import assets
from tungbuoc.site.config import LessonsConfig, set_up
from tungbuoc.site.laid import Laid, LaidPage
from tungbuoc.site.serve import ranged
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
from tungbuoc.works.output import speak_utf8
from tungbuoc.works.recollection import REMEMBERED, recollection

log = get_plugin_logger("tungbuoc")


class LessonsPlugin(BasePlugin[LessonsConfig]):
    """Glue only: each event hands over to a pure part."""

    course: Course
    galleys: Galleys
    laid: Laid
    reading: project.Reading

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._tree: Tree | None = None
        self._rendered: list[Galley] = []
        self._page: LaidPage | None = None
        self._standing: Standing | None = None
        self._last: LastBuild | None = None
        self._looks_back, self._began = False, 0.0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; its presence also keeps the object between rebuilds of
        `serve`."""
        speak_utf8()
        self._serving, self._dirty = command == "serve", dirty
        self._looks_back = command == "build" and not dirty

    def on_shutdown(self) -> None:
        """A build that was broken off leaves nothing half made behind."""
        if self._standing:
            self._standing.abandon()

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """The preview's server: have it answer `Range`, so that videos can be played from any place."""
        server.set_app(ranged(server.get_app()))
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the whole course; a build stops here when anything is wrong, with everything told at once."""
        if self._looks_back:
            self._last = LastBuild(config, dt.date.today())
            if self._last.stands():
                log.info("Không có gì đổi từ lần dựng trước: trang còn nguyên, không dựng lại.")
                raise SystemExit(0)
        self._standing, self._began = Standing(config), time.time()
        self.course, self._rendered = self._read(config), []
        tell(self.course.problems, serving=self._serving)
        remembered.recall_codes(self.course.root)
        environment(self.course.words).bytecode_cache = remembered.templates(self.course.root)
        set_up(config, self._take, self.course.words)
        if config.nav is None:
            config.nav = contents.nav(self.course)
        if not self._serving and not self._dirty:  # either writes into the folder that is there
            self._standing.begin()
        return config

    def on_build_error(self, *, error: Exception) -> None:
        """The old site stays; a full disk and a folder without permission are told in words, not as a
        traceback."""
        if self._standing:
            told = str(self._standing.told(error)) if isinstance(error, OSError) else ""
            self._standing.abandon()
            if told:
                log.debug("", exc_info=error)
                raise PluginError(told) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that are made from the lessons (topics, all lessons, glossary, …) unless an editor
        wrote them."""
        assets.prepare(files, config, self.course.words)
        for path in {problem.path for problem in self.course.problems if problem.code in UNPUBLISHED}:
            if file := files.get_file_from_path(self.reading.project.naming.ours(path).removeprefix("docs/")):
                files.remove(file)
        made = contents.made(self.course)
        written = frozenset(path for path in made if files.get_file_from_path(path))
        for path in made:
            if path not in written:
                files.append(File.generated(config, path, content=contents.source(self.course, path)))
        urls = {path: file.url for path in self.course.lessons if (file := files.get_file_from_path(path))}
        self.course = replace(
            self.course,
            written=written,
            urls=urls,
            films=self._films(config),
            cards=self._cards(config, files),
        )
        self.laid = Laid(recollection(self.course.root / REMEMBERED), self.course, config, files)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Give MkDocs the tree of a lesson or form written out again, so that nothing can be read in another
        way.

        Of a page that cannot be read a preview shows nothing: the engine would stumble, or think for minutes.
        """
        if any(problem.code in UNREAD for problem in self.course.faults(page.file.src_uri)):
            return ""
        form = self.course.forms.get(page.file.src_uri)
        lesson = scan(form.body, form.path).lesson if form else self.course.lessons.get(page.file.src_uri)
        return to_markdown(lesson) if lesson else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give the theme what it asks of our pages; the extension's next tree is this page's. A page that is
        remembered is not rendered."""
        path, self._tree = page.file.src_uri, None
        self._page = self.laid.page(page, markdown)
        page.meta = pages.describe(self.course, path) or page.meta
        page.meta["card"] = sharing.address(
            self.course, sharing.name_of(self.course, path), "../" * page.url.count("/")
        )
        return "" if self._page else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Lay the page out from its tree; pages that are not ours stay as they are."""
        if self._page:
            self._page.restore(page, files)
        laid = self._page or self.laid.lay(page, html, self._tree)
        self._rendered += [laid.galley] if laid.galley else []
        return laid.content

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is read: make the pages behind the codes. MkDocs copies generated files right after
        this."""
        env.globals["say"] = self.course.words.markup
        env.bytecode_cache = environment(self.course.words).bytecode_cache
        self.galleys = Galleys.of(self._rendered)
        for path, text in self.laid.beside(self.galleys):
            up = codepages.base(self.course) if path in codepages.ANYWHERE else "../" * path.count("/")
            files.append(
                File.generated(config, path, content=offline.ended(text, up, worker=self._keeps(config)))
            )
        home = "../" if config.use_directory_urls else "../index.html"
        page = served.voices_page(self.course, home=home)
        files.append(File.generated(config, served.VOICES, content=page))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The page is whole: end it with what starts the service worker and kiosk mode."""
        whole = page.file.src_uri in (contents.HOME, contents.ALL)
        return offline.ended(output, "../" * page.url.count("/"), worker=self._keeps(config), course=whole)

    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        """The site is on disk: put our search into it, then the service worker, which reads everything
        that is there."""
        lessons, urls = self.course.lessons, self.course.urls
        found = {urls[path]: lesson for path, lesson in lessons.items() if path in urls}
        wrong = search.install(
            Path(config.site_dir),
            self.course.vocabulary,
            found,
            self.course.words,
            files=not config.use_directory_urls,
        )
        tell(self._told(wrong), serving=self._serving)
        if self._keeps(config):
            offline.install(
                Path(config.site_dir),
                {lesson.code: self.course.files_of(path) for path, lesson in self.course.lessons.items()},
                self.course.words,
                recollection(self.course.root / REMEMBERED),
            )
        else:
            offline.remove(Path(config.site_dir), self.course.words)
        if self.course.options.editing and config.use_directory_urls:
            why = admin.install(Path(config.site_dir), self.course.root / ".cache/npm", self.course)
            if why:
                log.info(why)
        remembered.keep_codes(self.course.root)
        self.laid.keep()
        recollection(self.course.root / REMEMBERED).keep(offline.ZIPPED)
        if not config.use_directory_urls:
            usb.prepare(Path(config.site_dir))

    @event_priority(-100)  # after every plugin that still writes
    def _on_post_build_exchange(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        if self._standing and self._standing.finish() and self._last:
            self._last.keep()
        remembered.prune(self.course.root, self.config.cache_limit, self._began, log.info)

    on_post_build = CombinedEvent(_on_post_build_last, _on_post_build_exchange)

    def _keeps(self, config: MkDocsConfig) -> bool:
        # A preview must never be answered from yesterday, and from a USB stick browsers allow no worker.
        return self.config.offline and not self._serving and config.use_directory_urls

    def _read(self, config: MkDocsConfig) -> Course:
        root = Path(config.config_file_path).parent
        # The rules know what is due for review, so they ask for the day; nothing that is printed ever does.
        self.reading = project.read(root, today=dt.date.today())
        course = self.reading.course(root, config.site_name, serving=self._serving)
        if course is None:
            raise PluginError(refusal(self.reading.problems))
        return course

    def _films(self, config: MkDocsConfig) -> Mapping[str, Film]:
        if self._serving and not self.config.clips:
            return films.outside(self.course)
        made, problems = films.make(self.course, Path(config.site_dir), log.warning)
        tell(self._told(problems), serving=self._serving)
        return made

    def _cards(self, config: MkDocsConfig, files: Files) -> frozenset[str]:
        if self._serving or not config.use_directory_urls:  # a preview and a stick are pasted nowhere
            return frozenset()
        manifest = sharing.manifest(self.course, config.site_description or "")
        files.append(File.generated(config, sharing.MANIFEST, content=manifest))
        return sharing.make(self.course, Path(config.site_dir), log.warning)

    def _told(self, problems: Iterable[Problem]) -> list[Problem]:
        return [self.reading.project.naming.told(problem) for problem in problems]

    def _take(self, tree: Tree) -> None:
        self._tree = tree
