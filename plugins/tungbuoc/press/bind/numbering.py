"""Page numbers stamped on finished pages, as artifacts: a reader for the blind passes over them, the tags
stay true.

Digits are drawn as outlines of the press font, ten small forms a book, so no further font is embedded.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tungbuoc.press.formats import Stamp

_PT = 72 / 25.4
DIGITS = "0123456789"


def number_pages(made: Pdf, font: Path, place: Stamp, *, first: int = 2) -> None:
    """Stamp every page from page `first` (from 1) with its number, drawn from the font file `font`."""
    outlines, advance = _digits(font)
    forms = Dictionary({f"/D{digit}": _form(made, outlines[digit]) for digit in DIGITS})
    for number, page in enumerate(made.pages, start=1):
        if number >= first:
            _stamp(page, forms, str(number), advance, place)


def _stamp(
    page: pikepdf.Page, forms: Dictionary, number: str, advance: dict[str, float], place: Stamp
) -> None:
    left, bottom, scale = place.left * _PT, place.bottom * _PT, place.size / 1000
    commands, x = ["/Artifact <</Type /Pagination>> BDC"], left
    for digit in number:
        commands.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {bottom:.3f} cm /D{digit} Do Q")
        x += advance[digit] * scale
    commands.append("EMC")
    resources = page.obj.Resources = _own(page.obj.Resources)
    resources.XObject = _own(resources.get("/XObject"))
    for digit in sorted(set(number)):
        resources.XObject[f"/D{digit}"] = forms[f"/D{digit}"]
    # The page's own stream may leave its matrix changed: closed in q … Q, the stamp stands where it should.
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + "\n".join(commands).encode())


def _own(shared: Object | None) -> Dictionary:
    """A copy for one page: WeasyPrint's pages share their resources."""
    return Dictionary({key: shared[key] for key in shared.keys()} if shared is not None else {})  # noqa: SIM118 a pikepdf object


def _form(made: Pdf, outline: str) -> pikepdf.Object:
    return made.make_stream(
        outline.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([-100, -300, 1000, 1200]),
        Resources=Dictionary(),
    )


@lru_cache(maxsize=2)
def _digits(font: Path) -> tuple[dict[str, str], dict[str, float]]:
    """The outline of each digit as PDF path operators, and its advance, both per 1000 units of size."""
    with TTFont(font, lazy=True) as face:
        glyphs, names = face.getGlyphSet(), face.getBestCmap()
        scale = 1000 / face["head"].unitsPerEm
        outlines, advance = {}, {}
        for digit in DIGITS:
            pen = _Path(glyphs, scale)
            glyphs[names[ord(digit)]].draw(pen)
            outlines[digit], advance[digit] = (
                " ".join([*pen.said, "f"]),
                glyphs[names[ord(digit)]].width * scale,
            )
        return outlines, advance


class _Path(BasePen):
    """A pen that writes PDF path operators."""

    def __init__(self, glyphs: Any, scale: float) -> None:
        super().__init__(glyphs)
        self.said: list[str] = []
        self._scale = scale

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 fontTools' name
        self._say("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 fontTools' name
        self._say("l", pt)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._say("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802 fontTools' name
        self.said.append("h")

    def _say(self, operator: str, *points: tuple[float, float]) -> None:
        self.said.append(
            " ".join(f"{round(value * self._scale, 2):g}" for point in points for value in point)
            + f" {operator}"
        )
