"""“Tải tờ in” in Chromium: formats × lessons, paper and cost, one file of it all; a plain list of links
without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from offline import a_course
from offline.host import Host
from tungbuoc.web import downloads, merging

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FRAME = '<!doctype html><html lang="vi" class="js"><meta charset="utf-8"><title>Tải tờ in</title><style>.no-js .tb-js{display:none}</style><main>%s</main></html>'


def lay_out(site: Path, *, joins: bool) -> None:
    """The page with its PDFs, in `site`."""
    made = a_course.press(site / "in")
    (site / "tai-to-in").mkdir()
    course, galleys = a_course.course(site), a_course.galleys()
    content = downloads.content(course, galleys, "tai-to-in/", made, directory_urls=True, joins=joins)
    (site / "tai-to-in/index.html").write_text(FRAME % content, encoding="utf-8")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The page, served."""
    site = tmp_path / "site"
    lay_out(site, joins=True)
    (site / "404.html").write_text("không có", encoding="utf-8")
    served = Host(site)
    yield served
    served.stop()


@pytest.fixture
def page(browser: Any, host: Host) -> Iterator[Any]:
    """The page, open."""
    context = browser.new_context(accept_downloads=True)
    made = context.new_page()
    made.errors = []
    made.on("pageerror", lambda error: made.errors.append(str(error)))
    made.goto(host.url + "tai-to-in/")
    yield made
    assert made.errors == []
    context.close()


def total(page: Any) -> str:
    """The line that sums up the set."""
    return str(page.locator(".tb-total").inner_text())


def test_formats_and_lessons_make_the_set(page: Any) -> None:
    assert page.get_by_text("Chưa có tờ nào").is_visible()
    page.get_by_label("E1 Dừng lại").check()
    page.get_by_label("D1 Trả tiền").check()
    assert page.locator(".tb-chosen li a").all_inner_texts() == [
        "E1 · Tờ bài học: Dừng lại",
        "D1 · Tờ bài học: Trả tiền",
    ]
    assert total(page).startswith("2 tệp · 4 mặt · 3 tờ A4 in hai mặt · ")
    page.get_by_label("Áp phích").check()
    page.get_by_label("Cam kết Gia đình số").check()
    assert total(page).startswith("4 tệp · 6 mặt · 1 tờ A3, 4 tờ A4 in hai mặt · ")


def test_copies_and_a_price_give_the_cost(page: Any) -> None:
    page.get_by_label("E1 Dừng lại").check()
    assert "đồng" not in total(page)
    page.get_by_label("Số bộ").fill("40")
    page.get_by_label("Giá một mặt").fill("300")
    assert "120 mặt · 80 tờ A4" in total(page)
    assert total(page).endswith("120 × 300 = 36.000 đồng")


def test_a_whole_topic_a_set_for_a_day_and_one_taken_out_again(page: Any) -> None:
    page.get_by_role("button", name="Chọn cả chủ đề").first.click()
    assert page.locator(".tb-chosen li").count() == 2
    page.get_by_role("button", name="Ngày hội").click()
    assert page.locator(".tb-chosen li a").all_inner_texts() == [
        "E1 · Tờ bài học: Dừng lại",
        "E1 · Áp phích: Dừng lại",
        "Cam kết Gia đình số",
    ]
    page.get_by_role("button", name="Bỏ E1 · Áp phích: Dừng lại").click()
    assert page.locator(".tb-chosen li").count() == 2
    assert page.evaluate("document.activeElement.id") == "bo-in"


@pytest.mark.parametrize(("duplex", "pages"), [(True, 6), (False, 5)])
def test_one_file_of_all_made_in_the_browser(
    page: Any, host: Host, tmp_path: Path, duplex: bool, pages: int
) -> None:
    why = merging.install(host.root, ROOT / ".cache/npm")
    if why:
        pytest.skip(why)
    page.get_by_label("E1 Dừng lại").check()
    page.get_by_label("E2 Gọi lại").check()
    page.get_by_label("In hai mặt").set_checked(duplex)
    assert not [path for path, _, _ in host.log if "pdf-lib" in path], (
        "the library is fetched when it is asked for"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Gộp thành một tệp").click()
    download.value.save_as(tmp_path / "all.pdf")
    with pikepdf.open(tmp_path / "all.pdf") as joined:
        assert len(joined.pages) == pages, (
            "three pages, two pages, and an empty one that turns to a new sheet"
        )
        assert str(joined.docinfo["/Title"]) == "Từng Bước: bộ in 2 tờ"
    page.get_by_text("Đã gộp xong").wait_for()


def test_a_network_that_breaks_off_is_told(page: Any, host: Host) -> None:
    page.get_by_label("E1 Dừng lại").check()
    page.get_by_role("button", name="Gộp thành một tệp").click()
    page.get_by_text("Chưa làm được").wait_for()
    assert page.get_by_role("button", name="Gộp thành một tệp").is_enabled()


def test_without_the_library_there_is_no_such_button(browser: Any, tmp_path: Path) -> None:
    lay_out(tmp_path, joins=False)
    page = browser.new_page()
    page.goto((tmp_path / "tai-to-in/index.html").as_uri())
    page.get_by_label("E1 Dừng lại").check()
    assert total(page).startswith("1 tệp")
    assert page.get_by_role("button", name="Gộp").count() == 0
    page.close()


def test_without_javascript_it_is_a_list_of_links(browser: Any, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url + "tai-to-in/")
    links = page.locator(".tb-every a")
    assert [link.get_attribute("href") for link in links.all()] == [
        f"../in/{code}-{format.name}.pdf" for code, format, _ in ordered()
    ]
    assert all(link.is_visible() for link in links.all())
    context.close()


def ordered() -> list[tuple[str, Any, int]]:
    """The PDFs in the order of topics, then lessons, then what belongs to no lesson."""
    order = ["E1", "E2", "D1", "M01"]
    return sorted(a_course.MADE, key=lambda made: order.index(made[0]))


def test_axe_finds_nothing(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.get_by_label("E1 Dừng lại").check()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
