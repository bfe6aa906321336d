"""What a build sets in MkDocs' own configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Wording
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web.search import POLYFILLS
from tungbuoc.web.tree import Tree

THEME = Path(__file__).parent / "theme"


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
