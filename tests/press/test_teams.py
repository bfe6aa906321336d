"""A ward team's name on its sheets: lists as spreadsheets save them, rows that would print a dead number, the sheet itself."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from tests.press.galleys import full, lesson

from tungbuoc.lesson.galley import Team
from tungbuoc.press import formats, making, plan, teams
from tungbuoc.press.gate import heard
from tungbuoc.press.order import Order
from tungbuoc.press.proof import paper
from tungbuoc.press.typeset import fitting

PRINT = Path(__file__).parents[2] / "print"
HEAD = "team,place,phone,hours\n"
ROW = "Tổ công nghệ số thôn Mẫu,Nhà văn hóa,0912 345 678,tối thứ Ba và thứ Sáu\n"
OURS = Team(name="Tổ công nghệ số thôn Mẫu", place="Nhà văn hóa", phone="0912 345 678", hours="tối thứ Ba và thứ Sáu")


def _files(local: str = "", example: str = "") -> dict[str, bytes]:
    return {path: text.encode() for path, text in zip(teams.FILES, (local, example), strict=True) if text}


def test_no_name_changes_nothing() -> None:
    galley = lesson()
    assert teams.find(_files(HEAD + "Tổ,1,2\n"), "") == (None, [])
    assert teams.signed([galley], None) == [galley]


def test_the_local_list_stands_before_the_example() -> None:
    team, problems = teams.find(_files(HEAD + ROW, HEAD + ROW.replace("0912", "0900")), OURS.name)
    assert (team, problems) == (OURS, [])
    (galley,) = teams.signed([lesson()], team)
    assert galley.imprint.team == OURS
    assert galley.model_dump_json() != lesson().model_dump_json()  # so a finished sheet of another team is not taken for ours


def test_an_unknown_team_is_told_with_the_nearest_name() -> None:
    team, (problem,) = teams.find(_files(example=HEAD + ROW), "Tổ công nghệ số thôn Mau", 7)
    assert team is None
    assert (problem.line, problem.code, problem.severity) == (7, "P14", "error")
    assert OURS.name in problem.fix


@pytest.mark.parametrize("text", [HEAD + ROW, "\ufeff" + HEAD + ROW, (HEAD + ROW).replace(",", ";"), (HEAD + ROW).replace("\n", "\r\n")])
def test_lists_are_read_as_spreadsheets_save_them(text: str) -> None:
    assert teams.read([(teams.FILES[0], text.encode())]) == ({OURS.name: OURS}, [])


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("ten,so\nTổ,1\n", 1, "Dòng đầu phải là"),
        (HEAD + "Tổ,0912 345 678\n", 2, "phải có 4 ô"),
        (HEAD + ROW + ROW.replace("0912 345 678", "912345678").replace("Mẫu", "Hai"), 3, "mất số 0"),
        (HEAD + ROW.replace("0912 345 678", "hỏi bác Tư"), 2, "không gọi được"),
        (HEAD + ROW.replace("Mẫu", "Mẫu " * 20), 2, "dài quá ô"),
        (HEAD + ROW.replace("0912 345 678", "0900 000 000"), 2, "số mẫu"),
    ],
)
def test_a_row_that_cannot_be_printed_is_told_with_its_line(text: str, line: int, told: str) -> None:
    _, (problem,) = teams.read([(teams.FILES[0], text.encode())])
    assert (problem.line, problem.code) == (line, "P15")
    assert told in problem.text


def test_a_list_that_is_not_utf8_is_told() -> None:
    _, (problem,) = teams.read([(teams.FILES[0], "Tổ".encode("utf-16"))])
    assert "UTF-8" in problem.text
    assert "Lưu thành" in problem.fix


def test_the_example_in_git_is_read_without_a_word() -> None:
    found, problems = teams.read([(teams.FILES[1], (PRINT / "teams.csv").read_bytes())])
    assert list(found) == ["Tổ công nghệ số thôn Mẫu"]
    assert problems == []


def test_the_hours_are_left_out_where_they_would_be_too_small() -> None:
    assert "tối thứ Ba" in fitting.contact(OURS, fitting.TEAM_BOX, 13)
    crowded = OURS.model_copy(update={"hours": "tối thứ Ba, tối thứ Sáu, sáng Chủ nhật tuần đầu mỗi tháng"})
    assert "tối thứ Ba" not in fitting.contact(crowded, fitting.TEAM_BOX, 13)
    assert "0912 345 678" in fitting.contact(crowded, fitting.TEAM_BOX, 13)


@pytest.mark.press
@pytest.mark.parametrize("name", ["lesson-sheet", "poster", "leaflet"])
def test_a_sheet_carries_the_team_instead_of_lines(name: str) -> None:
    known = formats.load(PRINT / "formats").known
    galley = full(imprint=lesson().imprint.model_copy(update={"team": OURS}))
    data = making.pressed(Order(plan.Handout("E1", "Bài", known[name], (galley,)), PRINT / "formats", PRINT.parent))
    words = heard.folded(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded())
    assert heard.folded(OURS.name) in words
    assert heard.folded("ĐT: 0912 345 678") in words
    assert "Tổcôngnghệsố:" not in words
    assert paper.check(data, known[name].type["smallest"]) == []

