"""The lesson sheet's layout: guess it, lay it out, measure, and lay it out again only where the guess was
wrong.

Pure: `Draft` in, measures in, `Draft` out. The engine turns a draft into pages and says where everything came
to stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley
from tungbuoc.press.formats import Format, Grid
from tungbuoc.press.typeset.fold import SCAN, TOP, FoldedSide, Layout, RowPlace, lay
from tungbuoc.press.typeset.guessing import DIFFER, UNDER_HEAD, head_end, tail_heights
from tungbuoc.press.typeset.rows import SheetRow, guess, measured

ORDER = (DIFFER, grammar.TRY, grammar.BEWARE, grammar.TROUBLE, grammar.OFFLINE, grammar.REMEMBER)
_LINE = 9.6
_LINES_HEAD = 16.5
_MOST_LINES = 5
_GAP = 3.0
_SLACK = 0.15
_LEAST_FULL = 1 / 3


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a marked block came to stand: page from 0, its top and height in mm."""

    page: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the steps: sections by kind, the one that begins a new side though it need not (else
    empty), how many lines to write on, and the side (from 0) and height in mm where the last section ends."""

    kinds: tuple[str, ...]
    turn: str = ""
    lines: int = 0
    end: tuple[int, float] = (0, 0.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """All a template needs to know: the rows and where they stand, the sections after them, how many lines
    to write on."""

    rows: tuple[SheetRow, ...]
    layout: Layout
    tail: Tail
    size: float = 0.0
    """The size of the words in pt; 0 for the format's own."""

    @property
    def wasteful(self) -> bool:
        """Is the last of several sides less than a third full?"""
        return _is_wasteful(self.tail.end, self.layout.side)

    @property
    def sheets(self) -> int:
        """Sheets of paper, printed on both sides."""
        return self.tail.end[0] // 2 + 1


def in_order_of_use(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of several sizes, largest first → the best of them first: fewest sheets, no side nearly
    empty, largest words."""
    return sorted(drafts, key=lambda draft: (draft.sheets, draft.wasteful))


def first_draft(galley: Galley, format: Format, size: float = 0.0) -> Draft:
    """The draft by the widths of the words alone, its words `size` pt (0: as the format says)."""
    grid = _grid(format, size)
    rows = tuple(guess(step, grid) for step in galley.steps)
    layout = lay(head_end(galley, format), [row.strip for row in rows], _side(format))
    heights = tail_heights(galley, format, _kinds(galley, format), grid.words)
    return Draft(rows, layout, _fill(galley, format, layout, heights), size)


def next_draft(galley: Galley, format: Format, draft: Draft, measures: Mapping[str, Measure]) -> Draft:
    """The draft that the measures ask for; equal to `draft` when it may stand."""
    grid = _grid(format, draft.size)
    heights = [measures[f"row-{index}"].height for index in range(len(draft.rows))]
    rows = tuple(
        measured(step, grid, row, height)
        for step, row, height in zip(galley.steps, draft.rows, heights, strict=True)
    )
    head = measures["head"].top + measures["head"].height + UNDER_HEAD
    layout = lay(max(head, TOP), [row.strip for row in rows], draft.layout.side)
    room = draft.layout.first - (SCAN if draft.layout.scan == "above" else 0.0)
    if head <= room + _SLACK and rows == draft.rows and _pages(layout) == _pages(draft.layout):
        # A guess a little too high stands, one that cost a row of the first page does not.
        layout = draft.layout
    tails = {
        name.removeprefix("tail-"): measure.height
        for name, measure in measures.items()
        if name.startswith("tail-")
    }
    guessed = tail_heights(galley, format, _kinds(galley, format), grid.words)
    return Draft(rows, layout, _fill(galley, format, layout, {**guessed, **tails}), draft.size)


def context(galley: Galley, draft: Draft) -> dict[str, object]:
    """What the template reads: `rows` as pairs of step and place, `layout`, `tail`, `turn`, `lines`,
    `size` (pt; 0: the format's own)."""
    places = draft.layout.places
    rows = [(step, _placed(draft, index, places)) for index, step in enumerate(galley.steps)]
    return {
        "rows": rows,
        "layout": draft.layout,
        "tail": draft.tail.kinds,
        "turn": draft.tail.turn,
        "lines": draft.tail.lines,
        "size": draft.size,
    }


def _pages(layout: Layout) -> list[int]:
    return [place.page for place in layout.places]


def _side(format: Format) -> FoldedSide:
    assert format.size.height is not None, "a format with rows stands on sheets"
    return FoldedSide(format.size.height)


def _grid(format: Format, size: float = 0.0) -> Grid:
    """The format's grid, its words and titles of steps set smaller together."""
    grid = format.rows or Grid()
    return grid.model_copy(update={"words": size, "title": grid.title * size / grid.words}) if size else grid


def _placed(draft: Draft, index: int, places: Sequence[RowPlace]) -> dict[str, object]:
    place, row = places[index], draft.rows[index]
    last = draft.layout.ends_page(index)
    return {
        "kind": row.kind, "scale": row.scale, "text_end": row.text_end, "height": row.height,
        "slide": row.strip.drop + place.slide,
        "gap": place.gap if index else 0, "new_page": place.page > (places[index - 1].page if index else 0),
        "last": last,
        "gap_after": 0 if last else places[index + 1].gap, "ends_first_page": last and place.page == 0,
    }  # fmt: skip


def _kinds(galley: Galley, format: Format) -> tuple[str, ...]:
    wanted = {*format.sections, *format.where_room}
    there = {kind for kind in ORDER if galley.section(kind)} | ({DIFFER} if galley.phones_differ else set())
    return tuple(kind for kind in ORDER if kind in there and (kind in wanted or kind == DIFFER))


def _fill(galley: Galley, format: Format, layout: Layout, heights: Mapping[str, float]) -> Tail:
    """The sections that fit without a further page, and how many lines to write on the last page still has
    room for."""
    wanted = _kinds(galley, format)
    kept = [kind for kind in wanted if kind in format.sections]
    pages, _ = _flow(layout, kept, heights)
    for kind in [kind for kind in wanted if kind not in format.sections]:
        trial = [name for name in wanted if name in {*kept, kind}]
        if _flow(layout, trial, heights)[0] == pages:
            kept = trial
    turn = _turn(layout, kept, heights)
    end = _flow(layout, kept, heights, turn)
    ruled = int((layout.side.bottom - end[1] - _LINES_HEAD) / _LINE)
    return Tail(tuple(kept), turn, min(ruled, _MOST_LINES) if ruled >= 2 else 0, end)


def _turn(layout: Layout, kinds: Sequence[str], heights: Mapping[str, float]) -> str:
    """The last section that must begin the last side for that side to be a third full; empty where it is,
    or none helps."""
    pages, _ = end = _flow(layout, kinds, heights)
    if not _is_wasteful(end, layout.side):
        return ""
    ends = {kind: _flow(layout, kinds, heights, kind) for kind in reversed(kinds)}
    return next(
        (kind for kind, end in ends.items() if end[0] == pages and not _is_wasteful(end, layout.side)), ""
    )


def _is_wasteful(end: tuple[int, float], side: FoldedSide) -> bool:
    return end[0] > 0 and end[1] - TOP < (side.bottom - TOP) * _LEAST_FULL


def _flow(
    layout: Layout, kinds: Sequence[str], heights: Mapping[str, float], turn: str = ""
) -> tuple[int, float]:
    """The page (from 0) and the height where the last section ends; `turn` begins a new page."""
    page, top = _end_of_rows(layout)
    for kind in kinds:
        gap = _GAP if top > TOP else 0.0
        if top + gap + heights[kind] > layout.side.bottom - _SLACK or (kind == turn and gap):
            page, top, gap = page + 1, TOP, 0.0
        top += gap + heights[kind]
    return page, top


def _end_of_rows(layout: Layout) -> tuple[int, float]:
    if not layout.places:
        return 0, layout.first
    last = layout.places[-1]
    scan = SCAN if layout.scan == "end" or (last.page == 0 and layout.scan == "below") else 0.0
    return last.page, last.top + last.height + scan
