"""Contact sheets: all pages of all PDFs of a format on one PNG, for a person to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

from tungbuoc.press.plan import Handout
from tungbuoc.works import atomic

_GROUND = 178
_GAP = 10
_LONG_SIDE = 420
_ACROSS = 3000
_MOST_PAGES = 120


def draw(handouts: Sequence[Handout], in_dir: Path, out_dir: Path) -> list[Path]:
    """One PNG for every format, of the PDFs that lie in `in_dir`; returns the files written."""
    by_format: dict[str, list[Path]] = defaultdict(list)
    for handout in handouts:
        file = in_dir / handout.file
        if file.is_file():
            by_format[handout.format.name + ("-in-gap" if handout.imposed else "")].append(file)
    return [_sheet(files, out_dir / f"{name}.png") for name, files in sorted(by_format.items())]


def _sheet(files: Sequence[Path], path: Path) -> Path:
    pages = [page for file in files for page in _pages(file)][:_MOST_PAGES]
    rows: list[list[Image.Image]] = [[]]
    for page in pages:
        if sum(other.width + _GAP for other in rows[-1]) + page.width > _ACROSS:
            rows.append([])
        rows[-1].append(page)
    height = sum(max(page.height for page in row) + _GAP for row in rows) + _GAP
    sheet = Image.new("L", (_ACROSS + 2 * _GAP, height), _GROUND)
    y = _GAP
    for row in rows:
        x = _GAP
        for page in row:
            sheet.paste(page, (x, y))
            x += page.width + _GAP
        y += max(page.height for page in row) + _GAP
    with atomic.whole(path) as temporary:
        sheet.quantize(16).save(temporary, "PNG")
    return path


def _pages(file: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [
            page.render(scale=_LONG_SIDE / max(page.get_size()), grayscale=True).to_pil() for page in document
        ]
    finally:
        document.close()
