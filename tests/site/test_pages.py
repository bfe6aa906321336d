"""Pages as they are served: their order, weight, names for the ear, what is left without JavaScript, and
on paper."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

LESSON = "an-toan/dung-lai/"
PAGES = ["", LESSON, "an-toan/", "tat-ca-bai-hoc/", "tu-moi/", "cach-viet/"]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
SEEN = "one.checkVisibility({ visibilityProperty: true })"
CONTROLS = f"[...document.querySelectorAll('a[href], button, input, summary')].filter(one => {SEEN})"
# A link in a sentence is as large as its words.
COVERED = """() => {
  const bar = document.querySelector('.foot').getBoundingClientRect()
  return [...document.querySelectorAll('main a')].filter(link => !link.closest('.foot')).map(link => [link.textContent, link.getBoundingClientRect()])
    .filter(([, box]) => box.bottom > bar.top + 1 && box.top < bar.bottom - 1).map(([text]) => text)
}"""
SMALL = """least => [...document.querySelectorAll('a[href], button, input, summary')].filter(one => {
    const box = one.getBoundingClientRect(), around = one.tagName === 'A' && one.closest('p, dd, li')
    const sentence = around && around.textContent.trim() !== one.textContent.trim()
    return one.checkVisibility({ visibilityProperty: true }) && box.bottom > 0 && !sentence && (box.width < least - .5 || box.height < least - .5)
  }).map(one => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("look", [{"width": 360}, {"width": 360, "color_scheme": "dark"}, {"width": 1280}])
def test_axe_finds_nothing(visit: Visit, address: str, look: dict[str, Any]) -> None:
    """A, AA, AAA and best practices, on phone, in the dark, on a wide screen; with the search opened too."""
    page = visit("", reduced_motion="reduce", **look)
    found = []
    for path in PAGES:
        page.goto(address + path)
        found += [
            (path, fault["id"], fault["nodes"][0]["html"])
            for fault in Axe().run(page, options=RULES).response["violations"]
        ]
    page.locator("[data-tb=search]").click()
    page.locator(".md-search__input").fill("lừa")
    page.wait_for_selector(".md-search-result__item")
    found += [
        ("search", fault["id"], fault["nodes"][0]["html"])
        for fault in Axe().run(page, options=RULES).response["violations"]
    ]
    assert found == []


def test_everything_tapped_is_large_enough(visit: Visit, address: str) -> None:
    """48 px, in a kiosk 64."""
    page = visit("")
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate(SMALL, 48) == [], path
        page.evaluate("document.documentElement.classList.add('kiosk')")
        assert page.evaluate(SMALL, 64) == [], path


@pytest.mark.parametrize(("width", "factor"), [(320, 1), (180, 1), (360, 2)])
@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_sticks_out(visit: Visit, address: str, width: int, factor: int, scripts: bool) -> None:
    """At 320 px, at 200 % zoom of a phone, with text twice as large; with JavaScript and without."""
    page = visit("", width=width, java_script_enabled=scripts)
    for path in PAGES:
        page.goto(address + path)
        if factor > 1:
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert (
            page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
            <= width
        ), path


def test_the_order_of_a_lesson(visit: Visit) -> None:
    """Title, what one will be able to do, steps; sections in the order they are taught."""
    page = visit(LESSON)
    found = page.evaluate(
        "[...document.querySelectorAll('.tb-lesson h1, .tb-lesson h2')].map(one => one.textContent)"
    )
    assert found[:2] == ["Dừng lại, hỏi lại, đừng vội", "Học xong, bác làm được"]
    steps = [title for title in found if title.startswith("Bước ")]
    assert [title.split(":")[0] for title in steps] == [f"Bước {number}" for number in range(1, 7)]
    sections = ["Làm thử", "Coi chừng", "Nếu không được", "Nhớ ba điều", "Tự kiểm"]
    assert [title for title in found if title in sections] == sections
    assert found.index(steps[-1]) < found.index("Làm thử")


def test_a_lesson_is_light_and_the_search_waits(visit: Visit, site: Path) -> None:
    """A first visit stays far below 75 kB; the theme's script, its worker and the index come when the
    search is opened."""
    page = visit(LESSON)
    page.wait_for_load_state("networkidle")
    asked = [one.split("?")[0] for one in page.asked if not one.startswith("data:")]
    files = [site / (one + "index.html" if one.endswith("/") else one) for one in asked]
    assert all(file.is_file() for file in files), asked
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 30_000
    assert not [
        one
        for one in asked
        if "bundle" in one or "worker" in one.replace("iframe-worker", "") or "search_index" in one
    ]
    page.get_by_role("button", name="Tìm bài").click()
    page.locator(".md-search__input").fill("doa")
    page.wait_for_selector(".md-search-result__item")
    assert [one for one in page.asked if "search_index" in one]


def test_the_search_by_keyboard(visit: Visit) -> None:
    """Opened, it holds the keyboard; Tab goes round inside, Escape closes, and the button has the focus
    again."""
    page = visit(LESSON)
    page.get_by_role("button", name="Tìm bài").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("ma otp")
    page.wait_for_selector(".md-search-result__item")
    reached = set()
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className.split(' ')[0]"))
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog[open]') !== null"
        # From the last stop the browser's own buttons come next, never the page behind.
        assert page.evaluate(inside)
    assert "md-search-result__link" in reached
    page.keyboard.press("Escape")
    assert page.evaluate("[document.querySelector('dialog').open, document.activeElement.dataset.tb]") == [
        False,
        "search",
    ]
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đóng").focus()
    page.keyboard.press("Space")
    assert not page.evaluate("document.querySelector('dialog').open")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_reaches_what_is_visible_and_only_that(visit: Visit, width: int) -> None:
    """Tab from the start: every stop can be seen, and every control that can be seen is a stop."""
    page = visit(LESSON, width=width, reduced_motion="reduce")
    wanted = page.evaluate(f"{CONTROLS}.length")
    stops = 0
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => {
            const one = document.activeElement
            if (one === document.body) return 'end'
            const box = one.getBoundingClientRect()
            const seen = one.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.bottom > 0 && box.top < innerHeight
            return seen ? 'seen' : one.outerHTML.slice(0, 90)
        }""")
        if state == "end":
            break
        assert state == "seen"
        stops += 1
    assert stops == wanted


def test_without_javascript_everything_is_there(visit: Visit) -> None:
    """Steps, screens, codes, videos, the quiz with its answers folded, a way to all lessons, and no button
    that does nothing."""
    page = visit(LESSON, java_script_enabled=False)
    assert page.locator(".tb-step").count() == 6
    assert page.locator(".tb-step .screens svg[role=img]").count() == 6
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.locator(".tb-film video[src]").count() == 6
    question = page.locator(".tb-question").first
    assert question.locator(".tb-answers li").count() == 3
    assert not question.locator(".tb-key li").first.is_visible()
    question.get_by_text("Xem đáp án").click()
    assert "Đúng" in question.locator(".tb-key").inner_text()
    page.get_by_text("Mã để người khác quét").first.click()
    assert page.locator(".tb-qr img").first.is_visible()
    page.get_by_role("link", name="Mục lục").click()
    assert page.locator(".tb-cards a").count() == 3
    page.goto(page.url.replace("tat-ca-bai-hoc/", ""))
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.get_by_role("link", name="Mục lục").is_visible()


def test_a_code_on_the_screen_can_be_scanned_in_the_dark(visit: Visit) -> None:
    """Wide screens and kiosks show it beside the step, phones on request; always dark on white with its
    quiet zone."""
    from io import BytesIO

    import zxingcpp
    from PIL import Image

    def read(page: Any) -> str:
        found = zxingcpp.read_barcodes(Image.open(BytesIO(page.locator(".tb-qr").first.screenshot())))
        return found[0].text if found else ""

    wide = visit(LESSON, width=1280, color_scheme="dark")
    assert wide.locator(".tb-qr:visible").count() == 6
    assert read(wide).endswith("/56613/")
    phone = visit(LESSON, color_scheme="dark")
    assert phone.locator(".tb-qr:visible").count() == 0
    phone.get_by_text("đưa mã").first.click()
    assert read(phone).endswith("/56613/")
    assert phone.locator(".tb-qr a").first.get_attribute("href") == "../../56613/"


def test_the_browsers_print_is_right_too(visit: Visit) -> None:
    """Nothing under 14 pt, no buttons, codes and both kinds of phone shown, no step split over two pages."""
    import pypdfium2

    page = visit("an-toan/link-la-ma-otp/")
    page.emulate_media(media="print")
    smallest = f"""Math.min(...[...document.querySelectorAll('body *')]
        .filter(one => !one.closest('svg, script, style, noscript') && {SEEN})
        .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
    assert page.evaluate(smallest) >= 14 * 96 / 72 - 0.01
    assert (
        page.locator(
            "button:not(.tb-answer):visible, .tb-tick:visible, .tb-film:visible, .tb-tools:visible"
        ).count()
        == 0
    )
    assert page.locator(".tb-qr:visible").count() == page.locator(".tb-step").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[...document.querySelectorAll('.kind')].every(kind => kind.open)")
    sheets = [
        " ".join(one.get_textpage().get_text_range().split())
        for one in pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    ]
    for key in page.evaluate("[...document.querySelectorAll('.tb-step')].map(step => step.dataset.key)"):
        title = page.evaluate("key => document.getElementById(key).lastChild.data.trim()", key)
        assert [title in sheet for sheet in sheets if key in sheet] == [True]


def test_errands_lead_to_lessons_that_exist(visit: Visit, site: Path) -> None:
    """“Tất cả bài học” lists by errand and by topic; every link is a page."""
    page = visit("tat-ca-bai-hoc/")
    links = page.evaluate("[...document.querySelectorAll('.tb-all a')].map(one => one.pathname.slice(1))")
    assert page.locator(".tb-rows a").count() >= 3
    assert all((site / link / "index.html").is_file() for link in links if link != "tat-ca-bai-hoc/")
    page.get_by_text("Lừa đảo", exact=True).click()
    assert page.locator(".tb-group[open] a").first.is_visible()


def test_no_link_behind_a_code_is_covered_on_a_wide_screen(visit: Visit, address: str, site: Path) -> None:
    """The bar with “Bước tiếp” stays in sight on a phone only."""
    page = visit("", width=1280, height=800)
    codes = sorted(path.name for path in site.iterdir() if re.fullmatch(r"\d{5}", path.name))
    assert len(codes) > 10
    for code in codes:
        page.goto(f"{address}{code}/")
        assert page.evaluate(COVERED) == [], code


_DAY = "const Real = Date; Date = class extends Real { constructor(...given) { super(...(given.length ? given : ['%s'])) } };"


@pytest.mark.browser
@pytest.mark.parametrize(("today", "told"), [("2027-02-20T09:00", False), ("2027-02-22T09:00", True)])
def test_a_lesson_past_its_review_says_so_by_the_devices_day(
    visit: Any, site: Path, project: Path, today: str, told: bool
) -> None:
    lesson = (project / "docs/an-toan/dung-lai.md").read_text("utf-8")
    assert "review_by: 2027-02-21" in lesson
    code = re.search(r"\{#(\d{5})\}", lesson)[1]  # type: ignore[index]
    for path in ("/an-toan/dung-lai/", f"/{code}/"):
        page = visit(path, prepare=_DAY % today)
        assert page.get_by_text("quá hạn kiểm lại từ 21/02/2027").is_visible() is told, path
