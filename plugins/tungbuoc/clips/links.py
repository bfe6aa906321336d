"""What a link to a page looks like where people paste it: a picture of 1200 × 630 with stone, words and the
step's drawing.

Also the site's mark as the icon of a phone's home screen. Made in the pool, kept by content; with nothing
stale no engine is loaded.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tungbuoc.clips import fonts, ink
from tungbuoc.clips.model import SentencePiece
from tungbuoc.clips.words import CardPage, pages
from tungbuoc.lesson import screens
from tungbuoc.lesson.screens import LIGHT, PAGE_WIDTH, Screen, draw
from tungbuoc.lesson.screens.metrics import text_width
from tungbuoc.lesson.wording import Wording
from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import OnProgress
from tungbuoc.works.workshop import Wanted, make_stale

WIDTH, HEIGHT = 1200, 630
_EDGE, _ROAD = 56, 582
_TITLE_TOP, _TITLE_ROOM = 280, 208
_COLOURS = 24
_ICON = 512


@dataclass(frozen=True, slots=True)
class LinkCard:
    """One picture: `name` of its file without `.png`, the words on the stone, the small line beside it, the
    title, the drawing.

    Without a title it is the icon: the stone alone, square.
    """

    name: str
    stone: str = ""
    above: str = ""
    title: str = ""
    address: str = ""
    screen: Screen | None = None
    wording: Wording = field(default_factory=Wording)


@dataclass(frozen=True, slots=True)
class _CardOrder:
    card: LinkCard
    lettering: tuple[Path, Path]


def make(
    wanted: Sequence[LinkCard],
    cache_dir: Path,
    out_dir: Path,
    *,
    progress: OnProgress | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> set[str]:
    """Have `<name>.png` of every card in `out_dir`; the names of those that are there. Raises
    `fonts.FontMissingError`, `OSError`."""
    lettering = fonts.find()
    cache = Cache(cache_dir, tell)
    engine = _engine(lettering)
    orders = [
        Wanted(card.title or card.name, fingerprint(engine, _parts(card)), _CardOrder(card, lettering))
        for card in wanted
    ]
    made = make_stale(_png, orders, cache, progress=progress)
    for card, outcome in zip(wanted, made, strict=True):
        if outcome.value is not None:
            atomic.write(out_dir / f"{card.name}.png", outcome.value)
    return {card.name for card, outcome in zip(wanted, made, strict=True) if outcome.value is not None}


def picture(card: LinkCard) -> str:
    """The card as SVG."""
    if not card.title:
        return _svg(_ICON, _ICON, f'<g transform="translate(37 -277) scale(2)">{ink.stone(card.stone)}</g>')
    drawn, left = _drawn(card.screen, card.wording) if card.screen else (_stones(), WIDTH - 350)
    room = left - _EDGE - 40
    words = (
        f'<g transform="translate({_EDGE - 31} -126)">{ink.stone(card.stone)}</g>'
        + ink.text(card.above, 244, 170, ink.shrunk(card.above, 42, room - 190), fill=LIGHT.than2)
        + _title(card.title, room)
        + ink.small_stone(_EDGE, 512)
        + ink.text(card.address, _EDGE + 50, 545, ink.shrunk(card.address, 36, room - 50), bold=True)
    )
    dashes = "".join(ink.rect(x, 603, 50, 7, LIGHT.diep) for x in range(0, WIDTH, 92))
    return _svg(WIDTH, HEIGHT, words + ink.rect(0, _ROAD, WIDTH, HEIGHT - _ROAD, LIGHT.than) + dashes + drawn)


def _engine(lettering: tuple[Path, Path]) -> str:
    own = [Path(__file__).with_name(f"{name}.py") for name in ("links", "ink", "words", "raster")]
    code = [*own, *sorted(Path(screens.__file__).parent.rglob("*.py"))]
    return fingerprint(code, [version(name) for name in ("resvg_py", "pillow")], lettering)


def _parts(card: LinkCard) -> dict[str, object]:
    shown = card.screen and card.screen.model_dump_json(serialize_as_any=True)
    return {
        "words": (card.stone, card.above, card.title, card.address),
        "screen": shown,
        "language": card.wording.language,
    }


def _png(order: _CardOrder) -> bytes:
    from PIL import Image  # heavy: only a stale picture loads it

    from tungbuoc.clips.raster import image

    flat = image(picture(order.card), order.lettering).convert("RGB")
    few = flat.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _svg(width: int, height: int, inner: str) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f" {size}>{ink.rect(0, 0, width, height, LIGHT.diep)}{inner}</svg>"
    )


def _drawn(screen: Screen, words: Wording) -> tuple[str, float]:
    """The step's screen at the right edge, as large as it fits, and where it begins."""
    drawing = draw(screen, LIGHT, words=words)
    scale = min(3.0, (_ROAD - 60) / drawing.height)
    wide, high = PAGE_WIDTH * scale, drawing.height * scale
    left, top = WIDTH - 30 - wide, (_ROAD - high) / 2
    at = f'<svg x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" '
    return drawing.svg.replace('<svg xmlns="http://www.w3.org/2000/svg" ', at, 1), left


def _stones() -> str:
    """Where there is no screen: three stones on the road."""
    half = '<g transform="translate({0:g} {1:g}) scale(.6)">{2}</g>'
    return "".join(
        half.format(800 + 115 * number, _ROAD - 359 * 0.6, ink.stone(str(number))) for number in (1, 2, 3)
    )


def _title(title: str, room: float) -> str:
    for size in (88.0, 78.0, 68.0, 60.0, 52.0, 44.0, 38.0):
        page: CardPage = pages((SentencePiece(title, bold=True),), size, room, 99)[0]
        lines = [" ".join(word.text for word in line) for line in page]
        if len(lines) * size * 1.2 <= _TITLE_ROOM and all(
            text_width(line, size, True) <= room for line in lines
        ):
            break
    return "".join(
        ink.text(line, _EDGE, _TITLE_TOP + size * (0.85 + 1.2 * place), size, bold=True)
        for place, line in enumerate(lines)
    )
