"""Galleys in, PDFs out: look every handout up by its fingerprint, press the stale ones, check them, write
what changed."""

from __future__ import annotations

import contextlib
import math
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.wording import Wording
from tungbuoc.press import engine, making, packs
from tungbuoc.press.digests import Digests
from tungbuoc.press.formats import Format, load
from tungbuoc.press.order import Order
from tungbuoc.press.plan import Handout, Pack, Plan, check_plan, handouts, in_pack
from tungbuoc.press.reach import Reach
from tungbuoc.press.stamping import StampError, Team, stamp
from tungbuoc.press.unreleased import unreleased
from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import Crew, OnProgress, Runner
from tungbuoc.works.workshop import Wanted, make_stale

PICTURES = "hinh"
"""The folder below `out_dir` with a picture of every handout's first page."""
_FEW = 6
"""Handouts that are pressed sooner than two workers have loaded the engine."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished handout: `path` below the site's folder of PDFs, sizes in bytes, `sheets` of paper printed
    both sides.

    `picture` is the path of a small PNG of its first page, in the same folder; `shown` the name people see in
    a chat; `packs` those it belongs to.
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


@dataclass(frozen=True, slots=True)
class PressReport:
    """What is wrong, what there is now, and how many of them had to be pressed."""

    problems: tuple[Problem, ...]
    handouts: tuple[Printed, ...]
    pressed: int


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
) -> PressReport:
    """Bring `out_dir` up to date with `galleys`; nothing stale costs no import of WeasyPrint.

    `root` is the project (by default the folder above `print/`): nothing outside it is read. A handout with a
    problem is not written; an older file of that name stays whole. What is pressed is the same for every
    team; `team` is stamped on what is written. Raises `OSError` only when `out_dir` cannot be written.
    """
    root = (root or formats_dir.parent.parent).resolve()
    formats_dir = formats_dir.resolve()
    words = galleys[0].wording if galleys else Wording()
    formats = load(formats_dir, root=root, words=words)
    wanted = plan or Plan()
    lessons = [galley.code for galley in galleys if not galley.form]
    forms = {galley.path: galley.form for galley in galleys if galley.form}
    problems = [*formats.problems, *check_plan(wanted, formats.known, lessons, forms)]
    with Crew(few=_FEW) as crew:
        by = partial(runner or crew, workers=workers)
        press = _Press(formats_dir, root, Cache(cache_dir), progress, by, team)
        press.all(handouts(galleys, formats.known, wanted))
    made = {handout: press.deliver(out_dir, handout) for handout in press.blobs if handout.format.alone}
    packs = tuple((wanted.packs or {}).values())
    packed = tuple(
        replace(one, packs=tuple(pack for pack in packs if in_pack(handout, pack)))
        for handout, one in made.items()
    )
    return PressReport(tuple(in_order([*problems, *press.problems])), packed, press.pressed)


class _Press:
    """One run: the stages, what they made, what went wrong."""

    def __init__(
        self,
        formats_dir: Path,
        root: Path,
        cache: Cache,
        progress: OnProgress | None,
        runner: Runner,
        team: Team | None,
    ) -> None:
        self.blobs: dict[Handout, tuple[str, bytes]] = {}
        self.problems: list[Problem] = []
        self.pressed = 0
        self._formats_dir, self._root, self._cache = formats_dir, root, cache
        self._progress, self._runner = progress, runner
        self._digests, self._team = Digests(formats_dir, root), team
        self._reach = Reach(cache.folder / "reach.json")
        self._bound: set[str] = set()

    def all(self, handouts: Sequence[Handout]) -> None:
        """Press single handouts, then those that bind others, then those that rearrange finished pages or
        count them."""
        self._bound = {handout.format.insides for handout in handouts if handout.format.insides}
        self._stage(
            [
                handout
                for handout in handouts
                if not (handout.format.insides or handout.imposed or handout.pack)
            ]
        )
        self._stage([handout for handout in handouts if handout.format.insides and not handout.imposed])
        self._stage([handout for handout in handouts if handout.imposed])
        self._stage([handout for handout in handouts if handout.pack])
        with contextlib.suppress(OSError):  # a folder that cannot be written costs time
            self._reach.keep()

    def deliver(self, out_dir: Path, handout: Handout) -> Printed:
        """Write one handout that passed the gate."""
        name, blob = self.blobs[handout]
        report, data = making.split(blob)
        if self._team:
            name, data = fingerprint(name, self._team), self._signed(handout, data, self._team)
        pages = int(str(report["pages"]))
        if handout.format.pages and pages > handout.format.pages and not handout.imposed:
            text = f"{handout.label} của {handout.code} dài {pages} trang, nhiều nhất {handout.format.pages}."
            self.problems.append(
                Problem(handout.galleys[0].path, 1, "P22", text, "Viết ngắn lại.", severity="warning")
            )
        picture = f"{PICTURES}/{handout.file.removesuffix('.pdf')}.png"
        atomic.write(out_dir / handout.file, data)
        atomic.write(out_dir / picture, b64decode(str(report["picture"])))
        about = (handout.code, handout.title, handout.format, handout.file)
        return Printed(
            *about, pages, len(data), math.ceil(pages / 2), name, handout.shown, handout.label, picture
        )

    def _signed(self, handout: Handout, data: bytes, team: Team) -> bytes:
        try:
            return stamp(data, team)
        except StampError:
            text = f"Tên tổ «{team.name}» dài quá ô trên tờ «{handout.file}»; ô ấy để trống."
            self.problems.append(
                Problem("mkdocs.yml", 1, "P15", text, "Viết tên tổ ngắn lại trong danh sách tổ.")
            )
            return data

    def _stage(self, handouts: Sequence[Handout]) -> None:
        handouts = [handout for handout in handouts if self._complete(handout)]
        things = [self._wanted(handout) for handout in handouts]
        stale = [thing for thing in things if self._cache.get(thing.fingerprint) is None]
        if stale and (problem := engine.require()):
            self.problems.append(problem)
            return
        self.pressed += len({thing.fingerprint for thing in stale})
        outcomes = make_stale(making.make, things, self._cache, progress=self._progress, runner=self._runner)
        for handout, thing, outcome in zip(handouts, things, outcomes, strict=True):
            if outcome.value is None:
                text = f"Không in được {handout.label} của {handout.code}: {outcome.error}."
                self.problems.append(
                    Problem(handout.galleys[0].path, 1, "P20", text, "Sửa chỗ này rồi dựng lại.")
                )
            elif faults := unreleased(handout, making.split(outcome.value)[0], self._root):
                self.problems += faults
            else:
                self.blobs[handout] = (thing.fingerprint, outcome.value)

    def _wanted(self, handout: Handout) -> Wanted[Order]:
        insides = self._insides(handout)
        finished = [making.split(self.blobs[made][1]) for made in insides]
        pages = tuple((data, report.get("facts", {})) for report, data in finished)
        sides = (
            [(made, int(str(making.split(blob)[0]["pages"]))) for made, (_, blob) in self.blobs.items()]
            if handout.pack
            else []
        )
        lines = packs.lines(handout, sides) if handout.pack else ()
        order = Order(
            handout, self._formats_dir, self._root, pages, handout.format.name in self._bound, lines
        )
        makers = (self._digests.shared, self._digests.format(handout.format), handout.imposed, order.bound)
        whole = fingerprint(
            makers, [self._digests.galley(galley) for galley in handout.galleys],
            [self.blobs[made][0] for made in insides], handout.code, handout.title, lines,
            [galley.asks for galley in handout.galleys] if handout.format.per == "course" else (),
        )  # fmt: skip
        name = fingerprint(makers, self._reach.of(whole, order))
        return Wanted(f"{handout.code} – {handout.label}", name, order)

    def _complete(self, handout: Handout) -> bool:
        """Is everything finished that this one is made of? What is not has been told already."""
        needed = 1 if handout.imposed else len(handout.galleys) if handout.format.insides else 0
        return len(self._insides(handout)) == needed

    def _insides(self, handout: Handout) -> list[Handout]:
        """The finished handouts this one is made of, in the order of its lessons."""
        if not handout.imposed and not handout.format.insides:
            return []
        if handout.imposed:
            return [
                made for made in self.blobs if made.format is handout.format and made.code == handout.code
            ]
        finished = {made.code: made for made in self.blobs if made.format.name == handout.format.insides}
        return [finished[galley.code] for galley in handout.galleys if galley.code in finished]
