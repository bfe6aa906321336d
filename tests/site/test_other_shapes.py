"""A project of another shape than ours: pages and site in other folders, a host below a path, no
description, own front page."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from tests.runner import RUNNER
from tests.site import test_build

from tungbuoc import project
from tungbuoc.cli import main

CONFIG = """site_name: Bài của xã
site_url: https://xa-mau.vn/c-d/
docs_dir: bai
site_dir: ra
theme: {name: material, language: vi, font: false}
plugins:
  - search: {lang: vi, pipeline: []}
  - tungbuoc/lessons:
      topics:
        - {folder: an-toan, letter: E, title: An toàn, errand: {E1: Có người gọi lạ}, icon: shield}
      video_hosts: [youtu.be]
  - tungbuoc/handouts: {formats: [lesson-sheet, counter-stand]}
markdown_extensions: [tungbuoc]
"""
LEDGER = test_build.LEDGER.replace(",,\n", ",,xa-mau.vn\n")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built once."""
    root = tmp_path_factory.mktemp("shape")
    lesson = test_build.LESSON.replace("## Làm thử\n", "![Ảnh nút gọi](../hinh.png)\n\n## Làm thử\n", 1)
    files = {"mkdocs.yml": CONFIG, "print/codes.csv": LEDGER, "bai/an-toan/dung-lai.md": lesson, "bai/index.md": "# Chào bà con\n\nTự viết.\n",
             "bai/an-toan/index.md": "# An toàn\n\nTrang chủ đề tự viết.\n"}  # fmt: skip
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    Image.new("L", (300, 200), 180).save(root / "bai/hinh.png")
    done = subprocess.run(
        [sys.executable, "-m", RUNNER, "build", "--quiet"],
        cwd=root,
        capture_output=True,
        text=True,
        env=QUIET,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root


def _read(root: Path, page: str) -> str:
    return (root / "ra" / page).read_text(encoding="utf-8")


def test_pages_codes_and_sheets_are_made_in_the_named_folder(root: Path) -> None:
    made = {path.relative_to(root / "ra").as_posix() for path in (root / "ra").rglob("*.*")}
    assert {
        "an-toan/dung-lai/index.html",
        "48217/index.html",
        "in/E1-lesson-sheet.pdf",
        "in/E1-counter-stand.pdf",
        "search/search_index.json",
    } <= made
    assert not (root / "site").exists()


def test_what_an_editor_wrote_is_what_readers_see(root: Path) -> None:
    assert "Tự viết." in _read(root, "index.html")
    assert "Trang chủ đề tự viết." in _read(root, "an-toan/index.html")


def test_nothing_is_called_none(root: Path) -> None:
    for page in ("index.html", "404.html", "an-toan/index.html", "tat-ca-bai-hoc/index.html"):
        assert "None" not in _read(root, page), page
    assert "<title>Bài của xã</title>" in _read(root, "index.html")


def test_problems_name_the_folder_that_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    lesson = root / "bai/an-toan/dung-lai.md"
    whole = lesson.read_text(encoding="utf-8")
    try:
        lesson.write_text(whole.replace("## Bước 1: ", "## Bước 7: ", 1), encoding="utf-8")
        told = CliRunner().invoke(main, ["check", "bai/an-toan"])
        assert "bai/an-toan/dung-lai.md" in told.output
        assert "docs/" not in told.output
        assert "Đã xem 1 bài" in told.output
        assert CliRunner().invoke(main, ["fix", "bai/an-toan", "--yes"]).exit_code == 0
        assert "## Bước 1: " in lesson.read_text(encoding="utf-8")
    finally:
        lesson.write_text(whole, encoding="utf-8")
    assert not (root / "docs").exists()


def test_new_lessons_go_where_the_others_are(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    ledger = (root / "print/codes.csv").read_bytes()
    done = CliRunner().invoke(
        main, ["new", "--topic", "E", "--title", "Khóa máy", "--minutes", "25", "--audience", "mọi người"]
    )
    try:
        assert done.exit_code == 0, done.output
        assert (root / "bai/an-toan/khoa-may.md").is_file()
    finally:
        (root / "bai/an-toan/khoa-may.md").unlink()
        (root / "print/codes.csv").write_bytes(ledger)


def test_proof_looks_where_the_build_put_its_sheets(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["proof"])
    assert "Đã soát 2 tờ" in done.output, done.output
    assert "chưa có tệp này" not in done.output


@pytest.mark.parametrize("folder", ["../bai", ".", "/bai"])
def test_a_folder_outside_the_project_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        CONFIG.replace("docs_dir: bai", f"docs_dir: {folder}"), encoding="utf-8"
    )
    told = [
        str(problem) for problem in project.read(tmp_path, today=dt.date(2026, 11, 27), environ={}).problems
    ]
    assert any(line.startswith("mkdocs.yml:3: ") and "[C10]" in line for line in told), told
