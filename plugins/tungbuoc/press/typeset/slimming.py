"""The tree of tags without layers that say nothing.

WeasyPrint hangs a Span on every run of text and a Div on every box. A reader for the blind hears no
difference without them, and they are more than half of a sheet's objects: what joining, imposing and opening
a book costs.
"""

from __future__ import annotations

from typing import Any

import pydyf

_LAYERS = {"/Span", "/Div", "/NonStruct"}
_PLAIN = {"Type", "S", "P", "Pg", "K"}
# What may hold text itself, and what may hold other elements of any kind (ISO 32000-1, 14.8.4).
_OF_TEXT = {
    "/P",
    "/H1",
    "/H2",
    "/H3",
    "/H4",
    "/H5",
    "/H6",
    "/LBody",
    "/Lbl",
    "/TD",
    "/TH",
    "/Caption",
    "/Link",
    "/Span",
}
_OF_ELEMENTS = _OF_TEXT | {"/Document", "/Part", "/Art", "/Sect", "/Div", "/NonStruct"}


def slim(_document: object, pdf: pydyf.PDF) -> None:
    """Dissolve bare layers into what is around them, in place; a finisher for WeasyPrint's `write_pdf`."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    gone: dict[bytes, bytes] = {}
    for top in root["K"]:
        _settle(pdf, _at(pdf, top), gone)
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    for place, value in enumerate(numbers):
        if isinstance(value, list):
            value[:] = [_holder(one, gone) for one in value]
        elif isinstance(value, bytes):
            numbers[place] = _holder(value, gone)


def _settle(pdf: pydyf.PDF, element: Any, gone: dict[bytes, bytes]) -> None:
    """Give `element` the kids of its dissolved kids; `gone` learns who holds their marks now."""
    kids: list[Any] = []
    for kid in element["K"]:
        child = _element(pdf, kid)
        if child is None:
            kids.append(kid)
            continue
        _settle(pdf, child, gone)
        inner = child["K"]
        if not _dissolves(pdf, child, inner, element):
            kids.append(kid)
            continue
        for one in inner:
            grandchild = _element(pdf, one)
            if grandchild is not None:
                grandchild["P"] = element.reference
        kids += inner
        gone[child.reference] = element.reference
        child.clear()  # the object keeps its number, with nothing in it and nothing leading to it
    element["K"][:] = kids


def _dissolves(pdf: pydyf.PDF, child: Any, inner: list[Any], around: Any) -> bool:
    """A bare layer whose kids may stand in `around`; marks belong to a page, so they only move to an
    element of theirs."""
    if child["S"] not in _LAYERS or not child.keys() <= _PLAIN:
        return False
    marks = any(_element(pdf, one) is None for one in inner)
    if marks and (around["S"] not in _OF_TEXT or around.get("Pg") != child.get("Pg")):
        return False
    return around["S"] in _OF_ELEMENTS or not inner


def _element(pdf: pydyf.PDF, kid: Any) -> Any | None:
    """The structure element that a kid refers to; None for a mark on the page or an annotation."""
    target = _at(pdf, kid) if isinstance(kid, bytes) else None
    return target if target is not None and target.get("Type") == "/StructElem" else None


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split(b" ", 1)[0])]


def _holder(reference: Any, gone: dict[bytes, bytes]) -> Any:
    while reference in gone:
        reference = gone[reference]
    return reference
