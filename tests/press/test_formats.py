"""A format is data: everything wrong in it is told with its place and the nearest known name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tungbuoc.press import formats

GOOD = "label: Tờ thử\nper: lesson\n"
FORMATS = Path(__file__).parents[2] / "print/formats"


def _made(folder: Path, text: str, name: str = "thu") -> formats.Formats:
    place = folder / "print/formats" / name
    place.mkdir(parents=True)
    (place / "format.yml").write_text(text, encoding="utf-8")
    (place / "template.html").write_text("", encoding="utf-8")
    (place / "style.css").write_text("", encoding="utf-8")
    return formats.load(folder / "print/formats", root=folder)


def test_a_new_folder_is_a_new_format(tmp_path: Path) -> None:
    loaded = _made(tmp_path, GOOD + "sections: [beware]\n")
    assert loaded.problems == ()
    assert loaded.known["thu"].label == "Tờ thử"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (GOOD + "setions: [beware]\n", 3, "«sections»"),
        (GOOD + "sections:\n  - bewear\n", 4, "«beware»"),
        (GOOD + "sections:\n  - Coi chừng\n", 4, "«beware»"),
        (GOOD + "paper: A44\n", 3, "«A4»"),
        ("label: Tờ thử\nper: leson\n", 2, "«lesson»"),
        ("per: lesson\n", 1, "«label»"),
        (GOOD + "steps: [word]\n", 3, "«words»"),
        (GOOD + "code_mm: 20\n", 3, "code_mm"),
        (GOOD + "pages: nhiều\n", 3, "«pages»"),
        (GOOD + "label: Hai lần\n", 3, "hai lần"),
        (GOOD + "insides: leson-sheet\n", 1, "leson-sheet"),
        (GOOD + "rows: {txt: 90}\n", 3, "«txt». Có phải bạn muốn viết «text»?"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    problems = _made(tmp_path, text).problems
    assert [(problem.path, problem.line) for problem in problems] == [("print/formats/thu/format.yml", line)]
    assert told in str(problems[0])


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    _made(tmp_path, GOOD)
    (tmp_path / "print/formats/thu/template.html").unlink()
    loaded = formats.load(tmp_path / "print/formats", root=tmp_path)
    assert "template.html" in str(loaded.problems[0])
    assert "thu" not in loaded.known


def test_the_formats_of_this_project_are_sound() -> None:
    loaded = formats.load(FORMATS)
    assert loaded.problems == ()
    assert {"lesson-sheet", "large-print", "memory-card", "booklet", "course-book", "pledge", "loto"} <= set(
        loaded.known
    )
