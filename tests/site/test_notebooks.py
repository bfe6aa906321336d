"""The notebooks of a family and of a mentor in Chromium: kept on the phone alone, printed, asked before
they are wiped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.offline import a_course
from tests.small_course import ROOT

from tungbuoc.lint.config import read_config
from tungbuoc.web import notebooks
from tungbuoc.web.forms import read_forms
from tungbuoc.web.links import Links

Visit = Callable[..., Any]
FAMILY, MENTOR = "so-gia-dinh/", "so-nam-nguoi/"


def add(page: Any, *names: str) -> None:
    """Write people into the notebook, as a finger would."""
    for name in names:
        page.fill("#ten-goi", name)
        page.get_by_role("button", name="Thêm").click()
        page.get_by_role("heading", name=name).wait_for()


def kept(page: Any, key: str = "tb:nha") -> Any:
    """What lies on the phone."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "null")


@pytest.mark.browser
def test_who_has_learnt_what_is_still_there_after_a_reload_and_nothing_is_sent(visit: Visit) -> None:
    page = visit(FAMILY)
    page.wait_for_load_state("networkidle")
    page.asked.clear()
    add(page, "Mẹ", "Bà  nội")
    page.locator(".tb-person > details summary").first.click()
    page.get_by_label("Dừng lại").check()
    assert kept(page) == [{"name": "Mẹ", "done": []}, {"name": "Bà nội", "done": ["E1"]}]
    assert page.asked == []
    page.reload()
    page.get_by_role("button", name="Bà nội").click()
    assert page.locator(".tb-count").inner_text() == "Đã đánh dấu 1 trong 3 bài."
    assert page.get_by_label("Dừng lại").is_checked()
    page.get_by_role("button", name="Mẹ").click()
    assert page.locator(".tb-count").inner_text() == "Đã đánh dấu 0 trong 3 bài."


@pytest.mark.browser
def test_wiping_asks_first_and_is_whole(visit: Visit) -> None:
    page = visit(FAMILY)
    add(page, "Mẹ")
    page.get_by_role("button", name="Xóa hết").click()
    page.get_by_role("button", name="Giữ lại").click()
    assert kept(page) == [{"name": "Mẹ", "done": []}]
    page.get_by_role("button", name="Xóa hết").click()
    page.locator("dialog").get_by_role("button", name="Xóa hết").click()
    page.get_by_text("Đã xóa hết khỏi máy này.").wait_for()
    assert kept(page) is None
    assert page.locator(".tb-person").is_hidden()


@pytest.mark.browser
def test_a_slip_is_told(visit: Visit) -> None:
    page = visit(FAMILY)
    add(page, "Mẹ")
    for typed, said in (
        ("", "Gõ tên gọi trước đã."),
        ("mẹ ".strip().capitalize(), "Đã có “Mẹ” trong sổ."),
        ("0901234567", "đừng ghi dãy số"),
    ):
        page.fill("#ten-goi", typed)
        page.keyboard.press("Enter")
        page.locator(".tb-told").filter(has_text=said).wait_for()
    assert len(kept(page)) == 1


@pytest.mark.browser
def test_a_mentor_has_five_people_and_seven_things(visit: Visit) -> None:
    page = visit(MENTOR)
    add(page, "Bác Tư", "Cô Ba", "Chú Sáu", "Bà Hai", "Ông Năm")
    assert page.locator(".tb-add").is_hidden()
    page.get_by_label("Giữ an toàn").check()
    assert kept(page, "tb:kem")[4] == {"name": "Ông Năm", "done": ["e"]}
    page.get_by_role("button", name="Bỏ người này").click()
    page.locator("dialog").get_by_role("button", name="Bỏ người này").click()
    page.locator(".tb-add").wait_for()
    assert [who["name"] for who in kept(page, "tb:kem")] == ["Bác Tư", "Cô Ba", "Chú Sáu", "Bà Hai"]


@pytest.mark.browser
def test_what_another_hand_left_on_the_phone_does_no_harm(visit: Visit) -> None:
    prepare = "localStorage.getItem('tb:nha') || localStorage.setItem('tb:nha', JSON.stringify([{name: '<b>Mẹ</b>', done: ['E1', 'X9']}, 7, {name: 1}, null]))"
    page = visit(FAMILY, prepare=prepare)
    assert page.get_by_role("button", name="<b>Mẹ</b>").count() == 1
    assert page.locator(".tb-count").inner_text() == "Đã đánh dấu 1 trong 3 bài."


@pytest.mark.browser
def test_it_is_printed_as_a_table_of_people(visit: Visit) -> None:
    page = visit(FAMILY)
    add(page, "Mẹ", "Bà nội")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".tb-sheet thead th").all_inner_texts()[1:] == ["Mẹ", "Bà nội"]
    assert page.locator(".tb-sheet tbody tr").count() == 3
    assert page.get_by_role("button", name="Xóa hết").is_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("path", [FAMILY, MENTOR])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fingers_and_axe(visit: Visit, path: str, scheme: str) -> None:
    page = visit(path, color_scheme=scheme)
    add(page, "Mẹ")
    page.evaluate("document.querySelectorAll('.tb-person details').forEach(one => (one.open = true))")
    low = page.evaluate("""[...document.querySelectorAll('.tb-book :is(button, a, summary, .tb-tick, input#ten-goi)')]
      .filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.9).map(one => one.outerHTML)""")
    assert low == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(page).response["violations"] == []


@pytest.mark.browser
def test_without_javascript_the_paper_form_is_offered(visit: Visit) -> None:
    page = visit(FAMILY, java_script_enabled=False)
    assert page.get_by_text("không chạy JavaScript").is_visible()
    assert page.locator(".tb-add").is_hidden()


def test_home_and_topics_lead_to_them(site: Path) -> None:
    assert 'href="so-gia-dinh/"' in (site / "index.html").read_text("utf-8")
    assert 'href="../so-gia-dinh/"' in (site / "con-chau/index.html").read_text("utf-8")
    assert "so-gia-dinh" not in (site / "an-toan/index.html").read_text("utf-8")


def test_the_page_leads_to_the_form_of_paper_and_says_what_that_says(tmp_path: Path) -> None:
    files = {f"docs/mau/{file.name}": file.read_bytes() for file in (ROOT / "docs/mau").glob("*.md")}
    forms, _ = read_forms(files)
    course = replace(a_course.course(tmp_path), forms=forms)
    made = notebooks.content(notebooks.MENTOR, course, Links(depth=1, directory_urls=True))
    assert 'href="../mau/so-dai-su-so/"' in made
    paper = files["docs/mau/so-dai-su-so.md"].decode()
    options = read_config(ROOT / "mkdocs.yml", {})[0]
    assert options
    assert len(options.skills) == 7
    assert all(f"- [ ] {key}. {said}\n" in paper for key, said in options.skills.items())


def test_a_course_without_groups_of_skills_ticks_lessons(tmp_path: Path) -> None:
    course = a_course.course(tmp_path)
    made = notebooks.content(notebooks.MENTOR, course, Links(depth=1, directory_urls=True))
    assert all(lesson.title in made for lesson in course.lessons.values())
    skilled = course.options.model_copy(update={"skills": {"h": "Băng bó"}})
    made = notebooks.content(
        notebooks.MENTOR, replace(course, options=skilled), Links(depth=1, directory_urls=True)
    )
    assert "Băng bó" in made
