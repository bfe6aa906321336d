"""One sheet pulled to be looked at: a galley → its lesson sheet as pictures, or why there is none."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem
from tungbuoc.press import pressing
from tungbuoc.press.plan import Plan
from tungbuoc.press.stamping.layout import Team

if TYPE_CHECKING:
    from PIL import Image

SHEET = "lesson-sheet"
DOTS = 130
"""Dots an inch: the smallest type stays sharp where a page fills half of a desktop's screen."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What is wrong, the pages as PNG, and how many sheets of paper printed on both sides they are."""

    problems: tuple[Problem, ...]
    pages: tuple[bytes, ...]
    sheets: int


def pull(galley: Galley, *, root: Path, cache_dir: Path, team: Team | None = None) -> Pulled:
    """Press the lesson sheet of one galley of the project at `root`, unless `cache_dir` has it; nothing else
    is written."""
    with tempfile.TemporaryDirectory() as folder:
        report = pressing.run(
            [galley],
            formats_dir=root / "print/formats",
            out_dir=Path(folder),
            cache_dir=cache_dir,
            root=root,
            plan=Plan(formats=(SHEET,)),
            team=team,
        )
        made = next((one for one in report.handouts if one.format.name == SHEET), None)
        pages = _pages(Path(folder) / made.path) if made else ()
    return Pulled(report.problems, pages, made.sheets if made else 0)


def _pages(file: Path) -> tuple[bytes, ...]:
    from tungbuoc.press.proof.drawn import drawn

    return tuple(map(_png, drawn(file, DOTS)))


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=1)  # it goes to the next window: size is no matter, time is
    return held.getvalue()
