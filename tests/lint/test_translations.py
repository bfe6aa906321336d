"""Translations: one fault at a time in an otherwise perfect one is told, and following the advice mends it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.sample_project import LESSON, TRANSLATION, sample, translated, with_file, with_text

from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.translation import UNDONE, marks_of, read
from tungbuoc.lint import check
from tungbuoc.lint.check import scans
from tungbuoc.lint.mending import fix
from tungbuoc.lint.project import Project
from tungbuoc.lint.translating import begun, looked_at
from tungbuoc.lint.translations import survey

SHOWN = ("W01", "W02", "W03")
KEYS = ["48217", "10019", "20023", "30031"]


def _told(project: Project) -> list[str]:
    return [str(problem) for problem in check(project)]


def _renamed(name: str) -> Project:
    files = dict(translated().files)
    return with_file(sample(), f"docs/mau/{name}", files[TRANSLATION])


def test_a_whole_translation_is_clean_and_no_rule_of_vietnamese_judges_it() -> None:
    assert _told(translated()) == []
    odd = with_text(translated(), TRANSLATION, "Type the name", "Cẩn  oá kô; kỹ thuật")
    assert _told(odd) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("luu-soo.en.md", "Có phải bạn muốn viết «luu-so.md»? [W01]"),
        (
            "luu-so.enn.md",
            "Có phải bạn muốn viết «en»? Tiếng khác thì thêm vào mục languages trong mkdocs.yml. [W02]",
        ),
        ("luu-so.vi.md", "Xóa tệp này, hoặc đặt đúng tên tiếng của bản dịch. [W02]"),
        ("luu-so.en.km.md", "Dịch từ bài gốc: đặt tên tệp là «luu-so.km.md». [W03]"),
    ],
)
def test_a_file_whose_name_says_nothing_that_is_there(name: str, said: str) -> None:
    [told] = _told(_renamed(name))
    assert told.startswith(f"docs/mau/{name}:1: ")
    assert told.endswith(said)


def test_a_language_of_the_course_s_own_is_known() -> None:
    project = _renamed("luu-so.cja.md")
    assert [line[-5:] for line in _told(project)] == ["[W02]"]
    assert project.course
    own = project.course.model_copy(update={"languages": {"cja": "tiếng Chăm Tây"}})
    assert _told(replace(project, course=own)) == []


def test_a_step_that_is_missing_strange_or_elsewhere() -> None:
    whole = translated().files[TRANSLATION].decode()
    first, second = (
        re.search(r"## Bước 1.*?(?=## Bước 2)", whole, re.S),
        re.search(r"## Bước 2.*?(?=## Bước 3)", whole, re.S),
    )
    assert first
    assert second
    without = whole.replace(second[0], "").replace("Bước 3", "Bước 2").replace("Bước 4", "Bước 3")
    assert _told(with_file(translated(), TRANSLATION, without.encode())) == [
        f"{TRANSLATION}:22: Thiếu bước 2 (mã 10019) của bài gốc. Chép bước ấy từ {LESSON} vào đây, giữ mã,"
        " rồi dịch. [W04]"
    ]
    swapped = whole.replace(
        first[0] + second[0], second[0].replace("Bước 2", "Bước 1") + first[0].replace("1:", "2:")
    )
    assert _told(with_file(translated(), TRANSLATION, swapped.encode())) == [
        f"{TRANSLATION}:16: Bước này (mã 10019) ở bài gốc là bước 2. Xếp các bước theo thứ tự của bài gốc. [W04]"
    ]
    keyless = whole.replace(" {#20023}", "")
    [told] = _told(with_file(translated(), TRANSLATION, keyless.encode()))
    assert told.endswith("Bước này chưa có mã. Viết «{#20023}» ở cuối tiêu đề. [W04]")
    mended = keyless.replace("Type name and number", "Type name and number {#20023}")
    assert _told(with_file(translated(), TRANSLATION, mended.encode())) == []


def test_a_part_that_paper_needs_and_a_title_that_nobody_translated() -> None:
    whole = translated().files[TRANSLATION].decode()
    careful = re.search(r"## Coi chừng.*?(?=## Nếu)", whole, re.S)
    assert careful
    [told] = _told(with_file(translated(), TRANSLATION, whole.replace(careful[0], "").encode()))
    assert "Bản dịch thiếu phần «Coi chừng»" in told
    [told] = _told(with_text(translated(), TRANSLATION, "## Coi chừng: Be careful", "## Coi chừng"))
    assert told.endswith("Viết lời dịch sau dấu hai chấm: «## Coi chừng: …». [W05]")
    assert _told(with_text(translated(), TRANSLATION, "## Coi chừng: Be careful", "## Be careful")) == []


def test_a_translation_older_than_its_original_is_told_until_somebody_looked_at_it() -> None:
    changed = with_text(translated(), LESSON, "Máy sẽ hiện các tên đã lưu.", "Máy hiện các tên đã lưu.")
    [told] = _told(changed)
    assert told == (
        f"{TRANSLATION}:16: Bước 1 của bài gốc đã đổi sau khi dịch; tờ song ngữ chưa in. Xem lại chỗ này cho khớp,"
        f" rồi chạy «tungbuoc translated {TRANSLATION}». [W06]"
    )
    original = scan_bytes(changed.files[LESSON], LESSON).lesson
    again = looked_at(changed.files[TRANSLATION].decode(), original)
    assert _told(with_file(changed, TRANSLATION, again.encode())) == []
    known = survey(changed, scans(changed))
    assert known.ready == {TRANSLATION}


def test_a_new_date_a_new_drawing_or_another_break_of_lines_makes_nothing_older() -> None:
    project = with_text(translated(), LESSON, "review_by: 2027-02-21", "review_by: 2027-02-20")
    project = with_text(project, LESSON, "value: Cháu nội", "value: Cháu ngoại")
    project = with_text(project, LESSON, "Máy sẽ hiện các tên đã lưu.", "Máy sẽ hiện\ncác tên đã lưu.")
    assert _told(project) == []


def test_a_translation_without_marks_is_older_in_every_part() -> None:
    text = re.sub(r"original:.*\n", "", translated().files[TRANSLATION].decode())
    project = with_file(translated(), TRANSLATION, text.encode())
    assert {line[-5:] for line in _told(project)} == {"[W06]"}
    original = scan_bytes(project.files[LESSON], LESSON).lesson
    assert _told(with_file(project, TRANSLATION, looked_at(text, original).encode())) == []


def test_what_is_begun_has_the_steps_of_its_original_and_no_word_that_is_not_marked() -> None:
    original = scan_bytes(sample().files[LESSON], LESSON).lesson
    text = begun(original)
    found, problems = read(text.encode(), TRANSLATION, "en", original)
    assert problems == ()
    assert found
    assert [step.key for step in found.lesson.steps] == KEYS
    assert list(found.changed()) == []
    words = [line for line in text.split("\n") if re.search(r"\w", line) and not line.startswith("original:")]
    assert [line for line in words if UNDONE not in line] == []
    assert [line[-5:] for line in _told(with_file(sample(), TRANSLATION, text.encode()))] == ["[W07]"]
    done = with_file(sample(), TRANSLATION, text.replace(f"{UNDONE} ", "").encode())
    assert _told(done) == []


@settings(max_examples=60, deadline=None)
@given(st.permutations(KEYS), st.sets(st.sampled_from(KEYS)))
def test_only_the_steps_of_the_original_in_its_order_pass(order: list[str], dropped: set[str]) -> None:
    kept = [key for key in order if key not in dropped]
    whole = translated().files[TRANSLATION].decode()
    head, rest = whole.split("## Bước 1", 1)
    tail = rest[rest.index("## Coi chừng") :]
    steps = [f"## Bước {number}: Do {key} {{#{key}}}\n\nDo it.\n\n" for number, key in enumerate(kept, 1)]
    told = _told(with_file(translated(), TRANSLATION, (head + "".join(steps) + tail).encode()))
    assert any(line.endswith("[W04]") for line in told) == (kept != KEYS)


@given(st.text(alphabet="ab \n", max_size=20), st.text(alphabet="ab \n", max_size=20))
def test_marks_are_those_of_words_alone(one: str, other: str) -> None:
    def marks(text: str) -> dict[str, str]:
        source = sample().files[LESSON].decode().replace("Máy sẽ hiện các tên đã lưu.", f"x {text} y")
        return marks_of(scan_bytes(source.encode(), LESSON).lesson)

    assert (marks(one) == marks(other)) == (one.split() == other.split())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- A phone,", "• A phone,", "Viết «- » hay «1. » ở đầu dòng. [U06]"),
        ("Type the name,", "    Type the name,", "Xóa dấu cách ở đầu dòng. [U02]"),
        ("## Bước 2: Add", "## Bước 5: Add", "Đánh lại số bước bằng tay: 1, 2, 3. [B01]"),
    ],
)
def test_no_advice_sends_to_a_command_that_does_nothing_here(old: str, new: str, said: str) -> None:
    told = _told(with_text(translated(), TRANSLATION, old, new))
    assert any(line.endswith(said) for line in told), told
    assert not any("tungbuoc fix" in line for line in told)


def test_fix_joins_loose_marks_takes_a_bom_away_and_changes_nothing_else() -> None:
    whole = translated().files[TRANSLATION].decode().replace("Type the name", "Cẩn oá kỹ ð, Type the name")
    loose = with_file(translated(), TRANSLATION, ("\ufeff" + unicodedata.normalize("NFD", whole)).encode())
    assert _told(loose) != []
    assert fix(loose, rng=Random(1)).files == {TRANSLATION: whole.encode()}
