"""“Gộp thành một tệp”: the library that joins PDFs in the reader's browser."""

from __future__ import annotations

from pathlib import Path

from tungbuoc.web import packages
from tungbuoc.works import atomic

SCRIPT = "assets/javascripts/pdf-lib.min.js"
"""Where the site keeps it, below its root."""


def install(site: Path, cache: Path) -> str:
    """Put the library into `site`; returns an empty text, or why it could not be had (in Vietnamese, for
    the log)."""
    wanted = {"pdf-lib.js": "node_modules/pdf-lib/dist/pdf-lib.min.js"}
    kept, why = packages.fetched(Path(__file__).parent, wanted, cache)
    if why:
        return f"Trang «Tải tờ in» chưa có nút gộp tệp ({why}). Có mạng thì dựng lại."
    atomic.copy(kept["pdf-lib.js"], site / SCRIPT)
    return ""
