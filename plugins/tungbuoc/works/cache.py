"""A folder of made things, each found by the fingerprint of all that went into it.

The name of an entry is `<fingerprint>-<size>-<crc32>`, so one file carries its own check: a torn or altered
entry is seen, removed and made again. Entries are renamed into place, so two builds may share a folder. A
folder that cannot be read or written costs time, never the build: it is told once, and everything is made
anew.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tungbuoc.works import atomic


class Cache:
    """The made things in `folder`; `tell` is given one Vietnamese sentence when the folder is of no use."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = lambda _sentence: None) -> None:
        self.folder = folder
        self._tell = tell
        self._told = False

    @property
    def useless(self) -> bool:
        """Has the folder refused something? What was put into it may not be there then."""
        return self._told

    def get(self, fingerprint: str) -> Path | None:
        """The file of this fingerprint, checked whole, or None. It is marked as used now, which keeps it
        from pruning."""
        return next((entry for entry, _ in self._whole_entries(fingerprint)), None)

    def read(self, fingerprint: str) -> bytes | None:
        """The bytes of this fingerprint, checked whole, or None; safe even while another build prunes."""
        return next((content for _, content in self._whole_entries(fingerprint)), None)

    def put(self, fingerprint: str, content: bytes | Path) -> bool:
        """Keep `content` (bytes, or a file to copy) under this fingerprint; False, and told, when the
        folder refuses."""
        data = content.read_bytes() if isinstance(content, Path) else content
        entry = self._shelf(fingerprint) / f"{fingerprint}-{len(data)}-{zlib.crc32(data):08x}"
        try:
            atomic.write(entry, data)
        except OSError as error:
            self._useless(error)
            return False
        return True

    def _whole_entries(self, fingerprint: str) -> Iterator[tuple[Path, bytes]]:
        """Every intact entry of this fingerprint with its bytes; a broken one is removed on the way."""
        try:
            entries = sorted(
                entry
                for entry in self._shelf(fingerprint).iterdir()
                if entry.name.startswith(f"{fingerprint}-")
            )
        except FileNotFoundError:
            return
        except OSError as error:
            self._useless(error)
            return
        for entry in entries:
            try:
                content = entry.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                self._useless(error)
                continue
            if entry.name == f"{fingerprint}-{len(content)}-{zlib.crc32(content):08x}":
                with contextlib.suppress(OSError):
                    os.utime(entry)
                yield entry, content
            else:
                with contextlib.suppress(OSError):
                    entry.unlink()

    def _shelf(self, fingerprint: str) -> Path:
        return self.folder / fingerprint[:2]

    def _useless(self, error: OSError) -> None:
        if not self._told:
            self._told = True
            why = error.strerror or str(error)
            self._tell(
                f"Kho tạm {self.folder} không dùng được ({why}), nên lần này làm lại tất cả. Xóa thư mục ấy"
                " rồi chạy lại."
            )
