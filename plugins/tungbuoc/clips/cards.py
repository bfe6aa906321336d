"""The still layers of a film as SVG, 480 × 854: the title card, the stage a phone stands on, the band with a
caption.

Colours and measures are those of the look: shell white ground, one dash a step, a kilometre stone, an ink
band.
"""

from __future__ import annotations

from html import escape

from tungbuoc.clips.ink import MARGIN, rect, shrunk, small_stone, stone, text
from tungbuoc.clips.model import HEIGHT, WIDTH, SentencePiece, StepFilm
from tungbuoc.clips.words import CardLine, CardPage, pages
from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.lesson.screens.tokens import LIGHT

COLUMN = WIDTH - 2 * MARGIN
BAND_TOP = 618
CAPTION, CAPTION_LINE, CAPTION_LINES = 38.0, 52, 4
SMALL = 27.0
_ROAD_TOP = 820
_TITLE_TOP, _TITLE_BOTTOM = 466, 740


def title_card(film: StepFilm) -> str:
    """The first picture: the stone with the step's number, “Bước 5 trong 6”, the title, the address, the
    road."""
    return _sheet(
        _dashes(film.number, film.total)
        + stone(str(film.number))
        + text(film.place, MARGIN, 438, 33, fill=LIGHT.than2)
        + _title(film.title)
        + small_stone(MARGIN, 754)
        + text(film.address, MARGIN + 46, 783, shrunk(film.address, SMALL, COLUMN - 46), bold=True)
        + _road()
    )


def stage(film: StepFilm) -> str:
    """The ground a phone stands on, with one dash for every step so far."""
    return _sheet(_dashes(film.number, film.total) + rect(0, BAND_TOP, WIDTH, HEIGHT - BAND_TOP, LIGHT.than))


def caption(page: CardPage) -> str:
    """One page of a sentence on the ink band, bold words in yellow; the drawing is the band alone, from
    its top."""
    top = 67 if len(page) < CAPTION_LINES else 54
    lines = "".join(_caption_line(line, top + CAPTION_LINE * place) for place, line in enumerate(page))
    return _band(lines)


def waiting(film: StepFilm) -> str:
    """The band before the first sentence: what this step is called, small."""
    page = pages((SentencePiece(film.name),), SMALL, COLUMN, 3)[0]
    lines = (
        text(_plain(line), MARGIN, 62 + 38 * place, SMALL, fill=LIGHT.ke) for place, line in enumerate(page)
    )
    return _band("".join(lines))


def lone_stone(number: int) -> str:
    """The large stone alone, where a step has no phone to show; as wide as the film, nothing behind it."""
    return _svg(BAND_TOP, stone(str(number)), left=-130, top=-40)


def _sheet(inner: str) -> str:
    return _svg(HEIGHT, rect(0, 0, WIDTH, HEIGHT, LIGHT.diep) + inner)


def _band(inner: str) -> str:
    height = HEIGHT - BAND_TOP
    return _svg(height, rect(0, 0, WIDTH, height, LIGHT.than) + inner)


def _svg(height: int, inner: str, left: int = 0, top: int = 0) -> str:
    size = f'width="{WIDTH}" height="{height}" viewBox="{left} {top} {WIDTH} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'


def _caption_line(line: CardLine, baseline: float) -> str:
    spans = []
    for place, word in enumerate(line):
        for at, piece in enumerate(word.pieces):
            words = escape((" " if place and not at else "") + piece.text)
            look = f' font-weight="700" fill="{LIGHT.hoe}"' if piece.bold else ""
            spans.append(f"<tspan{look}>{words}</tspan>")
    look = (
        f'x="{MARGIN}" y="{baseline:g}" font-family="Noto Sans" font-size="{CAPTION:g}" fill="{LIGHT.diep}"'
    )
    return f"<text {look}>{''.join(spans)}</text>"


def _dashes(number: int, total: int) -> str:
    gap = 8 if total <= 16 else 3
    wide = (COLUMN - gap * (total - 1)) / total
    colours = (LIGHT.son if place < number else LIGHT.ke for place in range(total))
    return "".join(
        rect(MARGIN + place * (wide + gap), 30, wide, 8, fill, 4) for place, fill in enumerate(colours)
    )


def _title(title: str) -> str:
    """The title in at most four lines, as large as that allows."""
    for size in (62.0, 56.0, 50.0, 44.0, 38.0, 32.0):
        page = pages((SentencePiece(title, bold=True),), size, COLUMN, 99)[0] if title.strip() else ()
        pitch = size * 1.18
        if len(page) * pitch <= _TITLE_BOTTOM - _TITLE_TOP and all(
            _width(line, size) <= COLUMN for line in page
        ):
            break
    first = _TITLE_TOP + size * 0.75
    return "".join(
        text(_plain(line), MARGIN, first + pitch * place, size, bold=True) for place, line in enumerate(page)
    )


def _road() -> str:
    dashes = "".join(rect(x, 834, 42, 6, LIGHT.diep) for x in range(0, WIDTH, 76))
    return rect(0, _ROAD_TOP, WIDTH, HEIGHT - _ROAD_TOP, LIGHT.than) + dashes


def _plain(line: CardLine) -> str:
    return " ".join(word.text for word in line)


def _width(line: CardLine, size: float) -> float:
    return text_width(_plain(line), size, True)
