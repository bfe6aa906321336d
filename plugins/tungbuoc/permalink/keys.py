"""Keys: four random digits, the first 1–9 (spreadsheets drop a leading zero), and a Damm check digit.

With the check digit no single slip and no swap of neighbours turns one key into another (H. M. Damm, 2004;
the standard quasigroup of order 10).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from random import Random

TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
ALL = 9000  # as many keys as there are
_FORM = re.compile(r"[1-9][0-9]{4}", re.ASCII)


def check_digit(digits: str) -> str:
    """The Damm digit of a string of ASCII digits: `check_digit("4821") == "7"`."""
    state = 0
    for digit in digits:
        state = int(TABLE[state][int(digit)])
    return str(state)


def is_key(text: str) -> bool:
    """True for five digits, the first not 0, whose last is the check digit."""
    return bool(_FORM.fullmatch(text)) and check_digit(text[:4]) == text[4]


def mint(taken: Collection[str], rng: Random) -> str:
    """A key not in `taken`. Raises `LookupError` when all 9,000 are taken."""
    for _ in range(
        32
    ):  # nearly always the first draw is free; listing all keys for each of many steps is slow
        number = str(rng.randrange(1000, 10000))
        if (key := number + check_digit(number)) not in taken:
            return key
    free = [key for key in _all_keys() if key not in taken]
    if not free:
        raise LookupError("all 9,000 keys are taken")
    return rng.choice(free)


def near(typed: str, known: Collection[str]) -> list[str]:
    """Keys of `known` one slip or one swap of neighbours away from what somebody typed, sorted."""
    return sorted(key for key in known if _one_slip(typed, key))


def _all_keys() -> Iterator[str]:
    for number in range(1000, 10000):
        yield f"{number}{check_digit(str(number))}"


def _one_slip(typed: str, key: str) -> bool:
    if len(typed) == len(key):
        wrong = [i for i in range(len(key)) if typed[i] != key[i]]
        swapped = (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and typed[wrong[0]] == key[wrong[1]]
            and typed[wrong[1]] == key[wrong[0]]
        )
        return len(wrong) <= 1 or swapped
    longer, shorter = (typed, key) if len(typed) > len(key) else (key, typed)
    return len(longer) - len(shorter) == 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
