"""Some lessons of the real course as a project of their own, without paper: what tests of pages and
commands build."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lay_out(root: Path, lessons: Iterable[str]) -> None:
    """Put `lessons` (paths below `docs/`) into `root`, with the shared data, their rows of the ledger and
    a `mkdocs.yml`."""
    names = list(lessons)
    for name in (*names, *(file.name for file in (ROOT / "docs").glob("*.yml"))):
        target = root / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / name, target)
    said = "".join((root / "docs" / name).read_text(encoding="utf-8") for name in names)
    codes = (ROOT / "print/codes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (root / "print").mkdir()
    kept = codes[0] + "".join(row for row in codes[1:] if f"{{#{row.split(',')[1]}}}" in said)
    (root / "print/codes.csv").write_text(kept, encoding="utf-8")
    (root / "mkdocs.yml").write_text(config_without_paper(), encoding="utf-8")


def config_without_paper() -> str:
    """The project's `mkdocs.yml` without the plugin that presses, and without the lists of pages, of which few
    are copied."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return re.sub(r"  - tungbuoc/handouts:\n(?: {6}.*\n)+|      pages:\n(?: {8}.*\n)+", "", text)
