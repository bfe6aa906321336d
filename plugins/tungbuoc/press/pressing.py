"""Galleys in, PDFs out: look every handout up by its fingerprint, press the stale ones, check them, write
what changed."""

from __future__ import annotations

import math
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.wording import Wording
from tungbuoc.press.formats import Format, load
from tungbuoc.press.plan import Handout, Pack, Plan, check_plan, handouts, in_pack
from tungbuoc.press.stages import Stages
from tungbuoc.press.stamping import StampError, Team, stamp
from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import Crew, OnProgress, Runner

PICTURES = "hinh"
"""The folder below `out_dir` with a picture of every handout's first page."""
_FEW = 6
"""Handouts that are pressed sooner than two workers have loaded the engine."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished handout: `path` below the site's folder of PDFs, sizes in bytes, `sheets` of paper printed
    both sides.

    `picture` is the path of a small PNG of its first page, in the same folder; `shown` the name people see in
    a chat; `packs` those it belongs to; `imposed` says that it is for the printer, to be folded.
    """

    code: str
    title: str
    format: Format
    path: str
    pages: int
    bytes: int
    sheets: int
    fingerprint: str
    shown: str
    label: str = ""
    picture: str = ""
    packs: tuple[Pack, ...] = ()
    imposed: bool = False


@dataclass(frozen=True, slots=True)
class PressReport:
    """What is wrong, what there is now, how many of them had to be pressed, and which a preview left as they
    were though their lessons changed."""

    problems: tuple[Problem, ...]
    handouts: tuple[Printed, ...]
    pressed: int
    waiting: tuple[Handout, ...] = ()


def run(
    galleys: Sequence[Galley],
    *,
    formats_dir: Path,
    out_dir: Path,
    cache_dir: Path,
    root: Path | None = None,
    plan: Plan | None = None,
    progress: OnProgress | None = None,
    workers: int | None = None,
    team: Team | None = None,
    runner: Runner | None = None,
    preview: bool = False,
    only: str = "",
) -> PressReport:
    """Bring `out_dir` up to date with `galleys`; nothing stale costs no import of WeasyPrint.

    `root` is the project (by default the folder above `print/`): nothing outside it is read. A handout with a
    problem is not written; an older file of that name stays whole. What is pressed is the same for every
    team; `team` is stamped on what is written. In a `preview` what holds many lessons stays as it was when it
    was pressed last; `only` is the file of the one handout to press. Raises `OSError` only when `out_dir`
    cannot be written.
    """
    root = (root or formats_dir.parent.parent).resolve()
    formats_dir = formats_dir.resolve()
    words = galleys[0].wording if galleys else Wording()
    formats = load(formats_dir, root=root, words=words)
    wanted = plan or Plan()
    lessons = [galley.code for galley in galleys if not galley.form]
    forms = {galley.path: galley.form for galley in galleys if galley.form}
    problems = [*formats.problems, *check_plan(wanted, formats.known, lessons, forms)]
    delivery = _Delivery(out_dir, team, tuple((wanted.packs or {}).values()))
    with Crew(few=_FEW) as crew:
        by = partial(runner or crew, workers=workers)
        stages = Stages(
            formats_dir, root, Cache(cache_dir), by, delivery.take, progress=progress, preview=preview
        )
        stages.all(handouts(galleys, formats.known, wanted), only)
    told = in_order([*problems, *stages.problems, *delivery.problems])
    return PressReport(tuple(told), tuple(delivery.made), stages.pressed, tuple(stages.waiting))


class _Delivery:
    """Writes every handout that passed the gate, stamped for the team."""

    def __init__(self, out_dir: Path, team: Team | None, packs: Sequence[Pack]) -> None:
        self.made: list[Printed] = []
        self.problems: list[Problem] = []
        self._out_dir, self._team, self._packs = out_dir, team, packs

    def take(self, handout: Handout, name: str, report: Mapping[str, Any], data: bytes) -> None:
        """Write one handout and a picture of its first page."""
        if self._team:
            name, data = fingerprint(name, self._team), self._signed(handout, data, self._team)
        pages = int(str(report["pages"]))
        if handout.format.pages and pages > handout.format.pages and not handout.imposed:
            text = f"{handout.label} của {handout.code} dài {pages} trang, nhiều nhất {handout.format.pages}."
            self.problems.append(
                Problem(handout.galleys[0].path, 1, "P22", text, "Viết ngắn lại.", severity="warning")
            )
        picture = f"{PICTURES}/{handout.file.removesuffix('.pdf')}.png"
        atomic.write(self._out_dir / handout.file, data)
        atomic.write(self._out_dir / picture, b64decode(str(report["picture"])))
        about = (handout.code, handout.title, handout.format, handout.file)
        self.made.append(
            Printed(
                *about, pages, len(data), math.ceil(pages / 2), name, handout.shown, handout.label, picture,
                tuple(pack for pack in self._packs if in_pack(handout, pack)), handout.imposed,
            )
        )  # fmt: skip

    def _signed(self, handout: Handout, data: bytes, team: Team) -> bytes:
        try:
            return stamp(data, team)
        except StampError:
            text = f"Tên tổ «{team.name}» dài quá ô trên tờ «{handout.file}»; ô ấy để trống."
            self.problems.append(
                Problem("mkdocs.yml", 1, "P15", text, "Viết tên tổ ngắn lại trong danh sách tổ.")
            )
            return data
