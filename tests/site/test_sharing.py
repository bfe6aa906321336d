"""A pasted link shows what it leads to, and the site can stand on a phone's home screen."""

from __future__ import annotations

import gzip
import html
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from tungbuoc.permalink.address import read_site
from tungbuoc.web import sharing

CARD = re.compile(r'<meta (?:name="description" )?property="og:[^>]*>')


def _told(page: Path) -> dict[str, str]:
    found = re.findall(
        r'<meta (?:name="description" )?property="og:([a-z:]+)" content="([^"]*)">',
        page.read_text(encoding="utf-8"),
    )
    return {name: html.unescape(text) for name, text in found}


@pytest.mark.parametrize(
    ("page", "title", "card"),
    [
        ("56613/index.html", "Nhận ra lời giục", "56613"),
        ("an-toan/dung-lai/index.html", "Dừng lại, hỏi lại, đừng vội", "E1"),
        ("index.html", "Từng Bước", "trang-dau"),
        ("an-toan/index.html", "Không bị lừa", "trang-dau"),
    ],
)
def test_every_page_tells_its_title_words_and_picture(site: Path, page: str, title: str, card: str) -> None:
    told = _told(site / page)
    assert told["title"].startswith(title)
    assert len(told["description"]) > 10
    path = (site / page).parent / told["image"]
    assert path.resolve() == (site / f"anh/{card}.png").resolve(), "without a host the address is relative"
    with Image.open(path) as picture:
        assert picture.size == (1200, 630)
    assert path.stat().st_size <= 60_000


def test_with_a_host_the_address_is_whole() -> None:
    state = SimpleNamespace(site=read_site("https://tungbuoc.vn/"), cards={"48217", "trang-dau"})
    assert sharing.address(state, "48217", "../") == "https://tungbuoc.vn/anh/48217.png"  # type: ignore[arg-type]
    assert sharing.address(state, "E9", "../../") == "https://tungbuoc.vn/anh/trang-dau.png"  # type: ignore[arg-type]


def test_a_code_page_stays_small_for_all_that(site: Path) -> None:
    page = (site / "56613/index.html").read_text(encoding="utf-8")
    bare = CARD.sub("", page)
    assert bare != page
    assert len(gzip.compress(page.encode())) - len(gzip.compress(bare.encode())) < 180
    sizes = [len(gzip.compress(path.read_bytes())) for path in site.glob("[1-9]????/index.html")]
    assert max(sizes) <= 6_000


def test_the_site_can_stand_on_a_home_screen(site: Path) -> None:
    page = (site / "an-toan/dung-lai/index.html").read_text(encoding="utf-8")
    (place,) = re.findall(r'<link rel="manifest" href="([^"]+)">', page)
    path = (site / "an-toan/dung-lai" / place).resolve()
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["display"] == "standalone"
    assert (path.parent / told["start_url"]).resolve() == site.resolve()
    for icon in told["icons"]:
        with Image.open(path.parent / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert "manifest" not in (site / "56613/index.html").read_text(encoding="utf-8"), (
        "the page behind a code is one request"
    )
