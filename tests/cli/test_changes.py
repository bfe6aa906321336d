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
    assert said.startswith("1 tờ in đổi, số tờ giấy không đổi. Ảnh: doi/index.html\n")
    pictures = sorted((repository / "doi").glob("*.png"))
    page = (repository / "doi/index.html").read_text("utf-8")
    assert page.count("<img ") == len(pictures)
    assert all(f'src="{picture.name}"' in page for picture in pictures)
    assert [picture.name for picture in pictures][:1] == ["E1-lesson-sheet-1.png"]
    with Image.open(pictures[0]) as picture:
        assert picture.width > 2000
    file.unlink()
    said = _diff("--format", "lesson-sheet", "--out", "doi")[1]
    assert "không còn tờ này" in said
    assert "1 tờ in đổi, −1 tờ giấy" in said


@pytest.mark.press
@pytest.mark.slow
def test_a_preview_is_the_site_and_what_changed_on_paper(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = repository / "docs" / LESSON
    text = file.read_text("utf-8")
    file.write_text(text.replace("## Bước 1: ", "## Bước 1: Cứ ", 1), "utf-8")
    done = CliRunner().invoke(main, ["preview", "HEAD"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Trang xem thử: site/index.html\n")
    assert "- E1 " in done.output
    assert "Cứ " in (repository / "site/an-toan/dung-lai/index.html").read_text("utf-8")
    assert (repository / "proof/doi/index.html").is_file()
    assert capfd.readouterr().out == "", "the summary is all that stands on the standard output"


def test_a_preview_of_a_course_that_cannot_be_built_says_so(repository: Path) -> None:
    file = repository / "docs" / LESSON
    file.write_text(file.read_text("utf-8").replace("minutes:", "minutess:", 1), "utf-8")
    done = CliRunner().invoke(main, ["preview"])
    assert done.exit_code == 1
    assert "Chưa dựng được trang" in done.output
    assert "tờ in đổi" not in done.output
