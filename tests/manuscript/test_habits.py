"""A lesson as people type it in Word → a lesson that `check` accepts after `fix`, and the way back to
Word."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.sample_project import TODAY, sample, with_file
from tests.manuscript.habits import ALL

from tungbuoc.lesson import grammar
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint import Project, check, fix, only
from tungbuoc.lint.freshness import buttons
from tungbuoc.manuscript.arrival import read
from tungbuoc.manuscript.draft import About, draft, planned, steps_of
from tungbuoc.manuscript.export import docx
from tungbuoc.manuscript.outline import outline
from tungbuoc.permalink.keys import mint

PATH = "docs/mau/moi.md"
WORDS = Wording(reader="bác", team="Tổ công nghệ số")
KEYS = tuple(mint(set(), Random(i)) for i in range(8))
ROOT = Path(__file__).parents[2]


def made(data: bytes, name: str, *, code: str = "B1") -> tuple[str, list[str]]:
    """The lesson's text and what was told."""
    text, notes = read(data, name)
    found = outline(text)
    about = About(code, found.title, found.audience or "mọi người", found.minutes or planned(found) or 25)
    return draft(
        found,
        about,
        keys=KEYS[: len(steps_of(found))],
        known=buttons(sample()),
        today=TODAY,
        words=WORDS,
        offline=True,
    ), [
        *notes,
        *found.notes,
    ]


def fixed(text: str) -> Project:
    """A course of that lesson alone, after `fix`."""
    project = sample()
    alone = {
        path: content for path, content in project.files.items() if not path.endswith((".md", "codes.csv"))
    }
    project = replace(project, files={**alone, PATH: text.encode()}, sizes={PATH: len(text.encode())})
    for path, content in fix(project, rng=Random(1)).files.items():
        project = with_file(project, path, content)
    return project


@pytest.mark.parametrize("name", ALL)
def test_after_fix_check_asks_only_for_what_the_writer_left_out(name: str) -> None:
    text, _ = made(ALL[name](), name)
    project = fixed(text)
    told = only(check(project), [PATH])
    assert [str(problem) for problem in told if problem.code != "Y03"] == []
    lesson = scan_bytes(project.files[PATH], PATH).lesson
    assert lesson.title == "Lưu số người nhà vào máy"
    assert [step.title for step in lesson.steps] == ["Mở danh bạ", "Thêm tên mới", "Gõ tên và số", "Lưu lại"]
    assert {section.kind for section in lesson.sections} >= set(grammar.REQUIRED)


@pytest.mark.parametrize("name", [name for name in ALL if name != "libre.odt"])
def test_habits_of_one_lesson_meet_in_one_text(name: str) -> None:
    wanted, said = (
        scan_bytes(fixed(made(ALL[which](), which)[0]).files[PATH], PATH).lesson
        for which in ("styles.docx", name)
    )
    for kind in (grammar.OUTCOMES, grammar.PREPARE, grammar.TRY, grammar.BEWARE, grammar.REMEMBER):
        assert _words(said, kind) == _words(wanted, kind) != []
    quiz = said.section(grammar.QUIZ)
    assert quiz
    assert [
        sum(item.mark == "x" for item in block.items) for block in quiz.body.blocks if hasattr(block, "items")
    ] == [1, 1, 1]


def test_what_was_never_written_stands_there_to_be_filled_in() -> None:
    text, _ = made(ALL["libre.odt"](), "libre.odt")
    for kind in (grammar.PREPARE, grammar.TRY, grammar.TROUBLE, grammar.TRAINER):
        assert re.search(rf"^## {grammar.TITLES[kind]}\n\n\[//\]: # \(điền: ", text, re.MULTILINE), kind
    assert text.count("vẽ màn hình của bước này") == 4


def test_a_picture_in_markdown_stays_out() -> None:
    text, notes = made(ALL["google.md"](), "google.md")
    assert notes == ["Hình 1 không chép vào bài: vẽ lại bằng khối phone ở chỗ có dòng «điền»."]
    assert "base64" not in text
    assert "[//]: # (điền: hình 1 của bản gốc ở chỗ này, vẽ lại bằng khối phone)" in text


def test_what_cannot_be_placed_is_told_at_its_line() -> None:
    text, notes = made(
        "# Gọi điện\n\n# Đi chợ\n\nMua rau.\n\n## Bước 1: Mở máy\n\nBấm nút.\n".encode(), "bai.md"
    )
    assert (
        "Văn bản có hai tên bài: máy lấy «Gọi điện», còn «Đi chợ» thành một phần. Xem lại phần ấy." in notes
    )
    told = only(check(fixed(text)), [PATH])
    lines = fixed(text).files[PATH].decode().split("\n")
    assert [lines[problem.line - 1] for problem in told if problem.code == "G02"] == ["## Đi chợ"]


@pytest.mark.parametrize("file", sorted((ROOT / "docs/vneid").glob("*.md")), ids=lambda file: file.stem)
def test_to_word_and_back_nothing_is_lost(file: Path) -> None:
    source = file.read_text("utf-8")
    lesson = scan_bytes(source.encode(), file.name).lesson
    if not lesson.code:
        pytest.skip("no lesson")
    document = docx(lesson)
    assert document == docx(lesson)
    text, notes = read(document, "a.docx")
    found = outline(text)
    about = About(lesson.code, found.title, found.audience, found.minutes)
    back = draft(
        found,
        about,
        keys=[step.key or "" for step in lesson.steps],
        known=(),
        today=TODAY,
        words=WORDS,
        offline=True,
    )
    assert (notes, found.notes) == ([], ())
    assert lesson.front
    assert (found.audience, found.minutes) == (lesson.front.audience, lesson.front.minutes)
    assert _body(back) == _body(source)


PIECES = st.sampled_from(
    ["Bước 1. Mở máy", "**Bước 2:** Gõ", "BƯỚC 3 – GÕ SỐ", "B4: x", "# A", "## B", "### C?", "**Lưu ý:**", "Chuẩn bị", "Tự kiểm", "Đáp án: B", "A. x", "☒ y", "[ ] z",
     "| Bước 1 | a |", "| 2 | b |", "|---|---|", "```phone", "```", "body:", "  - text: x", "1) a", "• b", "– c", "5’ x", "x (5 phút): y", "---", "![](hinh-1)",
     "Bấm \"Lưu\".", "bấm **Lưu**", "{#48217}", "[//]: # (a)", "Video: https://youtu.be/x", "", "\t", "Thời lượng: 20 phút", "Dành cho: ai", "Giáo án", "\\[x\\] a"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("\n".join) | st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_becomes_a_lesson_with_all_its_steps_and_keys(text: str) -> None:
    found = outline(text)
    titles = steps_of(found)
    keys = [mint(set(), Random(i)) for i in range(len(titles))]
    lesson = scan_bytes(
        draft(
            found, About("B1", "Tên", "ai", 20), keys=keys, known=(), today=TODAY, words=WORDS, offline=True
        ).encode(),
        PATH,
    ).lesson
    assert lesson.front
    assert [step.key for step in lesson.steps] == keys
    assert {section.kind for section in lesson.sections} >= set(grammar.REQUIRED)


def _words(lesson: Lesson, kind: str) -> list[str]:
    section = lesson.section(kind)
    return [text.plain for text in section.body.texts()] if section else []


def _body(text: str) -> str:
    """All below the front matter; a link to another page of the site is but its words in Word, a table's
    rule has one look."""
    below = text.split("\n---\n", 1)[1]
    return re.sub(
        r"\n{3,}",
        "\n\n",
        re.sub(r"\| *-+ *(?=\|)", "|---", re.sub(r"\[([^\]\n]*)\]\((?!https://)[^()\s]*\)", r"\1", below)),
    )
