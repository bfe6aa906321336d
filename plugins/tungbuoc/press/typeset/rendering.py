"""HTML → PDF with WeasyPrint. Only this module and those that draw pages import it; a worker does so when it
gets work.

One parsed stylesheet for each format and one FontConfiguration a process: half the cost of a sheet otherwise.
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from tungbuoc.lesson.wording import Wording
from tungbuoc.press import shelf
from tungbuoc.press.engine import machine
from tungbuoc.press.formats import extended
from tungbuoc.press.order import Order
from tungbuoc.press.refusal import Fault, RefusedError
from tungbuoc.press.stamping import places
from tungbuoc.press.typeset import markup, sheet, spelling_out
from tungbuoc.press.typeset.fetching import ForbiddenError, fetcher
from tungbuoc.press.typeset.slimming import slim

_MM = 25.4 / 96
_ROUNDS = 4
_LONGEST_ROLL = 3000.0
"""Millimetres; what is longer goes on on another page."""
_NO_GLYPH = re.compile(r'\.notdef glyph .*: "(.*?)"')
_FONTS = (
    "Thay chữ ấy; bài bằng tiếng khác thì cài phông Noto của tiếng ấy (Debian, Ubuntu: «sudo apt install"
    " fonts-noto-core», tiếng Hoa, Nhật, Hàn thì fonts-noto-cjk)."
)
_NAMED = re.compile(r"([^/'\"\s]+\.(?:png|jpe?g|webp|svg|gif))", re.IGNORECASE)
_AT_LINE = re.compile(r" at (\d+):\d+")
_VARIANT = "pdf/ua-1"
spelling_out.install()


def press(order: Order, **more: object) -> bytes:
    """The PDF of one handout; `more` reaches its template. Raises `RefusedError` when a template fails, a
    file was refused or the engine complained."""
    try:
        return _pressed(order, more)
    except ForbiddenError as error:  # no `Exception`: WeasyPrint would swallow one and leave the picture out
        raise RefusedError(str(error), near=error.near) from None


def _pressed(order: Order, more: dict[str, object]) -> bytes:
    with _complaints() as told:
        document = laid_out(order, **more)
        data = document.write_pdf(
            finisher=partial(_finish, order.galley.wording), pdf_variant=_VARIANT, pdf_tags=True
        )
    if told:
        every = "; ".join(dict.fromkeys(fault.text for fault in told))
        raise RefusedError(every, near=told[0].near, fix=told[0].fix)
    assert isinstance(data, bytes)
    return data


def _finish(words: Wording, document: weasyprint.Document, pdf: Any) -> None:
    slim(document, pdf)
    places.lay(document, pdf, machine().fonts[-1], words)


def laid_out(order: Order, **more: object) -> weasyprint.Document:
    """The pages of one handout, before they are written. Raises what `press` raises."""
    if not order.format.rows:
        return _fitted(order, more)
    sizes = order.format.fit or (0.0,)
    drafts = sheet.in_order_of_use([sheet.first_draft(order.galley, order.format, size) for size in sizes])
    best: tuple[weasyprint.Document, sheet.Draft] | None = None
    for draft in drafts:
        made = _settled(order, draft)
        if best is None or sheet.in_order_of_use([best[1], made[1]])[0] is made[1]:
            best = made
        if not made[1].wasteful and made[1].sheets <= draft.sheets:
            break
    assert best is not None
    return best[0]


def _settled(order: Order, draft: sheet.Draft) -> tuple[weasyprint.Document, sheet.Draft]:
    """The document of a draft, laid out again until what was measured asks for what was drawn, and the draft
    that knows where everything stands."""
    html = _drafted(order, draft)
    for _ in range(_ROUNDS):
        document = _render(order, html)
        draft = sheet.next_draft(order.galley, order.format, draft, measures(document))
        drawn, html = html, _drafted(order, draft)
        if html == drawn:
            break
    return document, draft


def _drafted(order: Order, draft: sheet.Draft) -> str:
    return markup.html(order.galley, order.format, order.formats_dir, **sheet.context(order.galley, draft))


def _fitted(order: Order, more: dict[str, object]) -> weasyprint.Document:
    """The document at the largest body size of `fit` that keeps to the format's pages."""
    for html in markup.sizes(order.galley, order.format, order.formats_dir, **more):
        document = _render(order, html)
        if not order.format.pages or len(document.pages) <= order.format.pages:
            break
    return document


def measures(document: weasyprint.Document) -> dict[str, sheet.Measure]:
    """Where every element with `data-measure` came to stand; of one split over pages, where it begins and
    all its height."""
    found: dict[str, sheet.Measure] = {}
    for number, page in enumerate(document.pages):
        here: dict[str, Any] = {}
        for box in boxes(page._page_box):
            if name := _measured(box):
                here.setdefault(name, box)  # the block itself comes before its lines
        for name, box in here.items():
            top, height = round(box.border_box_y() * _MM, 2), round(box.border_height() * _MM, 2)
            before = found.get(name)
            found[name] = (
                sheet.Measure(before.page, before.top, before.height + height)
                if before
                else sheet.Measure(number, top, height)
            )
    return found


def _measured(box: Any) -> str:
    """The name of a box to measure, or nothing."""
    return str(box.element.get("data-measure") or "") if hasattr(box.element, "get") else ""


def boxes(box: Any) -> Iterator[Any]:
    """A box of the engine and all that it holds, in order."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes(child)


def _render(order: Order, html: str) -> weasyprint.Document:
    page = weasyprint.HTML(
        string=html, base_url=order.root.as_uri() + "/", url_fetcher=fetcher(order.root, order.formats_dir)
    )
    names = (*extended(order.formats_dir, order.format.name), order.format.name)
    shared = [file for name, file in shelf.shared(order.formats_dir).items() if name.endswith(".css")]
    own = [shelf.find(order.formats_dir, f"formats/{name}/style.css") for name in names]
    sheets = _stylesheets(
        order.formats_dir, names, order.root, tuple(file.read_bytes() for file in (*shared, *own))
    )
    size = order.format.size

    def on(height: float) -> weasyprint.Document:
        return page.render(
            stylesheets=[*sheets, _paper(size.width, height)],
            font_config=_fonts(),
            pdf_variant=_VARIANT,
            pdf_tags=True,
        )

    document = on(size.height or _LONGEST_ROLL)
    return on(_end(document.pages[0])) if size.roll and len(document.pages) == 1 else document


@lru_cache(maxsize=16)
def _paper(width: float, height: float) -> weasyprint.CSS:
    """The size of the pages; it comes last, so that no style says another paper than format.yml."""
    return weasyprint.CSS(string=f"@page {{ size: {width}mm {height}mm }}", font_config=_fonts())


def _end(page: weasyprint.Page) -> float:
    """Where the words of a page end with the white below them, in whole mm; boxes out of the flow do not
    count."""
    box = page._page_box
    root = box.children[0]
    return float(math.ceil((root.position_y + root.margin_height() + box.margin_bottom) * _MM))


@lru_cache(maxsize=1)
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@lru_cache(maxsize=64)
def _stylesheets(
    formats_dir: Path, names: tuple[str, ...], root: Path, _styles: tuple[bytes, ...]
) -> list[weasyprint.CSS]:
    """Parsed once for what they say (`_styles`): a preview goes on while a designer edits."""
    shared = {
        "base_url": formats_dir.parent.as_uri() + "/",
        "url_fetcher": fetcher(root, formats_dir),
        "font_config": _fonts(),
    }
    files = [
        shelf.find(formats_dir, name)
        for name in ("base.css", *(f"formats/{name}/style.css" for name in names))
    ]
    return [_stylesheet(file, shelf.shown(file, root), shared) for file in files]


def _stylesheet(file: Path, shown: str, shared: dict[str, Any]) -> weasyprint.CSS:
    """A stylesheet without a fault: the engine only logs what it does not understand, and only when it
    parses it."""
    with _complaints() as told:
        made = weasyprint.CSS(string=file.read_text(encoding="utf-8"), **shared)
    if told:
        where = _AT_LINE.search(told[0].text)
        raise RefusedError(told[0].text, path=shown, line=int(where[1]) if where else 1)
    return made


class _complaints(logging.Handler):  # noqa: N801 reads as a context
    """What WeasyPrint logs as a warning or worse while the block runs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._told: list[Fault] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        lacking = _NO_GLYPH.search(said)
        named = _NAMED.search(said)
        fault = (
            Fault(f"phông không có chữ «{lacking[1]}»", lacking[1][:1], fix=_FONTS)
            if lacking
            else Fault(said, named[1] if named else "")
        )
        self._told.append(fault)

    def __enter__(self) -> list[Fault]:
        logging.getLogger("weasyprint").addHandler(self)
        return self._told

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)
