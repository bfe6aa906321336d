"""The gate: a pressed PDF is opened again and must hold every sentence and every code that its galley promised.

A print engine that loses text does so without an error (one peer loses 81 %); nothing leaves the house unread.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tungbuoc.lesson import grammar
from tungbuoc.press.filling import best_step
from tungbuoc.press.formats import Format
from tungbuoc.press.galley import Galley, GalleySection, GalleyStep
from tungbuoc.press.refusal import Fault

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|div|dt|dd|blockquote)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][”\"’)])\s+|\n")
_SVG_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TO_FILL_IN = re.compile(r"_{4,}|\[ \]|\u2060")
_SPACE = re.compile(r"[\s\u00ad\u200b\u2060]+")
_SCAN_DPI = 150
_PICTURE_PX = 420


@dataclass(frozen=True, slots=True)
class Promise:
    """What must stand on the paper: `sentences` and `codes` (payloads), each with the place it is told under."""

    sentences: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the opened PDF was: its pages, everything missing, what nobody could read or see, a PNG of its first page."""

    pages: int
    missing: tuple[Fault, ...]
    hidden: tuple[Fault, ...]
    picture: bytes


def promise(galleys: Sequence[Galley], format: Format) -> Promise:
    """Everything that this format must show of these galleys."""
    sentences: list[tuple[str, str]] = []
    codes: list[tuple[str, str]] = []
    for galley in galleys:
        if format.titled:
            sentences.append((galley.code, galley.title))
        for kind in format.sections:
            section = galley.section(kind)
            sentences += [(f"phần «{section.title}»", said) for said in _of_section(galley, section)] if section else []
        for step in galley.steps:
            place = f"Bước {step.number} ({step.key})"
            sentences += [(place, said) for said in _of_step(step, format)]
            if "codes" in format.steps:
                codes.append((place, step.payload))
        if "one code" in format.steps and galley.steps:
            codes.append((f"Bước {galley.steps[0].number}", galley.steps[0].payload))
        if "best code" in format.steps and galley.steps:
            step = best_step(galley, "".join(section.html for name in format.needs if (section := galley.section(name))))
            codes.append((f"Bước {step.number}", step.payload))
        if galley.form:
            sentences += [(f"phần «{section.title or 'mở đầu'}»", said) for section in galley.sections for said in sentences_of(section.html)]
    return Promise(tuple(sentences), tuple(codes))


def check(data: bytes, wanted: Promise) -> Report:
    """Open a PDF and look for what was promised. Raises `pypdfium2.PdfiumError` for what is no PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        text = folded("".join(_text_of(page) for page in document))
        missing = [Fault(f"{place}: thiếu câu «{said}»", said) for place, said in wanted.sentences if folded(said) not in text]
        found = set(_codes(document)) if wanted.codes else set()
        lost = [(place, payload) for place, payload in wanted.codes if payload not in found]
        missing += [Fault(f"{place}: mã QR {payload} không đọc được trên giấy", payload.rstrip("/").rpartition("/")[2]) for place, payload in lost]
        return Report(len(document), tuple(dict.fromkeys(missing)), tuple(_hidden(document)), _picture(document[0]))
    finally:
        document.close()


def sentences_of(fragment: str) -> Iterator[str]:
    """The sentences of an HTML fragment as plain text, pictures and tags left out."""
    plain = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", fragment)))
    plain = _TO_FILL_IN.sub("\n", plain)
    yield from (said.strip() for said in _SENTENCE_END.split(plain) if said and said.strip(" \u2060"))


def folded(text: str) -> str:
    """NFC without any white space: lines break anywhere, and extractors differ about spaces."""
    return _SPACE.sub("", unicodedata.normalize("NFC", text))


def _hidden(document: Any) -> Iterator[Fault]:
    """What nobody could read or see, the same on several pages told once."""
    from tungbuoc.press import ink

    pages: dict[Fault, list[int]] = {}
    for number, page in enumerate(document, start=1):
        for fault in ink.faults(page):
            pages.setdefault(fault, []).append(number)
    for fault, numbers in pages.items():
        yield Fault(f"Trang {', '.join(map(str, numbers))}: {fault.text}", fault.near)


def _of_step(step: GalleyStep, format: Format) -> Iterator[str]:
    if "words" in format.steps or "titles" in format.steps:
        yield step.title
    if "words" in format.steps:
        yield from sentences_of(step.html)
    if "screens" in format.steps:
        for drawn in step.screens:
            yield from (html.unescape(_TAG.sub("", said)).strip() for said in _SVG_TEXT.findall(drawn.svg))
    if "codes" in format.steps:
        yield step.typed


def _of_section(galley: Galley, section: GalleySection) -> Iterator[str]:
    """The sentences of a section; where its parts are set apart on paper, those parts."""
    if section.kind == grammar.TROUBLE and galley.pairs:
        fragments = [part for pair in galley.pairs for part in (pair.trouble, pair.answer)]
    elif section.kind == grammar.QUIZ and galley.quiz:
        fragments = [part for question in galley.quiz for part in (question.html, *(answer.html for answer in question.answers))]
        fragments += [answer.reason for question in galley.quiz for answer in question.answers if answer.right]
    elif section.kind == grammar.TRAINER and galley.plan:
        fragments = [item.html for item in galley.plan]
    else:
        fragments = [section.html]
    for fragment in fragments:
        yield from sentences_of(fragment)


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


def _codes(document: object) -> Iterator[str]:
    import zxingcpp

    for page in document:  # type: ignore[attr-defined]
        picture = page.render(scale=_SCAN_DPI / 72, grayscale=True).to_numpy()
        for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
            yield code.text
