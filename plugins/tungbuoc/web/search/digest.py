"""What of a lesson helps most to find it, for a search index that must stay small: its themes, then some of
its sentences.

Themes are the words that a lesson keeps coming back to and others do not; a dozen of them do nearly all that
its whole text would do for the ranking. A sentence is worth the words and word pairs it adds to those already
kept of its lesson, rare ones and those the lesson keeps coming back to more, against the bytes it costs.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tungbuoc.lesson.slugs import fold

THEMES = 10
"""More than a dozen bring nothing that can be measured, fewer than eight lose."""

PAIR = 0.5
"""Worth of two words side by side against the two words alone."""

FOREIGN = 3
"""How much more words such as “NFC”, “deepfake” or “156” count: they stand for one thing, and people look
for them."""

_SYLLABLE = re.compile(r"(?:ngh?|[bdhlmrsvx]|[ckgnpt]h?|gi|qu|tr)?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A sentence of a lesson: `place` is the step it belongs to (empty: the lesson). `fixed` ones are
    always kept, those that `lead` come before all others in their own order."""

    place: str
    text: str
    worth: float
    fixed: bool = False
    lead: bool = False


def by_use(lessons: Mapping[str, Sequence[SearchPassage]]) -> dict[str, list[int]]:
    """For each lesson the places of its passages in the sequence, the most useful first; fixed ones lead,
    useless ones are left out."""
    words = {name: [_words(passage) for passage in passages] for name, passages in lessons.items()}
    lessons_with = Counter(word for said in words.values() for word in {word for one in said for word in one})
    return {name: _ranked(lessons[name], words[name], lessons_with, len(lessons)) for name in lessons}


def themes(
    lessons: Mapping[str, Sequence[SearchPassage]], stops: Collection[str], most: int = THEMES
) -> dict[str, list[str]]:
    """For each lesson the `most` words, as written, that its sentences repeat and those of other lessons
    do not; the chief one first."""
    often = {name: Counter(_spoken(passages, stops)) for name, passages in lessons.items()}
    lessons_with = Counter(word for said in often.values() for word in said)
    found = {}
    for name, said in often.items():
        worth = {
            word: many * math.log(1 + len(lessons) / lessons_with[word])
            for word, many in said.items()
            if many > 1
        }
        found[name] = sorted(sorted(worth), key=worth.__getitem__, reverse=True)[:most]
    return found


def first(passages: Sequence[SearchPassage], order: Sequence[int], size: int) -> list[SearchPassage]:
    """The fixed passages and as many others, in `order`, as make `size` bytes; in the lesson's own order."""
    kept = []
    for at in order:
        if not passages[at].fixed:
            size -= len(passages[at].text.encode())
        if size < 0:
            break
        kept.append(at)
    return [passages[at] for at in sorted(kept)]


def _ranked(
    passages: Sequence[SearchPassage], words: list[list[str]], lessons_with: Counter[str], total: int
) -> list[int]:
    often = Counter(word for one in words for word in one)
    weight = {
        word: _rarity(word, total / lessons_with[word]) * (1 + math.log(count))
        for word, count in often.items()
    }
    order = [at for at, passage in enumerate(passages) if passage.fixed] + [
        at for at, passage in enumerate(passages) if passage.lead
    ]
    known = {term for at in order for term in _terms(words[at])}

    def gain(at: int) -> float:
        added = sum(_weigh(term, weight) for term in set(_terms(words[at])) - known)
        return passages[at].worth * added / (8 + len(passages[at].text.encode()))

    # A passage's gain only falls as others are kept, so the top of the heap is right once it has been weighed
    # anew.
    heap = [(-gain(at), at) for at, passage in enumerate(passages) if not passage.fixed and not passage.lead]
    heapq.heapify(heap)
    while heap:
        _, at = heapq.heappop(heap)
        now = gain(at)
        if now <= 0:
            continue
        if heap and now < -heap[0][0]:
            heapq.heappush(heap, (-now, at))
            continue
        order.append(at)
        known.update(_terms(words[at]))
    return order


def _rarity(word: str, lessons_a_word: float) -> float:
    return math.log(1 + lessons_a_word) * (1 if _SYLLABLE.fullmatch(word) else FOREIGN)


def _spoken(passages: Sequence[SearchPassage], stops: Collection[str]) -> Iterator[str]:
    for passage in passages:
        if not passage.fixed and not passage.lead and passage.worth:
            yield from (word for word in _WORD.findall(passage.text.lower()) if word not in stops)


def _words(passage: SearchPassage) -> list[str]:
    return [fold(word) for word in _WORD.findall(passage.text)]


def _terms(words: list[str]) -> list[tuple[str, ...]]:
    return [(word,) for word in words] + list(pairwise(words))


def _weigh(term: tuple[str, ...], weight: Mapping[str, float]) -> float:
    return weight[term[0]] if len(term) == 1 else PAIR * math.sqrt(weight[term[0]] * weight[term[1]])
