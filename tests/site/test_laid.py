"""Pages of lessons that did not change are taken as they were; the site is the one a first build would make."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.small_course import lay_out

from tungbuoc.web import codepages, pages
from tungbuoc.works.recollection import REMEMBERED, recollection

FIRST, SECOND, GUIDE = "an-toan/dung-lai.md", "dien-thoai/vao-mang.md", "tim-hieu.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bài")
    lay_out(root, [FIRST, SECOND])
    (root / "docs/tim-hieu.md").write_text("# Tìm hiểu\n\nTrang này có hai phần.\n\n## Phần sau\n", "utf-8")
    (root / "docs/tin.md").write_text(
        "---\ntitle: Tin mới\n---\n\n[Xem phần sau](tim-hieu.md#phan-sau)\n", "utf-8"
    )
    _build(root)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "bài")
    return tmp_path / "bài"


def _build(root: Path) -> None:
    recollection.cache_clear()  # as another process would find it
    build(load_config(str(root / "mkdocs.yml")))


def _site(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root / "site").as_posix(): file.read_bytes()
        for file in (root / "site").rglob("*")
        if file.is_file() and file.suffix != ".gz"  # the sitemap's holds the second it was made
    }


def _guide(root: Path) -> None:
    _replace(root / "docs/tim-hieu.md", "Trang này", "Trang ấy")


def _word(root: Path) -> None:
    _replace(root / "docs" / FIRST, "Công an không làm việc", "Công an thật không làm việc")


def _title(root: Path) -> None:
    _replace(root / "docs" / FIRST, "\n# ", "\n# Này, ")


def _meaning(root: Path) -> None:
    with (root / "docs/tu-moi.yml").open("a", encoding="utf-8") as file:
        file.write('- {word: máy in, means: "máy làm ra tờ giấy có chữ"}\n')


def _hotline(root: Path) -> None:
    _replace(root / "mkdocs.yml", 'hotline: ""', 'hotline: "113"')


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


ALL = {FIRST, SECOND, GUIDE}
CHANGES = [(_guide, {GUIDE}), (_word, {FIRST}), (_title, ALL), (_meaning, ALL), (_hotline, ALL)]


@pytest.mark.parametrize(("change", "reached"), CHANGES)
def test_only_what_a_change_reaches_is_laid_out_and_the_site_is_a_first_build_s(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], reached: set[str]
) -> None:
    change(project)
    laid, stepped = _noted(monkeypatch)
    _build(project)
    assert set(laid) == reached
    assert set(stepped) == reached - {GUIDE}
    again = _site(project)
    shutil.rmtree(project / REMEMBERED)
    shutil.rmtree(project / "site")
    _build(project)
    assert again == _site(project)


def test_nothing_is_laid_out_again_when_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid, stepped = _noted(monkeypatch)
    before = _site(project)
    _build(project)
    assert not laid
    assert not stepped
    assert _site(project) == before


def test_where_another_plugin_takes_part_nothing_is_taken_from_memory(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replace(project / "mkdocs.yml", "plugins:\n", "plugins:\n  - offline\n")
    laid, _ = _noted(monkeypatch)
    _build(project)
    assert set(laid) == ALL


def test_a_fault_is_told_at_every_build_of_a_preview(project: Path) -> None:
    _replace(project / "docs" / FIRST, "Công an không làm việc", "Công an thật ko làm việc")
    for _ in range(2):
        recollection.cache_clear()
        config = load_config(str(project / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        assert "tb-faults" in (project / "site/an-toan/dung-lai/index.html").read_text("utf-8")


def _noted(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Pages that are laid out, and lessons whose pages behind codes are made, from now on."""
    laid: list[str] = []
    stepped: list[str] = []
    content, of_lesson = pages.content, codepages.of_lesson

    def noting(course: object, path: str, *rest: object, **more: object) -> object:
        laid.extend([path] if path in ALL else [])
        return content(course, path, *rest, **more)  # type: ignore[arg-type]

    def stepping(course: object, path: str, *rest: object, **more: object) -> object:
        stepped.append(path)
        return of_lesson(course, path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pages, "content", noting)
    monkeypatch.setattr(codepages, "of_lesson", stepping)
    return laid, stepped
