"""The still layers of a film as SVG, 480 × 854: the title card, the stage a phone stands on, the band with a caption.

Colours and measures are those of the look: shell white ground, one dash a step, a kilometre stone, an ink band.
"""

from __future__ import annotations

from html import escape

from tungbuoc.clips.model import HEIGHT, WIDTH, Run, StepFilm
from tungbuoc.clips.words import Line, Page, pages
from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.lesson.screens.tokens import LIGHT

MARGIN = 34
COLUMN = WIDTH - 2 * MARGIN
BAND_TOP = 618
CAPTION, CAPTION_LINE, CAPTION_LINES = 38.0, 52, 4
SMALL = 27.0
_ROAD_TOP = 820
_TITLE_TOP, _TITLE_BOTTOM = 466, 740


def title_card(film: StepFilm) -> str:
    """The first picture: the stone with the step's number, “Bước 5 trong 6”, the title, the address, the road."""
    return _sheet(
        _dashes(film.number, film.total)
        + _stone(film.number)
        + _text(f"Bước {film.number} trong {film.total}", MARGIN, 438, 33, fill=LIGHT.than2)
        + _title(film.title)
        + _small_stone(MARGIN, 754)
        + _text(film.address, MARGIN + 46, 783, _shrunk(film.address, SMALL, COLUMN - 46), bold=True)
        + _road()
    )


def stage(film: StepFilm) -> str:
    """The ground a phone stands on, with one dash for every step so far."""
    return _sheet(_dashes(film.number, film.total) + _rect(0, BAND_TOP, WIDTH, HEIGHT - BAND_TOP, LIGHT.than))


def caption(page: Page) -> str:
    """One page of a sentence on the ink band, bold words in yellow; the drawing is the band alone, from its top."""
    top = 67 if len(page) < CAPTION_LINES else 54
    lines = "".join(_caption_line(line, top + CAPTION_LINE * place) for place, line in enumerate(page))
    return _band(lines)


def waiting(film: StepFilm) -> str:
    """The band before the first sentence: what this step is called, small."""
    page = pages((Run(film.name),), SMALL, COLUMN, 3)[0]
    lines = (_text(_plain(line), MARGIN, 62 + 38 * place, SMALL, fill=LIGHT.ke) for place, line in enumerate(page))
    return _band("".join(lines))


def lone_stone(number: int) -> str:
    """The large stone alone, where a step has no phone to show; as wide as the film, nothing behind it."""
    return _svg(BAND_TOP, _stone(number), left=-130, top=-40)


def _sheet(inner: str) -> str:
    return _svg(HEIGHT, _rect(0, 0, WIDTH, HEIGHT, LIGHT.diep) + inner)


def _band(inner: str) -> str:
    height = HEIGHT - BAND_TOP
    return _svg(height, _rect(0, 0, WIDTH, height, LIGHT.than) + inner)


def _svg(height: int, inner: str, left: int = 0, top: int = 0) -> str:
    size = f'width="{WIDTH}" height="{height}" viewBox="{left} {top} {WIDTH} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'


def _caption_line(line: Line, baseline: float) -> str:
    spans = []
    for place, word in enumerate(line):
        for at, piece in enumerate(word.pieces):
            text = escape((" " if place and not at else "") + piece.text)
            look = f' font-weight="700" fill="{LIGHT.hoe}"' if piece.bold else ""
            spans.append(f"<tspan{look}>{text}</tspan>")
    look = f'x="{MARGIN}" y="{baseline:g}" font-family="Noto Sans" font-size="{CAPTION:g}" fill="{LIGHT.diep}"'
    return f"<text {look}>{''.join(spans)}</text>"


def _dashes(number: int, total: int) -> str:
    gap = 8 if total <= 16 else 3
    wide = (COLUMN - gap * (total - 1)) / total
    colours = (LIGHT.son if place < number else LIGHT.ke for place in range(total))
    return "".join(_rect(MARGIN + place * (wide + gap), 30, wide, 8, fill, 4) for place, fill in enumerate(colours))


def _stone(number: int) -> str:
    size = 108.0 if number < 10 else 84.0
    left = 109.5 - text_width(str(number), size, True) / 2
    return (
        f'<path d="M48 246v102h124V246" fill="{LIGHT.trang}" stroke="{LIGHT.than}" stroke-width="8"/>'
        f'<path d="M44 247v-7a65.5 65.5 0 0 1 131 0v7z" fill="{LIGHT.son}"/>'
        + _rect(MARGIN, 348, 151, 11, LIGHT.than)
        + _text(str(number), left, 297 + size * 0.357, size, bold=True)
    )


def _small_stone(x: float, y: float) -> str:
    return (
        f'<g transform="translate({x:g} {y:g})" stroke="{LIGHT.than}" stroke-width="2"><path d="M3.5 15v23h27V15" fill="{LIGHT.trang}"/>'
        f'<path d="M2.5 18v-2.5a14.5 14.5 0 0 1 29 0V18z" fill="{LIGHT.son}" stroke="none"/><path d="M0 38.5h34"/></g>'
    )


def _title(title: str) -> str:
    """The title in at most four lines, as large as that allows."""
    for size in (62.0, 56.0, 50.0, 44.0, 38.0, 32.0):
        page = pages((Run(title, bold=True),), size, COLUMN, 99)[0] if title.strip() else ()
        pitch = size * 1.18
        if len(page) * pitch <= _TITLE_BOTTOM - _TITLE_TOP and all(_width(line, size) <= COLUMN for line in page):
            break
    first = _TITLE_TOP + size * 0.75
    return "".join(_text(_plain(line), MARGIN, first + pitch * place, size, bold=True) for place, line in enumerate(page))


def _road() -> str:
    dashes = "".join(_rect(x, 834, 42, 6, LIGHT.diep) for x in range(0, WIDTH, 76))
    return _rect(0, _ROAD_TOP, WIDTH, HEIGHT - _ROAD_TOP, LIGHT.than) + dashes


def _plain(line: Line) -> str:
    return " ".join(word.text for word in line)


def _width(line: Line, size: float) -> float:
    return text_width(_plain(line), size, True)


def _shrunk(text: str, size: float, width: float) -> float:
    return min(size, size * width / max(text_width(text, size, True), 1))


def _rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    corner = f' rx="{radius:g}"' if radius else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"{corner}/>'


def _text(text: str, x: float, y: float, size: float, *, bold: bool = False, fill: str = LIGHT.than) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}" font-family="Noto Sans" font-size="{size:g}" fill="{fill}"{weight}>{escape(text)}</text>'
