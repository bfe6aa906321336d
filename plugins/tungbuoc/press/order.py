"""One handout to press, as a worker gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tungbuoc.lesson.galley import Galley
from tungbuoc.press.formats import Format
from tungbuoc.press.packs import PackLine
from tungbuoc.press.plan import Handout


@dataclass(frozen=True, slots=True)
class Order:
    """Picklable. `root` is the project: nothing is read outside it and the package's own formats;
    `formats_dir` is its `print/formats`.

    `insides` are the PDFs bound in the handout, each with the facts `book.describe` found in it. `bound` says
    that a book will bind this one, and wants those facts. `lines` are those of a pack's cover.
    """

    handout: Handout
    formats_dir: Path
    root: Path
    insides: tuple[tuple[bytes, Mapping[str, Any]], ...] = ()
    bound: bool = False
    lines: tuple[PackLine, ...] = ()

    @property
    def galley(self) -> Galley:
        """The first lesson, which gives a handout its name and imprint; the only one of most."""
        return self.handout.galleys[0]

    @property
    def format(self) -> Format:
        """The kind of printable."""
        return self.handout.format
