"""Fixtures of the commands' tests: one real lesson as a project of its own, without paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LESSON = "an-toan/dung-lai.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, which is also the folder that commands run in."""
    for name in (LESSON, *(file.name for file in (ROOT / "docs").glob("*.yml"))):
        target = tmp_path / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / name, target)
    said = (tmp_path / "docs" / LESSON).read_text(encoding="utf-8")
    codes = (ROOT / "print/codes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "print").mkdir()
    kept = codes[0] + "".join(row for row in codes[1:] if f"{{#{row.split(',')[1]}}}" in said)
    (tmp_path / "print/codes.csv").write_text(kept, encoding="utf-8")
    config = re.sub(r"  - tungbuoc/handouts:\n(?: {6}.*\n)+", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
    return tmp_path
