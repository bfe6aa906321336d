"""What `fix` mends: exactly that, once for all, and nothing else in the file."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lint import check, fix
from tungbuoc.lint.fixes import diff, fix_bytes, fix_text
from tungbuoc.permalink import ledger

HOSTS = ("youtu.be", "www.youtube.com")
FIXABLE = {"B01", "B03", "D01", "D02", "D03", "D04", "K02", "K03", "T02"}
PIECES = st.sampled_from(
    [
        "hoà", "khoẻ", "thuỷ", "Uỷ", "đựơc", "đăng kí", "Lí do", '"', '"a"', "“", "”", "`hoà`", '`"`', "[kí số](a.md)",
        "[a](hoà.md)", "**", "ð", "e\u0302\u0301", " ", "\n", "\n\n", "\r\n", "## Bước 1: a", "## Bước 7: b {#10019}",
        "## Bước 07: c", "### Bước 9: d", "```", "```phone\n", "- button: hoà\n", "phone: \"x\"\n",
        "Video: https://youtu.be/dQw4w9WgXcQ?t=5", "Video: hoà.mp4", "---", "\ufeff", "\u2028", "<b \"x\">",
        "[//]: # (bỏ qua S01: hoà)", "| a \"b\" |", "qúy", "gìa"
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("khoẻ, hoà, thuỷ, uỷ ban", "khỏe, hòa, thủy, ủy ban"),
        ("HOÀ và Uỷ", "HÒA và Ủy"),
        ("quý, quỹ, quà, hoàn, thuyền, khoét", "quý, quỹ, quà, hoàn, thuyền, khoét"),
        ("đựơc điện thọai", "được điện thoại"),
        ("đăng kí, Kĩ năng, bác sỹ, tỉ đồng", "đăng ký, Kỹ năng, bác sĩ, tỷ đồng"),
        ('Bấm "Gửi" rồi "Có".', "Bấm “Gửi” rồi “Có”."),
        ('Một dấu " lẻ', 'Một dấu " lẻ'),
        ('“a "b" c”', '“a "b" c”'),
        ('Gõ `"hoà"` vào', 'Gõ `"hoà"` vào'),
        ("[hoà](hoà.md)", "[hòa](hoà.md)"),
        ("e\u0302\u0301 ðọc", "ế đọc"),
        ("# T\n## Bước 3: a\n## Bước 3: b\n", "# T\n## Bước 1: a\n## Bước 2: b\n"),
        ("```\n## Bước 3: hoà \"x\"\n```\n", "```\n## Bước 3: hoà \"x\"\n```\n"),
        ("```phone\nbody:\n  - text: \"hoà\"\n```\n", "```phone\nbody:\n  - text: \"hòa\"\n```\n"),
        ("## Bước 1: a\n\nvideo： <https://youtu.be/dQw4w9WgXcQ?t=5>\n", "## Bước 1: a\n\nVideo: https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5s\n"),
        ("## Bước 1: a\n\nVideo: http://xau.vn/hoà\n", "## Bước 1: a\n\nVideo: http://xau.vn/hoà\n"),
        ("---\naudience: \"khoẻ\"\n---\nkhoẻ", "---\naudience: \"khoẻ\"\n---\nkhỏe"),
        ("\ufeffa\r\nhoà\rhoà", "a\r\nhòa\rhòa"),
        ("Zalo, wifi, VNeID, Đắk Lắk, Huế", "Zalo, wifi, VNeID, Đắk Lắk, Huế"),
    ],
)  # fmt: skip
def test_fix(before: str, after: str) -> None:
    assert fix_text(before, hosts=HOSTS) == after


@given(st.one_of(st.text(), TEXTS))
@settings(max_examples=300)
def test_twice_is_once(text: str) -> None:
    once = fix_text(text, hosts=HOSTS)
    assert fix_text(once, hosts=HOSTS) == once


@given(TEXTS)
@settings(max_examples=300)
def test_only_marks_quotes_i_and_y_and_numbers_change(text: str) -> None:
    """Folded to bare letters, with quotes alike and i as y, all that a reader sees is the same; video lines
    aside.

    Blanks, escapes and the marks of lists may change too: those that no reading consumed are mended.
    """
    lines = [line for line in text.split("\n") if "Video" not in line]
    before, after = "\n".join(lines), fix_text("\n".join(lines), hosts=HOSTS)
    assert _bare(after) == _bare(before)


_LIST_SIGNS = " \t\n\r\f\v\u00a0\\•‣▪●○◦·–—-.)"


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lstrip("\ufeff").replace("ð", "đ"))
    kept = (
        sign
        for sign in letters
        if not unicodedata.combining(sign) and not sign.isdigit() and sign not in _LIST_SIGNS
    )
    return (
        "".join(kept)
        .replace("“", '"')
        .replace("”", '"')
        .replace("y", "i")
        .replace("Y", "I")
        .replace("[X]", "[x]")
    )


@given(st.binary())
def test_bytes_that_are_no_text_come_back(content: bytes) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        bare = content.removeprefix(b"\xef\xbb\xbf")
        assert fix_bytes(content) in (content, bare)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_after_fixing_nothing_fixable_is_left(text: str) -> None:
    project = sample()
    broken = with_file(project, LESSON, project.files[LESSON] + b"\n" + text.encode())
    fixed = fix(broken, rng=Random(3))
    mended = replace(broken, files={**broken.files, **fixed.files})
    told = {
        problem.code
        for problem in check(mended)
        if problem.code != "K02" or "fix»:" in problem.fix  # whose key it is may be for the author to say
    }
    # A straight quote with no partner is for the author: nobody else knows which one is missing.
    assert not told & (FIXABLE - {"D04"})
    assert fix(mended, rng=Random(4)).files == {}


def test_keys_and_rows_of_chosen_files_only() -> None:
    project = sample()
    copy = project.files[LESSON].decode().replace("code: B1", "code: B2").encode()
    two = with_file(with_file(project, "docs/mau/hai.md", copy), "docs/mau/ba.md", copy)
    fixed = fix(two, ["docs/mau/hai.md"], rng=Random(1))
    assert sorted(fixed.files) == ["docs/mau/hai.md", ledger.PATH]
    assert {row.event for row in fixed.rows} == {"issued"}
    assert all(row.code.encode() in fixed.files["docs/mau/hai.md"] for row in fixed.rows)
    assert len(fixed.rows) == 4


def test_a_clean_project_has_nothing_to_fix() -> None:
    fixed = fix(sample(), rng=Random(1))
    assert (fixed.files, fixed.rows, fixed.diff(sample())) == ({}, (), "")


def test_the_diff_shows_what_will_change() -> None:
    project = with_text(sample(), LESSON, "Đọc lại từng số", "Đọc kĩ từng số")
    assert fix(project, rng=Random(1)).diff(project) == (
        f"--- {LESSON}\n+++ {LESSON}\n@@ -53,3 +53,3 @@\n \n-Đọc kĩ từng số **cho thật đúng**.\n+Đọc kỹ từng số **cho thật đúng**.\n \n"
    )


def test_diff_of_a_file_without_a_last_line_break() -> None:
    assert diff("a", b"x", b"y") == "--- a\n+++ a\n@@ -1 +1 @@\n-x\n+y\n"
