"""Fixtures of the commands' tests: one real lesson as a project of its own, without paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_course import lay_out

LESSON = "an-toan/dung-lai.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, which is also the folder that commands run in."""
    lay_out(tmp_path, [LESSON])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
    return tmp_path
