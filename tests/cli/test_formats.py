"""`tungbuoc formats`: what there is and from where; a copy begins an override and never runs over a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tungbuoc.cli import main
from tungbuoc.press import shelf


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, ["formats", *words])


def _line(name: str) -> str:
    return next(line for line in _run().output.splitlines() if line.split()[0] == name)


def test_every_format_is_listed_with_its_origin(folder: Path) -> None:
    listed = {line.split()[0] for line in _run().output.splitlines() if "có sẵn" in line}
    assert {place.name for place in (shelf.OURS / "formats").iterdir()} <= listed
    assert _run("copy", "poster").exit_code == 0
    assert "của dự án (thay khuôn có sẵn)" in _line("poster")
    assert _run("copy", "poster", "--as", "ap-phich-cho").exit_code == 0
    assert "của dự án " in _line("ap-phich-cho")
    assert {file.name for file in (folder / "print/formats/ap-phich-cho").iterdir()} == {
        "format.yml",
        "template.html",
        "style.css",
    }


def test_a_copy_runs_over_nothing(folder: Path) -> None:
    _run("copy", "poster")
    (folder / "print/formats/poster/style.css").write_text("/* của tôi */", encoding="utf-8")
    again = _run("copy", "poster")
    assert again.exit_code == 1
    assert "print/formats/poster" in again.output
    assert "--as" in again.output
    assert (folder / "print/formats/poster/style.css").read_text(encoding="utf-8") == "/* của tôi */"


def test_shared_files_are_copied_one_by_one(folder: Path) -> None:
    assert _run("copy", "base.css").exit_code == 0
    assert _run("copy", "art/stone.svg").exit_code == 0
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert found == {"print/base.css", "print/art/stone.svg"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("postr",), "«poster»"),
        (("poster", "--as", "../ra-ngoai"), "chữ thường"),
        (("../../etc",), "Không có khuôn"),
    ],
)
def test_a_name_that_is_none_is_told(folder: Path, words: tuple[str, ...], told: str) -> None:
    done = _run("copy", *words)
    assert done.exit_code == 2
    assert told in done.output
    assert list(folder.iterdir()) == []


def test_a_faulty_format_is_told_with_its_line(folder: Path) -> None:
    _run("copy", "poster")
    (folder / "print/formats/poster/format.yml").write_text(
        "label: Tờ\nper: lesson\npapr: A4\n", encoding="utf-8"
    )
    done = _run()
    assert done.exit_code == 1
    assert "print/formats/poster/format.yml:3:" in done.output
