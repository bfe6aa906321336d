"""The site's folder during a build: the old site stands, whole, until the new one is; what stopped a build
is told in words."""

from __future__ import annotations

import errno
import logging
import shutil
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from tungbuoc.lesson.problems import Problem
from tungbuoc.works import folder

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Standing:
    """One build's folder: `begin` lets MkDocs make and clean a folder beside the site, `finish` exchanges
    the two."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config, self._site = config, Path(config.site_dir)
        self._root = Path(config.config_file_path).parent
        self._lent = ""

    def begin(self) -> None:
        """From here on everything is written beside the site. Raises `OSError`."""
        self._lent = str(folder.begin(self._site))
        self._config.site_dir = self._lent

    def finish(self) -> bool:
        """The new site is whole: it takes the old one's place, unless warnings refuse it (`--strict`). Did
        it? Raises `OSError`."""
        if not self._lent or _warned():
            return False
        folder.finish(self._site)
        self._end()
        return True

    def abandon(self) -> None:
        """Leave the old site as it is; nothing happens after `finish`."""
        if self._lent:
            folder.abandon(self._site)
            self._end()

    def told(self, error: OSError) -> Problem:
        """A full disk, a folder without permission: which one, and what became of the site."""
        kept = " Trang cũ còn nguyên." if self._site.exists() else ""
        place = self._shown(str(error.filename)) if error.filename else self._fullest()
        if error.errno in _FULL:
            return Problem(
                place,
                1,
                "T10",
                f"Ổ đĩa chứa chỗ này đã đầy, chưa dựng xong.{kept}",
                "Xóa bớt tệp rồi dựng lại.",
            )
        if error.errno in _FORBIDDEN:
            fix = "Xem lại quyền của thư mục ấy, hoặc đặt site_dir ở chỗ khác."
            return Problem(place, 1, "T10", f"Máy không cho ghi vào chỗ này, chưa dựng xong.{kept}", fix)
        fix = "Sửa chỗ này, hoặc đặt site_dir là một thư mục khác, rồi dựng lại."
        return Problem(
            place, 1, "T10", f"Không đọc hay ghi được chỗ này ({error.strerror or error}).{kept}", fix
        )

    def _end(self) -> None:
        self._config.site_dir, self._lent = str(self._site), ""

    def _shown(self, path: str) -> str:
        shown = Path(path.replace(self._lent, str(self._site)) if self._lent else path)
        return (shown.relative_to(self._root) if shown.is_relative_to(self._root) else shown).as_posix()

    def _fullest(self) -> str:
        """Of the places a build writes to, the one with least room: a failed write does not say where it
        was."""
        places = [self._site.parent, self._root / ".cache", Path(tempfile.gettempdir())]
        there = [place for place in places if place.is_dir()]
        return self._shown(
            str(min(there, key=lambda place: shutil.disk_usage(place).free, default=self._site))
        )


def _warned() -> bool:
    """Has the generator counted warnings that will refuse this build? It looks at its counter only after
    its last event."""
    handlers = [handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers]
    return any(handler.get_counts() for handler in handlers if hasattr(handler, "get_counts"))
