"""The folder for a USB stick: what would not work from one is told, the start page opens it, the zip holds
both."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tungbuoc.lesson.wording import Wording
from tungbuoc.web import usb


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages, a picture, a style and a search index, as a build leaves them."""
    made = tmp_path / "usb/tung-buoc"
    for path, text in {
        "index.html": '<h1>Trang đầu</h1><link rel="canonical" href="https://tb.example/"><a href="48217/index.html#b">Bước</a><a href="https://example.org/">xa</a><a href="tel:156">gọi</a>',
        "48217/index.html": '<h1>Nghe</h1><img src="../anh.svg" alt=""><a href="../index.html?q=1">đầu</a>',
        "anh.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>',
        "tb.css": "body{background:url(anh.svg)}",
        "search/search_index.json": '{"docs":[]}',
        "404.html": '<h1>Chưa thấy</h1><a href="/">đầu</a>',
        "khong-mang/index.html": '<a href="/">đầu</a>',
        "sw.js": "",
    }.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_text(text, encoding="utf-8")
    usb.prepare(made)
    return made


def test_a_prepared_site_has_no_fault_and_nothing_for_servers(site: Path) -> None:
    assert usb.find_faults(site) == []
    assert (site / "search/search_index.js").read_text(encoding="utf-8") == 'var __index = {"docs":[]}'
    assert not [name for name in ("404.html", "khong-mang", "sw.js") if (site / name).exists()]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ('<script src="https://cdn.example/a.js"></script>', "gọi ra mạng: https://cdn.example/a.js"),
        ('<img src="//cdn.example/a.png">', "gọi ra mạng: //cdn.example/a.png"),
        ('<link rel="stylesheet" href="http://cdn.example/a.css">', "gọi ra mạng: http://cdn.example/a.css"),
        (
            "<style>@import 'https://cdn.example/a.css'</style>",
            "kiểu chữ gọi ra mạng: https://cdn.example/a.css",
        ),
        ('<video poster="https://cdn.example/a.jpg"></video>', "gọi ra mạng: https://cdn.example/a.jpg"),
        ('<a href="48217/">bước</a>', "không dẫn tới tệp nào: 48217/"),
        ('<a href="/index.html">đầu</a>', "không dẫn tới tệp nào: /index.html"),
        ('<a href="thieu.html">thiếu</a>', "không dẫn tới tệp nào: thieu.html"),
        ('<a href="../ngoai.html">ra ngoài</a>', "không dẫn tới tệp nào: ../ngoai.html"),
    ],
)
def test_what_would_not_work_from_a_stick_is_told(site: Path, page: str, said: str) -> None:
    (site / "loi.html").write_text(page, encoding="utf-8")
    faults = usb.find_faults(site)
    assert len(faults) == 1
    assert faults[0].startswith("loi.html: ")
    assert faults[0].endswith(said)


def test_styles_and_names_are_looked_at_too(site: Path) -> None:
    (site / "la.css").write_text("p{background:url('https://cdn.example/a.png')}", encoding="utf-8")
    (site / "hỏi?.txt").write_text("", encoding="utf-8")
    (site / "ANH.svg").write_text("", encoding="utf-8")
    assert [fault.partition(": ")[0] for fault in usb.find_faults(site)] == ["anh.svg", "hỏi?.txt", "la.css"]


def test_the_zip_holds_the_folder_and_its_start_page_with_the_same_bytes_each_time(site: Path) -> None:
    first = usb.bundle(site, "Từng Bước", Wording()).read_bytes()
    with zipfile.ZipFile(site.parent / usb.ZIP) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == usb.start_name(Wording())
        assert archive.read("tung-buoc/48217/index.html") == (site / "48217/index.html").read_bytes()
        assert len(archive.namelist()) == 1 + len([path for path in site.rglob("*") if path.is_file()])
    assert usb.bundle(site, "Từng Bước", Wording()).read_bytes() == first


@pytest.mark.browser
def test_the_start_page_opens_the_course_without_a_network(site: Path, browser: Any) -> None:
    usb.bundle(site, "Từng Bước", Wording())
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site.parent / usb.start_name(Wording())).as_uri())
    page.wait_for_url("**/tung-buoc/index.html")
    page.get_by_text("Bước").click()
    assert page.locator("h1").inner_text() == "Nghe"
    assert page.evaluate("document.images[0].naturalWidth") == 1
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


def test_the_start_page_of_a_course_in_english(tmp_path: Path) -> None:
    (tmp_path / "tung-buoc").mkdir()
    usb.bundle(tmp_path / "tung-buoc", "First & Steps", Wording(language="en"))
    page = (tmp_path / "OPEN-ME.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert "<title>First &amp; Steps: open the lessons</title>" in page
    assert "If nothing happens, press this button." in page
