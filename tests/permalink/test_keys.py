"""Keys: the Damm digit finds every slip; none is minted twice."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.permalink.keys import check_digit, is_key, mint, near

ALL = [f"{n}{check_digit(str(n))}" for n in range(1000, 10000)]


def test_the_designs_example() -> None:
    assert check_digit("4821") == "7"
    assert is_key("48217")


def test_all_nine_thousand_are_valid_and_different() -> None:
    assert len(set(ALL)) == 9000
    assert all(is_key(key) for key in ALL)


def test_every_single_slip_is_found() -> None:
    for key in ALL:
        for i, digit in enumerate(key):
            for other in "0123456789":
                if other != digit:
                    assert not is_key(key[:i] + other + key[i + 1 :])


def test_every_swap_of_neighbours_is_found() -> None:
    for key in ALL:
        for i in range(4):
            if key[i] != key[i + 1]:
                assert not is_key(key[:i] + key[i + 1] + key[i] + key[i + 2 :])


@pytest.mark.parametrize(
    "text", ["", "4821", "482170", "04821", "4821a", "４８２１７", "48217\n", " 48217", "4821７"]
)
def test_what_is_no_key(text: str) -> None:
    assert not is_key(text)


@given(st.sets(st.sampled_from(ALL)), st.randoms(use_true_random=False))
def test_a_minted_key_is_new_and_valid(taken: set[str], rng: Random) -> None:
    key = mint(taken, rng)
    assert is_key(key)
    assert key not in taken


def test_the_last_free_key_is_found_and_then_none() -> None:
    assert mint(set(ALL[1:]), Random(1)) == ALL[0]
    with pytest.raises(LookupError):
        mint(set(ALL), Random(1))


def test_near_finds_slips_swaps_lost_and_doubled_digits() -> None:
    known = {"48217", "10019"}
    for typed in ("48218", "84217", "4817", "448217", "48217"):
        assert near(typed, known) == ["48217"], typed
    for typed in ("99999", "", "48", "71284", "abc"):
        assert near(typed, known) == [], typed
