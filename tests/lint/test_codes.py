"""Slips with codes that no single place of a lesson shows: exchanged, renamed after print, rows gone,
lessons in the wrong place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lint import check
from tungbuoc.lint.project import Project
from tungbuoc.permalink import ledger

SHOWN = ("K11", "K12", "L02", "C08")


def _codes(project: Project) -> set[str]:
    return {problem.code for problem in check(project)}


def _told(project: Project, code: str) -> list[str]:
    return [str(problem) for problem in check(project) if problem.code == code]


def test_two_codes_exchanged_between_steps() -> None:
    project = with_text(
        with_text(sample(), LESSON, "danh bạ {#48217}", "danh bạ {#20023}"),
        LESSON,
        "và số {#20023}",
        "và số {#48217}",
    )
    assert _codes(project) == {"K11"}
    assert _told(project, "K11") == [
        f"{LESSON}:22: Sổ mã ghi mã 20023 là “Gõ tên và số”; “Mở danh bạ” là bước của mã 48217. Hai mã đổi chỗ nhầm thì viết cả dòng: "
        "«## Bước 1: Mở danh bạ {#48217}»; bước đổi tên thật thì chạy «tungbuoc fix» và trả lời máy. [K11]",
        f"{LESSON}:50: Sổ mã ghi mã 48217 là “Mở danh bạ”; “Gõ tên và số” là bước của mã 20023. Hai mã đổi chỗ nhầm thì viết cả dòng: "
        "«## Bước 3: Gõ tên và số {#20023}»; bước đổi tên thật thì chạy «tungbuoc fix» và trả lời máy. [K11]",
    ]


def test_a_step_on_paper_that_says_something_else_now() -> None:
    edition = b"lesson,format,edition,date,steps\nB1,lesson-sheet,2,2026-11-20,48217=0a1b2c3d khac=0a1b2c3d\n"
    project = with_file(sample(), "print/editions.csv", edition)
    assert check(project) == []
    assert _codes(with_text(project, LESSON, "Mở danh bạ {", "Mở danh bạ trong máy {")) == set()
    renamed = with_text(project, LESSON, "Bước 1: Mở danh bạ", "Bước 1: Gọi cho con gái")
    assert _told(renamed, "K12") == [
        f"{LESSON}:22: Giấy đã phát (ấn bản 2, 20/11/2026) ghi mã 48217 là “Mở danh bạ”, nay bước này là “Gọi cho con gái”. "
        "Quét giấy cũ vẫn ra đúng việc thì viết ở dòng trên «[//]: # (bỏ qua K12: lý do)»; việc khác thì trả mã 48217 về bước cũ, "
        "để bước này không mã rồi chạy «tungbuoc fix». [K12]"
    ]
    assert _codes(renamed) == {"K12"}
    assert (
        check(
            with_text(
                renamed, LESSON, "## Bước 1:", "[//]: # (bỏ qua K12: vẫn mở danh bạ rồi gọi)\n\n## Bước 1:"
            )
        )
        == []
    )


def test_a_copy_is_not_asked_about_while_its_original_cannot_be_read() -> None:
    edition = b"lesson,format,edition,date,steps\nB1,lesson-sheet,2,2026-11-20,48217=0a1b2c3d khac=0a1b2c3d\n"
    copy = sample().files[LESSON].decode().replace("Bước 1: Mở danh bạ", "Bước 1: Gọi cho con gái").encode()
    project = with_file(with_file(sample(), "print/editions.csv", edition), "docs/mau/chep.md", copy)
    closed = with_file(project, LESSON, sample().files[LESSON].decode().encode("utf-16"))
    assert _codes(closed) == {"T01"}


def test_a_ledger_that_lost_a_row() -> None:
    project = sample()
    whole = project.files[ledger.PATH]
    gone = replace(
        with_file(project, ledger.PATH, whole.replace(b"2026-11-21,20023,issued", b"2026-11-21,20023,moved")),
        committed={ledger.PATH: whole},
    )
    assert [str(problem) for problem in check(gone)] == [
        "print/codes.csv:1: Sổ mã thiếu 1 dòng mà bản đã lưu trong git còn giữ (mã 20023). Chạy «tungbuoc fix» để trả lại các dòng ấy. [L02]"
    ]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("docs/moi/luu-so.md", "thư mục «moi» không phải chủ đề nào trong mkdocs.yml. "
         "Chuyển tệp về thư mục của một chủ đề, hoặc thêm «moi» vào phần topics trong mkdocs.yml."),
        ("docs/luu-so.md", "tệp nằm ngoài các thư mục chủ đề. Chuyển tệp về thư mục của một chủ đề."),
        ("docs/mau/index.md", "index.md là trang của chủ đề. Đổi tên tệp này."),
        ("docs/mau/luu-so.md.txt", "tên tệp không kết thúc bằng «.md». Đổi đuôi tên tệp thành «.md»."),
        ("docs/mau/luu-so.MD", "tên tệp không kết thúc bằng «.md». Đổi đuôi tên tệp thành «.md»."),
        ("docs/mau/luu-so.md.bak", "tên tệp không kết thúc bằng «.md». Đổi đuôi tên tệp thành «.md»."),
    ],
)  # fmt: skip
def test_codes_that_stand_only_where_no_lesson_is_looked_for_stop_a_build_and_are_not_lost(
    path: str, why: str
) -> None:
    project = sample()
    files = {name: content for name, content in project.files.items() if name != LESSON}
    moved = replace(project, files={**files, path: project.files[LESSON]}, sizes={path: 1})
    assert _told(moved, "C08") == [
        f"{path}:22: Mã đã in (48217, 10019 …) chỉ còn ở tệp này, mà tệp không thành bài: {why} [C08]"
    ]
    assert {problem.code for problem in check(moved)} == {"C08", "E05"}, (
        "nothing says that a code is lost, or that the file may go"
    )
