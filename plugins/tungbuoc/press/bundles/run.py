"""Bundles for many teams: what there is to do, how much it will be, and doing it. One team's fault stops
no other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tungbuoc.press import engine, formats, shelf
from tungbuoc.press.bundles import cover
from tungbuoc.press.bundles.bundle import SHARED, Bundle, BundledSheet, BundleReport, make, read
from tungbuoc.press.bundles.choice import folders
from tungbuoc.press.plan import Handout
from tungbuoc.press.refusal import RefusedError
from tungbuoc.press.stamping import StampError, Template
from tungbuoc.press.teams import Listed
from tungbuoc.works import atomic, pool
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint

_COVER = "bundle-cover"


@dataclass(frozen=True, slots=True)
class Work:
    """Everything to be made, and what cannot be, in Vietnamese sentences."""

    bundles: tuple[Bundle, ...]
    told: tuple[str, ...]

    @property
    def files(self) -> int:
        """PDFs in all folders."""
        return sum(len(bundle.sheets) for bundle in self.bundles)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the work will take, by one team stamped in memory: bytes on the disk, and seconds of one
    processor."""

    bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class BundlesMade:
    """What was done: PDFs written, teams that were whole before, teams made, and what cannot be."""

    files: int
    whole: int
    made: int
    told: tuple[str, ...]


def plan_work(
    teams: Sequence[Listed], handouts: Sequence[Handout], *, folder: Path, out: Path, root: Path, price: int
) -> Work:
    """Read every PDF in `folder` once, press the cover if it is stale, and lay out a bundle for every team
    below `out`."""
    told: list[str] = []
    found: list[tuple[Handout, BundledSheet]] = []
    for handout in handouts:
        sheet = _sheet(handout, folder, told)
        found += [(handout, sheet)] if sheet else []
    first = (
        [_cover([one for one, _ in found], [sheet.sides for _, sheet in found], root, price, told)]
        if found
        else []
    )
    sheets = tuple([sheet for sheet in first if sheet] + [sheet for _, sheet in found])
    names = folders(listed.team.name for listed in teams)
    return Work(
        tuple(Bundle(one.team, names[one.team.name], out, sheets) for one in teams if sheets), tuple(told)
    )


def measure(work: Work) -> Measured:
    """Stamp one team's sheets in memory and multiply. Shared sheets count once, in the folders; zips hold
    everything."""
    if not work.bundles:
        return Measured(0, 0.0)
    own, shared, begin = 0, 0, perf_counter()
    bundle = work.bundles[0]
    for sheet in bundle.sheets:
        template = Template.read(sheet.source.read_bytes())
        try:
            size = len(template.stamped(bundle.team))
        except StampError:
            size = len(template.data)
        own, shared = own + size * bool(template.places), shared + size * (not template.places)
    took = perf_counter() - begin
    # Writing, digests and zip: about twice again.
    return Measured(shared + len(work.bundles) * (2 * own + shared), took * 3 * len(work.bundles))


def lacks_room(out: Path, wanted: int) -> bool:
    """Has the disk of `out` less free than that?"""
    there = next(place for place in (out, *out.absolute().parents) if place.exists())
    return shutil.disk_usage(there).free < wanted


def run(
    work: Work,
    out: Path,
    *,
    workers: int | None = None,
    progress: pool.OnProgress | None = None,
    runner: pool.Runner = pool.run,
) -> BundlesMade:
    """Make every bundle that is not whole. Raises `OSError` when `out` itself cannot be written, and what
    `runner` raises."""
    (out / SHARED).mkdir(parents=True, exist_ok=True)
    atomic.write(out / SHARED / "doc.txt", "Các tờ giống nhau của mọi tổ nằm ở đây một lần. Đừng sửa.\n")
    jobs = [pool.Job(bundle.team.name, bundle) for bundle in work.bundles]
    done = runner(make, jobs, workers=workers, progress=progress)
    reports = [(one.name, one.value or BundleReport(fault=one.error)) for one in done]
    told = [f"Tổ «{name}»: {said}." for name, report in reports for said in report.told]
    told += [
        f"Tổ «{name}» chưa xong: {report.fault}. Chạy lại lệnh để làm tiếp."
        for name, report in reports
        if report.fault
    ]
    whole = sum(report.whole for _, report in reports)
    made = sum(not report.whole and not report.fault for _, report in reports)
    return BundlesMade(sum(report.files for _, report in reports), whole, made, (*work.told, *told))


def _sheet(handout: Handout, folder: Path, told: list[str]) -> BundledSheet | None:
    source = folder / handout.file
    try:
        found = read(source)
    except OSError:
        told.append(f"Chưa có tờ {source}. Chạy «make» rồi làm lại.")
        return None
    if found is None:
        told.append(
            f"Tờ {source} không do «make» dựng ra, hoặc chương trình khác đã ghi lại. Chạy «make» rồi làm"
            " lại."
        )
        return None
    return BundledSheet(source, handout.shown, *found)


def _cover(
    handouts: Sequence[Handout], sides: Sequence[int], root: Path, price: int, told: list[str]
) -> BundledSheet | None:
    """The cover, from the cache when it says the same."""
    words = handouts[0].galleys[0].wording
    known: Mapping[str, formats.Format] = formats.load(root / "print/formats", root=root, words=words).known
    format = known.get(_COVER)
    if format is None:
        return None
    from tungbuoc.press.digests import shared_digest

    said = cover.contents(handouts, sides, price)
    look = shelf.formats(root / "print/formats")[_COVER]
    name = fingerprint(
        shared_digest(root / "print/formats"),
        look,
        said,
        handouts[0].galleys[0].imprint.model_dump(),
        words.model_dump(),
    )
    cache = Cache(root / ".cache/press")
    if cache.get(name) is None:
        if problem := engine.require():
            told.append(f"Chưa có tờ đầu của bộ in: {problem.text} {problem.fix}")
            return None
        try:
            cache.put(name, cover.press(said, handouts[0], format, root / "print/formats", root))
        except RefusedError as refused:
            told.append(f"Chưa in được tờ đầu của bộ in: {refused.fault.text}.")
            return None
    place = cache.get(name)
    found = read(place) if place else None
    return BundledSheet(place, cover.NAME, *found) if place and found else None
