"""The log of editions: what was released stays released, and a sheet can be told what changed since."""

from __future__ import annotations

from tests.press.galleys import lesson, section, step, twin

from tungbuoc.permalink.editions import EditionRow
from tungbuoc.press import releases

FORMATS = {"E1": ("lesson-sheet", "memory-card"), "E2": ("lesson-sheet",)}


def _released(*codes: str) -> tuple[EditionRow, ...]:
    return releases.release((), [lesson(code, 4) for code in codes], FORMATS, "2026-11-21")


def test_a_first_release_gives_every_format_its_row() -> None:
    rows = _released("E1", "E2")
    assert [(row.lesson, row.format, row.edition, row.date) for row in rows] == [
        ("E1", "lesson-sheet", 1, "2026-11-21"), ("E1", "memory-card", 1, "2026-11-21"), ("E2", "lesson-sheet", 1, "2026-11-21"),
    ]  # fmt: skip


def test_a_translation_is_released_by_itself_and_its_lesson_does_not_know() -> None:
    own = lesson("E1", 4)
    english, khmer = twin(own), twin(own, "km")
    formats = {"E1": ("lesson-sheet",), "E1-en": ("bilingual",), "E1-km": ("bilingual",)}
    rows = releases.release((), [own, english, khmer], formats, "2026-11-21")
    assert [(row.lesson, row.format, row.edition) for row in rows] == [
        ("E1", "lesson-sheet", 1), ("E1-en", "bilingual", 1), ("E1-km", "bilingual", 1),
    ]  # fmt: skip
    better = twin(own, "km", "Press it gently.")
    assert [releases.stamp(rows, galley)[0] for galley in (own, english, khmer, better)] == [
        "1",
        "1",
        "1",
        "",
    ]
    rows += releases.release(rows, [own, english, better], formats, "2027-01-01")
    assert [(row.lesson, row.edition) for row in rows[3:]] == [("E1-km", 2)]
    assert [past.edition for past in releases.history(rows, own)] == [1]


def test_nothing_new_is_not_released_again() -> None:
    rows = _released("E1")
    assert releases.release(rows, [lesson("E1", 4)], FORMATS, "2027-01-01") == ()


def test_a_changed_lesson_is_a_new_edition_and_says_so_only_after_its_release() -> None:
    rows = _released("E1")
    changed = lesson("E1", 4, title="Tên khác")
    assert releases.stamp(rows, lesson("E1", 4)) == ("1", "2026-11-21")
    assert releases.stamp(rows, changed) == ("", "")
    rows += releases.release(rows, [changed], FORMATS, "2027-01-01")
    assert releases.stamp(rows, changed) == ("2", "2027-01-01")


def test_history_names_the_steps_that_changed() -> None:
    rows = _released("E1")
    galley = lesson("E1", 4)
    steps = tuple(step(2, words="Bấm chỗ khác.") if old.number == 2 else old for old in galley.steps)
    (past,) = releases.history(rows, galley.model_copy(update={"steps": steps}))
    assert (past.edition, past.changed, past.rest, past.current) == (1, (2,), False, False)
    (past,) = releases.history(
        rows, galley.model_copy(update={"sections": (section("Nhớ ba điều", "Khác."),)})
    )
    assert (past.changed, past.rest) == ((), True)
    assert releases.history(rows, galley)[0].current


def test_a_step_that_is_gone_counts_as_a_change() -> None:
    rows = _released("E1")
    galley = lesson("E1", 4)
    (past,) = releases.history(rows, galley.model_copy(update={"steps": galley.steps[:3]}))
    assert not past.current


def test_a_moved_host_or_a_new_date_is_no_new_edition() -> None:
    rows = _released("E1")
    galley = lesson("E1", 4)
    moved = galley.model_copy(
        update={
            "reviewed": "2027-01-01",
            "imprint": galley.imprint.model_copy(update={"url": "https://khac.vn/"}),
        }
    )
    assert releases.stamp(rows, moved)[0] == "1"
