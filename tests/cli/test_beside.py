"""`tungbuoc serve` shows the printed sheet of the open lesson beside its page, as it is after the last
change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.press.galleys import lesson

from tungbuoc.lesson.problems import Problem
from tungbuoc.press import engine
from tungbuoc.site.beside import Beside

from .previews import PATIENCE, preview, print_too

ROOT = Path(__file__).parents[2]
LESSON = "docs/an-toan/dung-lai.md"


def plain(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The preview's own server."""
    start_response("200 OK", [("Content-Length", "4")])
    return [b"page"]


def ask(beside: Beside, path: str, method: str = "GET", mount: str = "/") -> tuple[str, str]:
    """Status and text of one answer."""
    told: list[str] = []
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path.encode().decode("latin-1")}
    body = beside.app(plain, mount)(environ, lambda status, _headers, *_: told.append(status))
    return told[0], b"".join(body).decode()


@pytest.fixture
def beside(tmp_path: Path) -> Beside:
    """What a build laid out: one lesson, and one whose word no line can hold."""
    made = Beside()
    step = lesson().steps[0]
    bad = step.model_copy(update={"html": f"<p>{'ô' * 400}</p>"})
    made.lay([lesson("E1"), lesson("E2").model_copy(update={"steps": (bad,)})], tmp_path, None)
    return made


def test_a_sheet_is_shown_as_pictures(beside: Beside) -> None:
    status, text = ask(beside, "/_to-in/E1/")
    assert status == "200 OK"
    assert text.count('<img src="data:image/png;base64,') == 2
    assert 'alt="Trang 2 của tờ bài học E1 · Dừng lại' in text
    assert "2 trang, 1 tờ giấy" in text


def test_what_the_press_refuses_is_told_there(beside: Beside) -> None:
    status, text = ask(beside, "/_to-in/E2/")
    assert status == "200 OK"
    assert "<img" not in text
    assert "Tờ «E2-lesson-sheet.pdf» in hỏng" in text
    assert "chưa được phát hành" in text


def test_a_machine_that_cannot_press_says_what_it_lacks(
    beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = Problem("mkdocs.yml", 1, "P10", "Chưa in được PDF: máy này thiếu Pango.", "Chạy: cài Pango")
    monkeypatch.setattr(engine, "require", lambda: lacking)
    status, text = ask(beside, "/_to-in/E1/")
    assert status == "200 OK"
    assert "máy này thiếu Pango. Chạy: cài Pango" in text
    assert "Dòng" not in text
    assert "<img" not in text


@pytest.mark.parametrize("code", ["E9", "<b>", "bài", ""])
def test_a_lesson_that_is_not_there_has_no_sheet(beside: Beside, code: str) -> None:
    status, text = ask(beside, f"/_to-in/{code}/")
    assert status == "404 Not Found"
    assert "Không có tờ in của bài" in text
    assert "<b>" not in text


def test_everything_else_is_answered_as_before(beside: Beside) -> None:
    assert ask(beside, "/bai/e1/") == ("200 OK", "page")
    assert ask(beside, "/_to-in/E1/", mount="/lop/") == ("200 OK", "page")
    assert ask(beside, "/lop/_to-in/E9/", mount="/lop/")[0] == "404 Not Found"
    assert ask(beside, "/_to-in/E9/", method="HEAD") == ("404 Not Found", "")


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The preview of a lesson in a project that prints."""
    print_too(project)
    with preview(project) as made:
        yield made


@pytest.mark.slow
def test_a_changed_word_is_on_the_sheet_beside_the_page(address: str, browser: Any, project: Path) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "an-toan/dung-lai/")
    assert not [url for url in asked if "_to-in" in url], "on request, not before"
    page.click(".tb-beside summary")
    sheet = page.frame_locator(".tb-beside iframe")
    before = sheet.locator("img").first.get_attribute("src", timeout=PATIENCE * 1000)
    beside = page.locator(".tb-beside iframe").bounding_box()
    words = page.locator(".tb-lesson h1").bounding_box()
    assert beside["x"] >= words["x"] + words["width"], "beside the lesson, not over it"

    text = (project / LESSON).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("# "))
    (project / LESSON).write_text(text.replace(title, "# Chữ mới tinh", 1), "utf-8")
    page.wait_for_function("document.title.includes('Chữ mới tinh')", timeout=PATIENCE * 1000)
    first = sheet.locator("img").first
    first.wait_for(timeout=PATIENCE * 1000)
    assert "Chữ mới tinh" in first.get_attribute("alt")
    assert first.get_attribute("src") != before
