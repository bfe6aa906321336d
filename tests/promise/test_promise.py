"""A code on paper is a promise: whatever people do to their lessons, and then to the letter what `check`
tells them to do, no code is lost and none leads to another step, but for one that somebody retired.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tests.promise.advice import follow
from tests.promise.course import Course, begin
from tests.promise.edits import EDITS, Edit

from tungbuoc.lesson.problems import Problem

SEEDS = st.integers(0, 2**16)
FREE = frozenset("DEGHMPQRSUVWXN")  # families of rules that speak of no code and of nothing that hides one


def _concerns(problem: Problem) -> bool:
    return (
        problem.code[0] not in FREE
        and (problem.severity == "error" or problem.code == "K12")
        and problem.code != "B02"
    )


def settle(course: Course, pick: Random) -> None:
    """Do what is advised until nothing is, and then look whether every code still means its step."""
    for _ in range(60):
        found = [problem for problem in course.check() if _concerns(problem)]
        if not found:
            break
        problem = pick.choice(found)
        course.story.append(str(problem))
        if not follow(course, problem, pick):
            assert any(follow(course, other, pick) for other in found), f"nothing to do about {problem}"
    else:
        raise AssertionError("the advice has no end")
    keep(course)
    course.release()


def keep(course: Course) -> None:
    """The promise: each code stands once, on the words it stood for; or, where these are gone, under the
    title that is on paper."""
    found = list(course.seats())
    titles = course.titles()
    for code, thing in course.means.items():
        if code not in course.retired:
            there = [(title, other) for key, title, other in found if key == code]
            assert len(there) == 1, f"{code} is lost, or there twice"
            ((title, now),) = there
            gone = all(other != thing for _, _, other in found)
            assert now == thing or (gone and title == titles[code]), f"{code} was {thing}, is {now}"


def part(course: Course, ours: list[Edit], theirs: list[Edit], pick: Random) -> None:
    """Two people on two branches, each with everything in order at the end; then one takes the other's
    work in."""
    other = replace(
        course,
        branch=1,
        means=dict(course.means),
        kept=dict(course.kept),
        retired=set(course.retired),
        dropped=set(),
    )
    name = f"b{course.editions}"
    course.commit()
    course.git("switch", "-qc", name)
    work(other, theirs, pick)
    other.commit()
    course.git("switch", "-q", "chinh")
    work(course, ours, pick)
    course.commit()
    course.merge(other, name)
    settle(course, pick)
    course.commit()


def work(course: Course, edits: list[Edit], pick: Random) -> None:
    """Some edits, and whatever is then told."""
    course.dropped.clear()
    for edit in edits:
        edit(course, pick)
        course.story.append(f"-- {edit.__name__}")
    settle(course, pick)


class Promise(RuleBasedStateMachine):
    """People at work."""

    @initialize(union=st.booleans(), git=st.booleans())
    def begin(self, union: bool, git: bool) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.course = begin(self.folder / "a", union=union)
        if not git:
            shutil.rmtree(self.folder / "a/.git")

    @rule(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), seed=SEEDS, commit=st.booleans())
    def edits(self, edits: list[Edit], seed: int, commit: bool) -> None:
        self.course.story.clear()
        try:
            work(self.course, edits, Random(seed))
        finally:
            note("\n".join(self.course.story))
        if commit and self.has_git():
            self.course.commit()

    @precondition(lambda self: self.has_git())
    @rule(
        ours=st.lists(st.sampled_from(EDITS), max_size=2),
        theirs=st.lists(st.sampled_from(EDITS), min_size=1, max_size=2),
        seed=SEEDS,
    )
    def branches(self, ours: list[Edit], theirs: list[Edit], seed: int) -> None:
        self.course.story.clear()
        try:
            part(self.course, ours, theirs, Random(seed))
        finally:
            note("\n".join(self.course.story))

    def has_git(self) -> bool:
        """Whether the course lies in a repository."""
        return (self.folder / "a/.git").exists()

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


TestPromise = Promise.TestCase
# The same stories in every run, so that the suite is steady; to look for new ones drop `derandomize` and
# raise `max_examples`. A story
# of a dozen commands is read in less time than it takes to shrink.
TestPromise.settings = settings(
    max_examples=25, stateful_step_count=4, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None,
    phases=(Phase.explicit, Phase.generate),
)  # fmt: skip
