"""A check that remembers tells exactly what one tells that remembers nothing, whatever was changed in
between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lesson.recall import forget
from tungbuoc.lint import check
from tungbuoc.lint.judging import SILENCEABLE
from tungbuoc.lint.project import Project
from tungbuoc.lint.rules import RULES, WIDE_RULES
from tungbuoc.works.recollection import Recollection

_OTHER = "docs/mau/bai-khac.md"


def _copied(project: Project) -> Project:
    return with_file(project, _OTHER, project.files[LESSON])


def _linked(project: Project) -> Project:
    return with_text(project, LESSON, "## Học xong", "[Bài kia](bai-khac.md#12345)\n\n## Học xong")


def _worded(project: Project) -> Project:
    return with_text(project, LESSON, "## Học xong", "Bác click vào đây để login.\n\n## Học xong")


def _without_buttons(project: Project) -> Project:
    return with_file(project, "docs/nut.yml", b"[]\n")


def _next_year(project: Project) -> Project:
    return replace(project, today=project.today + dt.timedelta(days=400))


def _other_letter(project: Project) -> Project:
    assert project.course
    (topic,) = project.course.topics
    topics = (topic.model_copy(update={"letter": "Z"}),)
    return replace(project, course=project.course.model_copy(update={"topics": topics}))


CHANGES: list[Callable[[Project], Project]] = [
    _copied, _linked, _worded, _without_buttons, _next_year, _other_letter,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_here_is_one_that_is_told(change: Callable[[Project], Project]) -> None:
    assert check(change(sample())) != check(sample())


@given(some.lists(some.lists(some.sampled_from(CHANGES), unique=True, max_size=4), min_size=2, max_size=4))
@settings(max_examples=15, deadline=None)
def test_remembered_is_as_found(
    tmp_path_factory: pytest.TempPathFactory, story: list[list[Callable[[Project], Project]]]
) -> None:
    folder = tmp_path_factory.mktemp("nhớ")
    for changes in story:
        project = sample()
        for change in changes:
            project = change(project)
        memory = Recollection(folder)
        assert check(replace(project, recall=memory)) == check(replace(project, recall=forget))
        memory.keep()


def test_an_unchanged_lesson_is_neither_read_nor_judged_again(tmp_path: Path) -> None:
    first = Recollection(tmp_path)
    check(replace(sample(), recall=first))
    first.keep()
    made: list[str] = []
    again = Recollection(tmp_path)

    def noting(kind: str, key: tuple[object, ...], make: Callable[[], object]) -> object:
        def told() -> object:
            made.append(kind)
            return make()

        return again(kind, key, told)

    check(replace(_worded(_copied(sample())), recall=noting))
    assert sorted(made) == ["judged", "judged", "scan", "scan"]  # the changed one and the new one


def test_no_rule_is_in_both_lists() -> None:
    assert not RULES.keys() & WIDE_RULES.keys()
    assert RULES.keys() | WIDE_RULES.keys() | {"K12"} == SILENCEABLE
