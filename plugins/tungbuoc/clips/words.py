"""Sentences for slow readers: how long they take, and how they stand in lines on the caption band."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tungbuoc.clips.model import PiecedSentence, SentencePiece
from tungbuoc.lesson.inline import Inline
from tungbuoc.lesson.screens.metrics import text_width

PACE = 3.0
"""Vietnamese syllables a second that a slow reader manages."""
_SPACE = re.compile(r"\s+")
_PAUSE = (",", ";", ":", ".", "!", "?", "–", "—", "…")
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Word:
    """One unbreakable word in pieces of equal weight."""

    pieces: tuple[SentencePiece, ...]

    @property
    def text(self) -> str:
        """The word without its weights."""
        return "".join(piece.text for piece in self.pieces)

    def width(self, size: float) -> float:
        """Its width in the units of `size`."""
        return sum(text_width(piece.text, size, piece.bold) for piece in self.pieces)


CardLine = tuple[Word, ...]
CardPage = tuple[CardLine, ...]


def plain(sentence: PiecedSentence) -> str:
    """The sentence as text."""
    return "".join(run.text for run in sentence)


def read_sentences(texts: Iterable[Inline]) -> tuple[PiecedSentence, ...]:
    """The paragraphs and list items of a step, one sentence group each, with their bold; what is no word
    falls away."""
    return tuple(
        tuple(
            SentencePiece(_SPACE.sub(" ", span.text), span.bold or span.kind == "link")
            for span in text.spans
            if span.text
        )
        for text in texts
    )


def syllables(text: str) -> int:
    """How many syllables are read out: a Vietnamese word each, a digit each, each part of an address."""
    count = 0
    for piece in re.findall(r"[^\W\d_]+|\d", unicodedata.normalize("NFC", text)):
        count += 1 if not (piece.isascii() and len(piece) > 7) else 2
    return count


def reading_seconds(text: str) -> float:
    """How long a slow reader needs, with half a second to find the line; never under two seconds."""
    return max(2.0, 0.5 + syllables(text) / PACE)


def pages(sentence: PiecedSentence, size: float, width: float, most: int) -> list[CardPage]:
    """The sentence in lines not wider than `width`, in as few pages of at most `most` lines as hold it.

    Pages end at a pause where one is near, and are of about equal length; the last two words of a page stay
    together.
    """
    words = _words(sentence)
    if not words:
        return []
    whole = _fill(words, size, width)
    if len(whole) <= most:
        return [whole]
    count = -(-len(whole) // most)
    cut = _cut(words, count)
    first, rest = words[:cut], words[cut:]
    page = _fill(first, size, width)
    if len(page) > most:
        page = whole[:most]
        rest = words[sum(len(line) for line in page) :]
    return [page, *pages(_joined(rest), size, width, most)]


def _words(sentence: PiecedSentence) -> list[Word]:
    words: list[list[SentencePiece]] = [[]]
    for run in sentence:
        parts = re.split(r"[ \t\r\n]+", run.text)
        for place, part in enumerate(parts):
            if place:
                words.append([])
            if part:
                words[-1].append(SentencePiece(part, run.bold))
    return [Word(tuple(pieces)) for pieces in words if pieces]


def _joined(words: list[Word]) -> PiecedSentence:
    runs: list[SentencePiece] = []
    for place, word in enumerate(words):
        runs += [SentencePiece(" ")] if place else []
        runs += word.pieces
    return tuple(runs)


def _fill(words: list[Word], size: float, width: float) -> CardPage:
    space = text_width(" ", size, False)
    lines: list[list[Word]] = []
    used = 0.0
    for word in words:
        more = word.width(size)
        if lines and used + space + more <= width:
            lines[-1].append(word)
            used += space + more
        else:
            lines.append([word])
            used = more
    if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 2:
        before = lines[-2][-1]
        if before.width(size) + space + lines[-1][0].width(size) <= width:
            lines[-1].insert(0, lines[-2].pop())
    return tuple(tuple(line) for line in lines)


def _cut(words: list[Word], count: int) -> int:
    """After which word the first of `count` pages ends: near its fair share of the signs, after a pause if
    one is near."""
    lengths = [len(word.text) + 1 for word in words]
    fair = sum(lengths) / count
    reached, best, least = 0, 1, float("inf")
    for place, word in enumerate(words[:-1]):
        reached += lengths[place]
        cost = abs(reached - fair) - (fair / 3 if word.text.endswith(_PAUSE) else 0)
        if cost < least:
            best, least = place + 1, cost
    return best
