"""A folded booklet reads in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.press.bind.imposition import PAPER_MM, reading_order, sides, signature

PAGES = st.integers(min_value=1, max_value=64)


@given(PAGES)
def test_each_page_stands_once_and_fewer_than_four_places_are_blank(pages: int) -> None:
    places = [page for side, _ in sides(signature(pages)) for page in side]
    assert sorted(page for page in places if page) == list(range(1, pages + 1))
    assert places.count(None) < 4


@given(PAGES)
def test_facing_pages_add_up_to_one_more_than_all(pages: int) -> None:
    sheets = signature(pages)
    for side, _ in sides(sheets):
        if None not in side:
            assert sum(page or 0 for page in side) == 4 * len(sheets) + 1


@given(PAGES)
def test_folded_it_reads_in_order_with_the_blanks_at_the_end(pages: int) -> None:
    blanks = -pages % 4
    assert reading_order(signature(pages)) == (*range(1, pages + 1), *[None] * blanks)


@given(PAGES)
def test_inner_sheets_move_in_by_the_paper_around_them(pages: int) -> None:
    creeps = [sheet.creep for sheet in signature(pages)]
    assert creeps == [round(number * PAPER_MM, 3) for number in range(len(creeps))]


@given(PAGES)
def test_two_sides_of_a_sheet_lie_back_to_back(pages: int) -> None:
    """Turned over its short edge, the left page's back is the next or the page before it."""
    for sheet in signature(pages):
        for front, back in zip(sheet.front, reversed(sheet.back), strict=True):
            if front and back:
                assert abs(front - back) == 1


def test_no_pages_is_no_booklet() -> None:
    with pytest.raises(ValueError, match="page"):
        signature(0)
