"""The same work over a Dask cluster: a worker killed in the middle leaves every file whole and none twice."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.press.galleys import lesson
from tests.press.test_pressing import ROOT
from tests.stamping.sheets import small

from tungbuoc.press import pressing
from tungbuoc.press.bundles import Work, run
from tungbuoc.press.bundles.bundle import MANIFEST, Bundle, BundledSheet, read
from tungbuoc.press.plan import Plan
from tungbuoc.press.stamping import Team, stamp
from tungbuoc.works import pool
from tungbuoc.works.cluster import Cluster, ClusterError

LINE = (456.38, 25.51, 130)


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two workers, each a process of its own."""
    import distributed  # heavy, and for these tests alone

    made = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    )
    yield made
    made.close()


def _work(root: Path, teams: int) -> Work:
    (root / "E1.pdf").write_bytes(small(LINE))
    about = read(root / "E1.pdf")
    assert about
    sheets = tuple(BundledSheet(root / "E1.pdf", f"E1-{number}.pdf", *about) for number in range(20))
    return Work(
        tuple(
            Bundle(Team(f"Tổ {number}", "0912 345 678"), f"to-{number}", root / "ra", sheets)
            for number in range(teams)
        ),
        (),
    )


@pytest.mark.slow
def test_a_killed_worker_leaves_every_file_whole_and_none_twice(cluster: Any, tmp_path: Path) -> None:
    work, killed = _work(tmp_path, 60), []

    def kill(number: int, _total: int, _name: str) -> None:
        if number == 5:
            killed.append(cluster.workers[0].process.pid)
            os.kill(killed[0], signal.SIGKILL)

    done = run(work, tmp_path / "ra", progress=kill, runner=Cluster(cluster.scheduler_address))
    assert killed
    assert (done.told, done.made + done.whole) == ((), 60)
    for bundle in work.bundles:
        there = sorted(path.name for path in (bundle.out / bundle.folder).iterdir())
        assert there == sorted([MANIFEST, *(sheet.name for sheet in bundle.sheets)])
        assert (bundle.out / bundle.folder / "E1-0.pdf").read_bytes() == stamp(small(LINE), bundle.team)
    assert run(work, tmp_path / "ra", workers=1).whole == 60


@pytest.mark.slow
@pytest.mark.press
def test_a_cluster_presses_the_same_bytes(cluster: Any, tmp_path: Path) -> None:
    made = {}
    for name, runner in (("here", pool.run), ("there", Cluster(cluster.scheduler_address))):
        report = pressing.run(
            [lesson("E1", 2), lesson("E2", 2)],
            formats_dir=ROOT / "print/formats",
            out_dir=tmp_path / name,
            cache_dir=tmp_path / f"{name}-cache",
            root=ROOT,
            plan=Plan(formats=("lesson-sheet",)),
            runner=runner,
        )
        assert (report.problems, report.pressed) == ((), 2)
        made[name] = {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.pdf")}
    assert len(made["here"]) == 2
    assert made["there"] == made["here"]


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tungbuoc.works.cluster._PATIENCE", "200ms")
    with pytest.raises(ClusterError, match="Không nối được"):
        Cluster("tcp://127.0.0.1:1")(str, [pool.Job("một", 1)])


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install tungbuoc\[cluster\]"):
        Cluster("tcp://127.0.0.1:1")(str, [pool.Job("một", 1)])
