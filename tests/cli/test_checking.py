"""`check` says at once what it said before, and only as long as nothing has changed that it looks at."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.promise.course import FIRST, begin

from tungbuoc.cli import main
from tungbuoc.permalink import ledger


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path, union=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _check(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", *arguments])
    return done.exit_code, done.output


def _word(root: Path) -> None:
    lesson = root / FIRST
    lesson.write_text(lesson.read_text("utf-8").replace("Bấm", "Click", 1), "utf-8")


def _one_lesson_less(root: Path) -> None:
    (root / FIRST).unlink()


def _page(root: Path) -> None:
    (root / "docs/trang.md").write_text("# Trang\n\nXem [bài](khong-co.md).\n", "utf-8")


def _option(root: Path) -> None:
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("letter: B", "letter: D"), "utf-8")


def _ledger(root: Path) -> None:
    (root / ledger.PATH).write_text("", "utf-8")


def _data(root: Path) -> None:
    (root / "docs/nut.yml").write_text("- name:\n", "utf-8")


def _link_out(root: Path) -> None:
    (root / "docs/ngoai.md").symlink_to(sys.executable)


CHANGES = [_word, _one_lesson_less, _page, _option, _ledger, _data, _link_out]


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_told(root: Path, change: Callable[[Path], None]) -> None:
    before = _check()
    change(root)
    after = _check()
    assert after != before
    shutil.rmtree(root / ".cache")
    assert _check() == after


def test_the_day_and_a_variable_of_the_environment_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _check()
    monkeypatch.setenv("SITE_URL", f"https://{'a' * 60}.vn/")
    assert _check() != first
    monkeypatch.delenv("SITE_URL")
    assert _check() == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")  # 2100: every review is overdue
    assert _check() != first


def test_a_commit_counts(root: Path) -> None:
    book = root / ledger.PATH
    book.write_text("".join(book.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    said = _check()
    who = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *who, "commit", "-qam", "a row less"], cwd=root, check=True)
    assert _check() != said


def test_each_format_and_each_path_has_its_own_answer(root: Path) -> None:
    _word(root)
    (root / "docs/trang.md").write_text("# Trang\n\nXem [bài](khong-co.md).\n", "utf-8")
    for _ in range(2):
        assert "docs/trang.md" in _check()[1]
        assert "docs/trang.md" not in _check(FIRST)[1]
        assert _check("--format", "json")[1].startswith("{")


def test_of_an_unchanged_project_nothing_more_is_loaded(root: Path) -> None:
    code = (
        "import sys\nfrom tungbuoc.cli import main\n"
        "try:\n    main(['check'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules if name.startswith('tungbuoc.lint') or name == 'yaml'))"
    )
    for loads in (True, False):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert (done.stdout.splitlines()[-1] == "[]") is not loads, done.stdout
