"""What a built site does for the needs of `tests/needs.yml`, each looked for as a reader would; a thing
that is gone fails its check."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Open = Callable[[str], Any]
"""A path below the site → its page, open."""
LESSON = "an-toan/dung-lai/"
CODE = "56613/"
_VOICE = "speechSynthesis.getVoices = () => [{ lang: 'vi-VN', name: 'Việt' }]"


def reads_aloud(open_page: Open) -> None:
    """Lesson and code page read themselves to who cannot read, where the device has a Vietnamese voice."""
    for path in (LESSON, CODE):
        page = open_page(path)
        page.add_init_script(_VOICE)
        page.reload()
        page.get_by_role("button", name=re.compile("^Nghe")).first.wait_for()


def enlarges(open_page: Open) -> None:
    """“Chữ to” makes words larger, from page to page."""
    page = open_page(LESSON)
    before = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.get_by_role("button", name="Chữ to").click()
    page.reload()
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > before


def remembers_steps(open_page: Open) -> None:
    """A step ticked as done is still ticked tomorrow."""
    page = open_page(LESSON)
    page.locator(".tb-code summary").first.click()
    page.locator(".tb-tick input").first.check()
    page.reload()
    page.locator(".tb-tick input:checked").first.wait_for(state="attached")


def finds_errands(open_page: Open) -> None:
    """What people want leads to the lesson that shows it."""
    page = open_page("toi-muon/")
    page.get_by_role("link", name="có người hỏi mã OTP").click()
    page.get_by_role("heading", name="Link lạ, mã OTP, ứng dụng lạ").wait_for()


def serves_a_hall(open_page: Open) -> None:
    """Kiosk mode: large, and after ninety seconds back at the first page without traces."""
    page = open_page("?kiosk=1")
    page.clock.install()
    page.get_by_role("link", name="Không bị lừa").click()
    page.wait_for_function("document.documentElement.classList.contains('kiosk')")
    page.evaluate("localStorage.setItem('tb:xong', '[1]')")
    page.clock.run_for(91_000)
    page.wait_for_function("document.querySelector('.tb-home') && !localStorage.getItem('tb:xong')")


def projects(open_page: Open) -> None:
    """A lesson fills the screen of a class, step by step."""
    page = open_page(LESSON)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name="Chiếu lên màn hình").first.click()
    page.wait_for_url("**/chieu/**")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.locator(f"[id='{CODE[:5]}']").wait_for()


def works_without_a_network(open_page: Open) -> None:
    """The worker that keeps pages is there, and what it keeps includes every lesson."""
    page = open_page("")
    assert "serviceWorker" in page.content()
    assert page.request.get(page.url + "sw.js").ok
    table = page.request.get(page.url + "offline/root.json").json()
    assert {"E1", "E3", "F1"} <= set(table["groups"])


def keeps_a_family(open_page: Open) -> None:
    """The family's notebook, reached from the first page, remembers who learnt what."""
    page = open_page("")
    page.get_by_role("link", name="Sổ gia đình").click()
    _adds(page)


def keeps_five_people(open_page: Open) -> None:
    """The mentor's notebook remembers what five people can do."""
    _adds(open_page("so-nam-nguoi/"))


def _adds(page: Any) -> None:
    page.get_by_label("Tên gọi").fill("Mẹ")
    page.get_by_role("button", name="Thêm").click()
    page.reload()
    page.get_by_role("heading", name="Mẹ").wait_for()


FEATURES: dict[str, Callable[[Open], None]] = {
    "read-aloud": reads_aloud, "large-text": enlarges, "ticks": remembers_steps, "errands": finds_errands, "kiosk": serves_a_hall,
    "projection": projects, "offline": works_without_a_network, "family": keeps_a_family, "mentor": keeps_five_people,
}  # fmt: skip
