"""The room that a folder of remembered things may take: what nobody used for longest goes first.

All of it can be made again, so what goes costs time and nothing else. When a file was used is told by its own
date: whoever takes something from a cache marks it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.works import atomic

MB = 1_000_000
_CLOCK = 2.0
"""Seconds by which the date of a file may lie before the clock's: the grain of the coarsest file system."""
_ABANDONED = 86400.0
"""Seconds after which an unfinished file belongs to nobody who is still at work."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What went: how many files, how many bytes."""

    files: int = 0
    bytes: int = 0


def prune(folder: Path, limit: int, *, since: float, spare: Collection[str] = ()) -> Pruned:
    """Remove the files of `folder` that were used longest ago until at most `limit` bytes are left.

    What was used after `since` (seconds of the epoch) stays, however much it is: the next build wants it. The
    folders below `folder` named in `spare` are neither counted nor touched. Unfinished files that a killed
    process left go after a day. What cannot be removed is left.
    """
    found = sorted(_files(folder, spare))
    room = sum(size for _, size, _ in found) - limit
    gone = freed = 0
    for used, size, path in found:
        abandoned = path.name.startswith(atomic.TEMPORARY) and used < time.time() - _ABANDONED
        if abandoned or (freed < room and used < since - _CLOCK):
            with contextlib.suppress(OSError):
                path.unlink()
                gone, freed = gone + 1, freed + size
    return Pruned(gone, freed)


def _files(folder: Path, spare: Collection[str]) -> list[tuple[float, int, Path]]:
    """When used, size and path of every file that counts."""
    found = []
    for place, folders, names in os.walk(folder):
        if Path(place) == folder:
            folders[:] = [name for name in folders if name not in spare]
        for name in names:
            path = Path(place, name)
            with contextlib.suppress(OSError):
                seen = path.stat()
                found.append((seen.st_mtime, seen.st_size, path))
    return found
