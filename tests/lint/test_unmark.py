"""What exports leave in a lesson is mended, what is not sure stays, and mending twice is mending once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.sample_project import LESSON, sample, with_text

from tungbuoc.lint import check
from tungbuoc.lint.fixes import fix_bytes
from tungbuoc.lint.unmark import unmark

HEAD = "---\ncode: B1\n---\n# T\n\n## Làm thử\n\n"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Bấm **“Gửi” ** rồi chờ.", "Bấm **“Gửi”** rồi chờ."),
        ("Bấm **“Gửi” **rồi chờ.", "Bấm **“Gửi”** rồi chờ."),
        ("Bấm** “Gửi”** rồi chờ.", "Bấm **“Gửi”** rồi chờ."),
        ("**Một** chữ **hai**", "**Một** chữ **hai**"),
        ("Chờ 5\\~10 phút\\.", "Chờ 5~10 phút."),
        ("Gõ `a\\~b` nhé", "Gõ `a\\~b` nhé"),
        ("\\# không là tiêu đề", "\\# không là tiêu đề"),
        ("• một\n• hai", "- một\n- hai"),
        ("– một", "- một"),
        ("-Một", "- Một"),
        ("1) một\n2) hai", "1. một\n2. hai"),
        ("    Bấm nút.", "Bấm nút."),
        ("\tBấm nút.", "Bấm nút."),
        ("Cần có:\n- một", "Cần có:\n\n- một"),
        ("- [X] Cúp máy. — Vì thế.", "- [x] Cúp máy. — Vì thế."),
        ("- [x] Cúp máy. —\n  Vì thế.", "- [x] Cúp máy. — Vì thế."),
        ("Bấm\u00a0nút.", "Bấm nút."),
        ("**chưa đóng", "**chưa đóng"),
        ("a** b **c", "a** b **c"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_sure_is_mended(typed: str, mended: str, end: str) -> None:
    assert unmark((HEAD + typed + "\n").replace("\n", end)) == (HEAD + mended + "\n").replace("\n", end)


def test_screens_and_front_matter_stay() -> None:
    text = "---\naudience: a\\~b\n---\n# T\n\n## Bước 1: A {#48217}\n\nBấm.\n\n```phone\ntitle: a\\~b **c **\n```\n"
    assert unmark(text) == text


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "- a",
            "• b",
            "1) c",
            "    d",
            "**e ** f",
            "g\\.h",
            "- [X] i —",
            "  j",
            "| k |",
            "```",
            "## L",
            "1. m",
            "\t- n",
        ]
    ),
    max_size=9,
)


@given(LINES)
def test_mending_twice_is_mending_once(lines: list[str]) -> None:
    once = unmark(HEAD + "\n".join(lines))
    assert unmark(once) == once


ADVICE = {
    "Tối nay bác lưu thêm **số Công an ** xã, phường.": "U01",
    "Tối nay bác lưu thêm số Công an xã\\, phường.": "U01",
    "    Tối nay bác lưu thêm số Công an xã, phường.": "U02",
}


@pytest.mark.parametrize(("typed", "code"), ADVICE.items())
def test_fix_does_what_its_advice_says(typed: str, code: str) -> None:
    project = with_text(sample(), LESSON, "Tối nay bác lưu thêm số Công an xã, phường.", typed)
    assert code in {problem.code for problem in check(project)}
    mended = fix_bytes(project.files[LESSON])
    project = with_text(project, LESSON, project.files[LESSON].decode(), mended.decode())
    assert [str(problem) for problem in check(project)] == []
