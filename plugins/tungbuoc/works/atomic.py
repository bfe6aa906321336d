"""Files written whole or not at all: a temporary file in the same folder, then one rename over the old file.

Whoever reads during the write, and whoever comes after a crash or a full disk, finds the old file or the new
one, never a part. A file that already holds the same bytes is left alone, so its date says when it last
changed.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

TEMPORARY = ".tmp-"
"""How the name of an unfinished file begins; a killed process may leave one behind."""


def write(path: Path, data: bytes | str) -> bool:
    """Make `path` hold `data` (text as UTF-8), its folder too; True when anything changed.

    Raises `OSError` (a full disk, a folder without permission); then `path` is as before and no temporary
    file is left.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    if _holds(path, content):
        return False
    with whole(path) as temporary:
        temporary.write_bytes(content)
    return True


def copy(source: Path, path: Path) -> bool:
    """Make `path` hold the bytes of `source`, as `write` does. A copy, not a link: an edit of one never
    reaches the other."""
    return write(path, source.read_bytes())


def link(source: Path, path: Path) -> None:
    """Make `path` another name of the file `source`; a copy where the disk has no such links."""
    try:
        with whole(path) as temporary:
            os.link(source, temporary)
    except OSError:
        copy(source, path)


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Lend the name of a temporary file beside `path`, not there yet; when the block ends well it becomes
    `path`, else it goes.

    There is no fsync: what is made here can be made again, and file systems order the data before the rename.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}{path.suffix}"
    try:
        yield temporary
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
