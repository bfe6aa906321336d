"""Galleys kept on disk come back as they were, in their order; what is gone leaves no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.press.galleys import lesson

from tungbuoc.press import GALLEYS, store
from tungbuoc.press.plan import Need, Occasion, Plan


def test_what_is_kept_comes_back_in_its_order(tmp_path: Path) -> None:
    galleys = [lesson("E2"), lesson("E10"), lesson("A1")]
    plan = Plan(
        ("lesson-sheet",),
        None,
        {"Ngày hội": (("poster",), ("E2",))},
        (Occasion("Lớp", "Bao nhiêu?", 12, True, (Need("poster", ("E2",), 4),)),),
    )
    store.keep(tmp_path, galleys, plan)
    assert store.read(tmp_path) == (galleys, plan)


def test_a_lesson_that_is_gone_leaves_no_galley(tmp_path: Path) -> None:
    store.keep(tmp_path, [lesson("E1"), lesson("E2")], Plan())
    store.keep(tmp_path, [lesson("E2")], Plan())
    assert sorted(file.name for file in (tmp_path / GALLEYS).iterdir()) == ["E2.json", "plan.json"]


def test_before_the_first_build_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.read(tmp_path)


def test_a_lesson_edited_after_the_build_is_newer(tmp_path: Path) -> None:
    store.keep(tmp_path, [lesson("E1")], Plan())
    file = tmp_path / "bai.md"
    file.write_text("#", encoding="utf-8")
    built = (tmp_path / GALLEYS / "plan.json").stat().st_mtime
    os.utime(file, (built - 5, built - 5))
    assert not store.older_than(tmp_path, file)
    os.utime(file, (built + 5, built + 5))
    assert store.older_than(tmp_path, file)


def test_galleys_of_another_version_are_as_good_as_none(tmp_path: Path) -> None:
    store.keep(tmp_path, [lesson("E1")], Plan())
    file = tmp_path / GALLEYS / "E1.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"minutes"', '"hours"'), encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        store.read(tmp_path)
