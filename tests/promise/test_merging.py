"""Two branches that both add a lesson: each code keeps its step, whether git joins the logs or leaves
marks in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.promise.course import Course, begin

from tungbuoc.permalink import editions, ledger


def _new(course: Course, title: str, branch: int) -> None:
    course.branch = branch
    course.call("new", "--topic", "B", "--title", title, "--minutes", "20", "--audience", "mọi người")
    course.call("fix", "--yes")
    course.commit()


@pytest.mark.parametrize("union", [True, False])
def test_both_branches_take_one_code_for_a_new_lesson(tmp_path: Path, union: bool) -> None:
    course = begin(tmp_path, union=union)
    course.git("switch", "-qc", "kia")
    _new(course, "Nhắn tin cho con", 1)
    course.git("switch", "-q", "chinh")
    _new(course, "Nghe nhạc cũ", 0)
    assert (course.git("merge", "-q", "kia") == 0) is union
    assert (
        course.read("docs/mau/nhan-tin-cho-con.md").count("code: B2")
        == course.read("docs/mau/nghe-nhac-cu.md").count("code: B2")
        == 1
    )
    if not union:
        assert [(problem.path, problem.code) for problem in course.check()] == [(ledger.PATH, "T15")]
        course.call("fix", "--yes")
    else:
        told = [str(problem) for problem in course.check() if problem.code == "K08"]
        assert told == ["docs/mau/nhan-tin-cho-con.md:2: Mã bài B2 đã dùng ở docs/mau/nghe-nhac-cu.md. "
                        "Chạy «tungbuoc fix»: bài này có mã bài mới (B3). [K08]"]  # fmt: skip
        course.call("fix", "--yes")
    assert "code: B2" in course.read("docs/mau/nghe-nhac-cu.md"), (
        "whose branch it was merged into keeps the code"
    )
    assert "code: B3" in course.read("docs/mau/nhan-tin-cho-con.md")
    assert not {problem.code for problem in course.check()} & {
        "K02",
        "K03",
        "K04",
        "K08",
        "L01",
        "L02",
        "T15",
    }
    book = ledger.read(course.read(ledger.PATH))[0]
    assert {row.lesson for row in book.live.values()} == {"B1", "B2", "B3", "C1"}
    assert len(book.live) == 16


def test_marks_in_both_logs_are_taken_out_and_every_row_stays(tmp_path: Path) -> None:
    course = begin(tmp_path, union=False)
    course.git("switch", "-qc", "kia")
    _new(course, "Nhắn tin cho con", 1)
    course.release()
    course.commit()
    course.git("switch", "-q", "chinh")
    _new(course, "Nghe nhạc cũ", 0)
    course.release()
    course.commit()
    assert course.git("merge", "-q", "kia") == 1
    marked = {path: course.read(path) for path in (ledger.PATH, editions.PATH)}
    assert all("<<<<<<<" in text for text in marked.values())
    course.call("fix", "--yes")
    for path, text in marked.items():
        rows = {line for line in text.splitlines() if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))}
        assert rows <= set(course.read(path).splitlines()), path
        assert "<<<<<<<" not in course.read(path)
    assert not {problem.code for problem in course.check()} & {
        "K02",
        "K03",
        "K04",
        "K08",
        "L01",
        "L02",
        "P30",
        "T15",
    }
