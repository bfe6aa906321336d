"""Every need that the movement names has something of ours that serves it: a lesson, a print, a page, a pack,
a feature.

`needs.yml` is the table. The prints are those that a build of this project makes; `shown` names features that
`tests/site/test_features.py` looks for in a really built site.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from tests.site.features import FEATURES
from tests.test_course import LESSONS, PROJECT, galley

from tungbuoc import project
from tungbuoc.lesson.galley import Galley
from tungbuoc.press import formats, making, plan
from tungbuoc.press.order import Order
from tungbuoc.press.packs import lines
from tungbuoc.web.forms import read_forms

ROOT = Path(__file__).parents[1]
ROWS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/needs.yml").read_text("utf-8"))
KEYS = {"need", "lessons", "prints", "pages", "packs", "shown", "not_done"}


@cache
def packs() -> dict[str, Any]:
    """The named sets of mkdocs.yml."""

    class Loader(yaml.SafeLoader):
        """Reads `!ENV` as the last of its list."""

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=Loader)
    options = next(entry["tungbuoc/handouts"] for entry in config["plugins"] if "tungbuoc/handouts" in entry)
    return dict(options["packs"])


@cache
def printed() -> frozenset[str]:
    """`E1/lesson-sheet` for all that a build of the course prints by default or for a pack."""
    known = formats.load(ROOT / "print/formats", root=ROOT).known
    named = {name: (tuple(pack["formats"]), tuple(pack.get("lessons", ()))) for name, pack in packs().items()}
    wanted = plan.Plan(packs=named)
    lessons = [galley(lesson) for lesson in LESSONS.values()]
    made = {f"{one.code}/{one.format.name}" for one in plan.handouts(lessons, known, wanted)}
    forms, problems = read_forms(PROJECT.files)
    assert problems == []
    blank = {
        f"{form.front.code}/{name}"
        for form in forms.values()
        if form.front.form in known
        for name in ("*", form.front.form)
    }
    return frozenset(made | blank)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["need"])[:40])
def test_the_need_is_served(row: dict[str, Any]) -> None:
    assert set(row) <= KEYS
    serving = [key for key in ("lessons", "prints", "pages", "packs", "shown") if row.get(key)]
    assert bool(serving) != bool(row.get("not_done")), "served, or listed with the reason why not"
    assert set(row.get("lessons", ())) <= set(LESSONS)
    assert set(row.get("prints", ())) <= printed(), set(row.get("prints", ())) - printed()
    assert all((ROOT / "docs" / page).is_file() for page in row.get("pages", ()))
    assert set(row.get("packs", ())) <= set(packs())
    assert set(row.get("shown", ())) <= set(FEATURES)


def test_every_occasion_finds_its_sheets() -> None:
    reading = project.read(ROOT, today=dt.date(2026, 11, 22), environ={})
    assert reading.handouts
    wanted = reading.handouts.plan
    lessons = [galley(lesson) for lesson in LESSONS.values()]
    made = {(one.code, one.format.name) for one in plan.handouts(lessons, reading.formats, wanted)}
    forms = {form.front.form for form in reading.forms.values()}
    assert len(wanted.occasions) >= 8
    for occasion in wanted.occasions:
        for need in occasion.needs:
            assert need.lessons or occasion.pick or need.format in forms, (occasion.name, need)
            assert {(code, need.format) for code in need.lessons} <= made, (occasion.name, need)


def test_no_two_prints_have_one_name_in_a_chat() -> None:
    reading = project.read(ROOT, today=dt.date(2026, 11, 22), environ={})
    assert reading.handouts
    lessons = [galley(lesson) for lesson in LESSONS.values()]
    shown = [one.shown for one in plan.handouts(lessons, reading.formats, reading.handouts.plan)]
    assert len(set(shown)) == len(shown) > 300


@pytest.mark.press
def test_every_pack_has_a_cover_of_one_side_that_says_whom_each_sheet_is_for() -> None:
    known = formats.load(ROOT / "print/formats", root=ROOT).known
    named = {name: (tuple(pack["formats"]), tuple(pack.get("lessons", ()))) for name, pack in packs().items()}
    lessons = [galley(lesson) for lesson in LESSONS.values()]
    blank = [
        Galley(
            code=form.front.code,
            title=form.title,
            path=path,
            url="",
            imprint=lessons[0].imprint,
            form=form.front.form,
        )
        for path, form in read_forms(PROJECT.files)[0].items()
    ]
    made = plan.handouts([*lessons, *blank], known, plan.Plan(packs=named))
    covers = [one for one in made if one.pack]
    assert {one.title for one in covers} == set(named)
    for cover in covers:
        said = lines(cover, [(one, one.format.pages or 2) for one in made])
        assert [line.goes_to for line in said if not line.goes_to] == []
        pdf = making.pressed(Order(cover, ROOT / "print/formats", ROOT, lines=said))
        assert len(pypdfium2.PdfDocument(pdf)) == 1, cover.title
