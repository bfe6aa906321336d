"""Many jobs over a few processes; whatever happens to one job, every other one is done and told.

Processes are spawned, never forked: what a worker imports stays in the worker, and behaviour is the same on
every system. A job that raises gives its error as a value. A worker that dies (killed, out of memory,
crashed) takes only the jobs it could have been holding: those are tried once more, each alone, and one that
dies again is reported as failed.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any, Generic, Protocol, TypeVar

A = TypeVar("A")
R = TypeVar("R")
DIED = "tiến trình làm việc này bị tắt giữa chừng (thường do máy hết bộ nhớ)"
OnProgress = Callable[[int, int, str], None]
"""Called as a job begins, with its number from 1, how many there are, and its name."""


@dataclass(frozen=True, slots=True)
class Job(Generic[A]):
    """One thing to do: its name for people, and what the function is called with (picklable)."""

    name: str
    argument: A


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What became of one job: its `value`, or a one-line `error` with the traceback in `detail`."""

    name: str
    value: R | None = None
    error: str = ""
    detail: str = ""


class Runner(Protocol):
    """What does many jobs: `run` over processes of this machine, `cluster.Cluster` over those of many."""

    def __call__(
        self,
        function: Callable[[A], R],
        jobs: Sequence[Job[A]],
        /,
        *,
        workers: int | None = None,
        progress: OnProgress | None = None,
        finished: Callable[[int, Outcome[R]], None] | None = None,
    ) -> list[Outcome[R]]:
        """As `run`."""


def run(
    function: Callable[[A], R],
    jobs: Sequence[Job[A]],
    *,
    workers: int | None = None,
    few: int = 2,
    progress: OnProgress | None = None,
    finished: Callable[[int, Outcome[R]], None] | None = None,
) -> list[Outcome[R]]:
    """Do the jobs by a crew of their own, which goes home after them; see `Crew`."""
    with Crew(few=few) as crew:
        return crew(function, jobs, workers=workers, progress=progress, finished=finished)


class Crew:
    """A `Runner` whose workers stay for the next jobs, until the block it is used in ends.

    Up to `few` jobs are done in this process (starting workers would cost more) unless workers are there
    already. A forkserver that has the engine loaded saved nothing that could be measured on two processors,
    and what its children use appears in no account of this process.
    """

    def __init__(self, *, few: int = 2) -> None:
        self._few = few
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def __call__(
        self,
        function: Callable[[A], R],
        jobs: Sequence[Job[A]],
        /,
        *,
        workers: int | None = None,
        progress: OnProgress | None = None,
        finished: Callable[[int, Outcome[R]], None] | None = None,
    ) -> list[Outcome[R]]:
        """Call `function`, one of an importable module, with each job's argument; the outcomes stand in the
        order of `jobs`.

        At most `workers` processes work at once, by default one for each processor. `finished` is called in
        this process as each job ends, with its index. Raises nothing but `KeyboardInterrupt` and what the two
        callbacks raise.
        """
        shift = _Shift(function, jobs, progress, finished)
        if len(jobs) <= self._few and not self._pool:
            for index in range(len(jobs)):
                shift.do_here(index)
        else:
            shift.do_all(self, min(workers or os.cpu_count() or 1, len(jobs)))
        return [shift.outcomes[index] for index in range(len(jobs))]

    def submit(self, function: Callable[[A], R], job: Job[A]) -> Future[Outcome[R]]:
        """Hand one job to a worker. Raises `BrokenProcessPool`, after which `dismiss` makes room for new
        workers."""
        with _main_module_hidden():
            self._pool = self._pool or ProcessPoolExecutor(
                os.cpu_count(),
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_end_with_parent,
            )
            return self._pool.submit(guarded, function, job)

    def dismiss(self) -> None:
        """Send the workers home; the next job has new ones."""
        if self._pool:
            self._pool.shutdown()
            self._pool = None


def guarded(function: Callable[[A], R], job: Job[A]) -> Outcome[R]:
    """The outcome of one job, wherever it runs. Errors become text here: not every exception survives
    pickling."""
    try:
        with _unsearched():
            return Outcome(job.name, value=function(job.argument))
    except Exception as error:
        return Outcome(job.name, error=_told(error), detail=traceback.format_exc())


class _Shift(Generic[A, R]):
    """The jobs of one `run` and what became of them so far."""

    def __init__(
        self,
        function: Callable[[A], R],
        jobs: Sequence[Job[A]],
        progress: OnProgress | None,
        finished: Callable[[int, Outcome[R]], None] | None,
    ) -> None:
        self.outcomes: dict[int, Outcome[R]] = {}
        self._function = function
        self._jobs = jobs
        self._progress = progress
        self._finished = finished
        self._begun: set[int] = set()

    def do_here(self, index: int) -> None:
        """Do one job in this process."""
        self._announce(index)
        self._settle(index, guarded(self._function, self._jobs[index]))

    def do_all(self, crew: Crew, workers: int) -> None:
        """Do every job over `workers` processes of `crew`, with fresh ones whenever one died."""
        waiting = deque(range(len(self._jobs)))
        while waiting:
            for suspect in self._until_broken(crew, waiting, workers):
                self._until_broken(crew, deque([suspect]), 1)
                if suspect not in self.outcomes:
                    self._settle(suspect, Outcome(self._jobs[suspect].name, error=DIED))

    def _until_broken(self, crew: Crew, waiting: deque[int], workers: int) -> list[int]:
        """Work through `waiting`; if a worker dies, stop and return the jobs that were under way.

        Never more jobs are handed over than there are workers, so those under way are the only ones to
        suspect.
        """
        running: dict[Future[Outcome[R]], int] = {}
        try:
            while waiting or running:
                while waiting and len(running) < workers:
                    index = waiting[0]
                    running[crew.submit(self._function, self._jobs[index])] = index
                    waiting.popleft()
                    self._announce(index)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    self._settle(running[future], _collected(future, self._jobs[running[future]]))
                    del running[future]
        except BrokenProcessPool:
            crew.dismiss()
            return sorted(running.values())
        return []

    def _announce(self, index: int) -> None:
        if self._progress and index not in self._begun:
            self._begun.add(index)
            self._progress(len(self._begun), len(self._jobs), self._jobs[index].name)

    def _settle(self, index: int, outcome: Outcome[R]) -> None:
        self.outcomes[index] = outcome
        if self._finished:
            self._finished(index, outcome)


@contextlib.contextmanager
def _main_module_hidden() -> Iterator[None]:
    """Keep new workers from running this process's main script again.

    Spawned processes import it by default: that would load the whole site generator in each worker, and a
    script without an `if __name__` guard would start its work once more.
    """
    shown = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = shown


@contextlib.contextmanager
def _unsearched() -> Iterator[None]:
    """Look for unreachable circles once, when a job is done: what a sheet is laid out from lives until then,
    and going through it again and again took a sixth of the time. What was there before is not looked at."""
    if not gc.isenabled():  # a job within a job
        yield
        return
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.enable()
        gc.unfreeze()


def _end_with_parent() -> None:
    """In a worker: end at once when the process that started it is gone, even killed; its queue would keep
    it waiting for ever."""
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _collected(future: Future[Outcome[R]], job: Job[Any]) -> Outcome[R]:
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        raise error
    return future.result() if error is None else Outcome(job.name, error=_told(error))


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
