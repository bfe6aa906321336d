"""What the last commit says, from a real repository: every file of it, whether it changed since or not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tungbuoc.lint.history import committed
from tungbuoc.permalink import ledger


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs/a").mkdir(parents=True)
    (tmp_path / "print").mkdir()
    for name, text in {
        "docs/a/x.md": "một\n",
        "docs/a/y.md": "hai\n",
        "docs/a/z.png": "ba\n",
        ledger.PATH: ledger.HEADER,
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def test_unchanged_changed_and_missing_files_are_all_as_committed(root: Path) -> None:
    whole = {"docs/a/x.md": "một\n".encode(), "docs/a/y.md": b"hai\n", ledger.PATH: ledger.HEADER.encode()}
    assert committed(root, whole) == whole
    assert committed(root, {"docs/a/x.md": b"other", ledger.PATH: b""}) == whole
    assert committed(root, {}) == whole


def test_a_folder_without_git_has_no_history(tmp_path: Path) -> None:
    assert committed(tmp_path, {"docs/a/x.md": b"a"}) == {}
