"""A folder made whole or not at all: everything is made in a folder beside it, which takes its place in the
end.

Whoever reads during the build, and whoever comes after a refusal, a crash or a full disk, finds the old
folder complete.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


def begin(folder: Path) -> Path:
    """An empty folder beside `folder` to make the new one in. Raises `OSError` when there can be none.

    What a killed process left behind goes first; one killed between the two renames of `finish` has its old
    folder back.
    """
    folder = folder.resolve()
    made, old = _beside(folder)
    if folder.is_mount():
        raise OSError(0, "thư mục này là một ổ riêng, không đổi chỗ được", str(folder))
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for left in (made, old):
        if left.exists():
            shutil.rmtree(left)
    made.mkdir(parents=True)
    return made


def finish(folder: Path) -> None:
    """Put what `begin` lent in the place of `folder`. Raises `OSError`; then `folder` is as before.

    Hidden files of the old folder (`.git`, `.htaccess`) stay: no build made them. A file whose bytes are what
    they were keeps its time too, so that rsync and a host's comparison send only what changed.
    """
    folder = folder.resolve()
    made, old = _beside(folder)
    _keep_times(folder, made)
    if folder.exists():
        folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    for entry in old.iterdir() if old.is_dir() else ():
        if entry.name.startswith(".") and not (folder / entry.name).exists():
            with contextlib.suppress(OSError):
                entry.rename(folder / entry.name)
    shutil.rmtree(old, ignore_errors=True)


def abandon(folder: Path) -> None:
    """Give up what `begin` lent; nothing happens when there is none."""
    shutil.rmtree(_beside(folder.resolve())[0], ignore_errors=True)


def _keep_times(old: Path, made: Path) -> None:
    for place, _, names in os.walk(made):
        for name in names:
            new = Path(place, name)
            before = old / new.relative_to(made)
            with contextlib.suppress(OSError):
                was = before.stat()
                if was.st_size == new.stat().st_size and before.read_bytes() == new.read_bytes():
                    os.utime(new, ns=(was.st_atime_ns, was.st_mtime_ns))


def _beside(folder: Path) -> tuple[Path, Path]:
    """Where the new folder is made and where the old one waits during the exchange."""
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
