"""Codes as a poor phone sees them: at three resolutions, blurred and copied to black and white, measured
in millimetres."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from tungbuoc.permalink import qr

DPI = (100, 150, 300)
LEAST_BOX_MM, LEAST_MODULE_MM = 22.0, 0.60
_BLUR_MM = 0.18
_TOLERANCE = 0.985


def check(data: bytes, wanted: Collection[str], box_mm: float) -> list[str]:
    """What is wrong with the codes of a PDF: `wanted` payloads, printed `box_mm` wide with their quiet
    zone."""
    document = pypdfium2.PdfDocument(data)
    try:
        said: list[str] = []
        for dpi in DPI:
            pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
            said += _read(pages, wanted, f"ở {dpi} dpi")
            if dpi == 150:
                said += _read([_copied(page, dpi) for page in pages], wanted, "sau khi nhòe và photo")
            if dpi == 300:
                said += [told for page in pages for told in _measured(page, box_mm)]
        return said
    finally:
        document.close()


def _read(pages: list[Image.Image], wanted: Collection[str], how: str) -> Iterator[str]:
    found = {code.text for page in pages for code in _codes(page)}
    yield from (f"mã {payload} không đọc được {how}" for payload in wanted if payload not in found)
    yield from (f"có mã lạ {payload}" for payload in sorted(found - set(wanted)) if wanted)


def _measured(page: Image.Image, box_mm: float) -> Iterator[str]:
    for code in _codes(page):
        modules = Image.open(io.BytesIO(qr.png(code.text))).width - 2 * qr.QUIET
        side = _side(code.position) * 25.4 / 300
        module, box = side / modules, side / modules * (modules + 2 * qr.QUIET)
        if module < LEAST_MODULE_MM * _TOLERANCE:
            yield f"ô của mã {code.text} chỉ {module:.2f} mm, phải từ {LEAST_MODULE_MM} mm"
        if box < max(LEAST_BOX_MM, box_mm) * _TOLERANCE:
            yield f"mã {code.text} rộng {box:.1f} mm, phải từ {max(LEAST_BOX_MM, box_mm):g} mm"


def _copied(page: Image.Image, dpi: int) -> Image.Image:
    """A page as a copier gives it back: blurred, then black or white."""
    blurred = page.filter(ImageFilter.GaussianBlur(_BLUR_MM * dpi / 25.4))
    return blurred.point(lambda grey: 255 if grey > 128 else 0)


def _codes(page: Image.Image) -> Any:
    return zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))


def _side(position: Any) -> float:
    """The mean side of a code in pixels."""
    corners = [position.top_left, position.top_right, position.bottom_right, position.bottom_left]
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return float(sum(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5 for a, b in pairs) / 4)
