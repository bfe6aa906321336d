"""The fold law holds for every head and every mix of rows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.press.typeset.fold import (
    A4,
    CLEAR,
    CODE,
    RISE,
    ROW,
    SCAN,
    SLACK,
    TOP,
    UNDER_CODE,
    FoldedSide,
    Layout,
    Strip,
    lay,
    row_height,
)

HEADS = st.floats(min_value=20, max_value=230)
SIDES = st.sampled_from([A4, FoldedSide(279.4)])
ROWS = st.lists(st.floats(min_value=10, max_value=180).map(row_height), min_size=1, max_size=14)


def strips(heights: list[float]) -> list[Strip]:
    return [Strip(height) for height in heights]


@given(HEADS, ROWS, SIDES)
def test_no_code_comes_near_the_fold(head: float, heights: list[float], side: FoldedSide) -> None:
    for place in lay(head, strips(heights), side).places:
        code = place.top - RISE + place.slide
        assert code + CODE <= side.fold - CLEAR or code >= side.fold + CLEAR


@given(HEADS, ROWS, SIDES)
def test_rows_keep_their_order_their_page_and_their_distance(
    head: float, heights: list[float], side: FoldedSide
) -> None:
    places = lay(head, strips(heights), side).places
    assert len(places) == len(heights)
    for before, after in pairwise(places):
        same_page = before.page == after.page
        assert after.page == before.page + (0 if same_page else 1)
        if same_page:
            assert abs(before.top + before.height + after.gap - after.top) < 1e-6


@given(HEADS, ROWS, SIDES)
def test_rows_stand_inside_the_page_and_below_the_head(
    head: float, heights: list[float], side: FoldedSide
) -> None:
    layout = lay(head, strips(heights), side)
    for place in layout.places:
        assert place.top >= (head if place.page == 0 else TOP)
        assert place.top + place.height <= side.bottom


@given(HEADS, ROWS, SIDES)
def test_an_address_stays_inside_its_row(head: float, heights: list[float], side: FoldedSide) -> None:
    for place in lay(head, strips(heights), side).places:
        assert place.slide - RISE + CODE + UNDER_CODE <= place.height + 0.31


@given(
    HEADS,
    st.lists(
        st.tuples(st.floats(min_value=5, max_value=95), st.floats(min_value=0, max_value=90)),
        min_size=1,
        max_size=9,
    ),
    SIDES,
)
def test_a_code_beside_the_screens_is_clear_of_the_fold_and_inside_its_row(
    head: float, rows: list[tuple[float, float]], side: FoldedSide
) -> None:
    """In large print it stands below the words: `drop` under the row's top, more where it slides."""
    wanted = [
        Strip(row_height(drop + CODE - RISE + UNDER_CODE + more), UNDER_CODE, drop) for more, drop in rows
    ]
    for place, strip in zip(lay(head, wanted, side).places, wanted, strict=True):
        code = place.top - RISE + strip.drop + place.slide
        assert side.clear(code)
        # A row may be half a millimetre short.
        assert strip.drop + place.slide - RISE + CODE + UNDER_CODE <= place.height + 0.81
        assert place.top + place.height <= side.bottom or place.top == TOP


@given(HEADS, ROWS, SIDES)
def test_the_scan_line_has_room_where_it_stands(head: float, heights: list[float], side: FoldedSide) -> None:
    layout = lay(head, strips(heights), side)
    first_page = [place for place in layout.places if place.page == 0]
    if layout.scan == "above":
        assert layout.first - head >= SCAN
    if layout.scan == "below":
        assert first_page[-1].top + first_page[-1].height + SCAN <= side.bottom - SLACK


def _tops(layout: Layout) -> list[tuple[int, float]]:
    return [(place.page, place.top) for place in layout.places]


def test_a_usual_lesson_stands_as_the_look_draws_it() -> None:
    layout = lay(61, strips([ROW] * 9))
    assert _tops(layout)[:4] == [(0, 66.8), (0, 112.8), (0, 158.8), (0, 204.8)]
    assert _tops(layout)[4:] == [(1, 11), (1, 57), (1, 103), (1, 149), (1, 195)]
    assert layout.places[7].slide == 9.8
    assert layout.scan == "below"


def test_a_tall_head_leaves_three_steps_on_the_first_page_without_a_hole_between_them() -> None:
    layout = lay(80, strips([ROW] * 6))
    assert _tops(layout)[:3] == [(0, 103), (0, 149), (0, 195)]
    assert layout.scan == "above"


def test_a_row_is_as_high_as_its_content_and_never_under_46() -> None:
    assert [row_height(height) for height in (10, 46.4, 47, 80.2)] == [ROW, ROW, 47, 80]
    assert (A4.first, A4.fold, A4.bottom) == (66.8, 148.5, 272)
