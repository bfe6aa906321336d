"""What the command needs of `mkdocs.yml`, as MkDocs itself reads it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config


def site_name(config: Path) -> str:
    """The site's name as the file `config` gives it."""
    return str(load_config(str(config)).site_name)
