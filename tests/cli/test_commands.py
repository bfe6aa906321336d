"""`new`, `retire`, `fix` and what the parser itself says: asked with what there is to choose from, never
for ever, all in Vietnamese."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.promise.course import FIRST, Course, begin, blocks, key_of

from tungbuoc.cli import main
from tungbuoc.permalink import ledger


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    made = begin(tmp_path, union=True)
    monkeypatch.chdir(tmp_path)
    return made


def _run(*arguments: str, given: str = "") -> Result:
    done = CliRunner().invoke(main, list(arguments), input=given)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done


def _book(course: Course) -> ledger.Ledger:
    return ledger.read(course.read(ledger.PATH))[0]


def _first_code(course: Course) -> str:
    return key_of(blocks(course.read(FIRST))[0])


def test_new_lists_the_topics_first_and_keeps_the_answers_after_a_wrong_one(course: Course) -> None:
    done = _run("new", given="Z\nb\n\nNhắn tin cho con\nlâu\n30\n\n")
    assert done.exit_code == 0, done.output
    asked = done.output.index("Bài thuộc chủ đề nào")
    assert done.output.index("  B  Mẫu\n  C  Khác\n") < asked
    assert "Không có chủ đề «Z». Các chủ đề: B (Mẫu), C (Khác)." in done.output
    assert "Số phút là một số từ 5 đến 120." in done.output
    text = course.read("docs/mau/nhan-tin-cho-con.md")
    assert "code: B2\naudience: mọi người\nminutes: 30\n" in text
    assert not [problem for problem in course.check() if problem.code.startswith("K")], (
        "its codes are in the ledger"
    )


def test_new_does_not_ask_for_ever_and_writes_nothing_when_nobody_answers(course: Course) -> None:
    before = course.lessons(), course.read(ledger.PATH)
    for given in ("", "Z\nY\nX\nB\n", "B\n", "B\nNhắn tin\n"):
        done = _run("new", given=given)
        assert done.exit_code == 2
        assert "Ghi luôn trong lệnh: --" in done.output
    assert (course.lessons(), course.read(ledger.PATH)) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--topic", "Z"], "Không có chủ đề «Z». Các chủ đề: B (Mẫu), C (Khác)."),
        (["--title", "?!"], "Tên bài phải có chữ, như «Gọi video cho con cháu»."),
        (
            ["--title", "Lưu số"],
            "Đã có tệp docs/mau/luu-so.md. Đặt tên bài khác, hoặc tên tệp khác bằng «--name».",
        ),
        (["--minutes", "3"], "Số phút là một số từ 5 đến 120."),
    ],
)
def test_a_wrong_option_of_new_is_told(course: Course, wrong: list[str], said: str) -> None:
    given = {"--topic": "B", "--title": "Nhắn tin", "--minutes": "20", "--audience": "bác"} | dict([wrong])
    done = _run("new", *(part for pair in given.items() for part in pair))
    assert (done.exit_code, done.output) == (2, f"Lỗi: {said}\n")


def test_a_lessons_code_that_stands_on_paper_is_not_given_again(course: Course) -> None:
    row = "2026-01-01,55551,issued,B7,Việc cũ,,\n2026-01-02,55551,retired,B7,Việc cũ,,\n"
    course.write(ledger.PATH, course.read(ledger.PATH) + row)
    _run("new", "--topic", "B", "--title", "Nhắn tin", "--minutes", "20", "--audience", "bác")
    assert "code: B8\n" in course.read("docs/mau/nhan-tin.md")


def test_a_live_step_is_not_retired_by_a_slip(course: Course) -> None:
    code = _first_code(course)
    done = _run("retire", code, "--yes")
    assert done.exit_code == 2
    assert f"Bước mang mã {code} vẫn còn trong bài" in done.output
    assert code in _book(course).live


@pytest.mark.parametrize("typed", ["{}", "{{#{}}}", "#{}", "tungbuoc.vn/{}/", " {} "])
def test_a_code_may_be_typed_as_it_is_found(course: Course, typed: str) -> None:
    code = _first_code(course)
    text = course.read(FIRST)
    course.write(FIRST, text.replace(blocks(text)[0], ""))
    done = _run("retire", typed.format(code), given="có\n")
    assert done.exit_code == 0, done.output
    assert f"Mã {code}: “" in done.output
    assert "Đã in: ấn bản 1" in done.output
    assert _book(course).state[code].event == "retired"


def test_a_retirement_is_asked_corrected_and_undone(course: Course) -> None:
    text = course.read(FIRST)
    gone, other, third = (key_of(step) for step in blocks(text)[:3])
    course.write(FIRST, text.replace(blocks(text)[0], ""))
    assert _run("retire", gone, given="").exit_code == 2, "nobody answers"
    assert _run("retire", gone, given="k\n").output.endswith("Chưa ghi gì.\n")
    assert gone in _book(course).live
    for wrong, said in (
        (gone, "không thay cho chính nó được"),
        ("12345", "chữ số cuối không khớp"),
        ("55551", "đang dùng"),
    ):
        done = _run("retire", gone, "--by", wrong, "--yes")
        assert (done.exit_code, said in done.output) == (2, True), done.output
    for by in (other, third):
        assert _run("retire", gone, "--by", by, "--yes").exit_code == 0
        assert _book(course).retired[gone].replaced_by == by
    assert "Sửa mã thay: thêm «--by MÃ». Dùng lại: thêm «--undo»." in _run("retire", gone, "--yes").output
    assert _run("retire", gone, "--undo", "--yes").exit_code == 0
    assert gone in _book(course).live
    assert {problem.code for problem in course.check()} >= {"K04"}


def test_commands_say_so_when_the_configuration_cannot_be_read(course: Course) -> None:
    course.write("mkdocs.yml", "a: 'b\n")
    for arguments in (["retire", _first_code(course)], ["new", "--topic", "B"]):
        done = _run(*arguments)
        assert done.exit_code == 1
        assert (
            done.output
            == "Lỗi: mkdocs.yml:1: Không đọc được mkdocs.yml. Ngoặc ' mở ở dòng này chưa đóng. Thêm ' ở cuối, hoặc bỏ ' ở đầu. [C06]\n"
        )
    done = _run("fix", "--yes")
    assert done.output.splitlines()[:2] == ["Không có gì máy tự sửa được.", "Chưa làm được, cần bạn xem:"]


CALLS = [
    (["chek"], "Không có lệnh «chek». Có phải bạn muốn viết «check»?"),
    (["retire"], "Thiếu «MÃ»."),
    (["retire", "48217", "--bi", "3"], "Không có mục «--bi». Có phải bạn muốn viết «--by»?"),
    (["retire", "48217", "--by"], "Mục «--by» ghi thiếu hoặc thừa giá trị."),
    (["retire", "1", "2", "3"], "Thừa «2 3» ở cuối lệnh."),
    (["check", "--format", "x"], "Mục «--format» ghi chưa đúng. Các từ dùng được: terminal, github, json."),
]


@pytest.mark.parametrize(("arguments", "said"), CALLS)
def test_a_command_called_wrong_is_told_in_vietnamese(
    course: Course, arguments: list[str], said: str
) -> None:
    done = _run(*arguments)
    assert done.exit_code == 2
    assert f"Lỗi: {said}\n" in done.output
    assert not re.search(r"Usage|Error|Try|option|argument", done.output)


def _every(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [
        path,
        *(
            one
            for name, sub in getattr(command, "commands", {}).items()
            for one in _every(sub, (*path, name))
        ),
    ]


@pytest.mark.parametrize("path", _every(main), ids=" ".join)
def test_the_help_of_every_command_is_vietnamese(path: tuple[str, ...]) -> None:
    done = _run(*path, "--help")
    assert done.exit_code == 0
    assert done.output.startswith("Cách gọi: ")
    assert not re.search(
        r"Usage|Options|Commands|Show |required|default|INTEGER|DIRECTORY|\bTEXT\b|\bPATH\b|\bFILE\b",
        done.output,
    )


def test_without_a_command_the_help_is_shown() -> None:
    done = _run()
    assert done.exit_code == 2
    assert done.output == _run("--help").output
