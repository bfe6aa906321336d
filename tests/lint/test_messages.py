"""Messages that new editors stumbled over: each names the slip itself, once, and what it says to write is
right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from tests.lint.sample_project import LESSON, TODAY, sample, with_file, with_text

from tungbuoc import lint, project
from tungbuoc.lint import check, fix
from tungbuoc.lint.data import BUTTONS
from tungbuoc.lint.project import read_project


def _told(text: str, new: str) -> list[str]:
    return [
        str(problem).removeprefix(f"{LESSON}:") for problem in check(with_text(sample(), LESSON, text, new))
    ]


@pytest.mark.parametrize(
    "spoilt", ["##\u00a0Làm thử", "## Làm\u00a0thử", "## Làm\u200b thử", "## Làm thử\u00ad"]
)
def test_a_blank_nobody_sees_in_a_title_is_told_as_that_alone(spoilt: str) -> None:
    told = _told("## Làm thử", spoilt)
    assert len(told) == 1
    assert told[0].startswith("78: Có ")
    assert told[0].endswith(": «## Làm thử». [D09]")
    line = told[0].partition(": «")[2].partition("»")[0]
    assert check(with_text(sample(), LESSON, "## Làm thử", line)) == []


def test_an_unknown_button_comes_with_the_line_to_paste() -> None:
    project = with_text(sample(), LESSON, "Bấm **“Tạo liên hệ mới”**", "Bấm **“Chọn tệp”**")
    project = with_text(project, LESSON, "button: Tạo liên hệ mới", "button: Chọn tệp")
    (found,) = [problem for problem in check(project) if problem.code == "N01"]
    assert (
        found.fix
        == 'Viết đúng như trên máy rồi thêm dòng này vào docs/nut.yml: «- {name: "Chọn tệp", app: "", fact: "", tried: ""}».'
    )
    row = found.fix.partition("«")[2].removesuffix("».")
    pasted = with_file(project, BUTTONS, project.files[BUTTONS] + f"{row}\n".encode())
    assert {problem.code for problem in check(pasted)} == {"E05"}, (
        "only the name that was there before is left over"
    )


def test_no_far_name_is_suggested() -> None:
    project = with_file(
        sample(),
        BUTTONS,
        sample().files[BUTTONS] + '- {name: "Chặn", app: "", fact: "", tried: ""}\n'.encode(),
    )
    told = [
        problem.fix
        for problem in check(with_text(project, LESSON, "“Tạo liên hệ mới”", "“Chọn tệp”"))
        if problem.code == "N01"
    ]
    assert all("Chặn" not in text for text in told)
    assert len(told) == 1


@pytest.mark.parametrize("word", ["CCCD", "UBND", "CMND"])
def test_what_is_not_to_be_shortened_is_told_in_one_way(word: str) -> None:
    told = _told("Tối nay bác", f"Tối nay bác mang {word}")
    assert [text.rpartition(" ")[2] for text in told] == ["[S12]"]


def test_a_word_without_end_is_cut() -> None:
    (text,) = _told("Tối nay bác", f"Tối nay bác {'ngh' * 40}")
    assert len(text) < 200
    assert f"{('ngh' * 40)[:40]}…" in text
    (line,) = _told("Tối nay bác", f"Tối nay bác {'k' * 9000}")
    assert line.startswith("80: Dòng này dài 9.044 chữ, quá 5.000, máy không đọc.")


@pytest.mark.parametrize(
    ("content", "line", "text"),
    [
        (
            "site_name: a\nplugins:\n\t- tungbuoc/lessons\n",
            3,
            "Không đọc được mkdocs.yml. Dòng này thụt vào bằng dấu tab.",
        ),
        ('site_name: "a\nplugins: []\n', 1, 'Không đọc được mkdocs.yml. Ngoặc " mở ở dòng này chưa đóng.'),
        ("site_name: a\n", 1, "mkdocs.yml chưa có phần «tungbuoc/lessons»."),
        (
            "<<<<<<< HEAD\nsite_name: a\n=======\nsite_name: b\n>>>>>>> b\n",
            1,
            "Git để lại hai bản của cùng một đoạn ở đây (và ở dòng 5).",
        ),
        ("a\0b", 1, "Tệp có ký tự rỗng (NUL): chép hỏng, hoặc không phải tệp chữ."),
        (None, 1, "Không đọc được mkdocs.yml."),
    ],
)
def test_a_configuration_that_cannot_be_read_is_told_alone(
    tmp_path: Path, content: str | None, line: int, text: str
) -> None:
    for path, data in {
        **sample().files,
        "docs/gioi-thieu.md": b'# A\n\nTu\' do "x".\n',
        "docs/a/index.md": b"# B\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    if content is None:
        (tmp_path / "mkdocs.yml").unlink()
    else:
        (tmp_path / "mkdocs.yml").write_text(content, "utf-8")
    reading = project.read(tmp_path, today=TODAY, environ={})
    assert [(problem.path, problem.line, problem.text) for problem in reading.problems] == [
        ("mkdocs.yml", line, text)
    ]
    found = read_project(tmp_path, today=TODAY, environ={})
    assert [(problem.line, problem.text) for problem in check(found)] == [(line, text)]
    mended = fix(found, rng=Random(1))
    assert mended.files == {}, "nobody knows which files are lessons"
    assert [problem.text for problem in mended.left] == [text]


def test_a_problem_of_the_configuration_beside_which_lessons_are_known_hides_nothing() -> None:
    found = with_text(sample(), LESSON, "Bước 1: Mở danh bạ {#48217}", "Bước 1: Mở danh bạ")
    assert lint.unconfigured(replace(found, problems=())) == []
    assert {problem.code for problem in check(found)} == {"B03"}
