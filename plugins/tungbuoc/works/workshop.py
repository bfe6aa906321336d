"""Make only what is stale: look every wanted thing up, make the missing ones in the pool, keep what was
made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tungbuoc.works.cache import Cache
from tungbuoc.works.pool import Job, OnProgress, Outcome, Runner, run

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Wanted(Generic[A]):
    """A thing to have: its name for people, the fingerprint of all that goes into it, what makes it
    (picklable)."""

    name: str
    fingerprint: str
    argument: A


def make_stale(
    function: Callable[[A], bytes],
    wanted: Sequence[Wanted[A]],
    cache: Cache,
    *,
    workers: int | None = None,
    progress: OnProgress | None = None,
    runner: Runner = run,
) -> list[Outcome[bytes]]:
    """The bytes of every wanted thing, in order, or why one could not be made; `function` is called for stale
    ones only.

    `function` is a module-level one and imports what it needs itself: with nothing stale it is never called.
    Two wanted things with one fingerprint are made once, by `runner`. Each is kept as soon as it is made: a
    build broken off goes on where it stopped.
    """
    made: dict[str, Outcome[bytes]] = {}
    stale: dict[str, Job[A]] = {}
    for thing in wanted:
        if thing.fingerprint in made or thing.fingerprint in stale:
            continue
        content = cache.read(thing.fingerprint)
        if content is None:
            stale[thing.fingerprint] = Job(thing.name, thing.argument)
        else:
            made[thing.fingerprint] = Outcome(thing.name, value=content)
    fingerprints = list(stale)

    def keep(index: int, outcome: Outcome[bytes]) -> None:
        made[fingerprints[index]] = outcome
        if outcome.value is not None:
            cache.put(fingerprints[index], outcome.value)

    runner(function, list(stale.values()), workers=workers, progress=progress, finished=keep)
    return [_renamed(made[thing.fingerprint], thing.name) for thing in wanted]


def _renamed(outcome: Outcome[bytes], name: str) -> Outcome[bytes]:
    return Outcome(name, outcome.value, outcome.error, outcome.detail)
