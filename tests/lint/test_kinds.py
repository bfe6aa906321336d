"""Kinds of slips, several members each, grafted one at a time into a lesson that is otherwise perfect."""

from __future__ import annotations

import pytest
from tests.lint.sample_project import LESSON, sample, with_text

from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.scan import scan
from tungbuoc.lint import check

TRY = "Tối nay bác lưu thêm số Công an xã, phường."
PREPARE = "- Điện thoại, giấy ghi số của con cháu."
POSTER = "**Cúp máy.**\n\n1. Gọi số đã lưu."
PLAN = "- 5 phút: Khởi động. Hỏi ai hay quên số."
RIGHT = "- [x] Cúp máy, gọi số đã lưu. — Số đã lưu mới chắc là con."
TITLE = "## Bước 4: Lưu lại {#30031}"

TOLD = [
    ("U01", TRY, "Tối nay bác lưu thêm **số Công an xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm ~~số Công an~~ xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm ==số Công an== xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm [số Công an] (luu-so.md) xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm [[số Công an]] xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm số Công an xã, phường[^1]."),
    ("U01", TRY, "Tối nay bác lưu thêm 2\\~3 số Công an xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm __số Công an__ xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm [ ] số Công an xã, phường.".replace("[ ] số", "[]số")),
    ("U01", TRY, "Tối nay bác lưu thêm `số Công an xã, phường."),
    ("U01", TRY, "Tối nay bác lưu thêm số &nbsp;Công an xã, phường."),
    ("U01", TITLE, "## Bước 4: Lưu **lại** {#30031}"),
    ("U01", TITLE, "## Bước 4: Lưu [lại](luu-so.md) {#30031}"),
    ("U01", "title: Danh bạ", "title: Danh bạ **mới**"),
    ("U01", "- Gõ xong, đọc lại từng số.", "- Gõ xong, đọc ** lại** từng số."),
    ("U02", TRY, "     Tối nay bác lưu thêm số Công an xã, phường."),
    ("U02", TRY, "\tTối nay bác lưu thêm số Công an xã, phường."),
    ("U03", TRY, f"{TRY}\n\n***"),
    ("U03", TRY, f"{TRY}\n\n~~~text\nTTTB\n~~~"),
    ("U03", TRY, f"{TRY}\n\n```phone\ntitle: Danh bạ\nbody:\n  - row: Con gái\n```"),
    ("U04", PREPARE, f"{PREPARE}\n    - Bút."),
    ("U04", PREPARE, f"{PREPARE}\n   + Bút."),
    ("U04", PREPARE, f"{PREPARE}\n\n  Thêm cây bút."),
    ("U05", POSTER, POSTER.replace("1.", "2.")),
    ("U06", PREPARE, PREPARE.replace("- ", "– ")),
    ("U06", PREPARE, PREPARE.replace("- ", "-")),
    ("U06", PREPARE, PREPARE.replace("- ", "· ")),
    ("U06", PLAN, PLAN.replace("- ", "1) ")),
    ("U07", "Tên người nhà: ________", "| Tên | Số |\n| Con gái | ____ |"),
    ("U07", "Tên người nhà: ________", "| Tên | Số |\n| --- | --- |\n| Con gái |"),
]


@pytest.mark.parametrize(("code", "place", "slip"), TOLD)
def test_the_slip_is_told_with_its_line(code: str, place: str, slip: str) -> None:
    project = with_text(sample(), LESSON, place, slip)
    start = sample().files[LESSON].decode().partition(place)[0].count("\n") + 1
    found = [problem for problem in check(project) if problem.code == code and problem.path == LESSON]
    assert found
    assert all(start <= problem.line <= start + slip.count("\n") for problem in found)
    assert all(problem.severity == "error" for problem in found)


READ = [
    (RIGHT, RIGHT.replace("[x]", "[X]"), RIGHT),
    (RIGHT, RIGHT.replace(" — ", " —\n  "), RIGHT),
    (RIGHT, RIGHT.replace(" — ", "\n  — "), RIGHT),
    (POSTER, POSTER.replace(".**\n\n1.", ".**\n1."), POSTER),
    (PREPARE, PREPARE.replace("- ", "* "), PREPARE),
    (PREPARE, PREPARE.replace("- ", "+   "), PREPARE),
    (PREPARE, PREPARE.replace("- ", "   - "), PREPARE),
    (PREPARE, PREPARE.replace("giấy ghi", "giấy\nghi"), PREPARE),
    (TRY, TRY.replace("số Công", "số\n  Công"), TRY),
]


@pytest.mark.parametrize(("place", "slip", "same"), READ)
def test_the_slip_is_read_as_it_is_meant(place: str, slip: str, same: str) -> None:
    meant = with_text(sample(), LESSON, place, same).files[LESSON].decode()
    typed = with_text(sample(), LESSON, place, slip).files[LESSON].decode()
    assert to_markdown(scan(typed, LESSON).lesson) == to_markdown(scan(meant, LESSON).lesson)
    assert [
        problem for problem in check(with_text(sample(), LESSON, place, slip)) if problem.severity == "error"
    ] == []


@pytest.mark.parametrize("reader", ["bác", "cô chú", "bạn", "bà con"])
def test_the_outcomes_are_one_kind_whatever_the_reader_is_called(reader: str) -> None:
    source = sample().files[LESSON].decode().replace("Học xong, bác làm được", f"Học xong, {reader} làm được")
    section = scan(source, LESSON).lesson.section("outcomes")
    assert section is not None
    assert section.title == f"Học xong, {reader} làm được"
