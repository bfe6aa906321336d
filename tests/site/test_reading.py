"""What an older reader's phone does on a page, in Chromium: each behaviour as the reader meets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

LESSON = "an-toan/dung-lai/"
BOTH_KINDS = "an-toan/link-la-ma-otp/"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
NO_VOICES = [
    "delete window.speechSynthesis",
    """
  Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => [{ lang: "en-US" }], cancel() {} } })
""",
]
RECORDER = """
  window.played = []
  window.Audio = function (address) { this.play = async () => played.push(address); this.pause = () => played.push(null) }
"""
CLIPBOARD = """
  Object.defineProperty(navigator, "share", { value: undefined })
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async text => { window.copied = text } } })
"""
VOICE = """
  window.said = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-US" }, { lang: "vi-VN" }], addEventListener() {}, cancel() { window.said.push(null) },
    speak(sound) { window.said.push(sound.text); window.end = () => sound.onend() },
  } })
"""


def test_large_text_has_three_sizes_and_is_remembered(visit: Visit) -> None:
    """Each tap enlarges, the third goes back; the next page of the visit has the chosen size from its
    first line."""
    page = visit(LESSON)
    size = lambda: page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tb-first')).fontSize)")  # noqa: E731
    button = page.get_by_role("button", name="Chữ to")
    sizes = [size()]
    for _ in range(3):
        page.locator("[data-tb=size]").click()
        sizes.append(size())
    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[3] == sizes[0]
    button.click()
    page.goto(page.url.replace(LESSON, "con-chau/goi-video/"))
    assert size() == sizes[1]


def test_next_step_goes_from_stone_to_stone_and_then_on(visit: Visit) -> None:
    """“Bước tiếp” leads through all steps, then the sections, then to the next lesson."""
    page = visit(LESSON)
    go = page.locator("[data-tb=next]")
    seen = []
    for _ in range(20):
        if go.inner_text() == "Bài sau":
            break
        go.click()
        page.wait_for_timeout(700)
        seen.append(page.evaluate("document.activeElement.id"))
    keys = page.evaluate("[...document.querySelectorAll('.tb-step')].map(step => step.dataset.key)")
    assert seen[: len(keys)] == keys
    assert "tu-kiem" in seen
    go.click()
    page.wait_for_url("**/an-toan/link-la-ma-otp/")


def test_the_place_is_remembered_on_this_device(visit: Visit) -> None:
    """Coming back offers the step left; the first page offers the lesson."""
    page = visit(LESSON)
    page.locator("[data-tb=next]").click()
    page.wait_for_timeout(700)
    page.locator("[data-tb=next]").click()
    page.wait_for_timeout(700)
    key = page.evaluate("document.activeElement.id")
    page.goto(page.url)
    page.get_by_role("button", name="Học tiếp: bước 2").click()
    page.wait_for_timeout(700)
    assert page.evaluate("document.activeElement.id") == key
    page.goto(page.url.replace(LESSON, ""))
    page.get_by_role("link", name="Học tiếp: Dừng lại, hỏi lại, đừng vội, bước 2").click()
    page.wait_for_url(f"**/{LESSON}#{key}")


def test_ticks_stay(visit: Visit) -> None:
    """A step ticked off is ticked on the next visit, on its stone too, and can be taken back."""
    page = visit(LESSON)
    fold = page.locator(".tb-step").nth(2).get_by_text("Xong bước 3, đưa mã")
    fold.click()
    page.get_by_role("checkbox", name="Xong bước 3").check()
    page.reload()
    fold.click()
    assert page.get_by_role("checkbox", name="Xong bước 3").is_checked()
    assert page.locator(".tb-step.tb-done").count() == 1
    page.get_by_role("checkbox", name="Xong bước 3").uncheck()
    page.reload()
    assert page.locator(".tb-done").count() == 0


def test_reading_aloud_needs_a_vietnamese_voice(visit: Visit) -> None:
    """Without one the button is not there; with one it reads the step where the reader is, and stops on
    request."""
    for without in NO_VOICES:
        assert not visit(LESSON, prepare=without).get_by_role("button", name="Nghe").is_visible()
    page = visit(LESSON, prepare=VOICE)
    page.get_by_role("button", name="Nghe").click()
    assert "Nhận ra lời giục" in page.evaluate("said.at(-1)")
    page.get_by_role("button", name="Dừng").click()
    assert page.evaluate("said.at(-1)") is None
    page.locator("[data-tb=next]").click()
    page.wait_for_timeout(700)
    page.locator("[data-tb=next]").click()
    page.wait_for_timeout(700)
    page.get_by_role("button", name="Nghe").click()
    assert "Nhận ra lời dọa" in page.evaluate("said.at(-1)")
    page.evaluate("end()")
    assert page.get_by_role("button", name="Nghe").is_visible()


def test_a_recording_comes_before_the_devices_voice(visit: Visit) -> None:
    """A step with a narration plays it, whatever voices the device has."""
    page = visit(LESSON, prepare=VOICE + RECORDER)
    page.evaluate("document.querySelector('.tb-step').dataset.voice = '../../video/1.m4a'")
    page.get_by_role("button", name="Nghe").click()
    assert page.evaluate("played") == ["../../video/1.m4a"]
    assert not page.evaluate("said.filter(Boolean)")
    page.get_by_role("button", name="Dừng").click()
    assert page.evaluate("played.at(-1)") is None


def test_sending_to_the_family(visit: Visit) -> None:
    """The share sheet where there is one, else the address is copied, without what the visit added to it."""
    page = visit(
        LESSON + "?kiosk=0#tu-kiem", prepare="navigator.share = async data => { window.shared = data }"
    )
    page.get_by_role("button", name="Gửi cho người nhà").click()
    assert page.evaluate("shared.url").endswith(LESSON)
    page = visit(LESSON, prepare=CLIPBOARD)
    page.get_by_role("button", name="Gửi cho người nhà").click()
    assert page.evaluate("copied").endswith(LESSON)
    assert "Zalo" in page.locator(".tb-lesson > .tb-said").inner_text()


def test_the_quiz_tells_right_from_wrong_and_why(visit: Visit) -> None:
    """A tap shows right or wrong with the reason; another try is free; nothing is stored."""
    page = visit(LESSON)
    before = page.evaluate("JSON.stringify(localStorage)")
    question = page.locator(".tb-question").first
    wrong = question.locator("[data-right='0'] button").first
    wrong.click()
    assert "Chưa đúng" in question.get_by_role("status").inner_text()
    assert "Lời giục làm bác không kịp hỏi ai" in question.get_by_role("status").inner_text()
    question.locator("[data-right='1'] button").click()
    assert "Đúng rồi" in question.get_by_role("status").inner_text()
    assert wrong.get_attribute("aria-pressed") == "false"
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_the_readers_own_kind_of_phone_comes_first(visit: Visit) -> None:
    """Android is open as made; on an iPhone its screen stands first and open, the other one tap away."""
    kinds = "[...document.querySelector('.kind').parentNode.querySelectorAll('.kind')].map(kind => [kind.dataset.on, kind.open])"
    assert visit(BOTH_KINDS).evaluate(kinds) == [["android", True], ["iphone", False]]
    page = visit(BOTH_KINDS, user_agent=IPHONE)
    assert page.evaluate(kinds) == [["iphone", True], ["android", False]]
    key = page.evaluate("document.querySelector('.kind').closest('.tb-step').dataset.key")
    page.goto(page.url.replace(BOTH_KINDS, f"{key}/"))
    assert page.evaluate(kinds) == [["iphone", True], ["android", False]]


def test_a_video_is_fetched_when_it_is_opened_and_then_plays(visit: Visit) -> None:
    """No film, picture of one or caption is asked for before."""
    page = visit(LESSON)
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(500)
    assert not [one for one in page.asked if one.startswith("video/")]
    page.locator(".tb-film summary").first.click()
    page.wait_for_function("document.querySelector('video').currentTime > 0")
    assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "hidden"
    page.locator(".tb-film summary").first.click()
    page.wait_for_function("document.querySelector('video').paused")


@pytest.mark.parametrize("typed", ["{key}", " {spaced} ", "{wide}"])
def test_the_code_from_the_paper_opens_its_page(visit: Visit, typed: str) -> None:
    """Blanks and full-width digits do no harm."""
    page = visit("")
    key = "56613"
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in key)
    page.get_by_label("Có mã 5 số").fill(typed.format(key=key, spaced=f"{key[:2]} {key[2:]}", wide=wide))
    page.get_by_role("button", name="Mở").click()
    page.wait_for_url(f"**/{key}/")
    assert "Nhận ra lời giục" in page.locator("h1").inner_text()


@pytest.mark.parametrize("typed", ["56631", "56612", "5661", "", "abc", "06613"])
def test_a_slip_in_the_code_is_told_kindly(visit: Visit, typed: str) -> None:
    """Swapped, wrong, missing digits: no page is asked for, and the reader hears what to look at."""
    page = visit("")
    page.get_by_label("Có mã 5 số").fill(typed)
    page.get_by_role("button", name="Mở").click()
    assert (
        "5 số" in page.get_by_role("alert").inner_text()
        or "từng số" in page.get_by_role("alert").inner_text()
    )
    assert page.url.endswith("/")
    assert len(page.asked) == len(set(page.asked))


def test_the_side_marks_the_step_being_read(visit: Visit) -> None:
    """On a wide screen the list of steps follows the reader."""
    page = visit(LESSON, width=1280, height=800)
    page.locator(".tb-side a").nth(3).click()
    page.wait_for_timeout(900)
    assert page.locator(".tb-side a[aria-current=step]").inner_text().split() == ["4", "Dừng", "tay"]


def test_a_browser_that_refuses_to_remember_still_works(visit: Visit) -> None:
    """Storage that throws is no reason to stop."""
    page = visit(
        LESSON,
        prepare="Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })",
    )
    page.locator("[data-tb=size]").click()
    assert page.evaluate("document.documentElement.dataset.chu") == "1"
    page.locator("[data-tb=next]").click()
    page.wait_for_timeout(700)
    assert page.evaluate("document.activeElement.id") == "56613"
    page.locator(".tb-code summary").nth(1).click()
    page.get_by_role("checkbox", name="Xong bước 2").check()
    assert page.locator(".tb-step.tb-done").count() == 1


def test_the_page_behind_a_code_has_the_chosen_size_and_changes_it(visit: Visit) -> None:
    """Who chose larger words in a lesson has them after scanning a code, and the other way round."""
    page = visit(LESSON)
    page.get_by_role("button", name="Chữ to").click()
    page.goto(page.url.replace(LESSON, "56613/"))
    size = lambda: page.evaluate("parseFloat(getComputedStyle(document.querySelector('.say p')).fontSize)")  # noqa: E731
    before = size()
    page.get_by_role("button", name="Chữ to nữa").click()
    assert size() > before
    page.goto(page.url.replace("56613/", LESSON))
    assert page.evaluate("document.documentElement.dataset.chu") == "2"


def test_the_page_behind_a_code_reads_aloud(visit: Visit) -> None:
    """Scanned by somebody who cannot read: title and sentences, by the device's Vietnamese voice or not at
    all."""
    for without in NO_VOICES:
        assert not visit("56613/", prepare=without).get_by_role("button", name="Nghe").is_visible()
    page = visit("56613/", prepare=VOICE)
    page.get_by_role("button", name="Nghe").click()
    assert "Nhận ra lời giục" in page.evaluate("said.at(-1)")
    assert "Lời giục không để bác kịp hỏi ai" in page.evaluate("said.at(-1)")
    page.get_by_role("button", name="Dừng").click()
    assert page.evaluate("said.at(-1)") is None
    assert page.get_by_role("button", name="Nghe").is_visible()


def test_the_page_behind_a_code_is_sent_to_the_family(visit: Visit) -> None:
    """The share sheet where there is one, else the address is copied, and that is said."""
    page = visit("56613/?utm_source=qr", prepare="navigator.share = async data => { window.shared = data }")
    page.get_by_role("button", name="Gửi cho người nhà").click()
    assert page.evaluate("shared.url").endswith("/56613/")
    page = visit("56613/", prepare=CLIPBOARD)
    page.get_by_role("button", name="Gửi cho người nhà").click()
    assert page.evaluate("copied").endswith("/56613/")
    assert page.get_by_role("button", name="Đã chép địa chỉ").is_visible()


def test_a_recording_comes_first_behind_a_code_too(visit: Visit) -> None:
    """A step with a narration plays it."""
    page = visit("56613/", prepare=VOICE + RECORDER)
    page.evaluate("document.getElementById('nghe').dataset.voice = '../video/1.m4a'")
    page.get_by_role("button", name="Nghe").click()
    assert page.evaluate("played") == ["../video/1.m4a"]
    assert not page.evaluate("said.filter(Boolean)")


def test_the_search_speaks_plain_vietnamese(visit: Visit) -> None:
    """Before, with and without a find; nothing of the theme's English or office words."""
    page = visit(LESSON)
    page.get_by_role("button", name="Tìm bài").click()
    told = page.get_by_role("status").filter(visible=True)
    told.filter(has_text="Bác gõ việc cần làm").wait_for()
    page.locator(".md-search__input").fill("lừa")
    told.filter(has_text=re.compile(r"^Thấy \d+ trang$")).wait_for()
    page.locator(".md-search__input").fill("zzqq")
    told.filter(has_text="Chưa thấy trang nào").wait_for()
    assert "tài liệu" not in page.content()
    assert "Initializing" not in page.content()
