"""The MkDocs plugin `tungbuoc/lessons`: lessons become pages, code pages and galleys.

Order of a build: read and check every lesson (`on_config`), add the pages that are made from them
(`on_files`), render each through the Markdown extension and lay it out (`on_page_markdown`,
`on_page_content`), then write what needs all of them: code pages and galleys (`on_env`), the search index and
what a phone keeps for days without a network (`on_post_build`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tungbuoc import project
from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.text import UNREAD
from tungbuoc.lint.leftovers import UNPUBLISHED
from tungbuoc.site import assets
from tungbuoc.site.config import LessonsConfig
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.site.serve import ranged
from tungbuoc.site.standing import Standing
from tungbuoc.site.telling import refusal, tell
from tungbuoc.site.unchanged import LastBuild
from tungbuoc.web import (
    codepages,
    composing,
    contents,
    films,
    offline,
    pages,
    projection,
    released,
    remembered,
    search,
    served,
    sharing,
    usb,
)
from tungbuoc.web.render import environment
from tungbuoc.web.state import Build
from tungbuoc.web.tree import Tree
from tungbuoc.works.output import speak_utf8

log = get_plugin_logger("tungbuoc")
THEME = Path(__file__).parent / "theme"


class LessonsPlugin(BasePlugin[LessonsConfig]):
    """Glue only: each event hands over to a pure part."""

    state: Build
    reading: project.Reading

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._page = ""
        self._standing: Standing | None = None
        self._last: LastBuild | None = None
        self._looks_back = False

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
        self._standing = Standing(config)
        self.state = self._read(config)
        tell(self.state.problems, serving=self._serving)
        remembered.recall_codes(self.state.root)
        environment().bytecode_cache = remembered.templates(self.state.root)
        others = [
            name for name in config.markdown_extensions if name != "tungbuoc"
        ]  # a preview goes on where it is not switched on
        config.markdown_extensions = [*others, TungBuocExtension(sink=self._take)]
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
        config.theme.dirs.insert(0, str(THEME))
        # Ours run before the theme's own script: search on input, search from a USB stick.
        config.extra["polyfills"] = list(
            dict.fromkeys([*search.POLYFILLS, *config.extra.get("polyfills", [])])
        )
        config.theme.static_templates.discard(
            "404.html"
        )  # ours is written with the code pages; the theme's would come after it
        if config.nav is None:
            config.nav = contents.nav(self.state)
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
        assets.prepare(files, config)
        for path in {problem.path for problem in self.state.problems if problem.code in UNPUBLISHED}:
            if file := files.get_file_from_path(self.reading.project.naming.ours(path).removeprefix("docs/")):
                files.remove(file)
        self.state.written = frozenset(
            path for path in contents.made(self.state) if files.get_file_from_path(path)
        )
        for path in contents.made(self.state):
            if path not in self.state.written:
                files.append(File.generated(config, path, content=contents.source(self.state, path)))
        if not self._serving or self.config.clips:
            self.state.films, problems = films.make(self.state, Path(config.site_dir), log.warning)
            tell(self._told(problems), serving=self._serving)
        else:
            self.state.films = films.outside(self.state)
        if not self._serving and config.use_directory_urls:  # a preview and a stick are pasted nowhere
            self.state.cards = sharing.make(self.state, Path(config.site_dir), log.warning)
            files.append(
                File.generated(
                    config,
                    sharing.MANIFEST,
                    content=sharing.manifest(self.state, config.site_description or ""),
                )
            )
        self.state.urls = {
            path: file.url for path in self.state.lessons if (file := files.get_file_from_path(path))
        }
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Give MkDocs the tree of a lesson or form written out again, so that nothing can be read in another
        way.

        Of a page that cannot be read a preview shows nothing: the engine would stumble, or think for minutes.
        """
        if any(problem.code in UNREAD for problem in self.state.faults(page.file.src_uri)):
            return ""
        form = self.state.forms.get(page.file.src_uri)
        lesson = scan(form.body, form.path).lesson if form else self.state.lessons.get(page.file.src_uri)
        return to_markdown(lesson) if lesson else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Note which page the extension's tree will belong to."""
        self._page = page.file.src_uri
        page.meta = pages.describe(self.state, self._page) or page.meta
        page.meta["card"] = sharing.address(
            self.state, sharing.name_of(self.state, self._page), "../" * page.url.count("/")
        )
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Lay the page out from its tree; pages that are not ours stay as they are."""
        path = page.file.src_uri
        if galley := composing.compose(self.state, path, page.url):
            self.state.galleys[galley.code] = galley
        return pages.content(self.state, path, page.url, html, directory_urls=config.use_directory_urls)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is read: make the pages behind the codes. MkDocs copies generated files right after
        this."""
        env.bytecode_cache = environment().bytecode_cache
        made = (codepages.make, released.make, projection.make)
        for path, text in (
            page for make in made for page in make(self.state, directory_urls=config.use_directory_urls)
        ):
            up = codepages.base(self.state) if path in codepages.ANYWHERE else "../" * path.count("/")
            files.append(
                File.generated(config, path, content=offline.ended(text, up, worker=self._keeps(config)))
            )
        home = "../" if config.use_directory_urls else "../index.html"
        lessons = [lesson for topic in self.state.course.topics for _, lesson in self.state.in_topic(topic)]
        reading = served.voices_page(lessons, self.state.docs, home=home, site_name=self.state.site_name)
        files.append(File.generated(config, served.VOICES, content=reading))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The page is whole: end it with what starts the service worker and kiosk mode."""
        course = page.file.src_uri in (contents.HOME, contents.ALL)
        return offline.ended(output, "../" * page.url.count("/"), worker=self._keeps(config), course=course)

    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        """The site is on disk: put our search into it, then the service worker, which reads everything
        that is there."""
        found = {
            self.state.urls[path]: lesson
            for path, lesson in self.state.lessons.items()
            if path in self.state.urls
        }
        wrong = search.install(
            Path(config.site_dir), self.state.vocabulary, found, files=not config.use_directory_urls
        )
        tell(self._told(wrong), serving=self._serving)
        if self._keeps(config):
            offline.install(
                Path(config.site_dir),
                {lesson.code: self.state.files_of(path) for path, lesson in self.state.lessons.items()},
            )
        else:
            offline.remove(Path(config.site_dir))
        remembered.keep_codes(self.state.root)
        if not config.use_directory_urls:
            usb.prepare(Path(config.site_dir))

    @event_priority(-100)  # after every plugin that still writes
    def _on_post_build_exchange(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        if self._standing and self._standing.finish() and self._last:
            self._last.keep()

    on_post_build = CombinedEvent(_on_post_build_last, _on_post_build_exchange)

    def _keeps(self, config: MkDocsConfig) -> bool:
        # A preview must never be answered from yesterday, and from a USB stick browsers allow no worker.
        return self.config.offline and not self._serving and config.use_directory_urls

    def _read(self, config: MkDocsConfig) -> Build:
        root = Path(config.config_file_path).parent
        # The rules know what is due for review, so they ask for the day; nothing that is printed ever does.
        self.reading = reading = project.read(root, today=dt.date.today())
        found = reading.project
        if found.course is None:
            raise PluginError(refusal(reading.problems))
        return Build(
            root=root, docs=root / found.naming.docs, course=found.course, site=found.site,
            site_name=config.site_name, serving=self._serving,
            lessons=dict(reading.lessons), problems=list(reading.problems), ledger=reading.ledger,
            vocabulary=reading.vocabulary,
            glossary={word: entry.means for word, entry in reading.data.glossary.items()},
            forms=dict(reading.forms), editions=reading.editions,
            numbers={key: entry.purpose for key, entry in reading.data.printable.items() if entry.number},
        )  # fmt: skip

    def _told(self, problems: Iterable[Problem]) -> list[Problem]:
        return [self.reading.project.naming.told(problem) for problem in problems]

    def _take(self, tree: Tree) -> None:
        self.state.trees[self._page] = tree
