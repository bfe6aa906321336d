"""A course's own sentences: each stands for one of ours, with its places, and reaches scripts whole."""

from __future__ import annotations

import json

import pytest
from tests.stamping.node import node

from tungbuoc.lesson.course import read_course
from tungbuoc.lesson.wording import Wording

TOPICS = [{"folder": "bai", "letter": "A", "title": "Bắt đầu", "errand": {"A1": "Gọi"}, "icon": "phone"}]


def _told(sentences: dict[str, str]) -> list[str]:
    """The problems of a course that is otherwise whole, after which there is no course."""
    course, problems = read_course({"topics": TOPICS, "words": {"sentences": sentences}})
    assert (course is None) is bool(problems)
    return [str(problem) for problem in problems]


def test_a_sentence_of_ours_may_be_put_otherwise_with_our_words_and_its_own_places() -> None:
    assert _told({"Tìm bài": "{Team} tìm bài", "Bước {number} trong {total}": "{number}/{total}"}) == []
    assert _told({"Tìm bài": "Tìm { bài }"}) == []


@pytest.mark.parametrize(
    ("ours", "own", "said"),
    [
        ("Tim bài", "Tìm", "Trang và tờ in không có câu «Tim bài». Có phải bạn muốn viết «Tìm bài»?"),
        ("Tìm bài", "Tìm {abc}", "Câu «Tìm {abc}» có chỗ trống {abc} mà câu có sẵn không có. Bỏ {abc} đi"),
        ("Tìm bài", "Tìm ${location}", "có chỗ trống ${location} mà câu có sẵn không có"),
    ],
)
def test_what_stands_for_none_of_ours_and_a_strange_place_are_told(ours: str, own: str, said: str) -> None:
    (problem,) = _told({ours: own})
    assert said in problem


def test_advice_is_right() -> None:
    assert _told({"Tìm bài": "Tìm "}) == []
    assert _told({"Tìm bài": "Tìm"}) == []


def test_a_text_of_the_course_keeps_the_braces_that_are_not_ours() -> None:
    words = Wording(reader="em", sentences={"Tìm bài": "Tra bài"})
    assert words.fill("Thẻ {abc} của {reader}") == "Thẻ {abc} của em"
    assert words.fill("Tìm bài") == "Tra bài"


@pytest.mark.parametrize("own", ["Bài ${n} `to`", "C:\\bài ${n}", 'Bài "${n}"'])
def test_a_script_says_what_the_course_wrote(own: str) -> None:
    words = Wording(sentences={"Bài ${n}": own})
    script = words.in_script("const said = n => say(`Bài ${n}`)")
    assert node(f"{script}\nreturn said(3)", []) == own.replace("${n}", "3")
    plain = Wording(sentences={"Tìm bài": own.replace("${n}", "3")}).in_script('const said = say("Tìm bài")')
    assert json.loads(plain.removeprefix("const said = ")) == own.replace("${n}", "3")
