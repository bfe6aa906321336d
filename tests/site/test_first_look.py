"""After the scan: the step is not under a bar, and a film that is asked for is seen, on phones of every
size."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

SIZES = [(360, 560), (360, 640), (412, 760), (800, 360)]
WORDS = ["0", "1", "2"]
"""“Chữ to”: as it comes, larger, largest."""
LESSONS = ["an-toan/dung-lai/", "an-toan/link-la-ma-otp/"]
TOUCH = {"has_touch": True, "is_mobile": True}
LAYOUT = """() => {
  const title = document.querySelector("h1")
  const lines = Math.round(title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight))
  return JSON.stringify([lines, document.querySelectorAll(".screens svg").length, !!document.querySelector(".kind")])
}"""
# Sixteen points of the film's box, the caption band among them: what is seen there is the film.
SEEN = """() => {
  const video = document.querySelector(".tb-film[open] video, .film[open] video, .now video"), box = video.getBoundingClientRect(), places = [.02, .35, .7, .98]
  const hidden = places.flatMap(x => places.map(y => [x, y])).filter(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y) !== video)
  return hidden.length ? hidden.join(" ") : box.width > 150 ? "" : `only ${box.width} px wide`
}"""
PLAYS_ALONE = """i => [...document.querySelectorAll(".tb-film")]
  .every((film, n) => film.open === (n === i) && (n !== i || film.querySelector("video").currentTime > 0))"""
BAR = """() => {
  const bar = [...document.querySelectorAll(".foot, .tb-tools, .keys")].find(one => /sticky|fixed/.test(getComputedStyle(one).position))
  if (!bar) return null
  const box = bar.getBoundingClientRect(), held = bar.style.position
  bar.style.position = "static"
  const own = bar.getBoundingClientRect().top
  bar.style.position = held
  if (own === box.top && innerHeight > 499) return null // in its own place it is not fixed over anything
  const covered = selector => [...document.querySelectorAll(selector)].map(one => [one.textContent, one.getBoundingClientRect()])
    .filter(([, seen]) => seen.height && seen.bottom > box.top + 1 && seen.top < Math.min(box.bottom, innerHeight) - 1).map(([text]) => text.trim().slice(0, 40))
  return { high: (Math.min(box.bottom, innerHeight) - box.top) / innerHeight, covers: covered("main h1, .now h2, .say, .say2, .film summary, main > .screens svg") }
}"""


def _codes(site: Path) -> list[str]:
    found = sorted(path.name for path in site.iterdir() if re.fullmatch(r"\d{5}", path.name))
    assert len(found) > 10
    return found


def _sized(visit: Visit, size: tuple[int, int], words: str, **options: Any) -> Any:
    return visit(
        "",
        width=size[0],
        height=size[1],
        prepare=f"localStorage.setItem('tb:chu', '{words}')",
        **TOUCH,
        **options,
    )


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("size", SIZES)
def test_the_whole_film_is_seen_behind_a_code(
    visit: Visit, address: str, site: Path, size: tuple[int, int], words: str
) -> None:
    """One page of each layout: lines of the title, number of drawings, with the switch of phones or
    without."""
    page = _sized(visit, size, words)
    told, layouts = {}, set()
    for code in _codes(site):
        page.goto(f"{address}{code}/")
        layout = page.evaluate(LAYOUT)
        if layout in layouts:
            continue
        layouts.add(layout)
        page.locator(".film summary").click()
        page.wait_for_function("document.querySelector('video').currentTime > 0")
        told[code] = page.evaluate(SEEN)
        assert page.locator(".screens").is_hidden(), "it plays in the place of the drawing"
    assert len(layouts) > 2
    assert {code: hidden for code, hidden in told.items() if hidden} == {}


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("size", SIZES)
def test_the_whole_film_is_seen_in_a_lesson_and_before_a_class(
    visit: Visit, address: str, size: tuple[int, int], words: str
) -> None:
    """First, a middle and the last step; a second film closes the first."""
    page = _sized(visit, size, words)
    for lesson in LESSONS:
        page.goto(address + lesson)
        films = page.locator(".tb-film summary")
        for i in (0, 3, films.count() - 1):
            films.nth(i).click()
            page.wait_for_function(PLAYS_ALONE, arg=i)
            assert page.evaluate(SEEN) == "", (lesson, i)
        page.locator(".tb-film[open] summary").click()
        page.locator(".tb-step .screens").last.wait_for()
    page.goto(address + "chieu/E1/#56613")
    page.locator("button.film").click()
    page.wait_for_function("document.querySelector('.now video').currentTime > 0")
    assert page.evaluate(SEEN) == ""


def test_closed_the_page_is_as_it_was(visit: Visit) -> None:
    """Drawing, words on the button and the place on the page come back; while it plays a tap holds it and
    shows its buttons."""
    page = visit("56613/", **TOUCH)
    page.evaluate("scrollTo(0, 150)")
    button, offer = page.locator(".film summary"), page.locator(".film summary").inner_text()
    button.click()
    page.wait_for_function("document.querySelector('video').currentTime > 0")
    assert button.inner_text() == "Đóng video"
    assert page.evaluate("document.querySelector('video').controls") is False, "they would lie over the words"
    page.locator("video").tap()
    page.wait_for_function(
        "document.querySelector('video').paused && document.querySelector('video').controls"
    )
    button.click()
    page.wait_for_function(
        "!document.querySelector('.film').open && !document.querySelector('.screens').hidden"
    )
    assert button.inner_text() == offer
    assert page.evaluate("scrollY") == 150


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_fixed_bar_is_low_and_covers_nothing_that_comes_first(
    visit: Visit, address: str, site: Path, size: tuple[int, int], words: str
) -> None:
    """At most 12 % of the height; none on a short screen; never over a title, nor over the step behind a
    code wherever one scrolls to."""
    page = _sized(visit, size, words)
    for path in [*(f"{code}/" for code in _codes(site)), *LESSONS, "chieu/E1/#56613"]:
        page.goto(address + path)
        for place in (0, 0.3, 0.6, 1) if re.match(r"\d{5}/", path) else (0,):
            page.evaluate(
                "place => scrollTo(0, place * (document.documentElement.scrollHeight - innerHeight))", place
            )
            bar = page.evaluate(BAR)
            if size[1] < 500:
                assert bar is None, path
            elif bar:
                assert bar["covers"] == [], (path, place)
                assert bar["high"] <= 0.12, path


@pytest.mark.parametrize("size", [(320, 560), (360, 640), (412, 760), (620, 800), (800, 600), (1280, 800)])
def test_the_words_in_a_drawing_are_large_enough(
    visit: Visit, address: str, site: Path, size: tuple[int, int]
) -> None:
    """At least 14 px, in lessons and behind codes; on a phone a drawing is as wide as its column."""
    page = visit("", width=size[0], height=size[1])
    smallest = """() => Math.min(...[...document.querySelectorAll(".screens svg")].filter(one => one.checkVisibility())
      .flatMap(drawing => [...drawing.querySelectorAll("text")].map(words => parseFloat(getComputedStyle(words).fontSize) * drawing.getScreenCTM().a)))"""
    for path in [*LESSONS, *(f"{code}/" for code in _codes(site))]:
        page.goto(address + path)
        assert page.evaluate(smallest) >= 14, path
    if size[0] < 500:
        page.goto(address + LESSONS[0])
        widths = page.evaluate(
            "[...document.querySelectorAll('.tb-screen svg')].map(one => one.clientWidth / Math.min(one.parentNode.clientWidth, 288))"
        )
        assert min(widths) > 0.99
