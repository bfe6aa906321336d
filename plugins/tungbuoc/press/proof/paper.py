"""Ink on paper: nothing outside the printable area, no grey text, none smaller than its format allows, every
font embedded.

A letter that the font lacks never gets so far: the engine complains, and the press tells it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, cast

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name

from tungbuoc.permalink.address import DRAFT_MARK
from tungbuoc.press.papers import SAFE

_SLACK_MM = 0.3
_MM = 25.4 / 72
_DARKEST_GREY = 0.15
"""85 % black: the lightest grey that text may have."""
_WHITE = 0.999
_SHOWS = ("Tj", "TJ", "'", '"')
_DRAWING = "/Figure"
DRAWN = 8.5
"""Points: the smallest words inside a drawn screen, where the format asks for no larger ones."""
_ROUNDING = 0.06


def check(data: bytes, smallest: float = 0.0, drawn: float = DRAWN, safe: float = SAFE) -> list[str]:
    """What is wrong with the ink of a PDF whose words should be `smallest` pt or more, those inside drawn
    screens `drawn`, and stand `safe` mm from every edge."""
    said = list(_outside(data, safe))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said += _fonts(pdf)
        for number, page in enumerate(pdf.pages, start=1):
            told = [
                *_stream(page.obj, page.obj.get("/Resources"), 0.0, set()),
                *_small(page.obj, smallest, drawn),
            ]
            said += [f"trang {number}: {one}" for one in dict.fromkeys(told)]
    return said


def _outside(data: bytes, safe: float) -> Iterator[str]:
    """Words whose letters stand too close to an edge: many printers leave them out."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            text = page.get_textpage()
            edge = (safe - _SLACK_MM) / _MM
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                if left < edge or bottom < edge or right > width - edge or top > height - edge:
                    words = text.get_text_bounded(left, bottom, right, top).strip()
                    if words and words != DRAFT_MARK:  # the mark of a build that nobody is to hand out
                        yield f"trang {number}: chữ «{words[:40]}» nằm ngoài vùng in an toàn {safe:g} mm"
            text.close()
    finally:
        document.close()


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor:
            if not any(f"/FontFile{kind}" in thing for kind in ("", "2", "3")):
                yield f"phông {thing.get('/FontName')} không nhúng"
            if "Noto" not in str(thing.get("/FontName")):
                yield f"có chữ không phải Noto Sans: {thing.get('/FontName')}"


def _instructions(holder: Any) -> Iterator[tuple[Any, Any]]:
    """A content stream as pairs of operands and operator."""
    yield from cast("Iterable[tuple[Any, Any]]", pikepdf.parse_content_stream(holder))


def _stream(holder: Any, resources: Any, grey: float, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Walk one content stream and the forms it draws, watching the colour of text."""
    stack: list[float] = []
    for operands, operator in _instructions(holder):
        name = str(operator)
        if name == "q":
            stack.append(grey)
        elif name == "Q":
            grey = stack.pop() if stack else 0.0
        elif name in ("g", "rg", "sc", "scn") and operands and not isinstance(operands[-1], Name):
            grey = sum(float(value) for value in operands) / len(operands)
        elif name in _SHOWS and _DARKEST_GREY < grey < _WHITE:
            yield f"có chữ xám, chỉ {round((1 - grey) * 100)} % đen"
        elif name == "Do":
            yield from _form(resources, str(operands[0]), grey, seen)


def _small(page: Any, smallest: float, drawn: float) -> Iterator[str]:
    """Words of a page set smaller than `smallest` pt, inside a drawing than `drawn`."""
    scale, text, size, stack, inside = 1.0, 1.0, 0.0, list[float](), list[str]()
    for operands, operator in _instructions(page):
        name = str(operator)
        if name == "q":
            stack.append(scale)
        elif name == "Q":
            scale = stack.pop() if stack else 1.0
        elif name == "cm":
            scale *= _grown(operands)
        elif name == "Tm":
            text = _grown(operands)
        elif name == "Tf":
            size = float(operands[1])
        elif name in ("BMC", "BDC"):
            inside.append(str(operands[0]))
        elif name == "EMC" and inside:
            inside.pop()
        elif name in _SHOWS:
            least = drawn if _DRAWING in inside else smallest
            if size * text * scale < least - _ROUNDING:
                yield f"có chữ chỉ {size * text * scale:.1f} pt, nhỏ nhất phải {least:g} pt"


def _grown(matrix: Any) -> float:
    """How much larger a transformation makes things, whichever way it turns them."""
    a, b, c, d = (float(value) for value in matrix[:4])
    return float(abs(a * d - b * c) ** 0.5)


def _form(resources: Any, name: str, grey: float, seen: set[tuple[int, int]]) -> Iterator[str]:
    form = resources.get("/XObject", Dictionary()).get(name) if resources is not None else None
    if form is None or form.get("/Subtype") != Name.Form or form.objgen in seen:
        return
    seen.add(form.objgen)
    yield from _stream(form, form.get("/Resources", resources), grey, seen)
