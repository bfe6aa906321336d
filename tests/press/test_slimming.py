"""Dissolving bare layers of the tag tree changes nothing that is read aloud."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.press.galleys import form, lesson, order

from tungbuoc.press import formats
from tungbuoc.press.typeset import rendering

pytestmark = pytest.mark.press

ROOT = Path(__file__).parents[2]
KNOWN = formats.load(ROOT / "print/formats").known
LAYERS = {"/Span", "/Div", "/NonStruct"}


def _heard(element: pikepdf.Object, around: str = "") -> Iterator[tuple[str, str, object]]:
    """Every mark and annotation in reading order: the role that matters around it, its page, itself; and
    every alternative text."""
    role = around if str(element.S) in LAYERS else f"{around}{element.S}"
    if "/Alt" in element:
        yield role, "alt", str(element.Alt)
    for kid in element.get("/K", pikepdf.Array()):
        if isinstance(kid, int):
            yield role, str(element.Pg.objgen), kid
        elif "/S" in kid:
            yield from _heard(kid, role)
        else:
            yield role, "annotation", str(kid.Obj.get("/A", kid.Obj.get("/Dest", "")))


def _pressed(name: str) -> pikepdf.Pdf:
    galley = form("K1") if KNOWN[name].per == "form" else lesson("E1", 3)
    return pikepdf.open(io.BytesIO(rendering.press(order(galley, KNOWN[name]))))


@pytest.mark.parametrize("name", ["lesson-sheet", "quiz", "timetable"])
def test_the_slim_tree_says_the_same_with_fewer_elements(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slim = _pressed(name)
    monkeypatch.setattr(rendering, "slim", lambda document, pdf: None)
    whole = _pressed(name)
    said = [
        [
            (role, kind if kind in ("alt", "annotation") else "", one)
            for role, kind, one in _heard(pdf.Root.StructTreeRoot.K[0])
        ]
        for pdf in (slim, whole)
    ]
    assert said[0] == said[1]
    assert len(said[0]) >= 10
    count = [
        sum(isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem" for one in pdf.objects)
        for pdf in (slim, whole)
    ]
    assert count[0] < 0.8 * count[1]


def test_every_mark_on_a_page_leads_to_the_element_that_holds_it() -> None:
    pdf = _pressed("lesson-sheet")
    pairs = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = {int(number): value for number, value in zip(pairs[::2], pairs[1::2], strict=True)}
    for page in pdf.pages:
        for mark, element in enumerate(tree[int(page.obj.StructParents)]):
            assert mark in list(element.K), mark
            assert element.Pg.objgen == page.obj.objgen
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            assert any(
                getattr(kid, "Obj", None) == link
                for kid in tree[int(link.StructParent)].K
                if not isinstance(kid, int)
            )
