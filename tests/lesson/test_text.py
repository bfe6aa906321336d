"""One way to read a file: its text, or one problem that names the encoding and the way to mend it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.limits import DEEPEST_QUOTE, LONGEST_LINE, MOST_MARKS, check_limits
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.text import LONGEST, LONGEST_TABLE, read_source, read_text

TONES = "\u0300\u0301\u0303\u0309\u0323"
VIETNAMESE = "Bài này dạy bà con cài ứng dụng\nĐọc kỹ từng bước, đừng vội\n"


def _cp1258(text: str) -> bytes:
    """As Windows wrote Vietnamese: letters with their vowel mark in one byte, the tone in the next."""
    apart = [unicodedata.normalize("NFD", letter) for letter in text]
    marks = ["".join(sign for sign in letter if sign in TONES) for letter in apart]
    bare = ["".join(sign for sign in letter if sign not in TONES) for letter in apart]
    return "".join(
        unicodedata.normalize("NFC", letter) + tone for letter, tone in zip(bare, marks, strict=True)
    ).encode("cp1258")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            _cp1258("Bước một\n"),
            "docs/a.md:1: Tệp lưu bằng mã Windows-1258 (mã chữ Việt đời cũ), không phải UTF-8.",
        ),
        (
            b"Buoc\r\rM\xdd",
            "docs/a.md:3: Tệp lưu bằng mã Windows-1258 (mã chữ Việt đời cũ), không phải UTF-8.",
        ),
        (
            VIETNAMESE.encode("utf-16"),
            "docs/a.md:1: Tệp lưu bằng mã UTF-16 (Notepad gọi là «Unicode»), không phải UTF-8.",
        ),
        (
            VIETNAMESE.encode("utf-16-be"),
            "docs/a.md:1: Tệp lưu bằng mã UTF-16 (Notepad gọi là «Unicode»), không phải UTF-8.",
        ),
        (
            VIETNAMESE.encode("utf-16-le"),
            "docs/a.md:1: Tệp lưu bằng mã UTF-16 (Notepad gọi là «Unicode»), không phải UTF-8.",
        ),
        (
            VIETNAMESE.encode("utf-32"),
            "docs/a.md:1: Tệp lưu bằng mã UTF-32 (Notepad gọi là «Unicode»), không phải UTF-8.",
        ),
        (b"a\nb\xff\xfe\xfd\xfc", "docs/a.md:2: Tệp không phải mã UTF-8."),
    ],
)
def test_other_encodings_are_told_by_name(content: bytes, told: str) -> None:
    problem = read_text(content, "docs/a.md")
    assert isinstance(problem, Problem)
    fix = "Mở bằng Notepad, chọn «Lưu thành» (Save as), ở ô «Mã hóa» (Encoding) chọn «UTF-8»."
    assert str(problem) == f"{told} {fix} [T01]"


def test_a_table_is_saved_anew_in_the_spreadsheet() -> None:
    problem = read_text("Tổ".encode("utf-16"), "print/teams.csv")
    assert isinstance(problem, Problem)
    assert problem.fix == "Trong bảng tính, chọn «Lưu thành» (Save as), rồi chọn «CSV UTF-8»."


def test_a_zero_byte_is_told_with_its_line() -> None:
    problem = read_text(b"a\r\nb\rc\0", "docs/nut.yml")
    assert isinstance(problem, Problem)
    assert (problem.line, problem.code) == (3, "T07")


def test_a_table_may_be_longer_than_a_text() -> None:
    assert isinstance(read_text(b"a" * (LONGEST + 1), "print/codes.csv"), str)
    for path, longest in (("docs/a.md", LONGEST), ("print/codes.csv", LONGEST_TABLE)):
        problem = read_text(b"a" * (longest + 1), path)
        assert isinstance(problem, Problem)
        assert problem.code == "T04"


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=200),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_text_comes_through_whatever_ends_its_lines(text: str, end: str) -> None:
    text = text.replace("\r", "").removeprefix("\ufeff")
    for mark in ("", "\ufeff"):
        data = (mark + text.replace("\n", end)).encode()
        if not isinstance(read_text(data, "a.md"), Problem):  # some texts look like another encoding's mark
            assert read_text(data, "a.md") == text
            assert read_source(data, "a.md") == data.decode()


@given(st.binary(max_size=300))
def test_reading_never_raises_and_always_says_what_is_wrong(data: bytes) -> None:
    found = read_text(data, "docs/a.md")
    assert isinstance(found, (str, Problem))


BAD = {
    "stars": "*a" * 1000,
    "brackets": "[" * 5000,
    "quotes": "> " * 300 + "a",
    "glued quotes": ">" * 300 + "a",
    "ticks": "`" * 301,
    "a long line": "a " * 3000,
    "an indent": " " * 41 + "- a",
    "tabs": "\t" * 11 + "- a",
    "stars over lines": "\n".join(["*a"] * 1000),
    "tags": "<a " * 300,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_too_deep_or_too_long_is_told_with_its_line(name: str) -> None:
    problem = check_limits(f"# Tên\n\n{BAD[name]}\n", "docs/a.md")
    assert problem
    assert problem.code == "T08"
    assert problem.line >= 3
    assert scan_bytes(f"# Tên\n\n{BAD[name]}\n".encode(), "docs/a.md").problems == (problem,)


def test_limits_are_what_they_say() -> None:
    assert check_limits("a" * LONGEST_LINE, "a.md") is None
    assert check_limits("> " * DEEPEST_QUOTE + "a", "a.md") is None
    assert check_limits("*" * MOST_MARKS, "a.md") is None
    assert check_limits("*" * (MOST_MARKS + 1), "a.md")
    assert check_limits("\n".join(["- **a** và **b**"] * 500), "a.md") is None
    assert check_limits("```\n" + " " * 80 + "a\n```", "a.md") is None
