"""Words, folding, keystrokes and slips: the engine's pure parts, over every word of the lessons."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.search.node import node

from tungbuoc.lesson.slugs import fold

SYLLABLE = re.compile(r"[a-zà-ỹđ]+")


@pytest.fixture(scope="module")
def spoken(course: list[Any]) -> list[str]:
    """Every Vietnamese word of the lessons, in lower case."""
    found = {word for lesson in course for word in re.findall(r"\w+", lesson.text.lower())}
    foreign = re.compile(r"[fjwz]|[aeiouy].*[rsx]|.{8,}|ll|pp|oo|ee|[aeiouy][^aeiouy]+[aeiouy]")
    return sorted(word for word in found if SYLLABLE.fullmatch(word) and not foreign.search(fold(word)))


def test_folding_is_idempotent_and_deaf_to_composition(spoken: list[str]) -> None:
    """Folding a folded word changes nothing, and NFD folds as NFC does."""
    once, twice, apart = node(
        "return [given.map(text.fold), given.map(word => text.fold(text.fold(word))), given.map(word => text.fold(word.normalize('NFD')))]",
        spoken,
    )
    assert len(spoken) > 500
    assert once == twice == apart


def test_folding_leaves_plain_letters(spoken: list[str]) -> None:
    """Nothing but a–z is left of a Vietnamese word; only a final y may have become i."""
    assert [word.replace("y", "i") for word in node("return given.map(text.fold)", spoken)] == [
        fold(word).replace("y", "i") for word in spoken
    ]


@pytest.mark.parametrize("keyboard", ["telex", "vni"])
def test_keystrokes_are_undone(spoken: list[str], keyboard: str) -> None:
    """What a typist's keys would have made is the folded word, for every word of the lessons."""
    import queries

    keys = [getattr(queries, keyboard)(word) for word in spoken]
    undone, folded = node(
        "return [given[0].map(keys => text.unkeyed(text.fold(keys))), given[1].map(text.fold)]",
        [keys, spoken],
    )
    wrong = [
        (word, typed, made)
        for word, typed, made, right in zip(spoken, keys, undone, folded, strict=True)
        if made != right
    ]
    assert not wrong


def test_keystrokes_typed_late() -> None:
    """Telex typists also put the mark, the second d and the hat at the word's end, and w alone for ư."""
    typed = ["nhapaj", "dangd", "tw", "thw", "duongwf", "vietej", "dd", "d9ang", "nhap5"]
    assert node("return given.map(text.unkeyed)", typed) == [
        "nhap",
        "dang",
        "tu",
        "thu",
        "duong",
        "viet",
        "d",
        "dang",
        "nhap",
    ]


@pytest.mark.parametrize(
    ("typed", "written", "least", "most"),
    [
        ("hòa", "hoà", 1, 1),  # the tone on the other vowel is the same word
        ("mat", "mật", 0.9, 0.99),  # marks left out
        ("mât", "mật", 0.9, 0.99),
        ("mất", "mật", 0, 0.8),  # another tone
        ("dung", "đúng", 0.9, 0.99),
        ("đung", "dùng", 0, 0.8),
    ],
)
def test_agreement(typed: str, written: str, least: float, most: float) -> None:
    """Exact marks above marks left out above other marks."""
    assert least <= node("return text.agreement(...given)", [typed, written]) <= most


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("khau", "khua", True),
        ("khau", "khu", True),
        ("khau", "khhau", True),
        ("khau", "khaj", True),
        ("khau", "kahu", True),
        ("khau", "khau", False),
        ("khau", "uhak", False),
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:
    """A letter more, less, other or swapped is one slip, either way round; none and two are not."""
    assert node("return [text.oneSlip(...given), text.oneSlip(given[1], given[0])]", [one, other]) == [
        slip,
        slip,
    ]


@settings(max_examples=15, deadline=None)
@given(some.lists(some.text(max_size=60), min_size=40, max_size=40))
def test_words_are_where_they_say(texts: list[str]) -> None:
    """Each word's offsets cut it out of the text, in order and without overlap, for any text at all."""
    texts = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
    cut = node(
        """return given.map(one => text.words(one).map(({ word, start, end }) =>
            [word, one.slice(start, end).toLowerCase().normalize("NFC"), start, end]))""",
        texts,
    )
    for found in cut:
        ends = [0, *(end for *_, end in found)]
        for (word, there, start, end), before in zip(found, ends, strict=False):
            assert before <= start < end
            assert word == there


def test_entities_and_lone_marks_are_no_words() -> None:
    """`&amp;` is a sign, a combining mark without a letter is nothing."""
    assert node("return text.words(given).map(one => one.word)", "a &amp; b &#39; \u0301 \u0302\u0323 c") == [
        "a",
        "b",
        "c",
    ]
