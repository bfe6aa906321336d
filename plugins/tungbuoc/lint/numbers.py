"""Telephone numbers in a text, however they are written: in brackets, with slashes, over two lines, in
other scripts' digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BETWEEN = r"[ \t\n.\-/()*_`\u00a0\u00ad\u2009\u200b-\u200d\u202f\u2060\ufeff–]{1,4}"
_RUN = re.compile(rf"(?<![\d,])[(+]*\d+(?:{_BETWEEN}\d+)*(?![\d\w])")
_GROUP = re.compile(r"\d+")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_CALLED = re.compile(r"0\d{9,10}|84\d{9,10}|1[89]00\d{3,6}")
_LONGEST = 11


@dataclass(frozen=True, slots=True)
class Phone:
    """What could be called, at an offset: as typed, and the digits alone."""

    offset: int
    shown: str
    digits: str


def phones(text: str, known: Callable[[str], bool]) -> Iterator[Phone]:
    """Everything in a text that could be called and is not `known` by its digits.

    Groups of digits that follow each other are tried from each on: “1800 1096”, then a new line that begins
    with “2.”, is one known number and the start of a list.
    """
    bare = _DATE.sub(lambda match: "¦" * len(match[0]), plain_digits(text))
    for run in _RUN.finditer(bare):
        groups = [
            (match.start() + run.start(), match.end() + run.start()) for match in _GROUP.finditer(run[0])
        ]
        at = 0
        while at < len(groups):
            found = list(_from(bare, groups, at))
            if any(known(digits) for _, digits in found):
                at = next(end for end, digits in found if known(digits))
            elif found:
                end, digits = found[0]
                start = run.start() if at == 0 else groups[at][0]
                yield Phone(start, " ".join(text[start : groups[end - 1][1]].split()), digits)
                at = end
            else:
                at += 1


def _from(bare: str, groups: list[tuple[int, int]], at: int) -> Iterator[tuple[int, str]]:
    """(the group after the last, digits) of every number that begins with a group, the shortest first."""
    digits = ""
    for end in range(at, len(groups)):
        digits += bare[slice(*groups[end])]
        if len(digits) > _LONGEST + 1:
            return
        if is_phone(digits):
            yield end + 1, digits


def is_phone(digits: str) -> bool:
    """Whether digits look like a number one can call: home and mobile 10–11 digits from 0, +84, 1800 and
    1900."""
    return bool(_CALLED.fullmatch(digits))


def home(digits: str) -> str:
    """A number as it is dialled at home: `84912…` → `0912…`."""
    return f"0{digits[2:]}" if re.fullmatch(r"84\d{9,10}", digits) else digits


def plain_digits(text: str) -> str:
    """The text, as long as it was, with full-width, Arabic-Indic and all other digits (and the signs
    between them) in ASCII."""
    if text.isascii():
        return text
    return text.translate({ord(sign): _ascii(sign) for sign in set(text) if not sign.isascii()})


def _ascii(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    if value is not None:
        return str(int(value))
    same = unicodedata.normalize("NFKC", sign)
    return same if len(same) == 1 and same in "0123456789+()/.-" else sign
