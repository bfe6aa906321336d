"""`new --from` and `export` as a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.manuscript.habits import ALL

from tungbuoc.cli import main

LESSON = "docs/an-toan/luu-so-nguoi-nha-vao-may.md"
CALL = ("new", "--topic", "E", "--from")


@pytest.mark.parametrize("name", ["bold.docx", "libre.odt"])
def test_a_document_becomes_a_lesson_and_check_speaks_of_it(project: Path, name: str) -> None:
    (project / name).write_bytes(ALL[name]())
    done = CliRunner().invoke(main, [*CALL, name])
    assert done.exit_code == 0, done.output
    assert f"Đã viết bài E2: {LESSON}" in done.output
    assert "Chỗ này còn phải viết" in done.output
    assert CliRunner().invoke(main, ["fix", "--yes", LESSON]).exit_code == 0
    assert "lỗi  " not in CliRunner().invoke(main, ["check", LESSON]).output
    again = CliRunner().invoke(main, [*CALL, name])
    assert (again.exit_code, "Đã có tệp" in again.output) == (2, True)


def test_text_is_taken_from_the_standard_input(project: Path) -> None:
    done = CliRunner().invoke(
        main, [*CALL, "-", "--title", "Gọi điện"], input="Gọi\nBước 1. Mở máy\nBấm nút.\n".encode()
    )
    assert done.exit_code == 0, done.output
    assert (project / "docs/an-toan/goi-dien.md").read_text("utf-8").count("## Bước 1: Mở máy {#") == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bai.docx", b"x"),
        ("khong-co.docx", None),
        ("bai.txt", b"\n"),
        ("bai.txt", "Bước 1: Mở máy\n".encode()),
    ],
)
def test_what_cannot_be_used_writes_nothing(project: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    before = sorted(project.rglob("*"))
    done = CliRunner().invoke(main, [*CALL, name])
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert sorted(project.rglob("*")) == before


def test_a_lesson_goes_to_word(project: Path) -> None:
    done = CliRunner().invoke(main, ["export", "docs/an-toan/dung-lai.md", "--docx", "ra/bai.docx"])
    assert done.exit_code == 0, done.output
    assert (project / "ra/bai.docx").read_bytes().startswith(b"PK")
    for wrong in (["docs/nut.yml", "--docx", "a.docx"], ["docs/an-toan/dung-lai.md", "--docx", "a.pdf"]):
        assert CliRunner().invoke(main, ["export", *wrong]).exit_code == 2
