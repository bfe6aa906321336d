"""A build with nothing to do leaves the site alone; whatever a build looks at makes it look again."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from tests.small_course import lay_out

from tungbuoc.press import GALLEYS, shelf
from tungbuoc.site import unchanged

DAY = dt.date(2026, 11, 27)
LESSON = "an-toan/dung-lai.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project whose site was just built, as far as the memory of it goes."""
    lay_out(tmp_path, [LESSON])
    shutil.copytree(shelf.OURS / "formats/poster", tmp_path / "print/formats/poster")
    shutil.copy(shelf.OURS / "base.css", tmp_path / "print")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>Từng Bước</h1>", encoding="utf-8")
    (tmp_path / GALLEYS).mkdir(parents=True)
    (tmp_path / GALLEYS / "E1.json").write_text("{}", encoding="utf-8")
    last(tmp_path).keep()
    return tmp_path


def last(root: Path, day: dt.date = DAY, **options: Any) -> unchanged.LastBuild:
    return unchanged.LastBuild(load_config(str(root / "mkdocs.yml"), **options), day)


def append(name: str, text: str = "\n") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def a_picture(root: Path) -> None:
    (root / "docs/anh.png").write_bytes(b"\x89PNG")


def a_page_gone(root: Path) -> None:
    (root / "site/index.html").unlink()


def a_page_more(root: Path) -> None:
    (root / "site/them.html").write_text("", encoding="utf-8")


def a_galley_altered(root: Path) -> None:
    (root / GALLEYS / "E1.json").write_text("{", encoding="utf-8")


def the_galleys_gone(root: Path) -> None:
    shutil.rmtree(root / GALLEYS)


def a_page_touched(root: Path) -> None:
    os.utime(root / "site/index.html", ns=(1, 1))


def test_nothing_changed_stands(project: Path) -> None:
    assert last(project).stands()


CHANGES = [
    append(f"docs/{LESSON}"), append("docs/nut.yml"), append("print/codes.csv"), append("print/base.css"), append("mkdocs.yml", "# x\n"),
    append("print/formats/poster/template.html"), append("print/formats/poster/style.css"), a_picture, a_page_gone, a_page_more, a_page_touched,
    a_galley_altered, the_galleys_gone,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_build_reads_or_wrote_counts(project: Path, change: Callable[[Path], None]) -> None:
    change(project)
    assert not last(project).stands()


def test_the_day_and_the_options_count(project: Path) -> None:
    assert not last(project, DAY + dt.timedelta(days=1)).stands(), "lessons fall due for review"
    assert not last(project, strict=True).stands()
    assert not last(project, use_directory_urls=False).stands()


def test_the_product_and_the_machine_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = unchanged.engine.machine()
    with monkeypatch.context() as patch:
        patch.setattr(unchanged, "product", lambda: "another version")
        assert not last(project).stands()
    for changed in ({"fonts": ()}, {"versions": ("71",)}):
        with monkeypatch.context() as patch:
            patch.setattr(
                unchanged.engine,
                "machine",
                lambda changed=changed: unchanged.engine.Machine(
                    **{"missing": (), "fonts": found.fonts, "versions": found.versions, **changed}
                ),
            )
            assert not last(project).stands()
    assert last(project).stands()


def test_a_build_that_warned_is_made_again(project: Path) -> None:
    again = last(project)
    logging.getLogger("mkdocs.plugins.tungbuoc").warning("docs/a.md:1: …")
    again.keep()
    assert not last(project).stands()


def test_where_others_take_part_every_build_is_made(project: Path) -> None:
    """What a hook looks at is not known here."""
    (project / "them.py").write_text("", encoding="utf-8")
    append("mkdocs.yml", "hooks: [them.py]\n")(project)
    last(project).keep()
    assert not last(project).stands()


def test_the_question_is_asked_before_anything_else_is_loaded() -> None:
    asked = (
        "import sys, tungbuoc.site.lessons, tungbuoc.site.handouts, tungbuoc.site.extension\n"
        "print(*{'pydantic', 'weasyprint', 'qrcode', 'pikepdf', 'tungbuoc.lint', 'tungbuoc.lesson.screens',"
        " 'tungbuoc.site.building', 'tungbuoc.site.printing'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert loaded.stdout.split() == []
