"""Every rule on every lesson and page. What a rule finds in a lesson by itself is remembered; rules that look
around are asked each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache, partial

from tungbuoc.lesson import grammar
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.text import LONGEST, read_text
from tungbuoc.lint.catalogue import CATALOGUE
from tungbuoc.lint.data import PATHS, Data
from tungbuoc.lint.project import Project
from tungbuoc.lint.rule import FORMS, Around, Context, Found
from tungbuoc.lint.rules import RULES, WIDE_RULES

SILENCEABLE = frozenset({*RULES, *WIDE_RULES, "K12"})
# Pages that are no lesson, some of them for editors and about sources: letters, private data, links, HTML,
# marks.
_ON_EVERY_PAGE = re.compile("[AUX]..|D0[12389]|D1[13]|R0[1-6]|S13|S17|S2[0-2]")
# How Vietnamese is spelt, written plainly and read aloud; what words like «bấm» and «mời» say of a step.
_OF_VIETNAMESE = re.compile("D..|S0[1-9]|S1[0-7]|U..|G1[0-8]|N..")
OF_TRANSLATIONS = frozenset(
    code
    for code in CATALOGUE
    if re.fullmatch("A..|D01|G06|G09|G10|G12|G2[0-2]|H0[3-8]|R0[1345]|S2[02]|U0[1-7]|X..", code)
)
"""What shapes a page or a sheet, and what must stand in none, in whatever language it is."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def judge(
    project: Project,
    data: Data,
    lessons: tuple[Lesson, ...],
    pages: tuple[Lesson, ...],
    translations: tuple[Lesson, ...] = (),
) -> Iterator[Problem]:
    """What the rules find in `lessons`, those for every page in `pages` and those of every language in
    `translations`; `data` is what the project's data files say."""
    around = _around(project, lessons)
    common = (
        project.course.model_dump_json() if project.course else "",
        {path: project.files.get(path) for path in PATHS},
        project.today.isoformat(),
    )
    spoken = _codes(project.course.words.language if project.course else "vi")
    for which, codes in (
        (lessons, spoken),
        (pages, spoken & _page_codes()),
        (translations, OF_TRANSLATIONS),
    ):
        for lesson in which:
            if lesson.source:
                page = which is pages and not lesson.path.startswith(FORMS)
                context = Context(lesson, project.course, data, project.today, page)
                key = (project.files[lesson.path], lesson.path, page, codes, *common)
                yield from project.recall("judged", key, partial(_near, context, codes))
                yield from _wide(context, codes, around)


def _codes(language: str) -> frozenset[str]:
    """The rules for lessons in this language: in another than ours, those of Vietnamese are off."""
    return frozenset(code for code in CATALOGUE if language == "vi" or not _OF_VIETNAMESE.fullmatch(code))


def _page_codes() -> frozenset[str]:
    return frozenset(filter(_ON_EVERY_PAGE.fullmatch, CATALOGUE))


def _near(context: Context, codes: Collection[str]) -> list[Problem]:
    return [
        _told(context, code, found)
        for code, rule in RULES.items()
        if code in codes
        for found in rule(context)
    ]


def _wide(context: Context, codes: Collection[str], around: Around) -> Iterator[Problem]:
    for code, rule in WIDE_RULES.items():
        if code in codes:
            yield from (_told(context, code, found) for found in rule(context, around))


def _told(context: Context, code: str, found: Found) -> Problem:
    severity = CATALOGUE[code].severity
    return Problem(context.lesson.path, found.line, code, found.text, found.fix, severity)


def _around(project: Project, lessons: tuple[Lesson, ...]) -> Around:
    pictures = {
        path: content
        for path, content in project.files.items()
        if path.lower().endswith(_PICTURES) and len(content) <= LONGEST
    }
    return Around(lessons, project.sizes, pictures, _anchors_in(project.files))


def _anchors_in(files: Mapping[str, bytes]) -> Callable[[str], frozenset[str] | None]:
    def anchors(page: str) -> frozenset[str] | None:
        return _anchors(files[page]) if page in files and page.endswith(".md") else None

    return anchors


@lru_cache(maxsize=512)
def _anchors(content: bytes) -> frozenset[str]:
    """Ids that the headings of a Markdown page have: the key of a step, else the slug of its text."""
    found = set()
    text = read_text(content, "")
    for line in "" if isinstance(text, Problem) else text.split("\n"):
        level, text = grammar.heading(line)
        if level:
            bare, key = grammar.split_key(text)
            found |= {slugify(re.sub(r"[*`]", "", bare)), key or ""}
    return frozenset(found - {""})
