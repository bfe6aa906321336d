"""Kiosk mode in Chromium, with a clock of the test's own: nothing leads away, and nobody finds what
another one left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from offline import small_site
from offline.host import Host

pytestmark = pytest.mark.browser
BODY = """<p>Gọi <a id="tel" href="tel:156">156</a>, xem <a id="far" href="https://example.org/" target="_blank">trang khác</a>,
tải <a id="pdf" href="../to.pdf">tờ in</a>, sang <a id="near" href="../10002/">bước sau</a>.</p>
<form><input id="typed"></form><button>Bấm</button><details><summary>Mở ra</summary></details>"""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A small site with a page that has everything a kiosk must not do."""
    site = small_site.build(tmp_path / "site", 1)
    page = site / "10001/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<p>", BODY + "<p hidden>", 1), encoding="utf-8")
    (site / "to.pdf").write_bytes(b"%PDF-1.4")
    made = Host(site)
    yield made
    made.stop()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A touch screen without a service worker between, its clock in our hands."""
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, service_workers="block")
    made = context.new_page()
    made.clock.install()
    yield made
    context.close()


def kiosk(page: Any, host: Host, path: str = "10001/") -> None:
    """Open the site as the kiosk does, then a page of it."""
    page.goto(host.url + "?kiosk=1")
    page.goto(host.url + path)
    page.wait_for_function("document.documentElement.classList.contains('kiosk')")


def test_without_the_word_in_the_address_nothing_is_different(page: Any, host: Host) -> None:
    page.goto(host.url + "10001/")
    page.wait_for_timeout(300)
    assert not page.evaluate("document.documentElement.classList.contains('kiosk')")
    assert not [path for path, _, _ in host.log if "kiosk.js" in path]


def test_it_is_kept_for_the_visit(page: Any, host: Host) -> None:
    kiosk(page, host)
    page.locator("#near").click()
    page.wait_for_url("**/10002/")
    page.wait_for_function("document.documentElement.classList.contains('kiosk')")


def test_after_ninety_seconds_the_first_page_comes_back_without_traces(page: Any, host: Host) -> None:
    kiosk(page, host)
    page.fill("#typed", "Nguyễn Văn")
    page.evaluate("localStorage.setItem('tb:xong', '[1]'); sessionStorage.setItem('cho', '2')")
    page.clock.run_for(89_000)
    assert page.url.endswith("/10001/")
    with page.expect_navigation():
        page.clock.run_for(2_000)
    assert page.url == host.url
    assert page.evaluate("[localStorage.length, Object.keys(sessionStorage)]") == [0, ["kiosk"]]
    page.goto(host.url + "10001/")
    assert page.input_value("#typed") == ""


def test_who_touches_the_screen_stays(page: Any, host: Host) -> None:
    kiosk(page, host)
    page.clock.run_for(80_000)
    page.get_by_text("Trang sẽ về đầu sau 15 giây").wait_for()
    page.get_by_role("button", name="Tôi còn xem").click()
    page.clock.run_for(80_000)
    assert page.url.endswith("/10001/")
    page.keyboard.press("Tab")
    page.clock.run_for(80_000)
    assert page.url.endswith("/10001/")


def test_the_first_page_waits_for_the_first_touch(page: Any, host: Host) -> None:
    page.goto(host.url + "?kiosk=1")
    page.wait_for_function("document.documentElement.classList.contains('kiosk')")
    page.clock.run_for(600_000)
    assert page.url.endswith("?kiosk=1"), (
        "a screen that nobody touches does not load the page again and again"
    )


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("#tel", "Máy này chỉ mở trang bài học"),
        ("#far", "Máy này chỉ mở trang bài học"),
        ("#pdf", "Máy này không tải tệp"),
    ],
)
def test_nothing_leads_away(page: Any, host: Host, link: str, said: str) -> None:
    kiosk(page, host)
    page.locator(link).click()
    page.get_by_text(said).wait_for()
    assert page.url.endswith("/10001/")
    assert len(page.context.pages) == 1


def test_there_is_no_menu_and_no_new_window(page: Any, host: Host) -> None:
    kiosk(page, host)
    assert page.evaluate(
        "!document.body.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    )
    assert page.evaluate("window.open('/') === null")


def test_everything_to_touch_is_large(page: Any, host: Host) -> None:
    kiosk(page, host)
    sizes = page.evaluate(
        "[...document.querySelectorAll('a[href],button,summary,input')].map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert sizes
    assert all(min(size) >= 64 for size in sizes), sizes
