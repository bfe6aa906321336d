"""What offices do to paper, simulated on the lesson sheet at 300 dpi: codes still decode, strokes of the
words still stand.

No real copier was used. Words are judged without reading them: how much of the ink of the sheet is left where
it was, and how much ink there is where there was none.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from tests.press.galleys import full, order

from tungbuoc.press import formats, making

pytestmark = pytest.mark.press
ROOT = Path(__file__).parents[2]
DPI = 300
Paper = Callable[[Image.Image], Image.Image]


def copied(page: Image.Image) -> Image.Image:
    """One generation of a copier: 0.1 mm of blur, some grain, black or white."""
    blurred = np.asarray(page.filter(ImageFilter.GaussianBlur(0.1 * DPI / 25.4)), dtype=float)
    grain = np.random.default_rng(1).normal(0, 18, blurred.shape)
    return Image.fromarray(np.where(blurred + grain > 140, 255, 0).astype("uint8"))


def saved_toner(page: Image.Image) -> Image.Image:
    """Two dots of three are printed."""
    ink = np.asarray(page).copy()
    rows, columns = np.indices(ink.shape)
    ink[(rows + columns) % 3 == 0] = 255
    return Image.fromarray(ink)


def scaled(percent: float) -> Paper:
    """Printed smaller, as “fit to page” does."""

    def shrink(page: Image.Image) -> Image.Image:
        return page.resize(
            (round(page.width * percent / 100), round(page.height * percent / 100)), Image.Resampling.LANCZOS
        )

    return shrink


def chain(*steps: Paper) -> Paper:
    def through(page: Image.Image) -> Image.Image:
        for step in steps:
            page = step(page)
        return page

    return through


TREATED: dict[str, Paper] = {
    "two generations of copies": chain(copied, copied),
    "toner saved, then copied": chain(saved_toner, copied),
    "fit to page, 97 %": chain(scaled(97), copied),
    "A4 on Letter, 94 %": chain(scaled(94), copied),
    "two on a side, 71 %": chain(scaled(71), copied),
}


@pytest.fixture(scope="module")
def sheet() -> tuple[Image.Image, set[str]]:
    galley = full()
    data = making.pressed(
        order(galley, formats.load(ROOT / "print/formats", root=ROOT).known["lesson-sheet"])
    )
    page = pypdfium2.PdfDocument(data)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    return page, {code.text for code in _codes(page)}


@pytest.mark.parametrize("how", TREATED)
def test_codes_still_decode_and_words_still_stand(sheet: tuple[Image.Image, set[str]], how: str) -> None:
    page, codes = sheet
    assert len(codes) > 2
    paper = TREATED[how](page)
    assert {code.text for code in _codes(paper)} == codes
    kept, strayed = _ink(page, paper.resize(page.size, Image.Resampling.LANCZOS))
    assert kept > 0.9, f"only {kept:.0%} of the ink is left"
    assert strayed < 0.02, f"{strayed:.1%} of the white turned dark"


def test_the_measure_sees_what_is_lost(sheet: tuple[Image.Image, set[str]]) -> None:
    """At a quarter of the size strokes run together and codes die: the measure is no rubber stamp."""
    page, codes = sheet
    paper = chain(scaled(22), copied, copied)(page)
    kept, _ = _ink(page, paper.resize(page.size, Image.Resampling.LANCZOS))
    assert {code.text for code in _codes(paper)} != codes
    assert kept < 0.9


def _ink(before: Image.Image, after: Image.Image) -> tuple[float, float]:
    """The share of dark places that are still dark within a dot (0.17 mm), and of white ones, away from
    any ink, that no longer are."""
    was = np.asarray(before) < 128
    near = (
        np.asarray(Image.fromarray(np.where(was, 0, 255).astype("uint8")).filter(ImageFilter.MinFilter(9)))
        < 128
    )
    now = np.asarray(after) < 140
    reached = (
        np.asarray(Image.fromarray(np.where(now, 0, 255).astype("uint8")).filter(ImageFilter.MinFilter(5)))
        < 128
    )
    return float(reached[was].mean()), float(now[~near].mean())


def _codes(page: Image.Image) -> list[zxingcpp.Barcode]:
    return list(zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)))
