"""What a build refuses, `check` tells: every file a build rests on, broken one way each, told at its place
before anything is made."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_course import lay_out

from tungbuoc import project
from tungbuoc.press import shelf

TODAY = dt.date(2026, 11, 26)
LESSON = "docs/an-toan/dung-lai.md"
FORM = """\
---
code: M01
form: pledge
label: Cam kết
reviewed: 2026-11-21
---

# Cam kết nhà mình

Gia đình: ____
"""
HANDOUTS = """\
  - tungbuoc/handouts:
      packs:
        Ngày hội: {formats: [poster], lessons: [E1]}
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """One lesson, one form, and the folder of formats; nothing wrong with them."""
    lay_out(tmp_path, ["an-toan/dung-lai.md"])
    shutil.copytree(shelf.OURS, tmp_path / "print", dirs_exist_ok=True)
    (tmp_path / "docs/mau").mkdir()
    (tmp_path / "docs/mau/cam-ket.md").write_text(FORM, encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(
            "\nmarkdown_extensions:", HANDOUTS + "\nmarkdown_extensions:"
        ),
        encoding="utf-8",
    )
    return tmp_path


def told(root: Path) -> list[str]:
    return [
        str(problem)
        for problem in project.read(root, today=TODAY, environ={}).problems
        if problem.severity == "error"
    ]


def _line(file: Path, text: str) -> int:
    return next(
        number for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if text in line
    )


def _swap(name: str, before: str, after: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    return change


def _write(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: (root / name).write_text(text, encoding="utf-8") and None


def _remove(name: str) -> Callable[[Path], None]:
    return lambda root: shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()


def test_a_whole_project_has_nothing_to_tell(course: Path) -> None:
    reading = project.read(course, today=TODAY, environ={})
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    assert list(reading.lessons) == ["an-toan/dung-lai.md"]
    assert list(reading.forms) == ["mau/cam-ket.md"]
    assert reading.handouts
    assert reading.handouts.plan.packs == {"Ngày hội": (("poster",), ("E1",))}
    assert "lesson-sheet" in reading.formats


SHEET = "print/formats/lesson-sheet"


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (_swap("docs/mau/cam-ket.md", "label: Cam kết", "lable: Cam kết"), "docs/mau/cam-ket.md:4:", "F04"),
        (_swap("docs/mau/cam-ket.md", "form: pledge", "form: pledg"), "docs/mau/cam-ket.md:1:", "P13"),
        (_write("docs/tu-tim.yml", "tuu: {}\n"), "docs/tu-tim.yml:1:", "T12"),
        (
            _write("print/editions.csv", "lesson,format,edition,date,steps\nE1,x,mot,hai,ba\n"),
            "print/editions.csv:2:",
            "P30",
        ),
        (_swap(f"{SHEET}/format.yml", "paper: A4", "paper: A44"), f"{SHEET}/format.yml:4:", "P05"),
        (_swap(f"{SHEET}/template.html", "{% endfor", "{% endfr"), f"{SHEET}/template.html:", "P08"),
        (_write(f"{SHEET}/template.html", "<p>\n{% if x %}\n"), f"{SHEET}/template.html:2:", "P08"),
        (_write(f"{SHEET}/template.html", "{% include 'khac.html' %}"), f"{SHEET}/template.html:1:", "P08"),
        (_remove(f"{SHEET}/style.css"), f"{SHEET}/format.yml:1:", "P01"),
        (_swap("mkdocs.yml", "[poster]", "[posterr]"), "mkdocs.yml:Ngày hội:", "P11"),
        (_swap("mkdocs.yml", "lessons: [E1]}", "lessons: [E9]}"), "mkdocs.yml:Ngày hội:", "P12"),
        (
            _swap("mkdocs.yml", "{formats: [poster], lessons: [E1]}", "[poster]"),
            "mkdocs.yml:Ngày hội:",
            "P16",
        ),
        (
            _swap(
                "mkdocs.yml",
                "      packs:",
                "      occasions:\n        - {name: Lớp, ask: Mấy, people: 2, sheets: [{format: posterr}]}\n      packs:",
            ),
            "mkdocs.yml:name: Lớp",
            "P11",
        ),
        (
            _swap(
                "mkdocs.yml",
                "      packs:",
                "      occasions:\n        - {name: Lớp, ask: Mấy, people: 0, sheets: []}\n      packs:",
            ),
            "mkdocs.yml:name: Lớp",
            "P16",
        ),
        (_swap("mkdocs.yml", "      packs:", "      price: -5\n      packs:"), "mkdocs.yml:price:", "P16"),
        (
            _swap("mkdocs.yml", "      packs:", "      team: Tổ không có\n      packs:"),
            "mkdocs.yml:      team:",
            "P14",
        ),
        (
            _swap("mkdocs.yml", "      packs:", "      format: [poster]\n      packs:"),
            "mkdocs.yml:format:",
            "P16",
        ),
        (_swap(LESSON, "{#56613}\n", "{#56613}\n\nVideo: khong-co.mp4\n"), f"{LESSON}:Video:", "V04"),
    ],
)
def test_what_stops_a_build_is_told_at_its_place(
    course: Path, change: Callable[[Path], None], place: str, code: str
) -> None:
    change(course)
    name, _, where = place.rstrip(":").partition(":")
    if where and not where.isdigit():
        where = str(_line(course / name, where))
    assert [
        line for line in told(course) if line.startswith(f"{name}:{where}") and line.endswith(f"[{code}]")
    ], told(course)


BAD = "Tổ thôn Mẫu".encode("cp1258", "replace") + b"\xd5"


@pytest.mark.parametrize(
    "name",
    [
        LESSON, "docs/mau/cam-ket.md", "docs/trang.md", "docs/nut.yml", "docs/tu-moi.yml", "docs/tu-ngoai.yml", "docs/du-kien.yml",
        "docs/so-duoc-in.yml", "docs/tu-tim.yml", "print/codes.csv", "print/editions.csv", "mkdocs.yml", f"{SHEET}/format.yml",
        f"{SHEET}/template.html", f"{SHEET}/style.css", "print/base.css", "print/parts.html",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("content", "code"), [(BAD, "T01"), ("Tổ".encode("utf-16"), "T01"), (b"a\0", "T07")])
def test_a_file_that_is_not_text_is_told_whatever_it_is(
    course: Path, name: str, content: bytes, code: str
) -> None:
    (course / name).write_bytes(content)
    assert [line for line in told(course) if line.startswith(f"{name}:1: ") and line.endswith(f"[{code}]")], (
        told(course)
    )


MARKS = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> sua-bai\n"


@pytest.mark.parametrize("mark", [MARKS, "<<<<<<< HEAD\n{0}", "{0}>>>>>>> sua-bai\n", "    " + MARKS])
@pytest.mark.parametrize(
    "name",
    [LESSON, "docs/mau/cam-ket.md", "docs/trang.md", "docs/nut.yml", "docs/tu-tim.yml", "print/codes.csv", "print/editions.csv", "mkdocs.yml",
     f"{SHEET}/format.yml", f"{SHEET}/template.html", f"{SHEET}/style.css"],
)  # fmt: skip
def test_marks_of_a_merge_are_told_alone(course: Path, name: str, mark: str) -> None:
    """Whatever else is wrong, here and in other files, follows from the two versions or can wait."""
    _swap(LESSON, "## Coi chừng", "## Coi trừng")(course)
    file = course / name
    lines = (file.read_text(encoding="utf-8") if file.is_file() else "# Trang\n\nMột câu.\n").splitlines(
        keepends=True
    )
    middle = len(lines) // 2
    file.write_text(
        "".join([*lines[:middle], mark.format(lines[middle]), *lines[middle + 1 :]]), encoding="utf-8"
    )
    (problem,) = told(course)
    first = middle + 1 + ("<" not in mark)
    assert problem.startswith(f"{name}:{first}: Git để lại hai bản của cùng một đoạn ở đây")
    assert problem.endswith("[T15]")


def test_a_page_may_underline_a_title(course: Path) -> None:
    _write("docs/trang.md", "# Trang\n\nMột câu có <<<<<<< và >>>>>>> ở giữa.\n")(course)
    assert not [line for line in told(course) if "T15" in line]


def test_a_team_list_that_is_not_text_is_told(course: Path) -> None:
    _swap("mkdocs.yml", "      packs:", "      team: Tổ thôn Mẫu\n      packs:")(course)
    (course / "print/teams.csv").write_bytes(BAD + b"\x8f")
    assert any(line.startswith("print/teams.csv:1: ") and line.endswith("[T01]") for line in told(course))


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (
            _swap("mkdocs.yml", "  - tungbuoc\n\nextra", "  - toc\n\nextra"),
            "mkdocs.yml:markdown_extensions:",
            "C07",
        ),
        (_swap("mkdocs.yml", "markdown_extensions:\n  - tungbuoc\n", ""), "mkdocs.yml:1:", "C07"),
        (_swap("mkdocs.yml", "old_hosts: []", "old_hosts: {a: b}"), "mkdocs.yml:old_hosts:", "C02"),
        (
            _swap("mkdocs.yml", "old_hosts: []", "old_hosts: " + "[" * 400 + "]" * 400),
            "mkdocs.yml:old_hosts:",
            "C06",
        ),
        (_swap("mkdocs.yml", "old_hosts: []", "old_hosts: &a [*a]"), "mkdocs.yml:old_hosts:", "C06"),
        (_write("docs/nut.yml", "- name: " + "[" * 400 + "]" * 400), "docs/nut.yml:1:", "E01"),
        (
            _write("docs/nut.yml", "- name: a\n  app: b\n- name: " + "{a: " * 40 + "}" * 40),
            "docs/nut.yml:3:",
            "E01",
        ),
        (_write("docs/trang.md", "# Tên\n\n" + "*a" * 1000), "docs/trang.md:3:", "T08"),
        (_swap("docs/mau/cam-ket.md", "Gia đình", "> " * 300 + "Gia đình"), "docs/mau/cam-ket.md:10:", "T08"),
        (_swap(LESSON, "## Làm thử", "[" * 5000 + "\n\n## Làm thử"), f"{LESSON}:[[[[:", "T08"),
    ],
)
def test_what_no_engine_should_be_given_is_told_at_its_place(
    course: Path, change: Callable[[Path], None], place: str, code: str
) -> None:
    test_what_stops_a_build_is_told_at_its_place(course, change, place, code)


def test_a_config_of_a_million_aliases_is_told(course: Path) -> None:
    bomb = "x0: &x0 [a, a, a, a, a, a, a, a, a]\n" + "".join(
        f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 8)
    )
    config = course / "mkdocs.yml"
    config.write_text(bomb + config.read_text(encoding="utf-8"), encoding="utf-8")
    assert any(line.endswith("[C06]") for line in told(course))


def test_a_project_needs_no_format_of_its_own(course: Path) -> None:
    before = project.read(course, today=TODAY, environ={}).formats
    for name in ("formats", "art", "base.css", "parts.html", "form.css", "form.html"):
        _remove(f"print/{name}")(course)
    assert told(course) == []
    assert project.read(course, today=TODAY, environ={}).formats == before


def test_without_handouts_no_format_is_looked_at(course: Path) -> None:
    _swap("mkdocs.yml", HANDOUTS, "")(course)
    _remove(f"{SHEET}/style.css")(course)
    assert told(course) == []


def test_the_environment_names_the_team(course: Path) -> None:
    _swap("mkdocs.yml", "      packs:", "      team: !ENV [TEAM, '']\n      packs:")(course)
    _write("print/teams.csv", "team,place,phone,hours\nTổ thôn Hai,Nhà văn hóa,0912 345 678,\n")(course)
    assert project.read(course, today=TODAY, environ={}).team is None
    team = project.read(course, today=TODAY, environ={"TEAM": "Tổ thôn Hai"}).team
    assert team
    assert team.phone == "0912 345 678"
