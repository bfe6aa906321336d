"""The first page promises what there is, and so does the learning path."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.small_course import ROOT

from tungbuoc.permalink.keys import is_key
from tungbuoc.web.render import check_digit

Visit = Callable[..., Any]
NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "tám": 8}


def test_an_errand_is_named_only_where_its_lesson_exists(site: Path) -> None:
    """Of the small course E has E1 and E3, F has F1 alone; the shield of “Không bị lừa” warns."""
    home = (site / "index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<li><a[^>]*><svg.*?</a></li>", home, re.DOTALL)
    said = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]
    assert said[:2] == [
        "Có người gọi lạ, tin nhắn lạ Không bị lừa",
        "Gọi video cho con cháu Kết nối với con cháu",
    ]
    assert len(re.findall(r"<path", rows[0])) == 2


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_said_of_days_without_a_network_stands_together(visit: Visit, width: int) -> None:
    """Its title, its words and its button are below one another, clear of the links above."""
    page = visit("", width=width)
    page.evaluate("""() => {
      const box = document.querySelector('.tb-offline')
      box.hidden = false
      box.querySelector('[role=status]').textContent = 'Tải một lần, sau này mất mạng vẫn mở được mọi bài.'
      box.querySelector('button').textContent = 'Tải cả bộ bài về máy'
    }""")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.tb-offline > :not([hidden])')].map(one => one.getBoundingClientRect().toJSON())"
    )
    links = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.tb-way')].map(one => one.getBoundingClientRect().bottom))"
    )
    assert len({box["left"] for box in boxes}) == 1
    assert boxes[0]["top"] >= links


def test_a_learning_path_has_every_evening_it_speaks_of() -> None:
    text = (ROOT / "docs/lo-trinh.md").read_text(encoding="utf-8")
    assert "chưa có bài" not in text
    paths = [part for part in text.split("\n## ") if "### Buổi" in part]
    assert len(paths) >= 3
    for part in paths:
        evenings = [int(number) for number in re.findall(r"### Buổi (\d)", part)]
        said = re.search(r"\b(\w+) buổi\b", part)
        assert evenings == list(range(1, len(evenings) + 1)), part[:30]
        assert said, part[:30]
        assert NUMBERS[said[1].lower()] == len(evenings), part[:30]


def test_what_people_want_leads_to_the_lesson_that_shows_it(site: Path) -> None:
    page = (site / "toi-muon/index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<li><a href="\.\./([^"]+)"><b>([^<]+)</b> <small>(\w+) · ', page)
    assert ("an-toan/link-la-ma-otp/", "có người hỏi mã OTP, tin nhắn lừa đảo", "E3") in rows
    assert {code for _, _, code in rows} == {"E1", "E3", "F1"}
    assert 'href="../toi-muon/"' in (site / "tat-ca-bai-hoc/index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_a_page_knows_a_slip_as_the_ledger_does(visit: Visit) -> None:
    """Of all that five digits can be."""
    asked = f"() => {{{check_digit()} return [...Array(90000).keys()].map(n => n + 10000).filter(n => tbHolds(`${{n}}`))}}"
    held = set(visit("404.html").evaluate(asked))
    assert held == {number for number in range(10000, 100000) if is_key(str(number))}


@pytest.mark.browser
def test_a_code_is_typed_on_the_first_page(visit: Visit, site: Path) -> None:
    """A slip is told where it was made; a code opens its page."""
    page = visit("")
    page.fill("#tb-ma", "12345")
    page.press("#tb-ma", "Enter")
    assert "chưa đúng" in page.locator(".tb-said").inner_text()
    code = min(folder.name for folder in site.iterdir() if is_key(folder.name))
    page.fill("#tb-ma", code)
    page.press("#tb-ma", "Enter")
    page.wait_for_url(f"**/{code}/")
