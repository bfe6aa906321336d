"""A lesson's scan and its finished tree → the galley that goes to the press. Nothing here touches a disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from tungbuoc.lesson import grammar
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.galley import (
    Answer,
    Drawn,
    Galley,
    GalleySection,
    GalleyStep,
    Imprint,
    Pair,
    PlanItem,
    Question,
)
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.said import said
from tungbuoc.lesson.screens import PRINT, alt, draw
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink.address import DRAFT_MARK, Site
from tungbuoc.web.tree import HtmlPart, Tree, split_dash

_MINUTES = re.compile(r"^(\d+) (?:phút|minutes?):\s*")
# A button by its name, or by what it does where every bank's app names it otherwise.
_PRESSING = re.compile(r"\*\*“[^”]+”\*\*|\b(?:[Bb]ấm|[Cc]hạm|[Pp]ress|[Tt]ap)\b")
_HREF = re.compile(r'(<a\b[^>]*\bhref=")([^"]*)"')
_PICTURE = re.compile(r'(src=\\")docs/')
_SRC = re.compile(r'(<img\b[^>]*\bsrc=")([^"]*)"')


def imprint(site: Site, site_name: str) -> Imprint:
    """What every sheet says of its origin before its first edition."""
    draft = DRAFT_MARK if site.draft else ""
    return Imprint(site_name=site_name, shown=site.shown, url=site.url, draft=draft)


def build(
    lesson: Lesson,
    tree: Tree,
    *,
    topic: Topic,
    site: Site,
    url: str,
    stamp: Imprint,
    glossary: Mapping[str, str],
    wording: Wording,
) -> Galley:
    """`url` is the lesson page's address below the site's; `glossary` explains the new words. Needs a
    readable front matter."""
    front = lesson.front
    if front is None:
        raise ValueError(f"{lesson.path} has no readable front matter")
    parts = {grammar.kind_of(part.title): part for part in tree.parts}
    by_ident = {part.ident: part for part in tree.parts}
    keys = {step.key for step in lesson.steps}
    steps = tuple(
        _step(step, step.key, by_ident[step.key], site, url, wording)
        for step in lesson.steps
        if step.key in by_ident and step.key
    )
    return Galley(
        code=front.code, title=lesson.title, path=lesson.path, url=url, imprint=stamp,
        topic=topic.title, topic_letter=topic.letter, audience=front.audience, minutes=front.minutes,
        wording=wording, reader=_reader(lesson) or wording.reader,
        skills=front.skills, facts=front.facts,
        words=tuple((word, glossary.get(word, "")) for word in front.words),
        reviewed=front.reviewed.isoformat(), review_by=front.review_by.isoformat(),
        tried=(
            f"{front.tried.date.isoformat()}, {front.tried.app}, {front.tried.phone}"
        ) if front.tried else "",
        phones_differ=_phones_differ(lesson),
        steps=steps,
        sections=tuple(_section(part, site, url) for part in tree.parts if part.ident not in keys),
        said=said(lesson), pairs=_pairs(parts.get(grammar.TROUBLE)), quiz=_quiz(parts.get(grammar.QUIZ)),
        plan=_plan(parts.get(grammar.TRAINER)),
    )  # fmt: skip


def _phones_differ(lesson: Lesson) -> bool:
    """Does the lesson have something pressed on a phone? A course of other things touches them too."""
    drawn = [block.screen for step in lesson.steps for block in step.screens if block.screen]
    pressed = any(_PRESSING.search(text.raw) for step in lesson.steps for text in step.body.texts())
    return pressed and any(not screen.beside_the_phone for screen in drawn)


def _reader(lesson: Lesson) -> str:
    section = lesson.section(grammar.OUTCOMES)
    return grammar.reader_in(section.title) if section else ""


def printable(fragment: str, site: Site, url: str) -> str:
    """A fragment of the page at `url`: links made absolute, pictures turned into paths below the project's
    root."""
    linked = _HREF.sub(lambda found: f'{found[1]}{urljoin(site.url + url, found[2])}"', fragment)
    return _SRC.sub(lambda found: f'{found[1]}{urljoin(f"docs/{url}", found[2])}"', linked)


def at_home(galley: Galley, docs: str) -> Galley:
    """The galley with its path and pictures below the folder that the project calls `docs`; inside they
    are below `docs/`."""
    if docs == "docs":
        return galley
    said = _PICTURE.sub(rf"\1{docs}/", galley.model_dump_json())
    twins = tuple(at_home(twin, docs) for twin in galley.translations)
    return Galley.model_validate_json(said).model_copy(
        update={"path": docs + galley.path.removeprefix("docs"), "translations": twins}
    )


def _step(step: Step, key: str, part: HtmlPart, site: Site, url: str, wording: Wording) -> GalleyStep:
    screens = tuple(_drawn(step, i, wording) for i, block in enumerate(step.screens) if block.screen)
    return GalleyStep(
        number=step.number, key=key, title=step.title, html=printable(part.html, site, url),
        screens=screens, payload=site.payload(key), typed=site.typed(key),
    )  # fmt: skip


def _drawn(step: Step, index: int, wording: Wording) -> Drawn:
    screen = step.screens[index].screen
    assert screen is not None
    drawing = draw(screen, PRINT, ident=f"s{step.key}-{index}", words=wording)
    return Drawn(
        svg=drawing.svg,
        alt=alt(screen, wording),
        width=drawing.width,
        height=drawing.height,
        on=screen.on or "",
    )


def _section(part: HtmlPart, site: Site, url: str) -> GalleySection:
    items = tuple(printable(item, site, url) for item in part.items)
    return GalleySection(
        kind=grammar.kind_of(part.title), title=part.title, html=printable(part.html, site, url), items=items
    )


def _pairs(part: HtmlPart | None) -> tuple[Pair, ...]:
    halves = [split_dash(item) for item in part.items] if part else []
    return tuple(Pair(trouble=trouble, answer=answer) for trouble, answer in halves)


def _quiz(part: HtmlPart | None) -> tuple[Question, ...]:
    return tuple(
        Question(html=question, answers=tuple(_answer(said, right) for said, right in answers))
        for question, answers in (part.questions if part else ())
    )


def _answer(said: str, right: bool) -> Answer:
    words, reason = split_dash(said)
    return Answer(html=words, right=right, reason=reason)


def _plan(part: HtmlPart | None) -> tuple[PlanItem, ...]:
    """The lines of the plan, when every one of them says its minutes."""
    found = [(_MINUTES.match(item), item) for item in (part.items if part else ())]
    plan = tuple(PlanItem(minutes=int(match[1]), html=item[match.end() :]) for match, item in found if match)
    return plan if len(plan) == len(found) else ()
