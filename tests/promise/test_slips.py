"""Slips that once lost codes, each as people made it: a copied file, a deleted code, a spoilt heading, a
block left open."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.promise.course import FIRST, SECOND, Course, begin, blocks, key_of, with_blocks

from tungbuoc.permalink import ledger

HARM = frozenset({"K04", "K10", "B01", "B03", "M01"})
"""What must not be advised while the cause is another: retire, renumber, mint."""


@pytest.fixture(params=["git", "no git"])
def course(request: pytest.FixtureRequest, tmp_path: Path) -> Course:
    made = begin(tmp_path, union=True)
    if request.param == "no git":
        shutil.rmtree(tmp_path / ".git")
    else:
        made.commit()
    return made


def _codes(course: Course, path: str) -> list[str]:
    return [key_of(step) for step in blocks(course.read(path))]


def _told(course: Course, path: str) -> set[str]:
    return {
        problem.code
        for problem in course.check()
        if problem.severity == "error" and problem.path in (path, ledger.PATH)
    }


def test_of_a_copied_lesson_the_original_keeps_its_codes_whichever_file_sorts_first(tmp_path: Path) -> None:
    for name in ("docs/mau/a-chep.md", "docs/mau/z-chep.md"):
        course = begin(tmp_path / name[9], union=True)
        before = course.read(FIRST)
        course.write(name, before.replace("# Lưu số", "# Xem số"))
        course.call("fix", "--yes")
        assert course.read(FIRST) == before
        assert "code: B2" in course.read(name)
        assert not set(_codes(course, name)) & set(_codes(course, FIRST))
        assert "" not in _codes(course, name)
        assert not {problem.code for problem in course.check()} & {"K02", "K03", "K04", "K08"}


def test_a_deleted_code_comes_back(course: Course) -> None:
    before = course.read(FIRST)
    for code in _codes(course, FIRST)[1:3]:
        course.write(FIRST, course.read(FIRST).replace(f" {{#{code}}}", ""))
    assert _told(course, FIRST) == {"B03"}
    said = course.call("fix", "--yes")
    assert course.read(FIRST) == before
    assert said.count("trả mã cũ") == 2, "what was done is said"
    assert "Tạo mã mới" not in said


SPOILT: dict[str, Callable[[str], str]] = {
    "three signs": lambda line: f"#{line}", "a dash for the colon": lambda line: line.replace(": ", " – ", 1), "no signs": lambda line: line[3:],
    "bold": lambda line: line.replace("## ", "**", 1), "a letter of another alphabet": lambda line: line.replace("B", "В", 1),
    "a full stop": lambda line: re.sub(r"(\d): ", r"\1. ", line), "an unseen blank": lambda line: line.replace("Bước ", "Bước\u00a0"),
    "loose marks": lambda line: unicodedata.normalize("NFD", line), "capitals": lambda line: line.replace("Bước", "BƯỚC"),
    "no mark over it": lambda line: line.replace("Bước", "Buoc"), "an escape": lambda line: f"\\{line}",
}  # fmt: skip


@pytest.mark.parametrize("way", SPOILT)
def test_a_spoilt_heading_is_told_alone_and_the_line_to_write_mends_it(course: Course, way: str) -> None:
    before = course.read(FIRST)
    heading = blocks(before)[1].split("\n", 1)[0]
    course.write(FIRST, before.replace(heading, SPOILT[way](heading)))
    spoilt = course.read(FIRST)
    told = [
        problem
        for problem in course.check()
        if problem.path in (FIRST, ledger.PATH) and problem.severity == "error"
    ]
    assert [problem.code for problem in told] == ["B05"]
    assert told[0].line == before.split("\n").index(heading) + 1
    course.call("fix", "--yes")
    if way == "loose marks":
        assert course.read(FIRST) == before
        return
    assert course.read(FIRST) == spoilt, "no number and no code of the others was touched"
    right = re.search(r"Viết cả dòng: «(.*)»", told[0].fix)
    assert right
    course.write(FIRST, spoilt.replace(SPOILT[way](heading), right[1]))
    assert course.read(FIRST) == before


BROKEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "a screen left open": ("B07", lambda text: text.replace("\n```\n", "\n\n", 1)),
    "a screen never opened": ("B07", lambda text: text.replace("```phone\n", "", 1)),
    "a spoilt mark": ("B07", lambda text: text.replace("```phone", "``phone", 1)),
    "marks of a merge": ("T15", lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> b\n"),
}


@pytest.mark.parametrize("way", BROKEN)
def test_what_hides_steps_is_told_alone(course: Course, way: str) -> None:
    code, change = BROKEN[way]
    course.write(FIRST, change(course.read(FIRST)))
    before = course.read(FIRST), course.read(ledger.PATH)
    assert _told(course, FIRST) == {code}
    said = course.call("fix", "--yes")
    assert (course.read(FIRST), course.read(ledger.PATH)) == before
    assert re.search(rf"Chưa làm được, cần bạn xem:\n  {FIRST}:\d+: .*\[{code}\]\n$", said), (
        "the reason is the last that is said"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "utf-16-le"])
def test_a_file_saved_by_an_old_program_loses_nothing(course: Course, encoding: str) -> None:
    data = course.read(FIRST).encode(encoding, "replace")
    (course.root / FIRST).write_bytes(data)
    assert _told(course, FIRST) == {"T01"}
    course.call("fix", "--yes")
    assert (course.root / FIRST).read_bytes() == data


def test_a_lesson_in_a_folder_without_a_topic_is_not_lost(course: Course) -> None:
    (course.root / "docs/la").mkdir()
    (course.root / FIRST).rename(course.root / "docs/la/luu-so.md")
    assert _told(course, "docs/la/luu-so.md") == {"C08"}
    course.call("fix", "--yes")
    (course.root / "docs/la/luu-so.md").rename(course.root / FIRST)
    assert not _told(course, FIRST) & (HARM | {"K02", "K03"})


def test_two_codes_exchanged_are_asked_about_and_go_back(course: Course) -> None:
    before = course.read(FIRST)
    one, other = _codes(course, FIRST)[:2]
    course.write(FIRST, before.replace(one, "00000").replace(other, one).replace("00000", other))
    assert _told(course, FIRST) == {"K11"}
    course.call("fix", "--yes")
    assert course.read(FIRST) != before, "nobody was asked"
    course.call("fix", given="1\nc\n")
    assert course.read(FIRST) == before


def test_a_lesson_whose_front_matter_cannot_be_read_gets_no_rows_and_that_is_said(course: Course) -> None:
    text = course.read(SECOND)
    new = (
        blocks(text)[0]
        .replace(f" {{#{key_of(blocks(text)[0])}}}", "")
        .replace("## Bước 1: ", "## Bước 5: Gửi thư, ")
    )
    course.write(SECOND, with_blocks(text, [*blocks(text), new]).replace("minutes: 20", "minutes: [20"))
    assert _told(course, SECOND) == {"F02"}, "nothing says that fix would make a code"
    said = course.call("fix", "--yes")
    assert said.endswith("[F02]\n")
    assert "Ngoặc «[» ở dòng này chưa đóng." in said
