"""What the layout asks of the engine: where a marked block came to stand and how high all of it is."""

from __future__ import annotations

import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st
from tests.press.galleys import ROOT, drawn, step

from tungbuoc.press import formats
from tungbuoc.press.typeset import rows
from tungbuoc.press.typeset.fold import CODE, RISE
from tungbuoc.press.typeset.rendering import measures

pytestmark = pytest.mark.press
PAGE = "<style>@page{size:100mm 60mm;margin:5mm}body{margin:0;font:16pt/1.5 serif}p{margin:0}</style>"


def test_a_paragraph_is_as_high_as_its_lines() -> None:
    found = measures(weasyprint.HTML(string=f'{PAGE}<p data-measure="a">một<br>hai<br>ba</p>').render())
    assert found["a"].page == 0
    assert found["a"].top == pytest.approx(5, abs=0.1)
    assert found["a"].height == pytest.approx(3 * 16 * 1.5 * 25.4 / 72, abs=0.2)


def test_a_block_over_two_pages_begins_on_the_first_and_counts_whole() -> None:
    lines = "<br>".join("dòng" for _ in range(9))
    found = measures(weasyprint.HTML(string=f'{PAGE}<p data-measure="a">{lines}</p>').render())
    assert (found["a"].page, round(found["a"].top)) == (0, 5)
    line = 16 * 1.5 * 25.4 / 72
    # What is left of the first page may count with it.
    assert 9 * line - 0.5 <= found["a"].height <= 10 * line


@given(st.floats(min_value=8, max_value=120), st.floats(min_value=20, max_value=170))
def test_an_address_below_a_low_drawing_ends_inside_its_row(words: float, high: float) -> None:
    """In large print the code stands below the words: where the drawing is low, the address ends the row."""
    grid = formats.load(ROOT / "print/formats").known["large-print"].rows
    assert grid
    row = rows.fitted(step(1, screens=(drawn(high),)), grid, "below", words)
    assert row.strip.drop - RISE + CODE + grid.under_code <= row.height
