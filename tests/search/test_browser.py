"""The search in Chromium: the theme's real box, worker and pages, over HTTP and from files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests import packed

pytestmark = pytest.mark.browser

LIST = ".md-search-result__list"


def type_in(box: Any, text: str) -> None:
    """Put `text` into the box with an input event alone, as voice, paste and suggestion bars do; wait for
    the answer."""
    before = box.page.evaluate("answers")
    box.page.locator(".md-search__input").fill(text)
    box.page.wait_for_function("before => answers > before", arg=before)
    box.page.wait_for_timeout(50)


def test_found_without_marks_and_without_a_key(box: Any) -> None:
    """Text that comes without any key is searched for; words are marked with their own marks."""
    type_in(box, "quen mat khau vneid")
    first = box.page.locator(f"{LIST} li").first
    assert first.locator("h1").inner_text() == "Quên mật khẩu, quên passcode"
    assert "mật khẩu" in first.locator("mark").all_inner_texts()[0].lower()
    assert not box.errors


def test_the_words_are_marked_on_the_page_that_was_found(box: Any) -> None:
    """`?h=` marks whole words in the page's own spelling, nothing inside other words, and leaves the
    address clean."""
    type_in(box, "ma otp")
    box.page.locator(f"{LIST} li a").first.click()
    box.page.wait_for_selector(".md-content mark")
    marked = {text.lower() for text in box.page.locator(".md-content mark").all_inner_texts()}
    assert "mã otp" in marked
    assert marked <= {"mã otp", "mã", "otp"}
    around = box.page.evaluate(
        """[...document.querySelectorAll(".md-content mark")].map(mark => [mark.previousSibling?.data?.slice(-1), mark.nextSibling?.data?.[0]])"""
    )
    assert not [pair for pair in around if any(letter and letter.isalpha() for letter in pair)]
    assert "h=" not in box.page.url
    assert not box.errors


def test_a_steps_code_opens_the_step(box: Any, course: list[Any]) -> None:
    """Typing the code from the paper and pressing Enter stands at the step."""
    lesson = next(lesson for lesson in course if lesson.code == "B2")
    key = lesson.text.partition("{#")[2][:5]
    type_in(box, key)
    box.page.locator(".md-search__input").press("Enter")
    box.page.wait_for_url(f"**/{lesson.place}/**#{key}")
    assert box.page.evaluate("key => document.getElementById(key).tagName", key) == "H2"


def test_a_lessons_code_opens_the_lesson(box: Any, course: list[Any]) -> None:
    """So does the code of a lesson."""
    lesson = next(lesson for lesson in course if lesson.code == "E1")
    type_in(box, "e1")
    box.page.locator(".md-search__input").press("Enter")
    box.page.wait_for_url(f"**/{lesson.place}/**")


@pytest.mark.parametrize(
    "query",
    [
        "   ",
        "a" * 10_000,
        "mật khẩu " * 1_200,
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "</mark></a><b id=lo>",
        "[.*+?^${}()|\\]",
        "(?<=a)(b|",
        "🙂👍🏽",
        "\u0301",
        "\u0323\u0302 a\u0301\u0301\u0301",
        "Пароль 密码 كلمة ភាសា",
        '"+-~^* mật:khẩu"',
        "constructor __proto__ hasOwnProperty",
        "\ud83d",
        "\u200b\u202e\ufeff",
    ],
)
def test_odd_input_does_no_harm(box: Any, query: str) -> None:
    """No complaint, no foreign markup, and the page answers the next question at once."""
    box.page.evaluate(
        """query => {
            const box = document.querySelector(".md-search__input")
            box.value = query
            box.dispatchEvent(new InputEvent("input", { bubbles: true }))
        }""",
        query,
    )
    type_in(box, "quên mật khẩu")
    box.page.locator(f"{LIST} h1", has_text="Quên mật khẩu").first.wait_for(timeout=10_000)
    inside = box.page.evaluate(
        "list => [...new Set([...document.querySelectorAll(list + ' article *')].map(one => one.tagName))]",
        LIST,
    )
    assert set(inside) <= {"H1", "H2", "MARK", "DIV", "P", "DEL"}
    assert box.page.locator("#lo, .md-search-result img, .md-search-result script").count() == 0
    assert not box.errors


def test_only_our_own_address_is_asked(box: Any) -> None:
    """Searching asks nobody else for anything."""
    type_in(box, "lua dao")
    assert {request.split("/")[2] for request in box.requests if request.startswith("http")} == {
        box.page.url.split("/")[2]
    }


def test_it_works_from_files(course: list[Any], browser: Any, tmp_path: Path) -> None:
    """From a USB stick: the offline plugin's site finds, marks and opens, and asks the network for
    nothing."""
    from browser import opened
    from sites import build, with_ours

    folder = with_ours(build(course, tmp_path / "stock", files=True), tmp_path / "ours", course, files=True)
    with opened(browser, (folder / "index.html").as_uri()) as box:
        type_in(box, "lúng túng")  # words of the text alone: on a stick all text is in the index
        assert box.page.locator(f"{LIST} li a[href*='doi-may-mat-may']").count() > 0
        type_in(box, "mat may doi sim")
        box.page.locator(f"{LIST} li a").first.click()
        box.page.wait_for_url("**/doi-may-mat-may.html**")
        assert box.page.locator(".md-content mark").count() > 0
        assert not [request for request in box.requests if not request.startswith("file:")]
        assert not box.errors


@pytest.mark.slow
@pytest.mark.lowest
def test_the_lowest_material_loads_the_engine_too(course: list[Any], browser: Any, tmp_path: Path) -> None:
    """The same site built by the lowest Material that `pyproject.toml` allows."""
    from browser import opened, served
    from sites import build, with_ours

    site = with_ours(
        build(course, tmp_path / "stock", python=str(packed.lowest_environment())), tmp_path / "ours", course
    )
    with served(site) as address, opened(browser, address) as box:
        assert "mkdocs-material-9.7.0" in box.page.locator("meta[name=generator]").get_attribute("content")
        type_in(box, "quen mat khau vneid")
        assert box.page.locator(f"{LIST} li h1").first.inner_text() == "Quên mật khẩu, quên passcode"
        box.page.locator(f"{LIST} li a").first.click()
        box.page.wait_for_selector(".md-content mark")
        assert not box.errors
