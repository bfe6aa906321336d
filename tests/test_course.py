"""The lessons of `docs/` on paper: the first wave is whole, and each sheet keeps to its sides of A4."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import markdown
import pypdfium2
import pytest
from tests.press.galleys import order

from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lint.check import scans
from tungbuoc.lint.project import read_project
from tungbuoc.permalink.address import read_site
from tungbuoc.press import formats, gate, making, plan
from tungbuoc.press.bind import book
from tungbuoc.press.order import Order
from tungbuoc.press.typeset import rendering
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web import forms
from tungbuoc.web.galleys import build, imprint
from tungbuoc.web.tree import Tree

ROOT = Path(__file__).parents[1]
PROJECT = read_project(ROOT, today=dt.date(2026, 11, 21), environ={})
_FEWEST_WORDS = 60
"""What a side of large print says at the least, foot and draft mark (about 25 words) included: fewer is
paper for a line left over."""
FORMS, _ = forms.read_forms(PROJECT.files)
assert PROJECT.course
WORDS = PROJECT.course.words
FORMATS = formats.load(ROOT / "print/formats", root=ROOT, words=WORDS).known
LESSONS = {found.lesson.code: found.lesson for found in scans(PROJECT).values()}


def galley(lesson: Lesson) -> Galley:
    """The galley that a build would hand to the press, without MkDocs."""
    trees: list[Tree] = []
    markdown.markdown(
        to_markdown(lesson),
        extensions=[TungBuocExtension(sink=trees.append), "toc"],
        extension_configs={"toc": {"slugify": slugify}},
    )
    topic = PROJECT.course.topic_of(lesson.path.removeprefix("docs/"))
    assert topic
    site = read_site("")
    return build(
        lesson,
        trees[-1],
        topic=topic,
        site=site,
        url="bai/",
        stamp=imprint(site, "Từng Bước"),
        glossary={},
        wording=WORDS,
    )


def test_the_first_wave_is_whole() -> None:
    topics = {letter: sorted(code for code in LESSONS if code[0] == letter) for letter in "EBA"}
    assert topics == {
        letter: [f"{letter}{n}" for n in range(1, most + 1)]
        for letter, most in (("E", 8), ("B", 7), ("A", 6))
    }


def test_a_lesson_that_says_press_says_that_phones_differ() -> None:
    """D3 names no button, since every bank's app names it otherwise; B1 happens at a counter."""
    assert [galley(LESSONS[code]).phones_differ for code in ("B2", "D3", "B1")] == [True, True, False]


def passed(code: str, name: str) -> bytes:
    """The lesson's PDF in a format, which the gate lets through."""
    report, data = making.split(making.make(order(galley(LESSONS[code]), FORMATS[name])))
    assert {what: found for what in ("refused", "missing", "hidden") if (found := report.get(what))} == {}
    return data


@pytest.mark.press
@pytest.mark.parametrize("code", sorted(LESSONS))
def test_a_sheet_has_two_sides_or_three_for_seven_steps(code: str) -> None:
    pdf = passed(code, "lesson-sheet")
    assert len(pypdfium2.PdfDocument(pdf)) == (2 if len(LESSONS[code].steps) <= 6 else 3)


@pytest.mark.press
@pytest.mark.parametrize("name", ["large-print", "trainer-plan"])
@pytest.mark.parametrize("code", sorted(LESSONS))
def test_what_goes_with_a_sheet_keeps_to_its_sides(code: str, name: str) -> None:
    """The gate refuses one side more than the format allows, and would tell it only at the next whole
    build."""
    sides = pypdfium2.PdfDocument(passed(code, name))
    assert not FORMATS[name].pages or len(sides) <= FORMATS[name].pages
    said = [len(side.get_textpage().get_text_range().split()) for side in sides]
    assert name != "large-print" or min(said) >= _FEWEST_WORDS


@pytest.mark.press
@pytest.mark.parametrize("letter", ["A", "E", "G"])
def test_no_side_of_a_booklet_holds_only_what_is_to_be_remembered(letter: str) -> None:
    """Lessons follow one another, and the last words of each stand together."""
    galleys = tuple(galley(LESSONS[code]) for code in sorted(LESSONS) if code[0] == letter)
    handout = plan.Handout(letter, galleys[0].topic, FORMATS["booklet"], galleys)
    pdf = making.pressed(Order(handout, ROOT / "print/formats", ROOT))
    report = gate.check(pdf, gate.promise(galleys, FORMATS["booklet"]))
    assert (report.missing, report.hidden) == ((), ())
    sides = [side.get_textpage().get_text_range() for side in pypdfium2.PdfDocument(pdf)]
    assert all("Nếu không được" in said for said in sides if "Nhớ ba điều" in said)


@pytest.mark.press
def test_the_front_of_the_course_book_holds_all_topics() -> None:
    galleys = [galley(LESSONS[code]) for code in sorted(LESSONS)]
    entries = [book.ContentsEntry(one, 3, tuple(3 for _ in one.steps)) for one in galleys]
    wanted = order(galleys[0], FORMATS["course-book"])
    pdf = rendering.press(wanted, handout=wanted.handout, entries=entries, part="front", after=300)
    assert gate.check(pdf, gate.Promise((), (), ())).hidden == ()


@pytest.mark.press
@pytest.mark.parametrize("path", sorted(FORMS))
def test_a_form_has_room_for_a_pen(path: str) -> None:
    """Empty cells are 10 mm high or more, boxes to tick 6 mm."""
    form = FORMS[path]
    trees: list[Tree] = []
    body = to_markdown(scan(form.body, form.path).lesson)
    markdown.markdown(
        body,
        extensions=[TungBuocExtension(sink=trees.append), "toc"],
        extension_configs={"toc": {"slugify": slugify}},
    )
    site = read_site("")
    made = forms.build(
        form, trees[-1], site=site, url="mau/", stamp=imprint(site, "Từng Bước"), wording=WORDS
    )
    wanted = order(made, FORMATS[form.front.form])
    document = rendering.laid_out(wanted, handout=wanted.handout)
    tall: dict[str, list[float]] = {"cell": [], "tick": []}
    for box in (
        box
        for page in document.pages
        for box in rendering.boxes(page._page_box)
        if hasattr(getattr(box, "element", None), "tag")
    ):
        empty = not "".join(box.element.itertext()).strip("\u2060 \n\u00a0")
        kind = (
            "cell"
            if box.element.tag == "td" and empty
            else "tick"
            if box.element.get("class") == "tick"
            else ""
        )
        if kind and type(box).__name__ not in ("LineBox", "TextBox"):  # the words inside are lower
            tall[kind].append(box.border_height() * 25.4 / 96)
    assert [height for height in tall["cell"] if height < 9.95] == []
    assert [height for height in tall["tick"] if height < 5.95] == []
