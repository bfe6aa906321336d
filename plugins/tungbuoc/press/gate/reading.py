"""The gate: a pressed PDF is opened again and must hold, in order, every sentence and code that its lesson
promises.

What is promised comes from the lesson's tree (`lesson.said`) and from what a format says it prints, never
from what filled it.

A print engine that loses text does so without an error (one peer loses 81 %); nothing leaves the house
unread.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.said import Said, SaidPart, What
from tungbuoc.press.formats import Format
from tungbuoc.press.gate import heard
from tungbuoc.press.papers import UNPRINTABLE
from tungbuoc.press.refusal import Fault
from tungbuoc.press.typeset.filling import best_step

_SVG_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LEFT_OUT: dict[str, What] = {"titles": "title", "wrong reasons": "wrong reason"}
_KEY: tuple[What, ...] = ("right answer", "right reason")
_SCAN_DPI = 150
_PICTURE_PX = 420


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must stand on the paper, or the description of a picture; `place`, `path` and `line` tell
    where they come from."""

    text: str
    place: str
    path: str
    line: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What must stand on the paper: `parts`, each in its order; `drawn` words somewhere; `codes` by their
    payload."""

    parts: tuple[tuple[Piece, ...], ...]
    drawn: tuple[Piece, ...]
    codes: tuple[Piece, ...]
    unprintable: float = UNPRINTABLE
    """What the printer leaves white at every edge, in mm."""


@dataclass(frozen=True, slots=True)
class GateReport:
    """What the opened PDF was: its pages, everything missing, what nobody could read or see, a PNG of its
    first page."""

    pages: int
    missing: tuple[Fault, ...]
    hidden: tuple[Fault, ...]
    picture: bytes


def promise(galleys: Sequence[Galley], format: Format) -> Promise:
    """Everything that this format says it prints, of everything that these lessons and forms say."""
    parts = [part for galley in galleys for part in _parts(galley, format) if part]
    if format.per == "translation":
        parts = [_with_one_picture(part, galleys[0].path) for part in parts]
    drawn = [piece for galley in galleys for piece in _drawn(galley, format)]
    return Promise(
        tuple(parts),
        tuple(drawn),
        tuple(piece for galley in galleys for piece in _promised_codes(galley, format)),
        format.size.unprintable,
    )


def check(data: bytes, wanted: Promise, *, copied: range = range(0)) -> GateReport:
    """Open a PDF and look for what was promised. Raises `pypdfium2.PdfiumError` for what is no PDF.

    Pages of `copied` (from 0) stand as they did when they passed alone: their words are heard again, since
    joining makes the tags anew, but their codes and their ink are not looked at twice.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        seen = heard.folded("".join(_text_of(page) for page in document))
        missing = [*_missing(heard.heard(document), seen, wanted)]
        new = [number for number in range(len(document)) if number not in copied]
        if wanted.codes and not copied:
            found = {code for number in new for code in _codes(document[number])}
            missing += [
                _fault(piece, f"mã QR {piece.text} không đọc được trên giấy")
                for piece in wanted.codes
                if piece.text not in found
            ]
        return GateReport(
            len(document),
            tuple(dict.fromkeys(missing)),
            tuple(_hidden(document, new, wanted.unprintable)),
            _picture(document[0]),
        )
    finally:
        document.close()


def _with_one_picture(part: tuple[Piece, ...], path: str) -> tuple[Piece, ...]:
    """Words in their order, then the pictures of the lesson at `path`: both languages share those."""
    pictures = [piece for piece in part if piece.picture and piece.path == path]
    return (*(piece for piece in part if not piece.picture), *pictures)


def _parts(galley: Galley, format: Format) -> Iterator[tuple[Piece, ...]]:
    if format.titled:
        yield (Piece(galley.title, galley.code, galley.path, 1),)
    for part in galley.said:
        if part.kind == grammar.STEPS:
            yield _of_step(galley, part, format)
        elif galley.form:
            title = Said(part.line, part.title, "title")
            yield from _of_section(galley, part, (title, *part.said), format)
        elif part.kind in format.sections:
            yield from _of_section(galley, part, part.said, format)


def _of_step(galley: Galley, part: SaidPart, format: Format) -> tuple[Piece, ...]:
    place = f"Bước {part.number} ({part.key})"
    said = [Said(part.line, part.title)] if {"words", "titles"} & set(format.steps) else []
    said += part.said if "words" in format.steps else ()
    screens = next((step.screens for step in galley.steps if step.key == part.key), ())
    said += [Said(part.line, drawn.alt, "picture") for drawn in screens if "screens" in format.steps]
    return tuple(_piece(galley, place, one) for one in said)


def _of_section(
    galley: Galley, part: SaidPart, said: Sequence[Said], format: Format
) -> Iterator[tuple[Piece, ...]]:
    """The section in its order; the reasons of a quiz, which stand in the key with the right answers, in
    theirs."""
    place = f"phần «{part.title or 'mở đầu'}»"
    left_out = {_LEFT_OUT[name] for name in format.leaves_out}
    kept = [one for one in said if one.what not in left_out and one.text]
    yield tuple(_piece(galley, place, one) for one in kept if one.what != "right reason")
    yield tuple(_piece(galley, place, one) for one in kept if one.what in _KEY)


def _piece(galley: Galley, place: str, said: Said) -> Piece:
    return Piece(said.text, place, galley.path, said.line, said.what == "picture")


def _drawn(galley: Galley, format: Format) -> Iterator[Piece]:
    """Words in drawn screens and addresses to type: paper only, so their place is the step."""
    lines = {part.key: part.line for part in galley.said}
    for step in galley.steps:
        place, line = f"Bước {step.number} ({step.key})", lines.get(step.key, 1)
        if "screens" in format.steps:
            for drawn in step.screens:
                for words in _SVG_TEXT.findall(drawn.svg):
                    yield Piece(html.unescape(_TAG.sub("", words)).strip(), place, galley.path, line)
        if "codes" in format.steps:
            yield Piece(step.typed, place, galley.path, line)


def _promised_codes(galley: Galley, format: Format) -> Iterator[Piece]:
    lines = {part.key: part.line for part in galley.said}
    steps = list(galley.steps) if "codes" in format.steps else []
    if galley.steps and "one code" in format.steps:
        steps.append(galley.steps[0])
    if galley.steps and "best code" in format.steps:
        steps.append(
            best_step(
                galley, "".join(section.html for name in format.needs if (section := galley.section(name)))
            )
        )
    for step in steps:
        yield Piece(step.payload, f"Bước {step.number}", galley.path, lines.get(step.key, 1))


def _missing(said: str, seen: str, wanted: Promise) -> Iterator[Fault]:
    """What is not there, or not in its order; `said` is what a reader hears, empty without tags, `seen`
    all letters."""
    for part in wanted.parts:
        at = 0
        for piece in part:
            looked_for = heard.described(piece.text) if piece.picture else heard.folded(piece.text)
            found = said.find(looked_for, at)
            if found >= 0:
                at = found + len(looked_for)
            elif looked_for in said:
                yield _fault(piece, f"câu «{piece.text}» đứng sai chỗ")
            elif said or (not piece.picture and looked_for not in seen):
                yield _fault(piece, f"thiếu {'lời tả hình' if piece.picture else 'câu'} «{piece.text}»")
    for piece in wanted.drawn:
        if heard.folded(piece.text) not in seen:
            yield _fault(piece, f"thiếu câu «{piece.text}»")


def _fault(piece: Piece, text: str) -> Fault:
    return Fault(f"{piece.place}: {text}", path=piece.path, line=piece.line)


def _hidden(document: Any, numbers: Sequence[int], unprintable: float) -> Iterator[Fault]:
    """What nobody could read or see, the same on several pages told once."""
    from tungbuoc.press.gate import ink

    pages: dict[Fault, list[int]] = {}
    for number in numbers:
        for fault in ink.faults(document[number], unprintable):
            pages.setdefault(fault, []).append(number + 1)
    for fault, found in pages.items():
        yield Fault(f"Trang {', '.join(map(str, found))}: {fault.text}", fault.near)


def _text_of(page: object) -> str:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()


def _picture(page: object) -> bytes:
    """The page as a small PNG in sixteen greys, about 8 kB."""
    scale = _PICTURE_PX / max(page.get_size())  # type: ignore[attr-defined]
    drawn = page.render(scale=scale, grayscale=True).to_pil().quantize(16)  # type: ignore[attr-defined]
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _codes(page: Any) -> Iterator[str]:
    import zxingcpp

    picture = page.render(scale=_SCAN_DPI / 72, grayscale=True).to_numpy()
    for code in zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    ):
        yield code.text
