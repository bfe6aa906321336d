"""The MkDocs plugin `tungbuoc/handouts`: hands the galleys to the press, and tells pages which PDFs there
are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from tungbuoc.site.lessons import LessonsPlugin

if TYPE_CHECKING:
    from tungbuoc.site.printing import Printing


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

    @cached_property
    def _printing(self) -> Printing:
        # Loads the press, which a build with nothing to do never needs.
        from tungbuoc.site.printing import Printing

        return Printing()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps the object between rebuilds of `serve`."""

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """The preview's server: have it show the sheet of a lesson, and bind what holds many, when they are
        asked for."""
        printing, mount = self._printing, server.mount_path
        server.set_app(printing.on_demand.app(server.get_app(), mount))
        server.set_app(printing.beside.app(server.get_app(), mount))
        printing.beside.warm()
        return server

    def on_config(self, config: MkDocsConfig) -> None:
        """Refuse a project without the other plugin before any work is done."""
        _lessons(config)

    @event_priority(-50)  # after every plugin that may still change a page
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Every galley exists."""
        self._printing.run(_lessons(config).building, config, files)


def _lessons(config: MkDocsConfig) -> LessonsPlugin:
    plugin = config.plugins.get("tungbuoc/lessons")
    if not isinstance(plugin, LessonsPlugin):
        raise PluginError(
            "tungbuoc/handouts cần tungbuoc/lessons. Thêm «tungbuoc/lessons» phía trên nó trong mkdocs.yml."
        )
    return plugin
