"""Sentences become pages that fit the band, lose no word, and are held long enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.clips.model import PiecedSentence, SentencePiece
from tungbuoc.clips.words import PACE, pages, plain, read_sentences, reading_seconds, syllables
from tungbuoc.lesson.blocks import read_body

vietnamese = some.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyạảấềểệỗờựỹ ,.:“”", min_size=0, max_size=200)


def _read(*lines: str) -> tuple[PiecedSentence, ...]:
    """The sentences of a step with those lines."""
    return read_sentences(read_body(list(enumerate(lines, 1))).texts())


@given(some.lists(some.tuples(vietnamese, some.booleans()), max_size=4))
def test_no_word_is_lost_and_no_page_is_too_long(parts: list[tuple[str, bool]]) -> None:
    sentence = tuple(SentencePiece(text, bold) for text, bold in parts)
    found = pages(sentence, 38, 412, 4)
    assert [word.text for page in found for line in page for word in line] == plain(sentence).split()
    assert all(1 <= len(page) <= 4 for page in found)
    for line in (line for page in found for line in page):
        width = sum(word.width(38) for word in line) + (len(line) - 1) * 38 * 0.26
        assert width <= 412.01 or len(line) == 1


def test_bold_stays_bold_across_lines() -> None:
    (sentence,) = _read("Bấm **“Kích hoạt tài khoản”** rồi chờ.")
    (page,) = pages(sentence, 38, 412, 4)
    bold = [piece.text for line in page for word in line for piece in word.pieces if piece.bold]
    assert bold == ["“Kích", "hoạt", "tài", "khoản”"]


def test_a_long_sentence_ends_its_pages_at_a_pause() -> None:
    (sentence,) = _read(
        "Bấm nút màu xanh ở góc dưới bên phải màn hình, rồi chờ máy hiện hai ô để gõ số định danh và số điện thoại của bác."
    )
    found = pages(sentence, 38, 412, 4)
    assert len(found) == 2
    assert found[0][-1][-1].text == "hình,"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Một câu", "nối dòng.", "", "Câu hai."], ["Một câu nối dòng.", "Câu hai."]),
        (["- mục một", "- mục hai"], ["mục một", "mục hai"]),
        (["1. mở [trang này](a.md) và `gõ`"], ["mở trang này và gõ"]),
        (["Xem ![hình nút](a.png) rồi **bấm [vào](b.md)**."], ["Xem hình nút rồi bấm vào."]),
        ([], []),
    ],
)
def test_markdown_becomes_plain_sentences(lines: list[str], expected: list[str]) -> None:
    assert [plain(sentence) for sentence in _read(*lines)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [("Gọi số đã lưu", 4), ("Gõ 113.", 4), ("“VNeID”, OTP", 2), ("", 0), ("nguyễn, đường", 2)],
)
def test_counts_what_is_read_out(text: str, count: int) -> None:
    assert syllables(text) == count


@given(vietnamese)
def test_a_slow_reader_has_time(text: str) -> None:
    assert reading_seconds(text) >= max(2, syllables(text) / PACE)
