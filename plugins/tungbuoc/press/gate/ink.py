"""Where everything stands on a page: no words under a picture or a box, nothing cut, nothing off the paper.

Looks at the objects of a finished page as any reader of PDFs sees them. What is tagged `Figure` is a picture,
a drawn screen or a code; what is an artifact (stones, roads, rules, frames) is decoration and may run off the
edge.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tungbuoc.press.gate.heard import utf16
from tungbuoc.press.papers import UNPRINTABLE
from tungbuoc.press.refusal import Fault

_MM = 72 / 25.4
_EDGE_SLACK = 0.2
_TOUCHING = 0.8 * _MM
_NEAR_A_DRAWING = 2.0 * _MM
"""The box around a hand that points is wider than the hand."""
_UNDER_PICTURE, _UNDER_WORDS = 0.3, 0.45
_CUT = 0.7 * _MM
_SCAN_DPI, _SHOWN = 72, 40
_FIGURE = "Figure"
PICTURE = "!["
"""How a picture begins in a lesson."""


@dataclass(frozen=True, slots=True)
class Rect:
    """In points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Never negative."""
        return max(0.0, self.right - self.left)

    @property
    def height(self) -> float:
        """Never negative."""
        return max(0.0, self.top - self.bottom)

    def common(self, other: Rect) -> Rect:
        """What both cover; without width or height when they do not meet."""
        return Rect(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def around(self, other: Rect) -> Rect:
        """What holds both."""
        return Rect(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of a page in the order of painting: `whole` as it was drawn, `seen` what its clip leaves
    of it."""

    order: int
    kind: int
    figure: int | None
    whole: Rect
    seen: Rect
    object: Any

    @property
    def words(self) -> bool:
        """Words that are no part of a picture."""
        return self.kind == pdfium.FPDF_PAGEOBJ_TEXT and self.figure is None


@dataclass(frozen=True, slots=True)
class Picture:
    """All of a picture, and the places of its parts: between them words may stand. A photo is one part, a
    drawing many."""

    all: Rect
    parts: tuple[Rect, ...]

    def meets(self, where: Rect, high: float) -> bool:
        """Does any part cover more than `high` points of that place?"""
        wide = _TOUCHING if len(self.parts) == 1 else _NEAR_A_DRAWING
        return _meet(self.all, where, high, wide) and any(
            _meet(part, where, high, wide) for part in self.parts
        )


def faults(page: pypdfium2.PdfPage, unprintable: float = UNPRINTABLE) -> list[Fault]:
    """What nobody could read or see on this page; its printer leaves `unprintable` mm white at every edge."""
    things = list(_things(page))
    words = [thing for thing in things if thing.words]
    pictures = _pictures(things)
    said = [*_off(page, unprintable, words, pictures), *_cut(page, things), *_covered(page, words, pictures)]
    said += _painted_over(page, words, [thing for thing in things if _fills(thing)])
    return list(dict.fromkeys(said))


def _things(page: pypdfium2.PdfPage) -> Iterator[Thing]:
    for order, item in enumerate(page.get_objects(max_depth=1)):
        whole = Rect(*item.get_bounds())
        clip = _clip(item)
        yield Thing(order, item.type, _figure(item), whole, whole.common(clip) if clip else whole, item)


def _pictures(things: Sequence[Thing]) -> list[Picture]:
    """Every picture by its mark; a drawing is many objects."""
    found: dict[int, list[Rect]] = {}
    for thing in things:
        if thing.figure is not None and thing.seen.width and thing.seen.height:
            found.setdefault(thing.figure, []).append(thing.seen)
    return [Picture(reduce(Rect.around, parts), tuple(parts)) for parts in found.values()]


def _off(
    page: pypdfium2.PdfPage, unprintable: float, words: Sequence[Thing], pictures: Sequence[Picture]
) -> Iterator[Fault]:
    width, height = page.get_size()
    white = (unprintable - _EDGE_SLACK) * _MM
    paper = Rect(white, white, width - white, height - white)
    edge = f"ở mép giấy hoặc ngoài giấy, máy in không in tới ({unprintable:g} mm)"
    for thing in words:
        if thing.whole.common(paper) != thing.whole and (said := _text(page, thing)):
            yield Fault(f"chữ «{said}» nằm {edge}", said)
    for picture in pictures:
        if picture.all.common(paper) != picture.all:
            yield Fault(f"một hình nằm {edge}", PICTURE)


def _cut(page: pypdfium2.PdfPage, things: Sequence[Thing]) -> Iterator[Fault]:
    for thing in things:
        lost = max(thing.whole.width - thing.seen.width, thing.whole.height - thing.seen.height)
        if lost > _CUT and thing.words and (said := _text(page, thing)):
            yield Fault(f"chữ «{said}» bị khung cắt", said)
        elif lost > _CUT and thing.kind == pdfium.FPDF_PAGEOBJ_IMAGE and thing.figure is not None:
            yield Fault("một hình bị khung cắt", PICTURE)


def _covered(page: pypdfium2.PdfPage, words: Sequence[Thing], pictures: Sequence[Picture]) -> Iterator[Fault]:
    for thing in words:
        if any(picture.meets(thing.whole, _UNDER_PICTURE * thing.whole.height) for picture in pictures) and (
            said := _text(page, thing)
        ):
            yield Fault(f"hình và chữ «{said}» đè lên nhau", said)
    for one, other in combinations(pictures, 2):
        if any(one.meets(part, _TOUCHING) for part in other.parts):
            yield Fault("hai hình đè lên nhau", PICTURE)
    yield from _words_on_words(page, words)


def _words_on_words(page: pypdfium2.PdfPage, words: Sequence[Thing]) -> Iterator[Fault]:
    upwards = sorted(words, key=lambda thing: thing.whole.bottom)
    for index, one in enumerate(upwards):
        for other in upwards[index + 1 :]:
            if other.whole.bottom >= one.whole.top:
                break
            if _meet(one.whole, other.whole, _UNDER_WORDS * min(one.whole.height, other.whole.height)):
                first, second = (
                    _text(page, thing) for thing in sorted((one, other), key=lambda thing: thing.order)
                )
                if first and second:
                    yield Fault(f"chữ «{first}» và chữ «{second}» đè lên nhau", second)


def _meet(one: Rect, other: Rect, high: float, wide: float = _TOUCHING) -> bool:
    across, up = (
        min(one.right, other.right) - max(one.left, other.left),
        min(one.top, other.top) - max(one.bottom, other.bottom),
    )
    return across > wide and up > high


def _painted_over(page: pypdfium2.PdfPage, words: Sequence[Thing], boxes: Sequence[Thing]) -> Iterator[Fault]:
    """Words with a filled box painted after them: it may be a mere frame, so the page is looked at with
    and without it."""
    for box in boxes:
        under = [
            thing
            for thing in words
            if thing.order < box.order and _meet(thing.whole, box.seen, _UNDER_PICTURE * thing.whole.height)
        ]
        if under:
            with_it = _inked(page)
            pdfium.FPDFPageObj_SetIsActive(box.object.raw, False)
            without = _inked(page)
            pdfium.FPDFPageObj_SetIsActive(box.object.raw, True)
            for thing in under:
                if _differs(page, with_it, without, thing.whole) and (said := _text(page, thing)):
                    yield Fault(f"một ô che chữ «{said}»", said)


def _inked(page: pypdfium2.PdfPage) -> Any:
    return page.render(scale=_SCAN_DPI / 72, grayscale=True).to_numpy()


def _differs(page: pypdfium2.PdfPage, one: Any, other: Any, where: Rect) -> bool:
    high = page.get_size()[1]
    rows, columns = (
        slice(int(high - where.top), int(high - where.bottom) + 1),
        slice(int(where.left), int(where.right) + 1),
    )
    return bool((one[rows, columns] != other[rows, columns]).any())


def _fills(thing: Thing) -> bool:
    if thing.kind != pdfium.FPDF_PAGEOBJ_PATH or thing.figure is not None:
        return False
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(thing.object.raw, fill, stroke)
    return bool(fill.value)


def _figure(item: Any) -> int | None:
    """The number of the mark that makes an object part of a picture."""
    for index in range(pdfium.FPDFPageObj_CountMarks(item.raw)):
        mark = pdfium.FPDFPageObj_GetMark(item.raw, index)
        name, size, number = (pdfium.FPDF_WCHAR * 16)(), ctypes.c_ulong(), ctypes.c_int(-1)
        pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size)
        if bytes(name)[: max(0, size.value - 2)].decode("utf-16-le") == _FIGURE:
            pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number)
            return number.value
    return None


def _clip(item: Any) -> Rect | None:
    """The box that all clips of an object leave, or None when nothing clips it."""
    clip = pdfium.FPDFPageObj_GetClipPath(item.raw)
    found: Rect | None = None
    for index in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
        points = [_point(clip, index, at) for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, index))]
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            box = Rect(min(across), min(up), max(across), max(up))
            found = found.common(box) if found else box
    return found


def _point(clip: Any, path: int, at: int) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
    return x.value, y.value


def _text(page: pypdfium2.PdfPage, thing: Thing) -> str:
    """The words of a text object, shortened."""
    holder = page.get_textpage()
    try:
        return " ".join(utf16(pdfium.FPDFTextObj_GetText, thing.object.raw, holder.raw).split())[:_SHOWN]
    finally:
        holder.close()
