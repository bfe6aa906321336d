"""What a reader of a finished PDF hears: words and descriptions of pictures in the order of its tags, page by
page.

Painting goes another way: floats and placed boxes are drawn after the words around them.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_BEGIN, _END = "\ue000", "\ue001"
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+")
_DEEPEST = 60


def heard(document: pypdfium2.PdfDocument) -> str:
    """All of it, folded; empty for a PDF without tags."""
    return "".join(piece for page in document for piece in _page(page))


def folded(text: str) -> str:
    """NFC without white space and signs without ink: lines break anywhere, and extractors differ about
    spaces.

    The hyphen that ends a line (“ki-”, “ốt”) is told by pdfium as U+0002; no sheet hyphenates, so it is the
    word's own.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\x02", "-")))


def described(text: str) -> str:
    """How the description of a picture stands in what is heard."""
    return f"{_BEGIN}{folded(text)}{_END}"


def utf16(ask: Callable[..., int], *about: Any) -> str:
    """A text that pdfium writes into a buffer, in UTF-16."""
    size = ask(*about, None, 0)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    ask(*about, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _page(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        words = _words(page)
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            if child:
                yield from _element(child, words, 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(element: Any, words: dict[int, str], depth: int) -> Iterator[str]:
    alt = utf16(pdfium.FPDF_StructElement_GetAltText, element)
    if alt:
        yield described(alt)
        return  # what stands in a picture is part of it
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child and depth < _DEEPEST:
            yield from _element(child, words, depth + 1)
        elif not child:
            yield words.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index), "")


def _words(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The words of a page by the number of their mark."""
    found: dict[int, list[str]] = {}
    holder = page.get_textpage()
    try:
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            number = _mark(item)
            if number is not None:
                found.setdefault(number, []).append(utf16(pdfium.FPDFTextObj_GetText, item.raw, holder.raw))
    finally:
        holder.close()
    return {number: folded("".join(pieces)) for number, pieces in found.items()}


def _mark(item: Any) -> int | None:
    for index in range(pdfium.FPDFPageObj_CountMarks(item.raw)):
        number = ctypes.c_int(-1)
        if pdfium.FPDFPageObjMark_GetParamIntValue(
            pdfium.FPDFPageObj_GetMark(item.raw, index), b"MCID", number
        ):
            return number.value
    return None
