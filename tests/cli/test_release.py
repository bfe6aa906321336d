"""`tungbuoc release`: editions are logged, and titles under which codes go on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.press.galleys import lesson, twin

from tungbuoc.cli import main
from tungbuoc.lesson.galley import Galley
from tungbuoc.permalink import editions, ledger
from tungbuoc.press import store
from tungbuoc.press.plan import Plan


def _release(root: Path, galley: Galley) -> ledger.Ledger:
    store.keep(root, [galley], Plan(("lesson-sheet",), None, {}))
    done = CliRunner().invoke(main, ["release"])
    assert done.exit_code == 0, done.output
    return ledger.read((root / ledger.PATH).read_bytes())[0]


def test_paper_with_another_title_is_logged_and_no_longer_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "print").mkdir()
    galley = lesson("E1", 4)
    first = galley.steps[0]
    row = f"2026-01-01,{first.key},issued,E1,{first.title},,tungbuoc.vn\n"
    (tmp_path / ledger.PATH).write_text(ledger.HEADER + row, "utf-8")
    assert _release(tmp_path, galley).printed[first.key] == first.title
    assert len(ledger.read((tmp_path / ledger.PATH).read_bytes())[0].rows) == 1, (
        "the same title is not logged again"
    )
    renamed = galley.model_copy(
        update={"steps": (first.model_copy(update={"title": "Việc khác"}), *galley.steps[1:])}
    )
    book = _release(tmp_path, renamed)
    assert book.printed[first.key] == "Việc khác"
    assert book.state[first.key].host == "tungbuoc.vn"
    assert [row.edition for row in editions.read((tmp_path / editions.PATH).read_bytes())[0]] == [1, 2]


def test_a_lesson_and_its_translation_are_released_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "print").mkdir()
    galley = lesson("E1", 4)
    store.keep(
        tmp_path,
        [galley.model_copy(update={"translations": (twin(galley),)})],
        Plan(("lesson-sheet", "bilingual"), None, {}),
    )
    done = CliRunner().invoke(main, ["release", "E1"])
    assert done.output == "Sổ ấn bản thêm 2 dòng, 2 bài.\n"
    rows, _ = editions.read((tmp_path / editions.PATH).read_bytes())
    assert [(row.lesson, row.format) for row in rows] == [("E1", "lesson-sheet"), ("E1-en", "bilingual")]
