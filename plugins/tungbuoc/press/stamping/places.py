"""Room for a team, left while a sheet is pressed: every element with `data-team="13"` (the largest size of
its words, in pt) becomes a form on the page, an artifact with a label and dots to write on. A stamp draws
that form anew.

A finisher for WeasyPrint's `write_pdf`; knows its boxes and pydyf's objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pydyf

from tungbuoc.lesson.wording import Wording
from tungbuoc.press.stamping import font
from tungbuoc.press.stamping.append import FORM_KEY
from tungbuoc.press.stamping.layout import PHONE, SMALLEST, Room

ATTRIBUTE = "data-team"
_NAME, _ONE_LINE = "{Team}:", 3200
_PT, _GAP, _DOT = 0.75, 400, 280


def lay(document: Any, pdf: pydyf.PDF, face_file: Path, words: Wording) -> None:
    """Put a form into every marked box, its labels in the course's words; a sheet without one gets no font
    either."""
    found = [(number, *one) for number, page in enumerate(document.pages) for one in _marked(page)]
    if not found:
        return
    cut = font.face(face_file)
    reference = _font(pdf, cut)
    forms: dict[Room, str] = {}
    for number, room, x, y in found:
        page = pdf.objects[int(pdf.page_references[number].split(b" ", 1)[0])]
        resources = pdf.objects[int(page["Resources"].split(b" ", 1)[0])]
        if room not in forms:
            forms[room] = f"Team{len(forms)}"
            form = _form(room, cut, reference, words)
            pdf.add_object(form)
            resources["XObject"][forms[room]] = form.reference
        content = pdf.objects[int(page["Contents"].split(b" ", 1)[0])]
        # WeasyPrint leaves its matrix changed: closed in q … Q, the form stands where it should.
        content.stream.insert(0, b"q")
        content.stream.append(
            f"Q /Artifact BMC q 1 0 0 1 {x:.2f} {y:.2f} cm /{forms[room]} Do Q EMC".encode()
        )


def _marked(page: Any) -> Iterator[tuple[Room, float, float]]:
    """The room inside every marked box of a page, and its lower left corner in points."""
    seen = set()
    for box in _boxes(page._page_box):
        element = box.element
        if hasattr(element, "get") and element.get(ATTRIBUTE) and id(element) not in seen:
            seen.add(id(element))  # the block itself comes before what is in it
            room = Room(
                round(box.width * _PT * 100),
                round(box.height * _PT * 100),
                round(float(element.get(ATTRIBUTE)) * 10),
            )
            yield room, box.content_box_x() * _PT, (page.height - box.content_box_y() - box.height) * _PT


def _boxes(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _form(room: Room, cut: font.Typeface, reference: bytes, words: Wording) -> pydyf.Stream:
    """The form as it is until somebody stamps: to be written in by hand."""
    extra = {
        "Type": "/XObject", "Subtype": "/Form", FORM_KEY: room.size,
        "BBox": pydyf.Array([0, 0, round(room.width / 100, 2), round(room.height / 100, 2)]),
        "Resources": pydyf.Dictionary({"Font": pydyf.Dictionary({"T": reference})}),
    }  # fmt: skip
    return pydyf.Stream([" ".join(_blank(room, cut, words)).encode()], pydyf.Dictionary(extra), compress=True)


def _blank(room: Room, cut: font.Typeface, words: Wording) -> Iterator[str]:
    name, phone = words.say(_NAME), words.say(PHONE)
    size = min(room.size, max(SMALLEST, room.height // 40))
    if room.height < _ONE_LINE:
        cut_at = room.width * 66 // 100
        yield from _line(name, 0, cut_at - _GAP, room.height // 3, size, cut)
        yield from _line(phone, cut_at, room.width, room.height // 3, size, cut)
    else:
        yield from _line(name, 0, room.width, room.height * 3 // 5, size, cut)
        yield from _line(phone, 0, room.width, room.height // 8, size, cut)


def _line(label: str, left: int, right: int, y: int, size: int, cut: font.Typeface) -> Iterator[str]:
    """A label and dots to write on up to `right`."""
    said = label.encode("utf-16-be").hex()
    yield f"BT /T {size / 10:g} Tf 1 0 0 1 {left / 100:g} {y / 100:g} Tm <{said}> Tj ET"
    begin = left + sum(cut.widths[letter] for letter in label) * size // 100 + _GAP
    yield (
        f"q 1.4 w 1 J [0 {_DOT / 100:g}] 0 d {begin / 100:g} {y / 100:g} m {right / 100:g} {y / 100:g} l S Q"
    )


def _font(pdf: pydyf.PDF, cut: font.Typeface) -> bytes:
    """The font's objects; returns the reference to it."""
    program = _added(pdf, pydyf.Stream([cut.data], {"Length1": len(cut.data)}, compress=True))
    glyphs = _added(pdf, pydyf.Stream([font.to_glyphs(cut)], compress=True))
    unicode = _added(pdf, pydyf.Stream([font.to_unicode(cut)], compress=True))
    descriptor = _added(pdf, pydyf.Dictionary({
        "Type": "/FontDescriptor", "FontName": f"/{font.NAME}", "Flags": 4, "FontBBox": pydyf.Array(cut.box),
        "ItalicAngle": 0,
        "Ascent": cut.ascent, "Descent": cut.descent, "CapHeight": 714, "StemV": 140, "FontFile2": program,
    }))  # fmt: skip
    widths = pydyf.Array(
        [item for letter in cut.widths for item in (ord(letter), pydyf.Array([cut.widths[letter]]))]
    )
    system = pydyf.Dictionary(
        {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    )
    inner = _added(pdf, pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": f"/{font.NAME}", "CIDSystemInfo": system,
        "FontDescriptor": descriptor,
        "CIDToGIDMap": glyphs, "DW": 600, "W": widths,
    }))  # fmt: skip
    return _added(pdf, pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/Type0", "BaseFont": f"/{font.NAME}", "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([inner]), "ToUnicode": unicode,
    }))  # fmt: skip


def _added(pdf: pydyf.PDF, made: pydyf.Object) -> bytes:
    pdf.add_object(made)
    return bytes(made.reference)
