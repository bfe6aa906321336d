"""The engine's modules → the one file that the theme's search worker imports."""

from __future__ import annotations

from pathlib import Path

from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.web.scripts import joined, minified

MODULES = ("text", "library", "query", "rank", "results", "worker")
"""In the order in which they need each other."""

_STEP = ours("Bước")
"""What the engine calls a step that it found; the one word of a reader's in it."""
_SOURCE = Path(__file__).parent / "engine"


def engine_file(words: Wording = Wording()) -> str:  # noqa: B008 (frozen)
    """One classic script, since a worker's `importScripts` knows no modules; the same for the same input.

    The modules share one scope, so no two of them may give the same name to different things (a test sees to
    it).
    """
    code = joined(_SOURCE / f"{name}.mjs" for name in MODULES).replace(_STEP, words.say(_STEP))
    return f"{minified('(() => {' + code)}\ntakeOver(self)}})()\n"
