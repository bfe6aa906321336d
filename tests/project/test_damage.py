"""Any damage to any file that people write or git keeps: what no program can read is told at that file,
and nothing ever raises."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.project.test_reading import FORM, HANDOUTS, LESSON, TODAY
from tests.small_course import ROOT, lay_out

from tungbuoc import lint, project
from tungbuoc.lesson.problems import Problem
from tungbuoc.lint.report import report
from tungbuoc.press import shelf

SHEET = "print/formats/lesson-sheet/format.yml"
FORM_FILE, PAGE, TEAMS = "docs/mau/cam-ket.md", "docs/trang.md", "print/teams.csv"
TABLES = [
    "docs/nut.yml",
    "docs/tu-moi.yml",
    "docs/tu-ngoai.yml",
    "docs/du-kien.yml",
    "docs/so-duoc-in.yml",
    "docs/tu-tim.yml",
]
FILES = [
    LESSON,
    FORM_FILE,
    PAGE,
    *TABLES,
    SHEET,
    "print/editions.csv",
    "print/codes.csv",
    TEAMS,
    "mkdocs.yml",
]
EDITIONS = "lesson,format,edition,date,steps\nE1,lesson-sheet,1,2026-11-20,56613=0a1b2c3d khac=0a1b2c3d\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One lesson, a form, a page, editions, a team: a whole project."""
    root = tmp_path_factory.mktemp("course")
    lay_out(root, [LESSON.removeprefix("docs/")])
    shutil.copytree(shelf.OURS / "formats/lesson-sheet", root / "print/formats/lesson-sheet")
    shutil.copy(ROOT / TEAMS, root / TEAMS)
    (root / "docs/mau").mkdir()
    (root / FORM_FILE).write_text(FORM, "utf-8")
    (root / PAGE).write_text("# Trang\n\nMột câu về tiếng Việt.\n", "utf-8")
    (root / "print/editions.csv").write_text(EDITIONS, "utf-8")
    team = (root / TEAMS).read_text("utf-8").splitlines()[1].split(",")[0].strip('"')
    config = (root / "mkdocs.yml").read_text("utf-8")
    handouts = HANDOUTS.replace("      packs:", f"      team: {team}\n      packs:")
    (root / "mkdocs.yml").write_text(
        config.replace("\nmarkdown_extensions:", f"{handouts}\nmarkdown_extensions:"), "utf-8"
    )
    return root


@pytest.fixture(autouse=True)
def whole(course: Path) -> Iterator[None]:
    before = {name: (course / name).read_bytes() for name in FILES}
    yield
    for name, content in before.items():
        _put(course / name, content)


def _put(file: Path, content: bytes) -> None:
    if file.is_dir() and not file.is_symlink():
        file.rmdir()
    file.unlink(missing_ok=True)
    file.write_bytes(content)


def _read(root: Path) -> list[Problem]:
    """What is told; `fix` looks at the same damage and may not raise either."""
    reading = project.read(root, today=TODAY, environ={})
    lint.fix(reading.project, rng=Random(1))
    for style in ("terminal", "github", "json"):
        report(reading.problems, style, files=1)  # type: ignore[arg-type]
    return list(reading.problems)


def test_the_course_is_whole(course: Path) -> None:
    assert [str(problem) for problem in _read(course) if problem.severity == "error"] == []


UNREADABLE = {
    "NUL": lambda data: data[: len(data) // 2] + b"\0" + data[len(data) // 2 :],
    "half a letter": lambda data: data[: len(data) // 2] + b"\xe1\xba" + data[len(data) // 2 :],
    "UTF-16": lambda data: data.decode("utf-8").encode("utf-16"),
    "UTF-16 without its mark": lambda data: data.decode("utf-8").encode("utf-16-le"),
    "UTF-32": lambda data: data.decode("utf-8").encode("utf-32"),
    "Windows-1258": lambda data: data + "Tổ thôn, tiếng Việt\n".encode("cp1258", "replace"),
    "a picture": lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01",
    "an archive": lambda _: b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0",
    "marks of a merge": lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n" + data + b">>>>>>> b\n",
}


# A list of teams is read as spreadsheets save it.
@pytest.mark.parametrize("name", [name for name in FILES if name != TEAMS])
@pytest.mark.parametrize("damage", UNREADABLE)
def test_what_cannot_be_read_is_told_at_its_file(course: Path, name: str, damage: str) -> None:
    (course / name).write_bytes(UNREADABLE[damage]((course / name).read_bytes()))
    told = {problem.path for problem in _read(course) if problem.code in ("T01", "T07", "T15")}
    assert told == {name}


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_file_raises_nothing(course: Path, name: str) -> None:
    (course / name).unlink()
    (course / name).mkdir()
    _read(course)


@pytest.mark.parametrize("name", FILES)
def test_a_link_to_nowhere_and_no_file_raise_nothing(course: Path, name: str) -> None:
    (course / name).unlink()
    _read(course)
    (course / name).symlink_to("khong-co")
    _read(course)


@settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
@given(name=st.sampled_from(FILES), data=st.data())
def test_whatever_happens_to_a_file_nothing_raises(course: Path, name: str, data: st.DataObject) -> None:
    """Cut short, bytes put in, lines lost, doubled, exchanged, another file's content: told at places that
    exist, or nothing to tell."""
    before = (course / name).read_bytes()
    (course / name).write_bytes(_damaged(before, data, course))
    try:
        for problem in _read(course):
            assert problem.line >= 1
            assert problem.text
    finally:
        (course / name).write_bytes(before)


BYTES = [
    b"\t",
    b"\r",
    b"\xff",
    b'"',
    b"'",
    b"{",
    b"]",
    b": ",
    b"- ",
    b"\n\n",
    b"&a ",
    b"*a",
    b"!x ",
    b"#",
    b",,",
    b"%",
    b"\xe2\x80\xae",
]


def _damaged(content: bytes, data: st.DataObject, root: Path) -> bytes:
    kind = data.draw(st.sampled_from(["cut", "bytes", "lines", "other", "text"]))
    at = data.draw(st.integers(0, len(content)))
    if kind == "cut":
        return content[:at]
    if kind == "bytes":
        return content[:at] + data.draw(st.sampled_from(BYTES)) + content[at:]
    if kind == "lines":
        lines = content.splitlines(keepends=True)
        i, j = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        return b"".join(
            data.draw(
                st.sampled_from(
                    [
                        lines[:i] + lines[i + 1 :],
                        [*lines[:i], lines[j], *lines[i + 1 :]],
                        lines[i:] + lines[:i],
                    ]
                )
            )
        )
    return (
        (root / data.draw(st.sampled_from(FILES))).read_bytes()
        if kind == "other"
        else data.draw(st.text(max_size=60)).encode("utf-8", "replace")
    )
