"""`/in/<lesson>/`: the edition on a sheet, and whether it is still right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from offline import a_course
from tungbuoc.permalink.editions import EditionRow
from tungbuoc.press import releases
from tungbuoc.web import released

FIRST, SECOND = ("2026-10-01", "Chưa hỏi."), ("2026-11-21", "Nghe.")


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """The pages of a course whose lesson E1 was released twice; the second is what it says today."""
    rows = []
    for number, (date, said) in enumerate((FIRST, SECOND), start=1):
        then = a_course.galley("E1", "Dừng lại", "an-toan/mot.md", said=said)
        rows.append(EditionRow("E1", "lesson-sheet", number, date, tuple(releases.digest(then).items())))
    course = replace(a_course.course(tmp_path), editions=tuple(rows))
    return {
        path: page
        for galley in a_course.galleys().in_order
        for path, page in released.of_lesson(
            course, galley.path.removeprefix("docs/"), galley, directory_urls=True
        )
    }


def test_every_lesson_has_its_page(pages: dict[str, str]) -> None:
    assert sorted(pages) == ["in/D1/index.html", "in/E1/index.html", "in/E2/index.html"]
    assert "chưa có ấn bản chính thức" in pages["in/D1/index.html"]
    assert 'href="../../tien/ba/"' in pages["in/D1/index.html"]


@pytest.fixture
def page(browser: Any, pages: dict[str, str], tmp_path: Path) -> Any:
    """The page of E1 in a browser, by its address with `?ban=`."""
    file = tmp_path / "E1.html"
    file.write_text(pages["in/E1/index.html"], encoding="utf-8")
    page = browser.new_page()
    yield lambda ban="": (page.goto(file.as_uri() + ban), page)[1]
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("ban", "said"),
    [
        ("?ban=2", "Ấn bản 2 (21/11/2026): còn mới."),
        ("?ban=1", "Ấn bản 1 (01/10/2026): đã có bản mới: khác ở bước 2."),
        ("?ban=01", "Ấn bản 1 (01/10/2026): đã có bản mới: khác ở bước 2."),
        ("?ban=7", "Chưa thấy ấn bản 7 của bài này. Xem lại số ở chân tờ giấy."),
        ("?ban=<b>", ""),
        ("", ""),
    ],
)
def test_the_edition_in_the_address_is_judged(page: Any, ban: str, said: str) -> None:
    assert page(ban).locator("#dap").inner_text() == said


@pytest.mark.browser
def test_the_edition_that_is_typed_is_judged(page: Any) -> None:
    shown = page()
    shown.get_by_label("Số ấn bản").fill("Số 1")
    shown.get_by_role("button", name="Xem").click()
    assert "khác ở bước 2" in shown.locator("#dap").inner_text()


def test_without_javascript_every_edition_is_told(pages: dict[str, str]) -> None:
    text = pages["in/E1/index.html"]
    assert "<b>còn mới.</b>" in text
    assert "khác ở bước 2." in text
    assert 'style="display:none"' in text, "a form that nothing answers is not shown"
