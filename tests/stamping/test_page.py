"""“Ghi tên tổ của tôi” in Chromium: typed once, kept on this phone, in every PDF that is taken home, also
without a network and from a stick."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.stamping.sheets import small

from offline import a_course
from offline.host import Host
from tungbuoc.press.plan import Need, Occasion, Plan
from tungbuoc.press.stamping import Team, stamp
from tungbuoc.web import downloads, merging, stamping

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FRAME = '<!doctype html><html lang="vi" class="js"><meta charset="utf-8"><title>Tải tờ in</title><main>%s</main></html>'
SHEET = small((456.38, 25.51, 130), (316.0, 70.87, 160))
TONIGHT = (
    Occasion(
        "Dạy một lớp",
        "Bao nhiêu người học?",
        12,
        True,
        (Need("lesson-sheet", (), 1), Need("poster"), Need("pledge", (), 5)),
    ),
    Occasion(
        "Ngày hội",
        "Bao nhiêu người đến?",
        40,
        False,
        (Need("poster", ("E1",)), Need("lesson-sheet", ("E1", "D1"), 4)),
    ),
)
OURS = Team("Tổ công nghệ số thôn Mẫu", "0912 345 678", "Nhà văn hóa", "tối thứ Ba", "https://to.example/mau")


def _lay_out(site: Path, *, files: bool) -> None:
    """The page with its PDFs, sealed, in `site`."""
    made = [
        replace(one, bytes=len(SHEET), shown=one.path.replace("lesson-sheet", "to-bai-hoc"))
        for one in a_course.press(site / "in")
    ]
    for one in made:
        (site / "in" / one.path).write_bytes(SHEET)
    template = downloads.with_room(site / "in", made)
    downloads.name(site / "in", made, old=not files)
    if files:
        stamping.beside(site / "in", [one.shown for one in made])
    (site / "tai-to-in").mkdir()
    course = replace(a_course.course(site), plan=Plan(packs={"Ngày hội": a_course.PACK}, occasions=TONIGHT))
    content = downloads.content(
        course,
        a_course.galleys(),
        "tai-to-in/",
        made,
        directory_urls=not files,
        joins=not files,
        template=template,
    )
    (site / "tai-to-in/index.html").write_text(FRAME % content, encoding="utf-8")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The page, served."""
    _lay_out(tmp_path / "site", files=False)
    (tmp_path / "site/404.html").write_text("không có", encoding="utf-8")
    served = Host(tmp_path / "site")
    yield served
    served.stop()


@pytest.fixture
def page(browser: Any, host: Host) -> Iterator[Any]:
    """The page on a small phone, open."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 360, "height": 640})
    made = context.new_page()
    made.errors = []
    made.on("pageerror", lambda error: made.errors.append(str(error)))
    made.goto(host.url + "tai-to-in/")
    yield made
    assert made.errors == []
    context.close()


def _type(page: Any, team: Team = OURS) -> None:
    page.locator(".tb-team summary").click()
    labels = {
        "Tên tổ": team.name,
        "Số điện thoại của tổ": team.phone,
        "Giờ gặp": team.hours,
        "Nơi gặp": team.place,
        "Địa chỉ nhóm của tổ": team.link,
    }
    for label, said in labels.items():
        page.get_by_label(label, exact=True).fill(said)
    page.get_by_role("button", name="Ghi vào các tờ").click()


def _taken(page: Any, click: Any) -> tuple[str, bytes]:
    """Name and bytes of what a click brings home."""
    with page.expect_download() as download:
        click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def _first_sheet(page: Any) -> Any:
    if not page.locator(".tb-every").evaluate("box => box.open"):
        page.locator(".tb-every summary").click()
    return page.locator(".tb-every a").first


def test_typed_once_and_in_every_sheet_after(page: Any, host: Host) -> None:
    _type(page)
    page.get_by_text("Đã nhớ.").wait_for()
    host.log.clear()
    assert _taken(page, _first_sheet(page).click) == ("E1-to-bai-hoc.pdf", stamp(SHEET, OURS))
    page.get_by_text("Đã ghi tên tổ").wait_for()
    assert [path for path, _, _ in host.log] == ["/in/E1-to-bai-hoc.pdf"], "nothing is sent anywhere"
    page.reload()
    assert page.locator(".tb-team summary").inner_text().strip() == f"Đang ghi: {OURS.name}"
    assert _taken(page, _first_sheet(page).click)[1] == stamp(SHEET, OURS)


def test_several_as_one_zip_and_as_one_file(page: Any, host: Host) -> None:
    why = merging.install(host.root, ROOT / ".cache/npm")
    _type(page)
    page.get_by_label("E1 Dừng lại").check()
    page.get_by_label("D1 Trả tiền").check()
    name, data = _taken(page, page.get_by_role("button", name="Tải thành một tệp zip").click)
    assert name == "bo-in-2-tep.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one: archive.read(one) for one in archive.namelist()} == {
            f"{code}-to-bai-hoc.pdf": stamp(SHEET, OURS) for code in ("E1", "D1")
        }
    if why:
        pytest.skip(why)
    _, joined = _taken(page, page.get_by_role("button", name="Gộp thành một tệp").click)
    assert len(pypdfium2.PdfDocument(joined)) >= 2


def test_a_sheet_without_a_box_is_taken_as_it_is_and_that_is_told(page: Any, host: Host) -> None:
    (host.root / "in/E1-to-bai-hoc.pdf").write_bytes(small())
    _type(page)
    assert _taken(page, _first_sheet(page).click)[1] == small()
    page.get_by_text("Tờ này không có ô").wait_for()


def test_the_box_is_shown_as_it_will_stand_on_paper(page: Any) -> None:
    _type(page)
    drawn = page.locator(".tb-team figure svg")
    assert [one.get_attribute("aria-label") for one in drawn.all()] == [
        "Tổ công nghệ số thôn Mẫu · ĐT: 0912 345 678 · tối thứ Ba · Nhà văn hóa",
        "Tổ công nghệ số thôn Mẫu, ĐT: 0912 345 678, tối thứ Ba · Nhà văn hóa",
    ]
    assert drawn.nth(1).locator("path").count() == 1
    for one in drawn.all():
        frame = one.bounding_box()
        for words in one.locator("text").all():
            box = words.bounding_box()
            assert box["x"] >= frame["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


def test_it_is_forgotten_when_asked(page: Any) -> None:
    _type(page)
    page.get_by_role("button", name="Xóa").click()
    page.get_by_text("Đã xóa khỏi máy này").wait_for()
    assert page.evaluate("localStorage.getItem('tb:to')") is None
    assert page.locator(".tb-team figure").is_hidden()
    link = _first_sheet(page)
    page.evaluate(
        "addEventListener('click', event => { window.followed = !event.defaultPrevented; event.preventDefault() })"
    )
    link.click()
    assert page.evaluate("followed"), "the link is followed as ever"


@pytest.mark.parametrize(
    ("change", "label", "told"),
    [
        ({"name": ""}, "Tên tổ", "Ghi tên tổ."),
        ({"name": "Tổ Ж"}, "Tên tổ", "không có chữ «Ж»"),
        ({"name": "Tổ " + "dài " * 40}, "Tên tổ", "Tên dài quá ô"),
        ({"phone": "912345678"}, "Số điện thoại của tổ", "chưa gọi được"),
        ({"link": "to.example"}, "Địa chỉ nhóm của tổ", "https://"),
    ],
)
def test_what_cannot_stand_on_paper_is_told_at_its_field(
    page: Any, change: dict[str, str], label: str, told: str
) -> None:
    _type(page, replace(OURS, **change))
    field = page.get_by_label(label, exact=True)
    assert field.get_attribute("aria-invalid") == "true"
    assert told in page.locator(f"#{field.get_attribute('id')}-sai").inner_text()
    assert page.evaluate("document.activeElement.name") == field.get_attribute("name")
    assert page.evaluate("localStorage.getItem('tb:to')") is None


def test_a_sheet_taken_once_is_there_without_a_network(page: Any) -> None:
    _type(page)
    _taken(page, _first_sheet(page).click)
    page.context.set_offline(True)
    assert _taken(page, _first_sheet(page).click)[1] == stamp(SHEET, OURS)
    page.locator(".tb-every a").nth(2).click()
    page.get_by_text("Chưa tải được").wait_for()


def test_it_works_from_a_stick(browser: Any, tmp_path: Path) -> None:
    _lay_out(tmp_path, files=True)
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto((tmp_path / "tai-to-in/index.html").as_uri())
    _type(page)
    assert _taken(page, _first_sheet(page).click) == ("E1-to-bai-hoc.pdf", stamp(SHEET, OURS))
    page.get_by_label("E1 Dừng lại").check()
    _, data = _taken(page, page.get_by_role("button", name="Tải thành một tệp zip").click)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("E1-to-bai-hoc.pdf") == stamp(SHEET, OURS)
    context.close()


def _told(page: Any) -> list[str]:
    return [" | ".join(row.inner_text().split("\n")) for row in page.locator(".tb-tonight li").all()]


def test_an_occasion_and_a_number_of_people_give_sheets_copies_and_paper(page: Any) -> None:
    page.get_by_role("button", name="Dạy một lớp").click()
    assert page.get_by_label("Bao nhiêu người học?").input_value() == "12"
    assert _told(page) == [
        "E1 · Tờ bài học: Dừng lại | 12 bản · 24 tờ | giấy A4, in hai mặt, lật cạnh dài",
        "E1 · Áp phích: Dừng lại | 1 bản · 1 tờ | giấy A3, in một mặt",
        "Cam kết Gia đình số | 3 bản · 3 tờ | giấy A4, in một mặt",
    ]
    assert page.locator(".tb-tonight .tb-total").inner_text().startswith("3 tệp · 1 tờ A3, 27 tờ A4 · ")
    page.get_by_label("Bài nào?").select_option("D1")
    page.get_by_label("Bao nhiêu người học?").fill("7")
    assert [row.split(" | ")[:2] for row in _told(page)] == [
        ["D1 · Tờ bài học: Trả tiền", "7 bản · 7 tờ"],
        ["Cam kết Gia đình số", "2 bản · 2 tờ"],
    ]
    page.get_by_role("button", name="Ngày hội").first.click()
    assert page.get_by_label("Bài nào?").is_hidden()
    assert [row.split(" | ")[1] for row in _told(page)] == [
        "1 bản · 1 tờ",
        "10 bản · 20 tờ",
        "10 bản · 10 tờ",
    ]


def test_the_whole_set_comes_as_one_zip_with_a_page_on_how_to_print(page: Any) -> None:
    _type(page)
    page.get_by_role("button", name="Dạy một lớp").click()
    name, data = _taken(page, page.get_by_role("button", name="Tải cả bộ (zip)").click)
    assert name == "day-mot-lop.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "00-in-the-nao.html",
            "E1-to-bai-hoc.pdf",
            "E1-poster.pdf",
            "M01-pledge.pdf",
        ]
        assert archive.read("E1-to-bai-hoc.pdf") == stamp(SHEET, OURS)
        assert (
            "E1-to-bai-hoc.pdf<td>12 bản · 24 tờ<td>giấy A4, in hai mặt, lật cạnh dài"
            in archive.read("00-in-the-nao.html").decode()
        )


def test_the_page_prints_how_to_print(page: Any) -> None:
    page.get_by_role("button", name="Dạy một lớp").click()
    page.evaluate("print = () => { window.printed = document.documentElement.className }")
    page.get_by_role("button", name="In trang").click()
    assert "tb-printing" in page.evaluate("printed")
    page.evaluate("document.documentElement.classList.add('tb-printing')")
    page.emulate_media(media="print")
    assert page.locator(".tb-tonight li").first.is_visible()
    assert not page.locator(".tb-pick").is_visible()
    assert not page.locator(".tb-tonight button").first.is_visible()


def test_old_names_still_lead_to_the_sheet(host: Host) -> None:
    old, new = host.root / "in/E1-lesson-sheet.pdf", host.root / "in/E1-to-bai-hoc.pdf"
    assert old.samefile(new)


def test_axe_finds_nothing(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.get_by_role("button", name="Dạy một lớp").click()
    _type(page)
    page.get_by_text("Đã nhớ.").wait_for()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
