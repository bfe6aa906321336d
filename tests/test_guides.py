"""Guides for volunteers: something to do before much is read, and every sheet they name is one that a
build prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.offline import a_course
from tests.test_needs import printed

from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.config import read_config
from tungbuoc.web.pictured import pictured

ROOT = Path(__file__).parents[1]
COURSE = read_config(ROOT / "mkdocs.yml", {})[0]
assert COURSE
GUIDES = [
    one.page for group in COURSE.pages.menu for one in group.entries if one.page.startswith("tinh-nguyen/")
]
_MOST_WORDS = 45
"""About a screen of 360 × 640 below the title."""


@pytest.mark.parametrize("path", GUIDES)
def test_there_is_something_to_do_before_a_screen_is_read(path: str) -> None:
    """The first link or numbered step comes early."""
    body = (ROOT / "docs" / path).read_text(encoding="utf-8").split("\n", 1)[1]
    before = re.split(r"\[|^1\. ", body, maxsplit=1, flags=re.MULTILINE)[0]
    assert len(before.split()) <= _MOST_WORDS


def test_every_guide_of_the_folder_is_in_the_menu() -> None:
    assert sorted(GUIDES) == sorted(
        f"tinh-nguyen/{file.name}" for file in (ROOT / "docs/tinh-nguyen").glob("*.md")
    )


@pytest.mark.parametrize("path", GUIDES[1:])
def test_every_sheet_that_a_guide_names_is_printed(path: str) -> None:
    named = re.findall(r"tai-to-in\.md\?([^)]+)\)", (ROOT / "docs" / path).read_text(encoding="utf-8"))
    assert len(named) >= 3
    assert set(named) <= printed(), set(named) - printed()


def test_a_named_sheet_is_shown_where_it_was_printed_and_a_link_elsewhere(tmp_path: Path) -> None:
    made = a_course.press(tmp_path / "in")
    html = '<p><a href="../../tai-to-in/?E1/lesson-sheet"><b>Tờ</b> bài học</a> <a class="tb-alone" href="../../tai-to-in/?E9/quiz">Tự kiểm</a></p>'
    shown = pictured(html, "tinh-nguyen/x/", made, Wording(), directory_urls=True)
    assert '<a class="tb-print" href="../../in/' in shown
    assert "<b>Tờ</b> bài học</b> <small>3 mặt" in shown
    assert '<a class="tb-alone" href="../../tai-to-in/?E9/quiz">Tự kiểm</a>' in shown
