"""Lists of ward teams as spreadsheets save them, and rows that would print a dead number or worse."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest

from tungbuoc.press import teams
from tungbuoc.press.stamping import Team

PRINT = Path(__file__).parents[2] / "print"
HEAD = "team,place,phone,hours\n"
ROW = "Tổ công nghệ số thôn Mẫu,Nhà văn hóa,0912 345 678,tối thứ Ba và thứ Sáu\n"
OURS = Team(
    name="Tổ công nghệ số thôn Mẫu", place="Nhà văn hóa", phone="0912 345 678", hours="tối thứ Ba và thứ Sáu"
)
WHOLE = "team,phone,place,hours,ward,link\n"


def _files(local: str = "", example: str = "") -> dict[str, bytes]:
    return {path: text.encode() for path, text in zip(teams.FILES, (local, example), strict=True) if text}


def _read(data: bytes) -> tuple[list[Team], list[str]]:
    found, problems = teams.read([(teams.FILES[0], data)])
    return [listed.team for listed in found.values()], [
        f"{problem.line} {problem.text}" for problem in problems
    ]


def _old_page(text: str) -> bytes:
    """As an old spreadsheet saves Vietnamese: letters of the code page, tones after them."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            (tone,) = set(parts) & set("\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode(
                "cp1258"
            )
    return out


def test_no_name_changes_nothing() -> None:
    assert teams.find(_files(HEAD + "Tổ,1,2\n"), "") == (None, [])


def test_the_local_list_stands_before_the_example() -> None:
    assert teams.find(_files(HEAD + ROW, HEAD + ROW.replace("0912", "0900")), OURS.name) == (OURS, [])


def test_an_unknown_team_is_told_with_the_nearest_name() -> None:
    team, (problem,) = teams.find(_files(example=HEAD + ROW), "Tổ công nghệ số thôn Mau", 7)
    assert team is None
    assert (problem.line, problem.code, problem.severity) == (7, "P14", "error")
    assert OURS.name in problem.fix


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "encoded",
    [str.encode, lambda text: codecs.BOM_UTF8 + text.encode(), lambda text: text.encode("utf-16"), _old_page],
)
def test_lists_are_read_as_spreadsheets_save_them(separator: str, end: str, encoded: object) -> None:
    text = (HEAD + ROW).replace(",", separator).replace("\n", end)
    assert _read(encoded(text)) == ([OURS], [])  # type: ignore[operator]


def test_columns_stand_in_any_order_and_only_two_are_needed() -> None:
    assert _read("phone,team\n0912 345 678,Tổ Một\n".encode()) == ([Team("Tổ Một", "0912 345 678")], [])
    text = WHOLE + "Tổ Một,0912 345 678,,,Phường Mẫu,https://to.example/1\n"
    found, _ = teams.read([(teams.FILES[0], text.encode())])
    assert (found["Tổ Một"].ward, found["Tổ Một"].team.link) == ("Phường Mẫu", "https://to.example/1")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("ten,so\nTổ,1\n", 1, "thiếu cột team, phone"),
        (HEAD.replace("hours", "gio"), 1, "cột lạ hoặc lặp: gio"),
        ("", 1, "thiếu cột"),
        (HEAD + "Tổ,Nhà,0912 345 678,tối,thừa\n", 2, "có 5 ô"),
        (HEAD + "Tổ Một\n", 2, "Cột phone: số điện thoại «» của tổ «Tổ Một» không gọi được"),
        (HEAD + ROW.replace("Tổ công nghệ số thôn Mẫu", ""), 2, "Cột team: còn trống"),
        (HEAD + ROW + ROW.replace("0912 345 678", "912345678").replace("Mẫu", "Hai"), 3, "mất số 0"),
        (HEAD + ROW.replace("0912 345 678", "hỏi bác Tư"), 2, "không gọi được"),
        (HEAD + ROW.replace("Mẫu", "Mẫu " * 20), 2, "dài quá ô"),
        (HEAD + ROW.replace("Mẫu", "M" * 10_000), 2, "chữ, nhiều nhất 200"),
        (HEAD + ROW.replace("Tổ công", '"=HYPERLINK(""x"")"'), 2, "công thức"),
        (HEAD + ROW.replace("Nhà văn hóa", "@nhà"), 2, "Cột place: «@nhà»"),
        (HEAD + ROW.replace("Mẫu", "M\x07u"), 2, "U+0007"),
        (HEAD + ROW.replace("Mẫu", "M\u202eẫu"), 2, "U+202E"),
        (HEAD + ROW.replace("Mẫu", "<b>Mẫu</b>"), 2, "mã trang mạng"),
        (HEAD + ROW.replace("Mẫu", "Mẫu 中"), 2, "không có chữ «中»"),
        (HEAD + ROW + ROW.replace("Tổ", "TỔ"), 3, "đã có ở dòng 2"),
        (WHOLE + "Tổ Một,0912 345 678,,,,http://x\n", 2, "Cột link"),
        (WHOLE + f"Tổ Một,0912 345 678,,,,https://{'x' * 60}\n", 2, "Cột link"),
        (HEAD + '"Tổ' + "x" * 200_000, 2, "không có dấu đóng"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_printed_is_told_with_line_and_column_and_the_others_stay(
    text: str, line: int, told: str
) -> None:
    found, problems = teams.read([(teams.FILES[0], text.encode())])
    (problem,) = problems
    assert (problem.line, problem.code, problem.severity) == (line, "P15", "error")
    assert told in problem.text
    assert len(problem.text) < 200
    assert len(found) == line - 2 if line > 1 else not found


def test_a_sample_number_is_told_and_kept() -> None:
    (team,), (told,) = _read((HEAD + ROW.replace("0912 345 678", "0900 000 000")).encode())
    assert team.phone == "0900 000 000"
    assert "số mẫu" in told


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", bytes(range(256)), b"\x00" * 50])
def test_what_is_no_list_is_told(data: bytes) -> None:
    assert _read(data)[0] == []
    assert _read(data)[1] != []


def test_the_example_in_git_is_read_without_a_word() -> None:
    found, problems = teams.read([(teams.FILES[1], (PRINT / "teams.csv").read_bytes())])
    assert list(found) == ["Tổ công nghệ số thôn Mẫu"]
    assert problems == []
