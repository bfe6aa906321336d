"""Vietnamese syllables: onset + rime + tone, from an exact table of legal rimes.

Why not a word list: hunspell's rejects “hòa”, the others come from npm or are GPL, and none knows a word that
no list has yet. A syllable is either well built or not, so the table has no false alarm on Vietnamese; what
is well built but wrong (“tài khoảng”) is for the list of confusions in `orthography`.

The tone mark stands by the project's choice: hòa, khỏe, thủy (on the first vowel of oa, oe, uy without a
final).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
# For patterns: within […]. A range such as À-Ỹ would hold small letters too, for Unicode lays them out in
# turns.
LOWER = "a-zđ" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_TONES)
)
UPPER = "A-Z" + LOWER.removeprefix("a-z").upper()

# Rimes as they are written, after the onset; `*` follows the vowel that carries the tone.
_RIMES_TEXT = """
a* a*c a*ch a*i a*m a*n a*ng a*nh a*o a*p a*t a*u a*y ă*c ă*m ă*n ă*ng ă*p ă*t â*c â*m â*n â*ng â*p â*t â*u
â*y e* e*c e*m e*n e*ng e*o e*p e*t ê* ê*ch ê*m ê*n ê*nh ê*p ê*t ê*u i* i*a i*ch iê*c iê*m iê*n iê*ng iê*p
iê*t iê*u i*m i*n i*nh i*p i*t i*u o* o*a oa*c oa*ch oa*i oa*m oa*n oa*ng oa*nh oa*o oa*p oa*t oa*y oă*c oă*m
oă*n oă*ng oă*p oă*t o*c o*e oe*m oe*n oe*o oe*t o*i o*m o*n o*ng oo*c oo*ng o*p o*t ô* ô*c ô*i ô*m ô*n ô*ng
ô*p ô*t ơ* ơ*i ơ*m ơ*n ơ*p ơ*t u* u*a uâ*n uâ*ng uâ*t uâ*y u*c uê* uê*ch uê*nh uê*u u*i u*m u*n u*ng uô*c uô*i
uô*m uô*n uô*ng uô*t u*p u*t uơ* u*y uya* uy*ch uyê*n uyê*t uy*n uy*nh uy*p uy*t uy*u ư* ư*a ư*c ư*i ư*m ư*ng
ươ*c ươ*i ươ*m ươ*n ươ*ng ươ*p ươ*t ươ*u ư*t ư*u y* yê*m yê*n yê*ng yê*t yê*u
"""
# After “qu” the u belongs to the onset.
_QU_RIMES_TEXT = """
a* a*c a*ch a*i a*n a*ng a*nh a*o a*t a*u a*y ă*c ă*m ă*n ă*ng ă*p ă*t â*n â*ng â*t â*y e* e*n e*o e*t ê* ê*ch
ê*n ê*nh ê*t ê*u ô*c ơ* ơ*i ơ*n y* y*ch yê*n yê*t y*nh y*t y*u i*t
"""
_ONSETS = ("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
           "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x")  # fmt: skip
_FRONT = frozenset("eêiy")
_BEFORE_FRONT = {"k", "gh", "ngh"}
_NOT_BEFORE_FRONT = {"c", "g", "ng"}
_BEFORE_Y = {"", "h", "k", "l", "m", "s", "t", "v"}
_LONGEST_GLUED = 21  # three of the longest syllables, nghiêng
_STOPS = ("c", "ch", "p", "t")


def _table(text: str) -> dict[str, int]:
    return {rime.replace("*", ""): rime.index("*") - 1 for rime in text.split()}


_RIMES, _QU_RIMES = _table(_RIMES_TEXT), _table(_QU_RIMES_TEXT)


class Syllable(NamedTuple):
    """`onset` and `rime` without tone; `tone` a combining mark or empty; `at` the rime's vowel that
    carries it."""

    onset: str
    rime: str
    tone: str
    at: int


@lru_cache(maxsize=20_000)
def read(word: str) -> Syllable | None:
    """A word of lower-case letters (NFC or NFD) → its parts, wherever its tone mark stands; None when it
    is no syllable."""
    bare, tone = _without_tone(word) if len(word) <= 12 else (None, "")
    if bare is None:
        return None
    for onset in ("gi", "qu", bare[:3], bare[:2], bare[:1], ""):
        parts = (
            _parts(onset, bare[len(onset) :], tone) if onset in _ONSETS and bare.startswith(onset) else None
        )
        if parts:
            return parts
    return None


def is_syllable(word: str) -> bool:
    """True for a legal syllable whose tone mark stands where this project puts it; `word` in lower case,
    NFC."""
    return respell(word) == word


def respell(word: str) -> str | None:
    """The same syllable with its tone mark where this project puts it (“hoà” → “hòa”); case kept; None for
    no syllable."""
    found = read(word.lower())
    if found is None:
        return None
    at = len(found.onset) + found.at
    bare = _without_tone(word)[0]
    assert bare is not None
    return unicodedata.normalize("NFC", bare[: at + 1] + found.tone + bare[at + 1 :])


def split_glued(word: str) -> tuple[str, ...]:
    """“cánhân” → (“cá”, “nhân”): the shortest row of 2 or 3 syllables of at least two letters that makes
    up a word, or ()."""
    if len(word) > _LONGEST_GLUED:
        return ()
    for at in range(2, len(word) - 1):
        if is_syllable(word[:at]) and is_syllable(word[at:]):
            return word[:at], word[at:]
    for at in range(2, len(word) - 3):
        rest = _two(word[at:]) if is_syllable(word[:at]) else ()
        if rest:
            return word[:at], *rest
    return ()


def _two(word: str) -> tuple[str, ...]:
    return next(
        (
            (word[:at], word[at:])
            for at in range(2, len(word) - 1)
            if is_syllable(word[:at]) and is_syllable(word[at:])
        ),
        (),
    )


def _without_tone(word: str) -> tuple[str | None, str]:
    """The word without its tone mark, vowels recomposed (NFC), and the mark; (None, "") with two marks or
    more."""
    marks = ""
    kept = []
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            marks += letter
        else:
            kept.append(letter)
    return (None, "") if len(marks) > 1 else (unicodedata.normalize("NFC", "".join(kept)), marks)


def _parts(onset: str, rime: str, tone: str) -> Syllable | None:
    if onset == "gi" and rime.startswith("ê"):
        return None  # giếng is g + iêng, below; giê is nothing
    at = (_QU_RIMES if onset == "qu" else _RIMES).get(rime)
    if at is None or not _fits(onset, rime) or (tone not in ("\u0301", "\u0323") and rime.endswith(_STOPS)):
        return None
    return Syllable(onset, rime, tone, at)


def _fits(onset: str, rime: str) -> bool:
    """Whether the spelling of the onset goes with the rime's first letter (k, gh, ngh before e, ê, i; y
    after few onsets)."""
    front = rime[0] in _FRONT
    if onset == "g" and rime[0] == "i":
        return True  # gì, gìn, giếng
    if (
        (onset in _BEFORE_FRONT and not front)
        or (onset in _NOT_BEFORE_FRONT and front)
        or (onset == "gi" and rime[0] == "i")
    ):
        return False
    if rime == "y":
        return onset in _BEFORE_Y or onset == "qu"
    if rime.startswith("yê"):
        return onset in ("", "qu")
    return not (rime.startswith("iê") and onset == "")
