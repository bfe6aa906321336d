"""The real pages on a screen in a hall (`?kiosk=1`): large, nothing to take away, nothing left for the
next person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

LESSON = "an-toan/dung-lai/"
PLACES = ["", LESSON, "an-toan/", "tat-ca-bai-hoc/", "tu-moi/", "56613/", "404.html"]
SMALL = """() => [...document.querySelectorAll('a[href], button, input, summary, label')].filter(one => {
    const box = one.getBoundingClientRect()
    return one.checkVisibility({ visibilityProperty: true }) && box.bottom > 0 && box.height < 63.5
  }).filter(one => one.tagName !== 'LABEL' || one.querySelector('input')).map(one => one.outerHTML.slice(0, 90))"""


def hall(visit: Visit, address: str, path: str) -> Any:
    """A page of the site on the screen in the hall, its clock in our hands."""
    page = visit("?kiosk=1", width=1080, height=1920, reduced_motion="reduce")
    page.clock.install()
    page.goto(address + path)
    page.wait_for_function("document.documentElement.classList.contains('kiosk')")
    return page


def test_everything_is_large_and_nothing_is_offered_to_take_away(visit: Visit, address: str) -> None:
    """64 px, links in sentences and the opened search too; no sheet to download, codes to scan instead."""
    page = hall(visit, address, LESSON)
    for path in PLACES:
        page.goto(address + path)
        page.wait_for_function("document.documentElement.classList.contains('kiosk')")
        assert page.evaluate(SMALL) == [], path
    page.goto(address + LESSON)
    assert page.locator(".tb-qr:visible").count() == page.locator(".tb-step").count()
    assert page.locator("a[href$='.pdf']:visible").count() == 0
    page.get_by_role("button", name="Tìm bài").click()
    page.locator(".md-search__input").fill("lừa")
    page.clock.run_for(2_000)
    page.wait_for_selector(".md-search-result__item")
    assert page.evaluate(SMALL) == []


def test_the_next_person_finds_no_trace(visit: Visit, address: str) -> None:
    """Larger words, ticks, answers, the place and what was searched for are gone after a minute and a
    half."""
    page = hall(visit, address, LESSON)
    page.locator("[data-tb=size]").click()
    page.locator(".tb-code summary").first.click()
    page.get_by_role("checkbox", name="Xong bước 1").check()
    page.locator(".tb-answer").first.click()
    page.get_by_role("button", name="Tìm bài").click()
    page.locator(".md-search__input").fill("nợ tiền")
    assert page.evaluate("localStorage.length") > 0
    with page.expect_navigation():
        page.clock.run_for(91_000)
    assert page.url == address
    assert page.evaluate("[localStorage.length, Object.keys(sessionStorage)]") == [0, ["kiosk"]]
    assert not page.locator(".tb-again").is_visible()
    page.goto(address + LESSON)
    assert page.evaluate("document.documentElement.dataset.chu") == "0"
    assert page.locator(".tb-done").count() == 0
    assert page.locator("[aria-pressed=true]").count() == 0
    page.get_by_role("button", name="Tìm bài").click()
    assert page.locator(".md-search__input").input_value() == ""
    assert not page.evaluate("location.search.includes('q=')")


def test_who_is_searching_can_stay(visit: Visit, address: str) -> None:
    """The warning stands above the search, where it can be seen and tapped."""
    page = hall(visit, address, LESSON)
    page.get_by_role("button", name="Tìm bài").click()
    page.locator(".md-search__input").fill("mã")
    page.clock.run_for(76_000)
    page.get_by_role("button", name="Tôi còn xem").click()
    page.clock.run_for(80_000)
    assert page.url.startswith(address + LESSON)
    assert page.locator(".md-search__input").input_value() == "mã"
