"""PDF/UA facts that can be checked here: language, title, tags, alternative texts, reading order, no
heading left behind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from tungbuoc.press.bind.structure import elements

_HEADINGS = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}


def check(data: bytes, language: str) -> list[str]:
    """What a screen reader would stumble over in a sheet that is written in `language` (vi, en)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["không có thẻ đọc (tags)"]
        return [*_facts(pdf, language), *_alternatives(pdf), *_order(pdf)]


def _facts(pdf: Pdf, language: str) -> Iterator[str]:
    if str(pdf.Root.get("/Lang", "")) != language:
        yield f"không ghi tờ này bằng tiếng gì (Lang {language})"
    if not pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "không đánh dấu là có thẻ (Marked)"
    if not pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "không hiện tên tờ trên cửa sổ (DisplayDocTitle)"
    with pdf.open_metadata() as meta:
        if not meta.get("dc:title"):
            yield "không có tên tờ (title)"
        if str(meta.get("pdfuaid:part")) != "1":
            yield "không tự nhận là PDF/UA-1"
    if any("/StructParents" not in page.obj for page in pdf.pages):
        yield "có trang không nối với cây thẻ"


def _alternatives(pdf: Pdf) -> Iterator[str]:
    for element in elements(pdf.Root.StructTreeRoot):
        if element.S == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "có hình không có lời thay thế"


def _order(pdf: Pdf) -> Iterator[str]:
    """Marks read in the order of the tree: pages never go back, and a heading is followed on its own page."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    heard = [
        (pages[element.Pg.objgen], _role(element))
        for element in elements(pdf.Root.StructTreeRoot)
        if "/Pg" in element and _marks(element)
    ]
    for (page, role), (following, next_role) in pairwise(heard):
        if following < page:
            yield f"thứ tự đọc quay ngược từ trang {page} về trang {following}"
        if role in _HEADINGS and following != page and next_role not in _HEADINGS:
            yield f"trang {page} kết thúc bằng một đề mục"


def _marks(element: Object) -> list[int]:
    kids = element.get("/K", Array())
    return [int(kid) for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, int)]


def _role(element: Object) -> str:
    """The role of the nearest heading around a mark, else its own."""
    holder: Object | None = element
    for _ in range(4):
        if holder is None or "/S" not in holder:
            break
        if str(holder.S) in _HEADINGS:
            return str(holder.S)
        holder = holder.get("/P")
    return str(element.S)
