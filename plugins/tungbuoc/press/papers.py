"""The papers that a format may ask for: how large they are, and how near to their edges a printer prints.

Lengths in mm. Letter is ANSI A (ANSI/ASME Y14.1). A roll is what the printer of a kiosk takes: as long as
what stands on it, and of its 80 mm the head reaches 72.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Paper = Literal["A3", "A4", "A4 ngang", "A5", "A6", "Letter", "Letter ngang", "cuộn 80 mm"]


UNPRINTABLE = 4.0
"""What office printers leave white at every edge."""
SAFE = 8.0
"""What words keep from the edges of office paper: many printers leave out what is nearer."""


@dataclass(frozen=True, slots=True)
class PaperSize:
    """Width and height as the words stand on it; a roll has no height. `safe` is what words keep from every
    edge, `unprintable` what a printer leaves white there."""

    width: float
    height: float | None
    safe: float = SAFE
    unprintable: float = UNPRINTABLE

    @property
    def roll(self) -> bool:
        """Is it cut where the words end?"""
        return self.height is None


PAPERS: dict[Paper, PaperSize] = {
    "A3": PaperSize(297, 420),
    "A4": PaperSize(210, 297),
    "A4 ngang": PaperSize(297, 210),
    "A5": PaperSize(148, 210),
    "A6": PaperSize(105, 148),
    "Letter": PaperSize(215.9, 279.4),
    "Letter ngang": PaperSize(279.4, 215.9),
    "cuộn 80 mm": PaperSize(80, None, safe=4.0),
}
IMPOSED: dict[Paper, Paper] = {"A4": "A3", "A5": "A4", "A6": "A5"}
"""By the paper of a booklet's pages, the one that two of them are printed on, side by side."""


def across(pages: Paper) -> tuple[float, float]:
    """The width and height of a booklet's sheet, lying on its side, whose pages are `pages`."""
    sheet = PAPERS[IMPOSED[pages]]
    assert sheet.height is not None
    return sheet.height, sheet.width
