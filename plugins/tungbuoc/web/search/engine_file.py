"""The engine's modules → the one file that the theme's search worker imports."""

from __future__ import annotations

import re
from pathlib import Path

import rjsmin

MODULES = ("text", "library", "query", "rank", "results", "worker")
"""In the order in which they need each other."""

_SOURCE = Path(__file__).parent / "engine"
_IMPORT = re.compile(r"^import .*$\n?", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def engine_file() -> str:
    """One classic script, since a worker's `importScripts` knows no modules; the same for the same input.

    The modules share one scope, so no two of them may give the same name to different things (a test sees to it).
    """
    code = "\n".join(_IMPORT.sub("", (_SOURCE / f"{name}.mjs").read_text(encoding="utf-8")) for name in MODULES)
    return f"{minified('(() => {' + _EXPORT.sub('', code))}\ntakeOver(self)}})()\n"


def minified(source: str) -> str:
    """JavaScript without comments and needless blanks."""
    return str(rjsmin.jsmin(source))
