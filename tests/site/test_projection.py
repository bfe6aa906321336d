"""“Chiếu lên màn hình”: what a volunteer does before a class, in Chromium, with a clock of the test's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offline import a_course
from tungbuoc.web import projection, usb

Visit = Callable[..., Any]
E1, E3 = "chieu/E1/", "chieu/E3/"
STEPS = ["56613", "59362", "35755", "96121", "23284", "23120"]
ORDER = ["dau", "chuan-bi", *STEPS, "coi-chung", "nho-ba-dieu", "cau-1", "cau-2", "cau-3", "cau-4", "het"]
PROJECTORS = [(1024, 768), (1366, 768), (1920, 1080)]
KEPT_CLOCK = "JSON.parse(sessionStorage['tb:chieu:E1'])"
OUTSIDE = """() => screens.flatMap((screen, i) => {
  show(i, false)
  const road = document.querySelector(".road").getBoundingClientRect()
  const cut = [...screen.querySelectorAll("p,li,h2,svg,img,figcaption,button")].filter(part => {
    const box = part.getBoundingClientRect()
    return box.width && (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > road.bottom)
  })
  const scrolls = screen.scrollHeight > screen.clientHeight || screen.scrollWidth > screen.clientWidth
  return cut.length || scrolls ? [[screen.id, cut.map(part => part.outerHTML.slice(0, 60))]] : []
})"""


def shown(page: Any) -> str:
    """The name of the one screen that is seen."""
    seen = [screen.get_attribute("id") for screen in page.locator(".screen").all() if screen.is_visible()]
    assert len(seen) == 1
    return str(seen[0])


def told(page: Any) -> str:
    """What the clock says, in one line."""
    return re.sub(r"\s+", " ", page.locator(".told").inner_text())


def swipe(page: Any, start: int, end: int) -> None:
    """A finger from one place across to another."""
    session = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": start, "y": 300}]),
        ("touchMove", [{"x": end, "y": 310}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@pytest.mark.browser
def test_arrows_and_remotes_go_through_the_whole_lesson(visit: Visit) -> None:
    """Each key of a keyboard and of a presenter's remote; a question first shows its answer; both ends are
    ends."""
    page = visit(E1, width=1366, height=768)
    assert page.evaluate("screens.map(screen => screen.id)") == ORDER
    keys = ["ArrowRight", "PageDown", "ArrowDown"]
    seen = [shown(page)]
    for turn in range(len(ORDER) + 4 - 1):
        page.keyboard.press(keys[turn % 3])
        seen.append(shown(page))
    assert list(dict.fromkeys(seen)) == ORDER
    assert seen.count("cau-2") == 2, "the first press shows the answer"
    assert page.get_by_role("button", name="Tiếp").is_disabled()
    page.keyboard.press("ArrowRight")
    assert shown(page) == "het"
    for key, place in (
        ("Home", "dau"),
        ("ArrowLeft", "dau"),
        ("End", "het"),
        ("PageUp", "cau-4"),
        ("3", STEPS[2]),
        ("ArrowUp", STEPS[1]),
    ):
        page.keyboard.press(key)
        assert shown(page) == place


@pytest.mark.browser
def test_buttons_and_swipes_do_the_same(visit: Visit) -> None:
    page = visit(E1, width=1024, height=768, has_touch=True)
    page.get_by_role("button", name="Tiếp").tap()
    assert shown(page) == "chuan-bi"
    swipe(page, 700, 300)
    assert shown(page) == STEPS[0]
    swipe(page, 300, 700)
    assert shown(page) == "chuan-bi"
    swipe(page, 300, 330)
    assert shown(page) == "chuan-bi", "a tap that slips is no swipe"
    page.get_by_role("button", name="Lùi").tap()
    assert shown(page) == "dau"


@pytest.mark.browser
def test_what_is_pressed_is_large(visit: Visit) -> None:
    page = visit(E1, width=1024, height=768)
    page.keyboard.press("1")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.keys a,.keys button,.keys summary')].map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert all(min(size) >= 64 for size in sizes if size[0]), sizes
    assert len([size for size in sizes if size[0]]) == 8


@pytest.mark.browser
def test_space_plays_the_clip_in_the_place_of_the_drawing(visit: Visit) -> None:
    """Fetched when it is asked for; Space holds it and goes on; going on stops it; a button pressed by
    mouse keeps no key."""
    page = visit(E1, width=1366, height=768)
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_role("button", name="Tiếp").click()
    assert not [path for path in page.asked if path.startswith("video/")]
    drawing, video = page.locator(".now .drawn"), page.locator(".now video")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('.now video').currentTime > 0.2")
    assert shown(page) == STEPS[0]
    assert video.is_visible()
    assert not drawing.is_visible()
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('.now video').paused")
    assert video.is_visible(), "held, not gone"
    page.get_by_role("button", name="Xem tiếp").click()
    page.wait_for_function("!document.querySelector('.now video').paused")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert drawing.is_visible()
    assert page.evaluate("document.querySelector('.now video').paused")
    page.keyboard.press("Space")
    page.evaluate("document.querySelector('.now video').currentTime = 1e6")
    drawing.wait_for()
    assert page.get_by_role("button", name="Video").is_visible()


@pytest.mark.browser
def test_the_code_can_be_made_large_enough_for_the_last_row(visit: Visit) -> None:
    page = visit(E1 + "#" + STEPS[1], width=1366, height=768)
    code = page.locator(".now .code img")
    small = code.bounding_box()["height"]
    page.keyboard.press("q")
    assert code.bounding_box()["height"] > 0.5 * 768 > 2 * small
    assert "ban-nhap.example/" in page.locator(".now .code").inner_text()
    page.keyboard.press("Escape")
    assert code.bounding_box()["height"] == small
    page.locator(".now .code").click()
    assert code.bounding_box()["height"] > 0.5 * 768
    assert page.url.endswith("#" + STEPS[1]), "a tap on it enlarges, it does not lead away"


@pytest.mark.browser
def test_the_clock_follows_the_trainers_plan(visit: Visit) -> None:
    """Parts by their minutes in words; it can be held, goes on after a reload, and ends calmly."""
    page = visit(E1, width=1366, height=768)
    page.clock.install()
    page.reload()
    assert told(page) == "Lớp 20 phút bấm ▶ để tính giờ"
    page.clock.run_for(300_000)
    assert told(page).startswith("Lớp 20 phút"), "it waits to be started"
    page.keyboard.press("t")
    for seconds, words in (
        (61, "Khởi động còn 2 phút"),
        (75, "Khởi động còn chưa đầy 1 phút"),
        (60, "Làm mẫu còn 4 phút"),
        (240, "Nói lại còn 3 phút"),
    ):
        page.clock.run_for(seconds * 1000)
        assert told(page) == words
    page.keyboard.press("T")
    page.clock.run_for(600_000)
    assert told(page) == "Nói lại còn 3 phút · đang dừng"
    page.reload()
    assert told(page) == "Nói lại còn 3 phút · đang dừng"
    page.get_by_role("button", name="Tính giờ").click()
    page.clock.run_for(795_000)  # half a minute past the end: between reloads real time flows too
    assert told(page) == "Hết 20 phút vừa hết giờ"
    page.reload()
    page.clock.run_for(180_000)
    assert told(page) == "Hết 20 phút quá 3 phút"
    assert page.evaluate(KEPT_CLOCK)["began"] > 0


@pytest.mark.browser
def test_a_slow_class_sets_the_clock_to_the_part_it_is_at(visit: Visit) -> None:
    page = visit(E1, width=1366, height=768)
    page.clock.install()
    page.reload()
    page.locator(".told").click()
    page.get_by_role("dialog", name="Cho người hướng dẫn").wait_for()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#dau"), "keys do not turn the screen behind the plan"
    page.get_by_role("button", name="Tự làm").click()
    assert told(page) == "Tự làm còn 5 phút"
    page.clock.run_for(301_000)
    assert told(page) == "Lỗi hay gặp còn 2 phút"
    page.locator(".told").click()
    assert "Lỗi hay gặp" in page.locator(".part[aria-current]").inner_text()
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    assert shown(page) == "dau", "closing the plan does not leave the lesson"


@pytest.mark.browser
def test_a_question_tells_the_answer_and_why(visit: Visit) -> None:
    """Nothing is told before; a wrong answer says why; Enter shows the right one; entered anew it asks
    anew."""
    page = visit(E1 + "#cau-1", width=1366, height=768)
    assert not page.get_by_text("Lời giục làm bác không kịp hỏi ai").is_visible()
    page.locator(".now .answer").first.click()
    assert (
        page.locator(".now").get_by_role("status").inner_text()
        == "Chưa đúng. Lời giục làm bác không kịp hỏi ai."
    )
    page.locator("body").press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Enter")
    assert (
        page.locator(".now").get_by_role("status").inner_text()
        == "Đúng. Việc thật thì chờ được một cuộc gọi."
    )
    assert page.locator('.now .answer[data-told="1"]').inner_text().endswith("✓ Đúng")
    assert page.get_by_role("button", name="Tiếp").is_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".now .answer[data-told]").count() == 0
    assert page.get_by_role("button", name="Đáp án").is_visible()


@pytest.mark.browser
def test_the_address_keeps_the_place(visit: Visit) -> None:
    page = visit(E1, width=1366, height=768)
    page.keyboard.press("4")
    assert page.url.endswith("#" + STEPS[3])
    page.reload()
    assert shown(page) == STEPS[3]
    page.evaluate("location.hash = '#nho-ba-dieu'")
    page.wait_for_function("document.querySelector('.now').id === 'nho-ba-dieu'")
    page.goto(page.url.split("#")[0] + "#khong-co")
    page.reload()
    assert shown(page) == "dau"


@pytest.mark.browser
def test_leaving_and_going_on_to_the_next_lesson(visit: Visit) -> None:
    """Esc leaves for the lesson's page, whose buttons lead back; the last screen leads to the next
    lesson's first."""
    page = visit("an-toan/dung-lai/", width=1280, height=800)
    page.locator(".tb-end").get_by_role("link", name="Chiếu lên màn hình").click()
    page.wait_for_url("**/" + E1 + "**")
    page.keyboard.press("End")
    page.get_by_role("link", name="Bài sau: ").click()
    page.wait_for_url("**/" + E3 + "**")
    page.keyboard.press("Escape")
    page.wait_for_url("**/an-toan/link-la-ma-otp/")
    page.get_by_text("Cho người hướng dẫn").click()
    page.locator(".tb-trainer").get_by_role("link", name="Chiếu lên màn hình").click()
    page.wait_for_url("**/" + E3 + "**")


@pytest.mark.browser
def test_a_residents_phone_and_a_kiosk_are_not_bothered(visit: Visit) -> None:
    """On them only the trainer's own section names it; nothing of it is loaded with the lesson."""
    for path, width in (("an-toan/dung-lai/", 360), ("an-toan/dung-lai/?kiosk=1", 1280)):
        page = visit(path, width=width)
        assert not page.locator(".tb-end").get_by_role("link", name="Chiếu").is_visible()
        assert not [asked for asked in page.asked if asked.startswith("chieu/")]


@pytest.mark.browser
def test_full_screen_and_a_dark_moment(visit: Visit) -> None:
    page = visit(E1, width=1366, height=768)
    page.keyboard.press("f")
    page.get_by_role("button", name="Thu nhỏ").click()
    page.get_by_role("button", name="Đầy màn").wait_for()
    page.keyboard.press("b")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).visibility") == "hidden"
    page.keyboard.press("ArrowRight")
    assert shown(page) == "dau", "the first key brings the picture back"
    page.get_by_text("Phím", exact=True).click()
    assert page.get_by_text("xem video, dừng video").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), PROJECTORS)
def test_everything_fits_and_is_read_from_afar(visit: Visit, width: int, height: int) -> None:
    """No word or drawing outside any screen of three lessons; sentences at least a twentieth of the
    height."""
    for path in (E1, E3, "chieu/F1/"):
        page = visit(path, width=width, height=height)
        assert page.evaluate(OUTSIDE) == []
        small = page.evaluate(
            "all('.first p, .three li').map(said => parseFloat(getComputedStyle(said).fontSize))"
        )
        assert min(small) >= height / 20


@pytest.mark.browser
def test_a_phone_scrolls_and_keeps_the_way_on_in_sight(visit: Visit) -> None:
    page = visit(E3 + "#dau", width=320, height=640)
    for _ in range(12):
        for width, size in ((320, "100%"), (360, "200%"), (180, "100%")):
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate("size => (document.documentElement.style.fontSize = size)", size)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
                page.url,
                width,
                size,
            )
        page.set_viewport_size({"width": 320, "height": 640})
        page.wait_for_function(
            "document.querySelector('.next').getBoundingClientRect().bottom <= innerHeight"
        )
        assert page.get_by_role("button", name=re.compile("Tiếp|Đáp án")).is_visible()
        page.locator(".next").click()


@pytest.mark.browser
def test_it_works_from_a_stick(site: Path, browser: Any) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda request: (
            errors.append(request.url) if not request.url.startswith(("file:", "data:")) else None
        ),
    )
    # This site was built for the web: only such a page wants a worker, which files may not have.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto((site / E1 / "index.html").as_uri() + "#" + STEPS[0])
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('.now video').currentTime > 0.2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    page.reload()
    assert shown(page) == STEPS[1]
    assert told(page).startswith("Khởi động")
    page.close()
    assert errors == []


@pytest.mark.browser
def test_without_javascript_it_is_read_from_top_to_bottom(visit: Visit) -> None:
    page = visit(E1, width=1024, height=768, java_script_enabled=False)
    tops = [screen.bounding_box()["y"] for screen in page.locator(".screen").all()]
    assert len(tops) == len(ORDER)
    assert tops == sorted(tops)
    assert all(drawn.is_visible() for drawn in page.locator(".drawn svg, .why, .plan li").all())
    assert not page.locator(".bar").is_visible()
    assert (
        page.locator(f"#\\3{STEPS[0][0]} {STEPS[0][1:]} .code").get_attribute("href") == f"../../{STEPS[0]}/"
    )


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(E3, width=1366, height=768, color_scheme=scheme)
    for place in ("dau", "1", "coi-chung", "cau-1", "het"):
        page.evaluate(
            "place => show(screens.findIndex(screen => screen.id === place || screen.dataset.number === place))",
            place,
        )
        if place == "cau-1":
            page.keyboard.press("Enter")
        found = (
            Axe()
            .run(
                page,
                options={
                    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
                },
            )
            .response["violations"]
        )
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_readers_who_search_do_not_meet_it(site: Path) -> None:
    """Neither in the sitemap nor in the search, and other engines are told so."""
    assert "chieu" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert not [
        one
        for one in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
        if "chieu" in one["location"]
    ]
    assert '<meta name="robots" content="noindex">' in (site / E1 / "index.html").read_text(encoding="utf-8")


def test_it_comes_along_with_the_whole_course(site: Path) -> None:
    """In the group of those who teach, style and script once: residents' first visit does not carry them."""
    table = json.loads((site / "offline/nguoi-day.json").read_text(encoding="utf-8"))["files"]
    assert {"chieu/E1/", "chieu/F1/", "chieu/stage.css", "chieu/stage.js"} <= set(table)
    assert "chieu/stage.js" not in (site / "offline/vo.json").read_text(encoding="utf-8")


def test_a_lesson_that_has_hardly_anything_still_has_its_page(tmp_path: Path) -> None:
    """Without sections, drawings, films, a plan or a code; from a stick every link names a file."""
    course = a_course.course(tmp_path)
    pages = {
        path: page
        for galley in a_course.galleys().in_order
        for path, page in projection.of_lesson(
            course, galley.path.removeprefix("docs/"), galley, directory_urls=False
        )
    }
    pages.update(projection.shared(course))
    assert sorted(path for path in pages if path.endswith(".html")) == [
        f"chieu/{code}/index.html" for code in ("D1", "E1", "E2")
    ]
    assert 'href="../../chieu/E2/index.html">Bài sau: Gọi lại' in pages["chieu/E1/index.html"]
    assert "Bài sau" not in pages["chieu/E2/index.html"]
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    faults = usb.find_faults(tmp_path)
    assert all("index.html" in fault or re.search(r"an-toan|tien", fault) for fault in faults)
    assert not [fault for fault in faults if "chieu/" in fault.split(": ")[-1]]
