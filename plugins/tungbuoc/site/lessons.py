"""The MkDocs plugin `tungbuoc/lessons`: lessons become pages, code pages and galleys.

What MkDocs calls, in the order of a build. A build with nothing to do ends in `on_config`, before anything
else of this package is loaded, which would cost more than all the asking.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from tungbuoc.site.config import LessonsConfig
from tungbuoc.site.unchanged import LastBuild
from tungbuoc.works.output import speak_utf8

if TYPE_CHECKING:
    from tungbuoc.site.building import Building

log = get_plugin_logger("tungbuoc")


class LessonsPlugin(BasePlugin[LessonsConfig]):
    """Glue only: each event hands over to the build at hand."""

    def __init__(self) -> None:
        self._building: Building | None = None
        self._serving = self._dirty = self._looks_back = False

    @property
    def building(self) -> Building:
        """The build that began; only to be asked for after that."""
        if self._building is None:
            raise RuntimeError("no build began")
        return self._building

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; its presence also keeps the object between rebuilds of
        `serve`."""
        speak_utf8()
        self._serving, self._dirty = command == "serve", dirty
        self._looks_back = command == "build" and not dirty

    def on_shutdown(self) -> None:
        """Leave nothing half made behind."""
        if self._building:
            self._building.abandon()

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """The preview's server: have it answer `Range`, so that videos can be played from any place."""
        from tungbuoc.site.serve import ranged

        server.set_app(ranged(server.get_app()))
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """End here when nothing changed; else begin a build."""
        last = LastBuild(config, dt.date.today()) if self._looks_back else None
        if last and last.stands():
            log.info("Không có gì đổi từ lần dựng trước: trang còn nguyên, không dựng lại.")
            raise SystemExit(0)
        from tungbuoc.site.building import Building

        self._building = Building(config, self.config, last, serving=self._serving, dirty=self._dirty)
        self._building.begin()
        return config

    def on_build_error(self, *, error: Exception) -> None:
        """Tell what can be told in words."""
        if self._building:
            self._building.fail(error)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Every file of the project is known."""
        self.building.add(files)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """The Markdown of a page is asked for."""
        return self.building.source(page)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """It is about to be rendered."""
        return self.building.markdown(markdown, page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """It is rendered."""
        return self.building.content(html, page, files)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Every page is read. MkDocs copies generated files right after this."""
        self.building.open_codes(env, files)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """A page is whole."""
        return self.building.ended(output, page)

    def _finish(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.building.finish()

    @event_priority(-100)  # after every plugin that still writes
    def _exchange(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.building.exchange()

    on_post_build = CombinedEvent(_finish, _exchange)
