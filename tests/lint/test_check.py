"""The whole check: never an exception, stable, silenceable; and the false alarms it must not give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lesson.test_scan import calls
from tests.lint.sample_project import LESSON, sample, with_file, with_text
from tests.lint.test_fixes import TEXTS

from tungbuoc.lesson.problems import in_order
from tungbuoc.lint import check
from tungbuoc.lint.catalogue import CATALOGUE
from tungbuoc.lint.data import PATHS

HOME = "Tối nay bác lưu thêm số Công an xã, phường."
SPICE = st.sampled_from(
    [
        "### q?", "- [x] a", "- [ ] a — b", "## Tự kiểm", "## Lời loa", "## Áp phích", "## Cho người hướng dẫn",
        "- 5 phút: a", "![](x.png)", "[a](b.md#c)", "<script>", "{.x}", "**“Nút”**", "→", "0912345678", "a@b.vn",
        "http://a.vn", "19h30", "\u00a0", "😀", "TOÀN CHỮ HOA", "[//]: # (bỏ qua D10: x)", "\n", "\n\n"
    ]
)  # fmt: skip


@given(st.one_of(st.text(), TEXTS, st.lists(SPICE, max_size=30).map("\n".join)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_never_raises_on_any_text(text: str, inside: bool) -> None:
    project = sample()
    content = project.files[LESSON] + text.encode() if inside else text.encode()
    found = check(with_file(project, LESSON, content))
    assert found == in_order(found)
    assert all(problem.code in CATALOGUE for problem in found)


@given(st.sampled_from(PATHS), st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
@settings(max_examples=100, deadline=None)
def test_never_raises_on_any_data_file(path: str, content: bytes) -> None:
    check(with_file(sample(), path, content))


def test_a_project_without_course_and_data_is_still_checked() -> None:
    project = sample()
    bare = replace(project, course=None, files={LESSON: project.files[LESSON]}, sizes={LESSON: 1})
    codes = {problem.code for problem in check(bare)}
    assert {"K03", "N01", "N04", "Q01"} <= codes


@pytest.mark.parametrize(
    "line",
    [
        "Tối nay bác mở trang vneid.gov.vn, đuôi là .gov.vn.",
        "Tên trang giả hay có dạng “dich-vu-….com”.",
        "Tối nay 19 giờ 30, bác nhắn `TTTB` gửi `156`… rồi đợi.",
        "Bác gọi 156, hoặc 1800 1096, trong 30 phút.",
        "Bác trả 45.000 đồng, đọc 6 số, trang 1/2, ngày 21/11/2026.",
        "Bác xem thẻ ghi NGUYỄN VĂN A, số 000 000 000 000, máy 0900 000 000.",
        "Bác đi đường Trần Hưng Đạo, ghé chợ Bà Rịa.",
        "Bác sĩ và bác Tư bán rau là bạn bè của bác.",
        "Họ nói: “Bạn phải truy cập ngay”, bác cúp máy.",
        "Bác nghe “OTP”, “QR” thì hỏi con cháu.",
        "Xa xa, từ từ, chầm chậm, luôn luôn, nho nhỏ.",
        "Bác ghi khoảng 15–20 số (hay 5 lần), rồi nghỉ.",
        "Bác vào **“Danh bạ”** → **“Lưu”** → **“Danh bạ”**.",
        "Bác gõ A@1, có chữ hoa, chữ thường.",
    ],
)
def test_no_false_alarm(line: str) -> None:
    assert [str(problem) for problem in check(with_text(sample(), LESSON, HOME, line))] == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Tối nay bác gọi 1567.", "R01"),
        ("Tối nay bác gọi +84 912 345 678.", "R01"),
        ("Tối nay bác gọi (028) 3829 1234, hoặc 02838291234.", "R01"),
        ("Tối nay bác gọi 1900.6789.", "R01"),
        ("Tối nay bác gọi 1800.1096.", "R02"),
        ("Tối nay bác mở https://vneid.gov.vn.evil.com.", "R03"),
        ("Tối nay bác mở VNEID-HOTRO.XYZ.", "R03"),
        ("Số của bác là 123 456 789 013.", "R04"),
        ("Tối nay bác lưu số Nguyễn Thị Thu Hà.", "R06"),
        ("Tối nay bác lưu [số](JaVaScRiPt:alert).", "X02"),
        ("Tối nay bác lưu [số](java%73cript:alert).", "X02"),
        ("Tối nay bác lưu [số](data:text/html,x).", "X02"),
        ("Tối nay bác lưu <javascript:alert>.", "X02"),
        ("Tối nay bác lưu <img src=x onerror=alert>.", "X01"),
        ("Tối nay bác lưu <!-- số -->.", "X01"),
        ("Tối nay bác lưu [số](../../ngoai.md).", "A03"),
        ("Tối nay bác lưu [số](/etc/passwd).", "A03"),
        ("Tối nay bác lưu số Сông an.", "D08"),
        ("Tối nay bác mở tàikhoản.", "D12"),
        ("Tối nay bác mở tài khoảng.", "D11"),
        ("Tối nay bác đựơc lưu số.", "D02"),
        ("Tối nay bác lưu số ,nhé.", "D05"),
        ("Tối nay bác lưu số,nhé.", "D05"),
        ("Tối nay bác ra công an quận.", "S13"),
    ],
)
def test_is_told(line: str, code: str) -> None:
    assert code in {problem.code for problem in check(with_text(sample(), LESSON, HOME, line))}


def _silenced(comment: str) -> list[str]:
    line = f"{comment}\nTối nay bác chỉ cần lưu thêm một số."
    return [f"{problem.line} {problem.code}" for problem in check(with_text(sample(), LESSON, HOME, line))]


def test_silencing_one_rule_on_one_line() -> None:
    assert _silenced("[//]: # (bỏ qua S10: trích lời)") == []
    assert _silenced("[//]: # (bỏ qua S10, S11: trích lời)\n") == ["80 Y02"]
    assert _silenced("[//]: # (bỏ qua S11: trích lời)\n") == ["80 Y02", "82 S10"]
    assert _silenced("[//]: # (bỏ qua S10)\n") == ["80 Y01", "82 S10"]
    assert _silenced("[//]: # (bỏ qua B03: x)\n") == ["80 Y01", "82 S10"]
    assert _silenced("[//]: # (một lời nhắn khác)\n") == ["82 S10"]


def test_problems_of_screens_are_told_at_their_line() -> None:
    project = with_text(sample(), LESSON, "value: Cháu nội\n  - field", "value: Trần Thị Hoa\n  - field")
    assert [f"{problem.line} {problem.code}" for problem in check(project)] == ["60 R06"]


LONG = [
    "`",
    "` a ``",
    "[a](",
    "![",
    "](x) ",
    "<a ",
    "{. ",
    "**",
    "* a",
    "_a ",
    "“",
    '"',
    "a, ",
    "0 ",
    "a@",
    "a.",
    "a-",
    "…",
    "NGUYỄN ",
    "→ ",
    "|a",
    "ngườinhà",
    "đ",
]
MANY = [
    "- [ ] a\n",
    "### a?\n",
    "## Bước 1: a\n\nBấm.\n\n",
    "[//]: # (bỏ qua S01: x)\n",
    "[x]: y\n",
    "```\n",
    "1. a\n",
    "## Lời loa\n\na\n",
    "Video: x\n",
]


@pytest.mark.parametrize("piece", [*LONG, *MANY])
def test_long_lines_and_many_lines_come_to_an_end(piece: str) -> None:
    """8,000 times in one place: whatever looked again from every opening to the end would not come back
    within the hour."""
    project = sample()
    check(with_file(project, LESSON, project.files[LESSON] + b"\n" + (piece * 8_000).encode()))


def test_work_grows_with_the_lesson_and_no_faster() -> None:
    project = sample()
    step = "## Bước 1: Mở danh bạ\n\nBấm **“Danh bạ”**.\n\n[//]: # (bỏ qua S01: x)\n\n```phone\ntitle: Máy\n```\n\n"
    small, large = (
        with_file(project, LESSON, project.files[LESSON] + (step * times).encode()) for times in (100, 400)
    )
    for project in (small, large):
        check(project)  # what is cached (scanning has its own test), once
    assert calls(lambda: check(large)) < 5 * calls(lambda: check(small))
