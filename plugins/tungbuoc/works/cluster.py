"""Many jobs over many machines: the same as `pool.run`, by a Dask scheduler that is already there.

A job whose machine dies is done again on another; it must not matter that one is begun twice, so what jobs
write is written whole or not at all. Needs `pip install tungbuoc[cluster]` here and on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tungbuoc.works.pool import DIED, Job, OnProgress, Outcome, guarded

A = TypeVar("A")
R = TypeVar("R")
_PATIENCE = "20s"


class ClusterError(Exception):
    """There is no such scheduler, or this machine cannot speak to one; said in Vietnamese."""


class Cluster:
    """A `pool.Runner` for the scheduler at an address such as `tcp://10.0.0.5:8786`."""

    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler

    def __call__(
        self,
        function: Callable[[A], R],
        jobs: Sequence[Job[A]],
        /,
        *,
        workers: int | None = None,  # noqa: ARG002 the scheduler knows how many it has
        progress: OnProgress | None = None,
        finished: Callable[[int, Outcome[R]], None] | None = None,
    ) -> list[Outcome[R]]:
        """As `pool.run`, but `progress` counts what is done. Raises `ClusterError`."""
        try:
            from distributed import Client, as_completed
        except ImportError as error:
            raise ClusterError("Máy này chưa có Dask. Chạy: pip install tungbuoc[cluster]") from error
        try:
            client = Client(self._scheduler, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise ClusterError(f"Không nối được với máy chia việc {self._scheduler}.") from error
        outcomes: dict[int, Outcome[R]] = {}
        with client:
            asked = {
                client.submit(guarded, function, job, pure=False): index for index, job in enumerate(jobs)
            }
            for future in as_completed(asked):
                index = asked[future]
                outcomes[index] = (
                    future.result() if future.status == "finished" else Outcome(jobs[index].name, error=DIED)
                )
                if progress:
                    progress(len(outcomes), len(jobs), jobs[index].name)
                if finished:
                    finished(index, outcomes[index])
        return [outcomes[index] for index in range(len(jobs))]
