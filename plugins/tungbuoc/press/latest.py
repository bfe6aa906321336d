"""Under which fingerprint every handout was pressed last: a preview shows what holds many lessons as it was
then, until somebody opens it."""

from __future__ import annotations

from pathlib import Path

from tungbuoc.works import sealed


class Latest:
    """File of a handout → fingerprint, kept in `file`; one that is torn or not ours counts as none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = sealed.read_table(file)
        self._now: dict[str, str] = {}

    def of(self, handout: str) -> str:
        """The fingerprint of the handout with this file's name, empty when it was never pressed."""
        return self._kept.get(handout, "")

    def note(self, handout: str, fingerprint: str) -> None:
        """This is what was made of it now."""
        self._now[handout] = fingerprint

    def keep(self) -> None:
        """Leave it for the next run. Raises `OSError` when the folder cannot be written."""
        if (known := self._kept | self._now) != self._kept:
            sealed.write_table(self._file, known)
