"""Slugs, problems, the course, and YAML that keeps what people typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.course import read_course
from tungbuoc.lesson.problems import Problem, in_order, nearest
from tungbuoc.lesson.slugs import fold, slugify
from tungbuoc.lesson.strict_yaml import load

TOPIC = {"folder": "vneid", "letter": "B", "title": "VNeID", "errand": {"B2": "Cài"}, "icon": "id"}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đăng nhập", "dang-nhap"),
        ("Đặt lại mật khẩu", "dat-lai-mat-khau"),
        ("  Wifi, 4G!  ", "wifi-4g"),
        ("“”", ""),
        ("Straße", "strasse"),
        ("ðọc", "doc"),
    ],
)
def test_slugs_keep_every_letter(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(alphabet="aăâđeêioôơuưyàáảãạầấẩẫậằắẳẵặ ĐĂÂ", max_size=30))
def test_fold_is_the_same_for_composed_and_decomposed(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
    assert fold(text).isascii()


def test_a_problem_is_one_line_with_place_fault_fix_and_code() -> None:
    problem = Problem(
        "docs/vneid/kich-hoat.md", 14, "B03", "Bước 2 chưa có mã.", "Chạy «tungbuoc fix» để tạo mã."
    )
    assert (
        str(problem) == "docs/vneid/kich-hoat.md:14: Bước 2 chưa có mã. Chạy «tungbuoc fix» để tạo mã. [B03]"
    )


def test_problems_in_order_without_repeats() -> None:
    a, b, c = Problem("a", 2, "X", ""), Problem("a", 10, "A", ""), Problem("b", 1, "A", "")
    assert in_order([c, b, a, b]) == [a, b, c]


def test_nearest_lists_no_more_words_than_anybody_reads() -> None:
    many = [f"bai-{number}.md" for number in range(41)]
    assert nearest("bai-7", many) == "Có phải bạn muốn viết «bai-7.md»?"
    assert nearest("EN", ["km", "en"]) == "Có phải bạn muốn viết «en»?"
    assert nearest("https://xyz", many) == "Xem lại cách viết."
    assert nearest("https://xyz", many[:40]).startswith("Các từ dùng được: bai-0.md, ")


def test_nearest_names_one_word_or_all() -> None:
    assert nearest("minute", ["minutes", "code"]) == "Có phải bạn muốn viết «minutes»?"
    assert nearest("xyz", ["minutes", "code"]) == "Các từ dùng được: code, minutes."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: &x 2", 2),
        ("a: 1\nb: *x", 2),
        ("a: 1\nb: !t 2", 2),
        ("a: 1\na: 2", 2),
        ("a: 1\n? [b]\n: 2", 2),
        ("a: [1", 1),
        ("a:\n\tb: 1", 2),
    ],
    ids=["anchor", "alias", "tag", "twice", "key that is a list", "open", "tab"],
)
def test_yaml_that_is_refused(text: str, line: int) -> None:
    loaded = load(text)
    assert [fault.line for fault in loaded.faults] == [line]


@pytest.mark.parametrize(
    "text", ["a: b & c", "a: 2 * 3", "a: xin chào!", "- hỏi! đáp", 'a: "&x"', "a: 'x *y'"]
)
def test_signs_inside_a_text_are_text(text: str) -> None:
    assert load(text).faults == ()


def test_yaml_nested_without_end_is_told() -> None:
    assert load("[" * 100_000).faults


@given(st.text(max_size=200))
def test_yaml_never_raises(text: str) -> None:
    loaded = load(text)
    assert loaded.faults or loaded.value is not None


def test_lines_of_paths() -> None:
    loaded = load("a:\n  - b: 1\n    c: 2\n")
    assert (loaded.line(("a", 0, "c")), loaded.line(("a", 0, "x")), loaded.line(("z",))) == (3, 2, 1)


def test_course_reads_topics_and_tells_every_fault() -> None:
    course, problems = read_course({"topics": [TOPIC], "video_hosts": ["youtu.be"]})
    assert course
    assert problems == []
    assert course.is_lesson("vneid/a.md")
    assert not course.is_lesson("vneid/index.md")
    assert not course.is_lesson("khac/a.md")
    assert not course.is_lesson("index.md")
    course, problems = read_course({"topics": [{**TOPIC, "letter": "b", "ico": "x"}], "video_host": []})
    assert course is None
    assert [problem.code for problem in problems].count("C01") == 2
    assert [problem.code for problem in problems].count("C02") == 1
