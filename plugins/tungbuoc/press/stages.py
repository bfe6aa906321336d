"""One run of the press in its stages: single handouts, then those that bind others, then those that rearrange
finished pages or count them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tungbuoc.lesson.problems import Problem
from tungbuoc.press import engine, making, packs
from tungbuoc.press.digests import Digests
from tungbuoc.press.latest import Latest
from tungbuoc.press.order import Order
from tungbuoc.press.plan import Handout
from tungbuoc.press.reach import Reach
from tungbuoc.press.unreleased import unreleased
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import OnProgress, Runner
from tungbuoc.works.workshop import Wanted, make_stale

_TOGETHER = 100
"""Handouts whose PDFs, with those that they bind, are in memory at once; all others wait in the cache."""
Deliver = Callable[[Handout, str, Mapping[str, Any], bytes], None]
"""Is given every released handout, its fingerprint, the report of `making.make` and the PDF."""


@dataclass(frozen=True, slots=True)
class _Passed:
    """A handout that passed the gate: its fingerprint, its sides, and what `making.make` gave only where the
    cache does not keep it."""

    name: str
    sides: int
    blob: bytes | None = None


class Stages:
    """What went wrong, how many were pressed, and, in a preview, which were left as they were (`waiting`)."""

    def __init__(
        self,
        formats_dir: Path,
        root: Path,
        cache: Cache,
        runner: Runner,
        deliver: Deliver,
        *,
        progress: OnProgress | None = None,
        preview: bool = False,
    ) -> None:
        self.problems: list[Problem] = []
        self.pressed = 0
        self.waiting: list[Handout] = []
        self._made: dict[Handout, _Passed] = {}
        self._formats_dir, self._root, self._cache = formats_dir, root, cache
        self._runner, self._deliver, self._progress = runner, deliver, progress
        self._digests, self._preview = Digests(formats_dir, root), preview
        self._reach = Reach(cache.folder / "reach.json")
        self._latest = Latest(cache.folder / "latest.json")
        self._bound: set[str] = set()

    def all(self, handouts: Sequence[Handout], only: str = "") -> None:
        """Deliver every handout, what is stale pressed anew; with `only` that of this file and those
        that it is made of."""
        handouts = _needed(handouts, only) if only else handouts
        self._bound = {handout.format.insides for handout in handouts if handout.format.insides}
        single = [one for one in handouts if not (one.format.insides or one.imposed or one.pack)]
        for stage in (
            single,
            [one for one in handouts if one.format.insides and not one.imposed],
            [one for one in handouts if one.imposed],
            [one for one in handouts if one.pack],
        ):
            self._stage(stage)
        with contextlib.suppress(OSError):  # a folder that cannot be written costs time
            self._reach.keep()
            self._latest.keep()

    def _stage(self, handouts: Sequence[Handout]) -> None:
        wanted = [(handout, self._wanted(handout)) for handout in handouts if self._complete(handout)]
        wanted = [(handout, thing) for handout, thing in wanted if not self._waits(handout, thing)]
        stale = {thing.fingerprint for _, thing in wanted if self._cache.get(thing.fingerprint) is None}
        if stale and (problem := engine.require()):
            self.problems.append(problem)
            return
        begun = 0
        for at in range(0, len(wanted), _TOGETHER):
            part = wanted[at : at + _TOGETHER]
            ready = [whole for pair in part if (whole := self._whole(*pair, stale))]
            self._make(ready, self._told(begun, len(stale)))
            begun += len(stale & {thing.fingerprint for _, thing in part})
        self.pressed += len(stale)

    def _make(self, wanted: Sequence[tuple[Handout, Wanted[Order]]], progress: OnProgress | None) -> None:
        outcomes = make_stale(
            making.make, [thing for _, thing in wanted], self._cache, progress=progress, runner=self._runner
        )
        for (handout, thing), outcome in zip(wanted, outcomes, strict=True):
            if outcome.value is None:
                self._fail(handout, outcome.error, "Sửa chỗ này rồi dựng lại.")
            elif faults := unreleased(handout, making.split(outcome.value)[0], self._root):
                self.problems += faults
            else:
                self._release(handout, thing.fingerprint, outcome.value)
                self._latest.note(handout.file, thing.fingerprint)

    def _release(self, handout: Handout, name: str, blob: bytes) -> None:
        report, data = making.split(blob)
        self._made[handout] = _Passed(name, int(str(report["pages"])), blob if self._cache.useless else None)
        if handout.format.alone:
            self._deliver(handout, name, report, data)

    def _waits(self, handout: Handout, thing: Wanted[Order]) -> bool:
        """In a preview: is it made for many lessons, no longer what it was, and there as it was before?"""
        if not self._preview or not handout.many:
            return False
        stale = self._cache.get(thing.fingerprint) is None
        if not stale and not set(self._insides(handout)) & set(self.waiting):
            return False
        before = self._latest.of(handout.file)
        blob = self._cache.read(before) if before else None
        if blob is None:
            return False
        self.waiting.append(handout)
        self._release(handout, before, blob)
        return True

    def _wanted(self, handout: Handout) -> Wanted[Order]:
        sides = [(made, passed.sides) for made, passed in self._made.items()]
        lines = packs.lines(handout, sides) if handout.pack else ()
        bound = handout.format.name in self._bound
        order = Order(handout, self._formats_dir, self._root, bound=bound, lines=lines)
        makers = (self._digests.shared, self._digests.format(handout.format), handout.imposed, order.bound)
        whole = fingerprint(
            makers, [self._digests.galley(galley) for galley in handout.galleys],
            [self._made[made].name for made in self._insides(handout)], handout.code, handout.title, lines,
            [galley.asks for galley in handout.galleys] if handout.format.per == "course" else (),
        )  # fmt: skip
        name = fingerprint(makers, self._reach.of(whole, order))
        return Wanted(f"{handout.code} – {handout.label}", name, order)

    def _complete(self, handout: Handout) -> bool:
        """Is everything finished that this one is made of? What is not has been told already."""
        needed = 1 if handout.imposed else len(handout.galleys) if handout.format.insides else 0
        return len(self._insides(handout)) == needed

    def _whole(
        self, handout: Handout, thing: Wanted[Order], stale: Collection[str]
    ) -> tuple[Handout, Wanted[Order]] | None:
        """With the PDFs that it is made of, where it is to be made; None, and told, when one of them was
        thrown away meanwhile."""
        if thing.fingerprint not in stale:
            return handout, thing
        insides = []
        for inside in self._insides(handout):
            made = self._made[inside]
            if (blob := made.blob or self._cache.read(made.name)) is None:
                self._fail(handout, f"«{inside.file}» vừa bị xóa khỏi kho tạm", "Dựng lại.")
                return None
            report, data = making.split(blob)
            insides.append((data, report.get("facts", {})))
        return handout, replace(thing, argument=replace(thing.argument, insides=tuple(insides)))

    def _insides(self, handout: Handout) -> list[Handout]:
        """The finished handouts this one is made of, in the order of its lessons."""
        if not handout.imposed and not handout.format.insides:
            return []
        if handout.imposed:
            return [
                made for made in self._made if made.format is handout.format and made.code == handout.code
            ]
        finished = {made.code: made for made in self._made if made.format.name == handout.format.insides}
        return [finished[galley.code] for galley in handout.galleys if galley.code in finished]

    def _told(self, begun: int, total: int) -> OnProgress | None:
        progress = self._progress
        return progress and (lambda number, _count, name: progress(begun + number, total, name))

    def _fail(self, handout: Handout, why: str, fix: str) -> None:
        text = f"Không in được {handout.label} của {handout.code}: {why}."
        self.problems.append(Problem(handout.galleys[0].path, 1, "P20", text, fix))


def _needed(handouts: Sequence[Handout], file: str) -> list[Handout]:
    asked = [one for one in handouts if one.file == file]
    return [one for one in handouts if one in asked or any(_goes_into(one, other) for other in asked)]


def _goes_into(one: Handout, other: Handout) -> bool:
    if other.format.insides == one.format.name:
        return one.code in {galley.code for galley in other.galleys}
    return other.imposed and not one.imposed and one.format is other.format and one.code == other.code
