"""What the last commit holds, where there is git: the ledger, and the lessons when a code is looked for. Alone asks git."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tungbuoc.permalink import ledger

_KEY = re.compile(rb"\{#([0-9]{5})\}")
_PATIENCE = 20  # seconds; a repository on a slow network drive is as good as none


def committed(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Path → bytes of the ledger as committed, and of every Markdown file below `docs/` when some code of the ledger does not stand
    exactly once in `files`. Empty without git, without a commit, and when git does not answer."""
    book, _ = ledger.read(files.get(ledger.PATH, b""))
    count = Counter(key.decode() for path, content in files.items() if path.endswith(".md") for key in _KEY.findall(content))
    wanted = [ledger.PATH, *(["docs"] if any(count[code] != 1 for code in book.live) or _is_conflicted(files) else [])]
    listed = _git(root, ["ls-tree", "-rz", "HEAD", "--", *wanted])
    blobs = dict(_blobs(listed.decode("utf-8", "replace").split("\0")))
    if not blobs:
        return {}
    answer = _git(root, ["cat-file", "--batch"], "".join(f"{name}\n" for name in blobs.values()).encode())
    return dict(zip(blobs, _contents(answer), strict=False))


def _is_conflicted(files: Mapping[str, bytes]) -> bool:
    return b"<<<<<<<" in files.get(ledger.PATH, b"")


def _blobs(entries: Iterable[str]) -> Iterable[tuple[str, str]]:
    for entry in entries:
        about, _, path = entry.partition("\t")
        if path.endswith((".md", ".csv")) and about.split()[1:2] == ["blob"]:
            yield path, about.split()[2]


def _contents(answer: bytes) -> Iterable[bytes]:
    """Each object of `cat-file --batch`: a line “name kind size”, that many bytes, a line break."""
    at = 0
    while (end := answer.find(b"\n", at)) >= 0:
        size = int(answer[at:end].rsplit(b" ", 1)[1])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _git(root: Path, arguments: list[str], given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
