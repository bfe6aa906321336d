"""The options of `tungbuoc/lessons`, what a build sets in MkDocs' own configuration, and what the command
needs of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig

from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Wording
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web.search import POLYFILLS
from tungbuoc.web.tree import Tree

THEME = Path(__file__).parent / "theme"


class LessonsConfig(Config):
    """Options of `tungbuoc/lessons`; their meaning is told once, in `lesson.course.CourseOptions`."""

    topics = Type(list, default=[])
    video_hosts = Type(list, default=[])
    old_hosts = Type(list, default=[])
    hotline = Type(str, default="")
    hotline_note = Type(str, default="")
    report = Type(str, default="")
    editing = Type(str, default="")
    words = Type(dict, default={})
    clips = Type(bool, default=False)
    offline = Type(bool, default=True)
    cache_limit = Type(int, default=1000)


def set_up(config: MkDocsConfig, sink: Callable[[Tree], None], words: Wording) -> None:
    """Have MkDocs read lessons with our extension, whose trees go to `sink`, and frame them in our theme."""
    # A preview goes on where the extension is not switched on.
    others = [name for name in config.markdown_extensions if name != "tungbuoc"]
    config.markdown_extensions = [*others, TungBuocExtension(sink=sink, words=words)]
    config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
    config.theme.dirs.insert(0, str(THEME))
    # Ours run before the theme's own script: search on input, search from a USB stick.
    polyfills = [*POLYFILLS, *config.extra.get("polyfills", [])]
    config.extra["polyfills"] = list(dict.fromkeys(polyfills))
    # Ours is written with the code pages; the theme's would come after it.
    config.theme.static_templates.discard("404.html")


def site_name(config: Path) -> str:
    """The site's name as the file `config` gives it."""
    return str(load_config(str(config)).site_name)


def site_dir(config: Path) -> Path:
    """The folder that a build with the file `config` writes."""
    return Path(load_config(str(config)).site_dir)
