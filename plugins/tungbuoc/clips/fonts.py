"""The two font files a film is lettered with, found by name; nothing else of the machine's fonts is looked
at."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

FAMILY = "Noto Sans"
FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
INSTALL = (
    f"Máy chưa có phông «{FAMILY}», nên chưa làm được video. "
    "Debian, Ubuntu: «sudo apt install fonts-noto-core». macOS: «brew install --cask font-noto-sans». "
    "Windows: cài «Noto Sans» từ trang Google Fonts (chọn bản static, hai tệp Regular và Bold)."
)


class FontMissingError(Exception):
    """The family is not installed; the text says in Vietnamese how to install it."""


def folders() -> list[Path]:
    """Where fonts are installed on this system; `TUNGBUOC_FONTS` names a folder to look in first."""
    home = Path.home()
    named = os.environ.get("TUNGBUOC_FONTS")
    first = [Path(named)] if named else []
    if sys.platform == "darwin":
        return [*first, home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return [*first, local, Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share")) / "fonts"
    return [*first, data, home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def find(where: Iterable[Path] | None = None) -> tuple[Path, Path]:
    """The regular and the bold file, both from one folder. Raises `FontMissingError`."""
    regular, bold = FILES
    for folder in folders() if where is None else where:
        for path in sorted(folder.rglob(regular)) if folder.is_dir() else ():
            if (path.parent / bold).is_file():
                return path, path.parent / bold
    raise FontMissingError(INSTALL)
