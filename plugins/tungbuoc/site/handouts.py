"""The MkDocs plugin `tungbuoc/handouts`: hands the galleys to the press and tells pages where the PDFs are."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin


class HandoutsConfig(Config):
    """Options of `tungbuoc/handouts`."""


class HandoutsPlugin(BasePlugin[HandoutsConfig]):
    """Filled by the press."""
