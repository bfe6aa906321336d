"""The MkDocs plugin `tungbuoc/handouts`: hands the galleys to the press, and tells pages which PDFs there
are.

The press runs when every galley exists (`on_env`), and the page “Tải tờ in” is laid out from what it made.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from tungbuoc.press import pressing, store
from tungbuoc.site.beside import Beside
from tungbuoc.site.lessons import LessonsPlugin
from tungbuoc.site.telling import tell
from tungbuoc.web import downloads, merging, stamping
from tungbuoc.web.course import Course
from tungbuoc.web.galleys import at_home
from tungbuoc.web.pictured import pictured
from tungbuoc.works.cluster import Cluster, ClusterError
from tungbuoc.works.progress import ProgressLine

log = get_plugin_logger("tungbuoc")


class HandoutsConfig(Config):
    """Options of `tungbuoc/handouts`; `project.options` says what each means and judges them, so that what
    is wrong is told with its line."""

    formats = Optional(Type(object))
    lessons = Optional(Type(object))
    packs = Optional(Type(object))
    occasions = Optional(Type(object))
    team = Optional(Type(object))
    price = Optional(Type(object))
    scheduler = Optional(Type(object))
    serve = Optional(Type(object))


class HandoutsPlugin(BasePlugin[HandoutsConfig]):
    """Glue only: the press knows nothing of MkDocs."""

    def __init__(self) -> None:
        self._beside = Beside()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps the object between rebuilds of `serve`."""

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """The preview's server: have it show the sheet of a lesson when it is asked for."""
        server.set_app(self._beside.app(server.get_app(), server.mount_path))
        self._beside.warm()
        return server

    def on_config(self, config: MkDocsConfig) -> None:
        """Refuse a project without the other plugin before any work is done."""
        _lessons(config)

    @event_priority(-50)  # after every plugin that may still change a page
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Press what is stale, then lay out the page that lists it."""
        lessons = _lessons(config)
        course, handouts = lessons.course, lessons.reading.handouts
        docs = lessons.reading.project.naming.docs
        galleys = [at_home(galley, docs) for galley in lessons.galleys.in_order]
        if course.pulls:
            self._beside.lay(galleys, course.root, lessons.reading.team)
        if not course.formats or course.plan is None or handouts is None:
            return
        store.keep(course.root, galleys, course.plan)
        with ProgressLine("Đang in tờ") as progress, _unreachable_is_told(), self._beside.press:
            report = pressing.run(
                galleys, formats_dir=course.root / "print/formats",
                out_dir=Path(config.site_dir) / downloads.FOLDER,
                cache_dir=course.root / ".cache/press", root=course.root, plan=course.plan, progress=progress,
                team=lessons.reading.team,
                runner=Cluster(handouts.scheduler) if handouts.scheduler else None,
            )  # fmt: skip
        tell(report.problems, serving=course.serving)
        folder = Path(config.site_dir) / downloads.FOLDER
        made = report.handouts
        template = downloads.with_room(folder, made)
        downloads.name(folder, made, old=config.use_directory_urls)
        if not config.use_directory_urls:
            stamping.beside(folder, [one.shown for one in made])
        for plain in (
            file.page
            for file in files.documentation_pages()
            if file.page and file.src_uri not in course.lessons
        ):
            plain.content = pictured(
                plain.content or "", plain.url, made, course.words, directory_urls=config.use_directory_urls
            )
        page = files.get_file_from_path(downloads.PAGE)
        if page and page.page and downloads.PAGE not in course.written:
            page.page.content = downloads.content(
                course, lessons.galleys, page.url, made, directory_urls=config.use_directory_urls,
                joins=self._joins(course, config), template=template,
            )  # fmt: skip

    def _joins(self, course: Course, config: MkDocsConfig) -> bool:
        """Have the library that joins PDFs in the browser; from a USB stick browsers let no page read a
        PDF."""
        if not config.use_directory_urls:
            return False
        why = merging.install(Path(config.site_dir), course.root / ".cache/npm")
        if why:
            log.info(why)
        return not why


@contextlib.contextmanager
def _unreachable_is_told() -> Iterator[None]:
    try:
        yield
    except ClusterError as error:
        raise PluginError(f"mkdocs.yml, mục scheduler: {error}") from error


def _lessons(config: MkDocsConfig) -> LessonsPlugin:
    plugin = config.plugins.get("tungbuoc/lessons")
    if not isinstance(plugin, LessonsPlugin):
        raise PluginError(
            "tungbuoc/handouts cần tungbuoc/lessons. Thêm «tungbuoc/lessons» phía trên nó trong mkdocs.yml."
        )
    return plugin
