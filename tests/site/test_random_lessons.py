"""For lessons by the dice: every word that was typed stands on the page, on the code pages and on the paper
that promises it, and no mark is left over."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from tests.offline import a_course
from tests.random_lesson import Written, written
from tests.small_course import ROOT

from tungbuoc.lesson import grammar
from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.slugs import slugify
from tungbuoc.press import formats, pressing
from tungbuoc.press.formats import Format
from tungbuoc.press.gate import heard
from tungbuoc.press.plan import Plan, has
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web import codepages, composing, pages
from tungbuoc.web.course import Course
from tungbuoc.web.tree import Tree
from tungbuoc.works import pool

SEEDS = st.integers(0, 2**32)
ON_PAPER_ALONE = (grammar.LOUDSPEAKER, grammar.POSTER, grammar.LEAFLET, grammar.WORKSHEET)
MARKS = re.compile(r"\*\*|~~|\]\(|\{#|- \[|\|\s*-{3}|```")
PATH = "an-toan/mot.md"


def read(lesson: Written, root: Path) -> tuple[Course, Galley, str]:
    """The course of this one lesson, its galley and its page."""
    found = scan(lesson.source, f"docs/{PATH}", hosts=())
    assert found.problems == ()
    assert not [odd for part in found.lesson.parts() for odd in part.body.odd]
    plain = a_course.course(root)
    course = Course(
        root=root, docs=root / "docs", options=plain.options, site=plain.site, site_name="Từng Bước",
        serving=False, lessons={PATH: found.lesson}, problems=(), ledger=plain.ledger, glossary={},
        urls={PATH: "an-toan/mot/"},
    )  # fmt: skip
    trees: list[Tree] = []
    engine = Markdown(extensions=[TocExtension(slugify=slugify), TungBuocExtension(sink=trees.append)])
    engine.convert(to_markdown(found.lesson))
    galley = composing.compose(course, PATH, "an-toan/mot/", trees[0])
    assert galley
    return course, galley, pages.content(course, PATH, "an-toan/mot/", "", galley)


def letters(text: str) -> str:
    """Without white space, which every reader of pages and paper takes otherwise."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", unicodedata.normalize("NFC", text))


def shown(page: str) -> str:
    """The letters of a page, without scripts and styles."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return letters(html.unescape(re.sub(r"<[^>]+>", "", bare)))


def stand_in_order(said: Iterable[str], text: str) -> None:
    at = 0
    for words in said:
        place = text.find(letters(words), at)
        assert place >= 0, f"“{words}” is not there, or not in its order"
        at = place + len(letters(words))


@given(SEEDS)
@settings(max_examples=60)
def test_every_word_is_on_the_page_and_on_the_code_pages(seed: int) -> None:
    lesson = written(seed)
    course, galley, page = read(lesson, Path("/khong-co"))
    text = shown(page)
    assert letters(lesson.title) in text
    for kind, said in lesson.said.items():
        if kind not in ON_PAPER_ALONE:
            stand_in_order(said, text)
    stand_in_order((words for step in lesson.steps for words in (step.title, *step.said)), text)
    for words in (*lesson.reasons, *(words for step in lesson.steps for words in step.drawn)):
        assert letters(words) in text
    assert not MARKS.search(html.unescape(re.sub(r"<[^>]+>", "", page)))
    made = dict(codepages.of_lesson(course, PATH, galley, directory_urls=True))
    for step in lesson.steps:
        code_page = shown(made[f"{step.key}/index.html"])
        stand_in_order((step.title, *step.said), code_page)
        assert all(letters(words) in code_page for words in step.drawn)


@pytest.mark.press
@pytest.mark.slow
@given(SEEDS)
@settings(max_examples=2, phases=(Phase.explicit, Phase.generate))
def test_every_word_is_on_the_paper_that_promises_it(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Of each lesson every sheet, each word where the format says it prints that part."""
    lesson, root = written(seed), tmp_path_factory.mktemp("press")
    _, galley, _ = read(lesson, root)
    known = formats.load(ROOT / "print/formats", root=ROOT).known
    names = [name for name, one in known.items() if one.per in ("lesson", "topic") and has(galley, one)]
    report = pressing.run(
        [galley], formats_dir=ROOT / "print/formats", out_dir=root / "in", cache_dir=root / "cache",
        root=root, plan=Plan(formats=tuple(names)), runner=here,
    )  # fmt: skip
    assert [problem for problem in report.problems if problem.severity == "error"] == []
    assert {one.format.name for one in report.handouts} >= {name for name in names if known[name].alone}
    for one in report.handouts:
        seen, said = paper(root / "in" / one.path)
        for words in promised(lesson, one.format):
            assert letters(words) in letters(seen) or letters(words) in said, f"{one.path}: “{words}”"
        assert not MARKS.search(seen), one.path


def here(*asked: object, **how: object) -> list[pool.Outcome[bytes]]:
    """The jobs of a run, all in this process: starting others costs more than a few sheets."""
    return pool.run(*asked, few=1000, **how)  # type: ignore[arg-type]


def promised(lesson: Written, format: Format) -> Iterable[str]:
    for kind in format.sections:
        yield from lesson.said.get(kind, ())
    if grammar.QUIZ in format.sections and "wrong reasons" not in format.leaves_out:
        yield from lesson.reasons
    for step in lesson.steps:
        yield from (step.title,) if {"words", "titles"} & set(format.steps) else ()
        yield from step.said if "words" in format.steps else ()
        yield from step.drawn if "screens" in format.steps else ()


def paper(file: Path) -> tuple[str, str]:
    """What stands on the pages, and what is heard: a line of two columns is read across by the first, while
    words in drawings are seen alone."""
    document = pypdfium2.PdfDocument(file)
    try:
        seen = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        return seen.replace("\x02", "-"), heard.heard(document)
    finally:
        document.close()
