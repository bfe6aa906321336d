"""What the last commit holds, where there is git: the ledger, and the lessons when a code is looked for.
Of the rules this alone asks git."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from tungbuoc.lint.naming import Naming
from tungbuoc.permalink import ledger

_PATIENCE = 20  # seconds; a repository on a slow network drive is as good as none


def committed(root: Path, files: Mapping[str, bytes], naming: Naming | None = None) -> dict[str, bytes]:
    """Path → bytes of the ledger, of `mkdocs.yml` and of every Markdown file below `docs/` as committed;
    those in `files` unchanged are not asked for again. Empty without git, without a commit, and when git does
    not answer."""
    naming = naming or Naming()
    listed = _git(root, ["ls-tree", "-rz", "HEAD", "--", ledger.PATH, "mkdocs.yml", naming.docs])
    blobs = {naming.ours(path): name for path, name in _blobs(listed.decode("utf-8", "replace").split("\0"))}
    same = {
        path: files[path]
        for path, name in blobs.items()
        if path in files and _name(files[path], name) == name
    }
    others = {path: name for path, name in blobs.items() if path not in same}
    if not others:
        return same
    answer = _git(root, ["cat-file", "--batch"], "".join(f"{name}\n" for name in others.values()).encode())
    return {**same, **dict(zip(others, _contents(answer), strict=False))}


def _name(content: bytes, like: str) -> str:
    """The name that git gives a content, by the same kind of digest as another name."""
    digest = hashlib.sha1(usedforsecurity=False) if len(like) == 40 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()


def _blobs(entries: Iterable[str]) -> Iterable[tuple[str, str]]:
    for entry in entries:
        about, _, path = entry.partition("\t")
        if path.endswith((".md", ".csv", "mkdocs.yml")) and about.split()[1:2] == ["blob"]:
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
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
