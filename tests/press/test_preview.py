"""In a preview what holds many lessons stays as it was until it is asked for; PDFs are made in parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.galleys import lesson, twin

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import pressing, stages
from tungbuoc.press.plan import Handout, Plan

pytestmark = pytest.mark.press
ROOT = Path(__file__).parents[2]
FORMATS = ("lesson-sheet", "booklet", "course-book")
MANY = ["E-booklet-in-gap.pdf", "E-booklet.pdf", "E1-lesson-book.pdf", "tron-bo-course-book.pdf"]


def press(place: Path, galleys: list[Galley], to: str = "in", **asked: object) -> pressing.PressReport:
    return pressing.run(
        galleys, formats_dir=ROOT / "print/formats", out_dir=place / to, cache_dir=place / "cache", root=ROOT,
        **{"plan": Plan(formats=FORMATS), **asked},
    )  # type: ignore[arg-type] # fmt: skip


def changed() -> list[Galley]:
    return [lesson("E1").model_copy(update={"minutes": 45}), lesson("E2")]


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place where two lessons were pressed."""
    place = tmp_path_factory.mktemp("preview")
    report = press(place, [lesson("E1"), lesson("E2")], preview=True)
    assert report.waiting == ()
    assert {one.path for one in report.handouts} > set(MANY) - {"E1-lesson-book.pdf"}
    return place


def test_one_changed_lesson_presses_its_own_sheets_and_books_wait_until_they_are_asked_for(
    pressed: Path,
) -> None:
    before = {file.name: file.read_bytes() for file in (pressed / "in").glob("*.pdf")}
    report = press(pressed, changed(), preview=True)
    assert report.problems == ()
    assert report.pressed == 1
    assert sorted(one.file for one in report.waiting) == MANY
    after = {file.name: file.read_bytes() for file in (pressed / "in").glob("*.pdf")}
    assert {name for name in before if before[name] != after[name]} == {"E1-lesson-sheet.pdf"}
    for name, more in (("E-booklet-in-gap.pdf", 2), ("tron-bo-course-book.pdf", 2)):
        assert press(pressed, changed(), only=name).pressed == more
        assert (pressed / "in" / name).read_bytes() != before[name]
    whole = press(pressed, changed(), "whole")
    assert (whole.pressed, whole.waiting) == (0, ())
    for file in (pressed / "whole").glob("*.pdf"):
        assert file.read_bytes() == (pressed / "in" / file.name).read_bytes()


def test_a_sheet_in_two_languages_is_its_lesson_s_own(tmp_path: Path) -> None:
    first = lesson("E1")
    with_twin = [first.model_copy(update={"translations": (twin(first),)})]
    plan = Plan(formats=("lesson-sheet", "bilingual"))
    for minutes in (25, 45):
        galleys = [one.model_copy(update={"minutes": minutes}) for one in with_twin]
        report = press(tmp_path, galleys, preview=True, plan=plan)
        assert (report.problems, report.waiting, report.pressed) == ((), (), 2)


def test_what_a_book_binds_and_nobody_finds_any_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = stages.Stages._release

    def thrown_away(self: stages.Stages, handout: Handout, name: str, blob: bytes) -> None:
        release(self, handout, name, blob)
        if handout.format.name == "lesson-book":
            for file in (tmp_path / "cache").glob(f"*/{name}-*"):
                file.unlink()

    monkeypatch.setattr(stages.Stages, "_release", thrown_away)
    report = press(tmp_path, [lesson("E1")])
    assert [str(problem) for problem in report.problems] == [
        "docs/E1.md:1: Không in được Sách trọn bộ của tron-bo: «E1-lesson-book.pdf» vừa bị xóa khỏi kho tạm."
        " Dựng lại. [P20]"
    ]
    monkeypatch.undo()
    assert press(tmp_path, [lesson("E1")]).problems == ()


def test_what_was_thrown_away_is_pressed_even_in_a_preview(pressed: Path, tmp_path: Path) -> None:
    report = press(tmp_path, changed(), preview=True)
    assert report.waiting == ()
    assert report.pressed == 7


def test_part_by_part_gives_the_same_and_tells_one_line_of_progress(
    pressed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "_TOGETHER", 1)
    told: list[tuple[int, int]] = []
    press(
        tmp_path, [lesson("E1"), lesson("E2")], progress=lambda number, of, _name: told.append((number, of))
    )
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5), (1, 1), (1, 1)]
    other = press(pressed, [lesson("E1"), lesson("E2")], "other")
    assert other.problems == ()
    for file in (pressed / "other").glob("*.pdf"):
        assert file.read_bytes() == (tmp_path / "in" / file.name).read_bytes()


def test_a_cache_that_keeps_nothing_still_gives_books(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    report = press(tmp_path, [lesson("E1"), lesson("E2")])
    assert report.problems == ()
    assert (tmp_path / "in/tron-bo-course-book.pdf").exists()
