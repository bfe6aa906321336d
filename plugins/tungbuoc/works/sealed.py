"""A file that carries its own check: what was torn, altered or written by others is no longer read.

It begins with the length and the CRC-32 of its content, as text, on a line of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Mapping
from pathlib import Path

from tungbuoc.works import atomic


def write(path: Path, content: bytes) -> None:
    """Make `path` hold `content`, whole or not at all. Raises `OSError`, as `atomic.write`."""
    atomic.write(path, _seal(content) + content)


def read(path: Path) -> bytes | None:
    """The content of `path`, None when it is not there or not whole. It is marked as used now, which keeps
    it from pruning."""
    try:
        seal, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal + b"\n" != _seal(content):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return content


def write_table(path: Path, table: Mapping[str, str]) -> None:
    """Make `path` hold a table of texts. Raises `OSError`, as `write`."""
    write(path, json.dumps(table).encode())


def read_table(path: Path) -> dict[str, str]:
    """The table that `path` holds; empty when it is not there, torn or not ours."""
    try:
        kept = json.loads(read(path) or b"{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _seal(content: bytes) -> bytes:
    return b"%d %08x\n" % (len(content), zlib.crc32(content))
