"""Lines end where the press font says, with a reserve for other fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.screens import metrics, widths

from .font_widths import FONTS, module
from .font_widths import widths as measured


@pytest.mark.skipif(not all(font.is_file() for font in FONTS.values()), reason="Noto Sans is not installed")
def test_table_is_the_installed_font() -> None:
    assert {name: measured(font) for name, font in FONTS.items()} == {
        "REGULAR": widths.REGULAR,
        "BOLD": widths.BOLD,
    }
    assert Path(str(widths.__file__)).read_text(encoding="utf-8") == module()


def test_width_of_a_known_word() -> None:
    assert metrics.text_width("00", 10) == pytest.approx(2 * 572 * 10 / 1000)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Kích hoạt tài khoản định danh điện tử", 118, ["Kích hoạt tài", "khoản định", "danh điện\u00a0tử"]),
        ("Bác nộp phí ngay.", 110, ["Bác nộp", "phí\u00a0ngay."]),
        ("Gửi", 100, ["Gửi"]),
        ("", 100, []),
        ("một\nhai", 100, ["một", "hai"]),
        ("dichvucong.gov.vn", 110, ["dichvucong.", "gov.vn"]),
    ],
)
def test_wrap(text: str, width: float, lines: list[str]) -> None:
    assert metrics.wrap(text, 14.5, True, width) == lines


def test_last_two_words_stay_together_where_it_costs_no_line() -> None:
    assert metrics.wrap("Con ơi, có chuyện này.", 14, True, 122) == ["Con ơi, có", "chuyện\u00a0này."]
    assert metrics.wrap("Nhận một tờ giấy hẹn.", 14, True, 100) == ["Nhận một", "tờ giấy\u00a0hẹn."]


_VIETNAMESE = st.text(st.sampled_from("abcđêơưạảằếộừỹ ABCĐÊ0123456789.,?! @-\n"), max_size=120)


@given(_VIETNAMESE, st.sampled_from([12.5, 14.0, 14.5]), st.booleans(), st.floats(30, 140))
def test_lines_fit_and_nothing_is_lost(text: str, size: float, bold: bool, width: float) -> None:
    lines = metrics.wrap(text, size, bold, width)
    assert all(metrics.fits(line, size, bold, width) for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
