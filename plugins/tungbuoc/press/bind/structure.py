"""Tagged PDFs joined into one that is still tagged: structure trees, parent trees, header IDs and
annotations.

Each source's Document element becomes a Part of the new one, in order. Page and annotation numbers are
shifted, so every mark on a page still finds its element; IDs get the part's number in front, so that two
tables never share one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_TREE = "/StructTreeRoot"


@dataclass(frozen=True, slots=True)
class BoundPart:
    """One PDF to join and its name in the tree; `tables` False says it holds no table, which spares a walk
    through its tree."""

    title: str
    data: bytes
    tables: bool = True


def join(parts: Sequence[BoundPart]) -> tuple[Pdf, list[int]]:
    """The joined PDF, still open, and on which page (from 0) each part begins. Raises `pikepdf.PdfError`
    for a broken part."""
    made = pikepdf.new()
    document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    numbers: list[tuple[int, Object]] = []
    names: list[tuple[bytes, Object]] = []
    starts: list[int] = []
    shift, page = 0, 0
    for index, part in enumerate(parts):
        source = pikepdf.open(io.BytesIO(part.data))
        starts.append(page)
        # Numbered in the source: looking pages up in a growing book costs more with every page.
        for one in source.pages:
            _renumber(one, shift)
            page += 1
        made.pages.extend(source.pages)
        if _TREE in source.Root:
            top, used = _graft(made, source, document, shift, numbers)
            top.T = String(part.title)
            if part.tables:
                for element in elements(top):
                    _rename(element, f"{index}.", names)
            shift += used
    root = made.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([document])))
    document.P = root
    root.ParentTree = made.make_indirect(
        Dictionary(Nums=_flat([(number, value) for number, value in sorted(numbers, key=lambda one: one[0])]))
    )
    root.ParentTreeNextKey = shift
    if names:
        root.IDTree = made.make_indirect(
            Dictionary(
                Names=_flat([(String(name), value) for name, value in sorted(names, key=lambda one: one[0])])
            )
        )
    made.Root.StructTreeRoot = root
    made.Root.MarkInfo = Dictionary(Marked=True)
    return made, starts


def elements(tree: Object) -> Iterator[Object]:
    """Every structure element below `tree`, in reading order."""
    kids = tree.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _flat(pairs: Sequence[tuple[object, Object]]) -> Array:
    """Keys and values in turn, as number trees and name trees want them."""
    return Array([entry for pair in pairs for entry in pair])


def _graft(
    made: Pdf, source: Pdf, document: Object, shift: int, numbers: list[tuple[int, Object]]
) -> tuple[Object, int]:
    """Hang one source's tree under `document`; returns its top and how many numbers it used."""
    tree = source.Root[_TREE]
    top = made.copy_foreign(tree.K[0] if isinstance(tree.K, Array) else tree.K)
    top.S, top.P = Name.Part, document
    document.K.append(top)
    pairs = list(tree.ParentTree.Nums)
    for number, value in zip(pairs[::2], pairs[1::2], strict=True):
        # Only what is indirect can be copied, and an array at once is far cheaper than one by one.
        numbers.append(
            (
                int(number) + shift,
                made.copy_foreign(value if value.is_indirect else source.make_indirect(value)),
            )
        )
    return top, max((int(number) for number in pairs[::2]), default=-1) + 1


def _renumber(page: pikepdf.Page, shift: int) -> None:
    if "/StructParents" in page:
        page.obj.StructParents = int(page.obj.StructParents) + shift
    for annotation in page.get("/Annots", Array()):
        if "/StructParent" in annotation:
            annotation.StructParent = int(annotation.StructParent) + shift


def _rename(element: Object, prefix: str, names: list[tuple[bytes, Object]]) -> None:
    if "/ID" in element:
        name = prefix.encode() + bytes(element.ID)
        element.ID = String(name)
        names.append((name, element))
    attributes = element.get("/A")
    if isinstance(attributes, Dictionary) and "/Headers" in attributes:
        attributes.Headers = Array([String(prefix.encode() + bytes(header)) for header in attributes.Headers])
