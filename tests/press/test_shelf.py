"""Formats ship in the package; a project overrides or adds by laying files at the same names below its own
`print/`."""

from __future__ import annotations

import py_compile
import shutil
from importlib.util import cache_from_source
from pathlib import Path

import pypdfium2
from tests.press.galleys import lesson

from tungbuoc.press import digests, formats, making, plan, shelf
from tungbuoc.press.order import Order


def _card(root: Path) -> bytes:
    card = formats.load(root / "print/formats", root=root).known["memory-card"]
    return making.pressed(Order(plan.Handout("E1", "Bài", card, (lesson(),)), root / "print/formats", root))


def test_an_empty_folder_has_every_format_of_the_package(tmp_path: Path) -> None:
    loaded = formats.load(tmp_path / "print/formats", root=tmp_path)
    assert loaded.problems == ()
    assert set(loaded.known) == {place.name for place in (shelf.OURS / "formats").iterdir()}
    assert {"lesson-sheet", "poster", "course-book"} <= set(loaded.known)


def test_an_empty_folder_presses_pictures_and_all(tmp_path: Path) -> None:
    assert (
        "Gọi lại số đã\xa0lưu." in pypdfium2.PdfDocument(_card(tmp_path))[0].get_textpage().get_text_bounded()
    )


def test_a_folder_of_the_project_replaces_the_format_whole(tmp_path: Path) -> None:
    place = tmp_path / "print/formats/memory-card"
    shutil.copytree(shelf.OURS / "formats/memory-card", place)
    text = (place / "format.yml").read_text(encoding="utf-8")
    (place / "format.yml").write_text(text.replace("label: ", "label: Của xã – "), encoding="utf-8")
    assert (
        formats.load(tmp_path / "print/formats", root=tmp_path)
        .known["memory-card"]
        .label.startswith("Của xã")
    )
    assert shelf.formats(tmp_path / "print/formats")["memory-card"] == place
    assert "poster" in shelf.formats(tmp_path / "print/formats")


def test_one_shared_file_or_picture_of_the_project_reaches_the_package_s_formats(tmp_path: Path) -> None:
    before = _card(tmp_path), digests.shared_digest(tmp_path / "print/formats")
    (tmp_path / "print/art").mkdir(parents=True)
    shutil.copy(shelf.OURS / "art/stone.svg", tmp_path / "print/art/stone.svg")
    assert _card(tmp_path) == before[0]
    style = (shelf.OURS / "base.css").read_text(encoding="utf-8")
    (tmp_path / "print/base.css").write_text(style + "\nbody { letter-spacing: .2pt; }\n", encoding="utf-8")
    assert _card(tmp_path) != before[0]
    (tmp_path / "print/base.css").unlink()
    (tmp_path / "print/art/cross.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
        encoding="utf-8",
    )
    assert _card(tmp_path) != before[0]
    assert digests.shared_digest(tmp_path / "print/formats") != before[1]


def test_a_fault_in_a_file_of_the_package_is_named_from_the_package_on() -> None:
    assert shelf.shown(shelf.OURS / "base.css", Path("/elsewhere")) == "tungbuoc/print/base.css"


def test_what_python_compiles_of_the_press_reaches_no_sheet(tmp_path: Path) -> None:
    before = digests.shared_digest(tmp_path / "print/formats")
    source = str(digests.__file__)
    compiled = Path(py_compile.compile(source, cache_from_source(source, optimization="2"), optimize=2) or "")
    try:
        assert digests.shared_digest(tmp_path / "print/formats") == before
    finally:
        compiled.unlink()
