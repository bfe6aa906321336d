"""The pages of a PDF as pictures in grey."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image


def drawn(pdf: Path, dots: float) -> list[Image.Image]:
    """Every page, at `dots` an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dots / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()
