"""The service worker in Chromium: what is on the phone after one visit, what a change costs, what a silent
network shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from offline import small_site
from offline.host import Host
from tungbuoc.lesson.wording import Wording
from tungbuoc.web import offline

pytestmark = pytest.mark.browser
READY = "navigator.serviceWorker.ready.then(() => true)"
STORED = "caches.keys().then(async names => (await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(one => one.url)))).flat())"
LESSONS = 3


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with its worker."""
    return small_site.build(tmp_path / "site", LESSONS)


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """The host of the small site."""
    made = Host(site)
    yield made
    made.stop()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A phone that was never here."""
    made = browser.new_context(viewport={"width": 360, "height": 640})
    yield made
    made.close()


@pytest.fixture
def metered(host: Host, monkeypatch: pytest.MonkeyPatch) -> Host:
    """The host, met over mobile data: the browser under test cannot be told so, hence the worker is."""
    worker = host.root / "sw.js"
    worker.write_text(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});"
        + worker.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    return host


def visit(context: Any, host: Host, path: str) -> Any:
    """Open a page, wait until the worker is at rest."""
    page = context.new_page()
    page.goto(host.url + path)
    page.evaluate(READY)
    host.settled()
    return page


def heading(page: Any, url: str) -> str:
    """The heading of the page at `url`."""
    page.goto(url, wait_until="domcontentloaded")
    return str(page.locator("h1").inner_text())


def go_offline(context: Any, host: Host) -> None:
    """No server, no network."""
    host.stop()
    context.set_offline(True)


def test_after_one_code_page_the_whole_course_is_here_where_bytes_are_free(context: Any, host: Host) -> None:
    page = visit(context, host, "10001/")
    go_offline(context, host)
    paths = [
        "",
        "404.html",
        *(f"bai/{n}/" for n in range(LESSONS)),
        *(f"{small_site.key(n, s)}/" for n in range(LESSONS) for s in range(6)),
    ]
    for path in paths:
        assert heading(page, host.url + path), path
    assert page.evaluate("fetch('/search/search_index.json').then(answer => answer.status)") == 200
    page.goto(host.url + "bai/1/")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(17, 17, 17)", (
        "the stylesheet is not here"
    )


def test_on_mobile_data_only_what_was_visited_is_kept(context: Any, metered: Host) -> None:
    page = visit(context, metered, "10001/")
    stored = [url.removeprefix(metered.url) for url in page.evaluate(STORED)]
    assert sorted(stored) == ["10001/", "khong-mang/"]
    visit(context, metered, "bai/1/").close()
    go_offline(context, metered)
    assert heading(page, metered.url + "10001/") == "Bước 2"
    assert heading(page, metered.url + "bai/1/") == "Bài 1"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(17, 17, 17)"
    assert heading(page, metered.url + "bai/2/") == "khong-mang/index.html", "not here, and that is said"


def test_a_lesson_does_not_bring_what_it_loads_later(context: Any, metered: Host) -> None:
    visit(context, metered, "bai/1/")
    assert not [path for path, _, _ in metered.log if "bundle" in path]


def test_the_button_brings_the_whole_course_and_says_how_far_it_is(context: Any, metered: Host) -> None:
    page = visit(context, metered, "")
    button = page.get_by_role("button", name="Tải cả bộ bài về máy")
    size = int(button.inner_text().rsplit("–", 1)[1].strip().removesuffix(" kB"))
    metered.log.clear()
    button.click()
    page.get_by_text("Cả bộ bài đã nằm trong máy này").wait_for()
    assert 0.8 * size < sum(body for _, _, body in metered.log) / 1000 < 1.1 * size
    go_offline(context, metered)
    assert heading(page, metered.url + "10025/") == "Bước 6"
    page.goto(metered.url)
    page.get_by_text("Cả bộ bài đã nằm trong máy này").wait_for()


def test_a_page_that_only_watches_hears_the_end(context: Any, metered: Host) -> None:
    """What one page began, or the worker by itself, ends on every page that shows how far it is."""
    begins, watches = visit(context, metered, ""), visit(context, metered, "")
    metered.silent = True
    begins.get_by_role("button", name="Tải cả bộ bài về máy").click()
    watches.evaluate("navigator.serviceWorker.ready.then(found => found.active.postMessage('course?'))")
    watches.get_by_text("Đang tải cả bộ bài về máy").wait_for()
    metered.silent = False
    watches.get_by_text("Cả bộ bài đã nằm trong máy này").wait_for()
    assert not watches.locator("progress").is_visible()


def test_a_download_that_broke_off_goes_on_where_it_stopped(context: Any, metered: Host) -> None:
    page = visit(context, metered, "")
    missing = metered.root / "offline/B1.pages.json"
    kept = missing.read_bytes()
    missing.unlink()
    page.get_by_role("button", name="Tải cả bộ bài").click()
    page.get_by_text("chưa tải hết").wait_for()
    missing.write_bytes(kept)
    metered.log.clear()
    page.get_by_role("button", name="Tải cả bộ bài").click()
    page.get_by_text("Cả bộ bài đã nằm trong máy này").wait_for()
    assert "/offline/B1.pages.json" in [path for path, _, _ in metered.log]
    assert len([path for path, _, _ in metered.log if path.endswith(".pages.json")]) < LESSONS + 3


@pytest.mark.parametrize("path", ["10001", "10001/?utm_source=qr#buoc", "10001/index.html"])
def test_an_address_may_be_typed_in_more_than_one_way(context: Any, host: Host, path: str) -> None:
    page = visit(context, host, "10001/")
    go_offline(context, host)
    assert heading(page, host.url + path) == "Bước 2"


def test_an_address_that_leads_nowhere_gets_our_page_with_and_without_a_network(
    context: Any, host: Host
) -> None:
    page = visit(context, host, "10001/")
    assert page.goto(host.url + "99999/").status == 404
    assert page.locator("h1").inner_text() == "404.html"
    go_offline(context, host)
    assert page.goto(host.url + "99999/").status == 404
    assert page.locator("h1").inner_text() == "404.html"


def test_a_silent_network_shows_the_page_within_three_and_a_half_seconds(context: Any, host: Host) -> None:
    page = visit(context, host, "bai/1/")
    host.silent = True
    begun = time.monotonic()
    page.goto(host.url + "bai/1/", wait_until="load")
    first = time.monotonic() - begun
    page.goto(host.url + "bai/2/", wait_until="load")
    second = time.monotonic() - begun - first
    host.silent = False
    assert 2.2 < first < 3.5
    assert second < 1, "nobody waits twice for a network that just was silent"


def test_a_page_is_never_older_than_the_last_visit(context: Any, host: Host) -> None:
    page = visit(context, host, "bai/1/")
    small_site.write_lesson(host.root, 1, 8200, said="<b>mới</b>")
    small_site.finish(host.root, LESSONS)
    page.goto(host.url + "bai/1/")
    assert page.locator("b").inner_text() == "mới", "with a network the new page comes at once"
    small_site.write_lesson(host.root, 2, 8200, said="<b>mới</b>")
    small_site.finish(host.root, LESSONS)
    page.goto(host.url + "10001/")
    host.settled()
    go_offline(context, host)
    page.goto(host.url + "bai/2/")
    assert page.locator("b").inner_text() == "mới", "one visit of any page brings the news"


def test_a_style_without_a_name_of_its_own_is_new_with_its_page(context: Any, host: Host) -> None:
    page = visit(context, host, "bai/1/")
    (host.root / "assets/tb.css").write_text("body{color:#222}", encoding="utf-8")
    small_site.finish(host.root, LESSONS)
    page.goto(host.url + "bai/1/")
    host.settled()
    page.goto(host.url + "bai/1/")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(34, 34, 34)"


def test_a_page_that_is_gone_goes_from_the_phone_too(context: Any, host: Host) -> None:
    page = visit(context, host, "10001/")
    (host.root / "bai/2/index.html").unlink()
    for step in range(6):
        (host.root / small_site.key(2, step) / "index.html").unlink()
    small_site.finish(host.root, 2)
    page.goto(host.url + "10001/")
    host.settled()
    assert not [url for url in page.evaluate(STORED) if "bai/2/" in url or "/1002" in url]


def cost(context: Any, host: Host, change: Callable[[Path], None], path: str, lessons: int) -> int:
    """Bytes that a reader with the whole course pays for the next visit of `path` after a change."""
    page = visit(context, host, path)
    change(host.root)
    small_site.finish(host.root, lessons)
    page.goto("about:blank")
    host.log.clear()
    page.goto(host.url + path)
    host.settled()
    return host.sent


@pytest.mark.slow
def test_what_a_change_costs_at_forty_eight_lessons(context: Any, tmp_path: Path) -> None:
    host = Host(small_site.build(tmp_path / "site", 48))
    try:
        nothing = cost(context, host, lambda site: None, "10031/", 48)
        one_page = cost(
            context, host, lambda site: small_site.write_step(site, 3, 1, 2600, "<b>mới</b>"), "10031/", 48
        )

        def lesson(site: Path) -> None:
            small_site.write_lesson(site, 3, 8200, "<b>mới</b>")
            for step in range(6):
                small_site.write_step(site, 3, step, 2600, "<b>nữa</b>")
            (site / "search/search_index.json").write_text(
                '"' + "0123456789abcdef" * 1500 + small_site.words(9, 12000) + '"', encoding="utf-8"
            )

        whole = cost(context, host, lesson, "10031/", 48)
    finally:
        host.stop()
    assert nothing <= 1500
    assert one_page <= 6000
    assert whole <= 50_000


def test_a_picture_that_is_not_here_is_a_white_sheet(context: Any, host: Host) -> None:
    page = visit(context, host, "10001/")
    go_offline(context, host)
    page.goto(host.url + "bai/1/")
    shown = "src => new Promise(done => { const one = new Image(); one.onload = () => done(one.naturalWidth); one.onerror = () => done(0); one.src = src })"
    assert page.evaluate(shown, "/in/hinh/E1-lesson-sheet.png") > 0
    assert page.evaluate("fetch('/khong-co.json').then(() => 'here', () => 'nothing')") == "nothing"


def test_a_film_that_was_played_plays_without_a_network_and_from_any_place(
    context: Any, metered: Host
) -> None:
    page = visit(context, metered, "10001/")
    page.reload()
    metered.settled()
    ask = "range => fetch('/video/10000.mp4', {headers: {Range: range}}).then(async answer => [answer.status, answer.headers.get('Content-Range'), (await answer.arrayBuffer()).byteLength])"
    assert page.evaluate(ask, "bytes=0-") == [206, "bytes 0-39999/40000", 40000]
    go_offline(context, metered)
    assert page.evaluate(ask, "bytes=100-199") == [206, "bytes 100-199/40000", 100]
    assert page.evaluate(ask, "bytes=39990-") == [206, "bytes 39990-39999/40000", 10]
    assert page.evaluate(ask, "bytes=-5") == [206, "bytes 39995-39999/40000", 5]
    assert page.evaluate(ask, "bytes=50000-")[0] == 416


def test_a_film_made_anew_is_new_at_its_second_play(context: Any, host: Host) -> None:
    page = visit(context, host, "10001/")
    page.reload()
    ask = "() => fetch('/video/10000.mp4').then(async answer => (await answer.arrayBuffer()).byteLength)"
    assert page.evaluate(ask) == 40000
    (host.root / "video/10000.mp4").write_bytes(b"0" * 30000)
    page.evaluate(ask)
    host.settled()
    assert page.evaluate(ask) == 30000


def test_the_switch_takes_everything_off_the_phone_again(context: Any, host: Host) -> None:
    page = visit(context, host, "10001/")
    assert page.evaluate(STORED)
    offline.remove(host.root, Wording())
    for file in host.root.rglob("*.html"):  # pages of such a build start no worker
        file.write_text(
            file.read_text(encoding="utf-8").replace("navigator.serviceWorker&&", "0&&"), encoding="utf-8"
        )
    page.goto(host.url + "bai/1/")
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then(found => found && found.update().catch(() => {}))"
    )
    end = time.monotonic() + 20
    while page.evaluate(STORED) and time.monotonic() < end:
        page.wait_for_timeout(200)
    host.settled(still=4)
    page.goto(host.url + "404.html")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(found => !found)")
