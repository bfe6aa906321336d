"""The first sheet of a bundle: what is in it, sides, sheets of paper, what copying costs. Pressed once,
stamped for every team."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.press import engine
from tungbuoc.press.formats import Format
from tungbuoc.press.order import Order
from tungbuoc.press.papers import IMPOSED
from tungbuoc.press.plan import Handout

NAME, CODE = "00-doc-truoc.pdf", "bo-in"
_MOST_LINES = 24
HOW = (
    ours("In đúng cỡ 100 %, đen trắng là đủ. Photo từ bản in gốc."),
    ours("In hai mặt, lật cạnh dài. Riêng tờ rơi gấp đôi và bản in gấp: lật cạnh ngắn."),
    ours("In xong một tờ, quét thử một mã rồi mới in nhiều."),
    ours("Gọi thử số điện thoại của tổ ở chân tờ."),
)


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line: a file, or all files of one format."""

    name: str
    files: int
    sides: int
    sheets: int
    paper: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What the sheet says."""

    rows: tuple[CoverLine, ...]
    files: int
    sides: int
    price: str
    cost: str
    how: tuple[str, ...] = HOW


def contents(handouts: Sequence[Handout], sides: Sequence[int], price: int) -> Contents:
    """Every file on a line of its own, or, where that would be long, every format."""
    rows: dict[str, CoverLine] = {}
    for handout, count in zip(handouts, sides, strict=True):
        each = len(handouts) <= _MOST_LINES
        name = (
            f"{handout.code} · {handout.title}: {handout.label}"
            if each and handout.format.per != "form"
            else handout.label
        )
        before = rows.get(
            name,
            CoverLine(
                name, 0, 0, 0, IMPOSED[handout.format.paper] if handout.imposed else handout.format.paper
            ),
        )
        rows[name] = replace(
            before,
            files=before.files + 1,
            sides=before.sides + count,
            sheets=before.sheets + math.ceil(count / 2),
        )
    words = next((galley.wording for handout in handouts for galley in handout.galleys), Wording())
    cost = words.thousands(sum(sides) * price) if price else ""
    return Contents(tuple(rows.values()), len(handouts), sum(sides), words.thousands(price), cost)


def press(said: Contents, about: Handout, format: Format, formats_dir: Path, root: Path) -> bytes:
    """The sealed PDF; `about` lends its imprint. Raises `RefusedError`."""
    from tungbuoc.press.stamping.layout import PHONE
    from tungbuoc.press.stamping.seal import seal
    from tungbuoc.press.typeset import rendering

    galley = about.galleys[0]
    say = galley.wording.say
    galley = galley.model_copy(update={"code": say("Bộ in"), "title": say("của tổ")})
    order = Order(Handout(CODE, format.label, format, (galley,)), formats_dir, root)
    return seal(rendering.press(order, contents=said), engine.machine().fonts[-1], say(PHONE))
