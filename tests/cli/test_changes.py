"""`diff`: what a change of a lesson does to its printed sheet."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from tests.cli.conftest import LESSON

from tungbuoc.cli import main


@pytest.fixture
def repository(project: Path) -> Path:
    for call in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *call], cwd=project, check=True)
    return project


def _diff(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["diff", *arguments])
    return done.exit_code, done.output


def test_a_revision_that_is_none_is_told(repository: Path) -> None:
    code, said = _diff("khong-co")
    assert (code, "Git không có bản «khong-co»" in said) == (2, True)


@pytest.mark.press
def test_a_word_changed_is_a_page_shown_and_nothing_changed_is_nothing(repository: Path) -> None:
    assert _diff("--format", "lesson-sheet") == (0, "Không có bài nào đổi trên giấy.\n")
    file = repository / "docs" / LESSON
    text = file.read_text("utf-8")
    file.write_text(text.replace("## Bước 1: ", "## Bước 1: Cứ ", 1), "utf-8")
    code, said = _diff("--format", "lesson-sheet", "--out", "doi")
    assert code == 0, said
    line = next(line for line in said.splitlines() if line.startswith("- E1 "))
    assert "Tờ bài học" in line
    assert "số tờ giấy không đổi, đổi trang 1" in line
    pictures = sorted((repository / "doi").glob("*.png"))
    assert [picture.name for picture in pictures][:1] == ["E1-lesson-sheet-1.png"]
    with Image.open(pictures[0]) as picture:
        assert picture.width > 2000
    file.unlink()
    assert "không còn tờ này" in _diff("--format", "lesson-sheet", "--out", "doi")[1]
