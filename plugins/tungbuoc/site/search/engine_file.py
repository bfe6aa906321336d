"""The engine's modules and the table of synonyms → the one file that the theme's search worker imports."""

from __future__ import annotations

import json
import re
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

from tungbuoc.site.search.vocabulary import Vocabulary

MODULES = ("text", "library", "query", "rank", "results", "worker")
"""In the order in which they need each other."""

_SOURCE = Path(__file__).parent / "engine"
_IMPORT = re.compile(r"^import .*$\n?", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def engine_file(vocabulary: Vocabulary) -> str:
    """One classic script, since a worker's `importScripts` knows no modules; the same for the same input.

    The modules share one scope, so no two of them may give the same name to different things (a test sees to it).
    """
    swaps = json.dumps(_table(vocabulary), ensure_ascii=False, separators=(",", ":"))
    code = "\n".join(_IMPORT.sub("", (_SOURCE / f"{name}.mjs").read_text(encoding="utf-8")) for name in MODULES)
    return f"{minified('(() => {' + _EXPORT.sub('', code))}\ntakeOver(self,{swaps})}})()\n"


def minified(source: str) -> str:
    """JavaScript without comments and needless blanks."""
    return str(rjsmin.jsmin(source))


def _table(vocabulary: Vocabulary) -> list[list[list[str]]]:
    # The longest first: “đổi số điện thoại” must be seen before “đổi số”.
    rows = [[said.split(), *(ours.lower().split() for ours in means)] for said, means in vocabulary.swaps]
    return sorted(rows, key=lambda row: -len(row[0]))
