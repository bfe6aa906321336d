"""Modules of ours → one classic script: for workers that know no modules, and for pages opened as files,
which may load none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import rjsmin

_IMPORT = re.compile(r"^import .*$\n?", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def joined(modules: Iterable[Path]) -> str:
    """The modules in the order in which they need each other, without their imports and exports.

    They share one scope, so no two of them may give the same name to different things.
    """
    return "\n".join(
        _EXPORT.sub("", _IMPORT.sub("", module.read_text(encoding="utf-8"))) for module in modules
    )


def minified(source: str) -> str:
    """JavaScript without comments and needless blanks. A template string inside another would lose blanks
    of its own."""
    return str(rjsmin.jsmin(source))
