"""Galleys in, PDFs out: look every handout up by its fingerprint, press the stale ones, check them, write
what changed."""

from __future__ import annotations

import math
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.press import engine, making, packs, shelf
from tungbuoc.press import plan as planning
from tungbuoc.press.formats import Format, extended, load
from tungbuoc.press.order import Order
from tungbuoc.press.plan import Handout, Pack, Plan, in_pack
from tungbuoc.press.refusal import Fault, place
from tungbuoc.press.stamping import StampError, Team, stamp
from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import Progress, Runner
from tungbuoc.works.pool import run as pool
from tungbuoc.works.workshop import Wanted, make

_IMAGE = re.compile(r'<img\b[^>]*\bsrc="((?!data:)[^"]+)"')
PICTURES = "hinh"
"""The folder below `out_dir` with a picture of every handout's first page."""


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
    progress: Progress | None = None,
    workers: int | None = None,
    team: Team | None = None,
    runner: Runner = pool,
) -> PressReport:
    """Bring `out_dir` up to date with `galleys`; nothing stale costs no import of WeasyPrint.

    `root` is the project (by default the folder above `print/`): nothing outside it is read. A handout with a
    problem is not written; an older file of that name stays whole. What is pressed is the same for every
    team; `team` is stamped on what is written. Raises `OSError` only when `out_dir` cannot be written.
    """
    root = (root or formats_dir.parent.parent).resolve()
    formats_dir = formats_dir.resolve()
    formats = load(formats_dir, root=root)
    wanted = plan or Plan()
    lessons = [galley.code for galley in galleys if not galley.form]
    forms = {galley.path: galley.form for galley in galleys if galley.form}
    problems = [*formats.problems, *planning.check(wanted, formats.known, lessons, forms)]
    press = _Press(formats_dir, root, Cache(cache_dir), progress, partial(runner, workers=workers), team)
    press.all(planning.handouts(galleys, formats.known, wanted))
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
        progress: Progress | None,
        runner: Runner,
        team: Team | None,
    ) -> None:
        self.blobs: dict[Handout, tuple[str, bytes]] = {}
        self.problems: list[Problem] = []
        self.pressed = 0
        self._formats_dir, self._root, self._cache, self._progress, self._runner = (
            formats_dir,
            root,
            cache,
            progress,
            runner,
        )
        self._workshop, self._team = workshop(formats_dir), team
        self._digests: dict[int, str] = {}
        self._formats: dict[str, str] = {}
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
        if any(self._cache.get(thing.fingerprint) is None for thing in things) and (
            problem := engine.require()
        ):
            self.problems.append(problem)
            return
        stale = [thing for thing in things if self._cache.get(thing.fingerprint) is None]
        self.pressed += len({thing.fingerprint for thing in stale})
        outcomes = make(making.make, things, self._cache, progress=self._progress, runner=self._runner)
        for handout, thing, outcome in zip(handouts, things, outcomes, strict=True):
            if outcome.value is None:
                text = f"Không in được {handout.label} của {handout.code}: {outcome.error}."
                self.problems.append(
                    Problem(handout.galleys[0].path, 1, "P20", text, "Sửa chỗ này rồi dựng lại.")
                )
            elif faults := self._faults(handout, making.split(outcome.value)[0]):
                self.problems += faults
            else:
                self.blobs[handout] = (thing.fingerprint, outcome.value)

    def _faults(self, handout: Handout, report: Mapping[str, Any]) -> list[Problem]:
        """Why a handout is not released, nor bound in anything: what the press refused or the gate found."""
        if "refused" in report:
            return [self._refused(handout, report["refused"])]
        return [
            *self._told(handout, "P21", "in thiếu", report["missing"]),
            *self._told(handout, "P23", "in hỏng", report["hidden"]),
        ]

    def _told(self, handout: Handout, code: str, what: str, found: Sequence[dict[str, Any]]) -> list[Problem]:
        paths = [galley.path for galley in handout.galleys]
        fix = "Xem lại dòng này; nếu bài không sai thì báo người giữ khuôn in."
        faults = [Fault(**one) for one in found]
        return [
            Problem(
                *((fault.path, fault.line) if fault.path else place(self._root, paths, fault.near)),
                code, f"Tờ «{handout.file}» {what}, chưa được phát hành. {fault.text}.", fix,
            )
            for fault in faults
        ]  # fmt: skip

    def _refused(self, handout: Handout, said: Mapping[str, Any]) -> Problem:
        text = f"Không in được {handout.label} của {handout.code}: {said['text']}."
        paths = [galley.path for galley in handout.galleys]
        path, line = (said["path"], said["line"]) if said["path"] else place(self._root, paths, said["near"])
        return Problem(path, line, "P20", text, "Sửa chỗ này rồi dựng lại.")

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
        name = fingerprint(
            self._workshop, self._format(handout.format),
            [self._galley(galley) for galley in handout.galleys],
            [self.blobs[made][0] for made in insides], handout.code, handout.title, handout.imposed,
            handout.format.name in self._bound, lines,
            [galley.asks for galley in handout.galleys] if handout.format.per == "course" else (),
        )  # fmt: skip
        label = f"{handout.code} – {handout.label}"
        return Wanted(
            label,
            name,
            Order(handout, self._formats_dir, self._root, pages, handout.format.name in self._bound, lines),
        )

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

    def _format(self, format: Format) -> str:
        if format.name not in self._formats:
            places = shelf.formats(self._formats_dir)
            names = (format.name, *extended(self._formats_dir, format.name))
            self._formats[format.name] = fingerprint([places[name] for name in names])
        return self._formats[format.name]

    def _galley(self, galley: Galley) -> str:
        """The digest of a galley and of the pictures in it; a galley is read once however many formats use
        it."""
        if id(galley) not in self._digests:
            text = galley.model_dump_json(exclude={"asks"})  # of the book alone
            images = sorted(set(_IMAGE.findall(text.replace('\\"', '"'))))
            self._digests[id(galley)] = fingerprint(text, [self._root / image for image in images])
        return self._digests[id(galley)]


def workshop(formats_dir: Path) -> str:
    """The digest of all that reaches every sheet: shared pieces, fonts, versions of the engine, the press
    itself."""
    machine = engine.machine()
    shared = shelf.shared(formats_dir)
    parts = (
        "press",
        "permalink/qr.py",
        "lesson/galley.py",
        "lesson/sayings.py",
        "lesson/screens/metrics.py",
        "lesson/screens/widths.py",
    )
    code = [Path(str(files("tungbuoc") / part)) for part in parts]
    sources = [
        source for place in code for source in (sorted(place.rglob("*.py")) if place.is_dir() else [place])
    ]
    return fingerprint(shared, sources, list(machine.fonts), machine.versions)
