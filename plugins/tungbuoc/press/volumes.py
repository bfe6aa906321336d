"""A book too thick to staple → volumes of whole topics, by what is known before anything is pressed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, groupby, pairwise

from tungbuoc.lesson.galley import Galley

_STEPS_ON_TWO_SIDES = 6
"""A lesson of more steps takes a third side (`tests/test_course.py`)."""
_AROUND = 4
"""Sides of a book that no lesson adds to: cover, first pages of contents, errands and words."""
_OF_A_LESSON = 0.35
"""What a lesson adds to contents, errands, codes and words: about seventeen lines of fifty."""


def split(lessons: Sequence[Galley], most: int) -> list[tuple[Galley, ...]]:
    """The fewest volumes whose sides are `most` or fewer (0: one volume), as even as topics allow; each
    has whole topics."""
    topics = [tuple(group) for _, group in groupby(lessons, key=lambda galley: galley.topic_letter)]
    for count in range(1, len(topics) + 1):
        cuts = min(combinations(range(1, len(topics)), count - 1), key=lambda cuts: _thickest(topics, cuts))
        if not most or _thickest(topics, cuts) <= most or count == len(topics):
            return _parted(topics, cuts)
    return []


def sides(lessons: Sequence[Galley]) -> float:
    """About how many sides a book of these lessons has."""
    return _AROUND + sum(2 + (len(galley.steps) > _STEPS_ON_TWO_SIDES) + _OF_A_LESSON for galley in lessons)


def _thickest(topics: Sequence[tuple[Galley, ...]], cuts: Sequence[int]) -> float:
    return max(sides(volume) for volume in _parted(topics, cuts))


def _parted(topics: Sequence[tuple[Galley, ...]], cuts: Sequence[int]) -> list[tuple[Galley, ...]]:
    places = [0, *cuts, len(topics)]
    return [
        tuple(galley for topic in topics[begin:end] for galley in topic) for begin, end in pairwise(places)
    ]
