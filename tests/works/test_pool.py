"""Whatever happens to one job, the others are done and all are told in order."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import DIED, Crew, Job, run
from tungbuoc.works.progress import ProgressLine
from tungbuoc.works.workshop import Wanted, make_stale

from . import workers

ROOT = Path(__file__).parents[2]
SIX = [Job(f"việc {number}", number) for number in range(1, 7)]


def test_outcomes_stand_in_the_order_of_the_jobs() -> None:
    for count in (1, 2):
        assert [outcome.value for outcome in run(workers.double, SIX, workers=count)] == [2, 4, 6, 8, 10, 12]
    assert run(workers.double, []) == []


def test_one_or_two_jobs_stay_in_this_process_more_do_not() -> None:
    assert {outcome.value for outcome in run(workers.process_id, SIX[:2])} == {os.getpid()}
    assert os.getpid() not in {outcome.value for outcome in run(workers.process_id, SIX[:3])}


@pytest.mark.parametrize("few", [0, 9])
def test_a_job_that_raises_stops_no_other(few: int) -> None:
    outcomes = run(workers.fail_on_three, SIX, few=few)
    assert [outcome.value for outcome in outcomes] == [1, 2, None, 4, 5, 6]
    assert outcomes[2].error == "ValueError: ba thì hỏng"
    assert "fail_on_three" in outcomes[2].detail


def test_what_a_job_leaves_is_gone_before_the_next_and_not_searched_for_meanwhile() -> None:
    for outcomes in (
        run(workers.leave_circles, SIX[:3], few=9),
        run(workers.leave_circles, SIX[:3], workers=1, few=0),
    ):
        assert [outcome.value for outcome in outcomes] == [(0, False), None, (0, False)]
        assert outcomes[1].error == "ValueError: (0, False)"
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_job_that_leaves_or_gives_back_the_impossible_is_told() -> None:
    outcomes = run(workers.leave_on_three, SIX, workers=2)
    assert [outcome.value for outcome in outcomes] == [1, 2, None, 4, 5, 6]
    assert "SystemExit" in outcomes[2].error
    assert all(
        outcome.error and outcome.value is None for outcome in run(workers.unpicklable, SIX[:3], workers=1)
    )


@pytest.mark.parametrize("count", [1, 2])
def test_a_killed_worker_costs_only_its_own_job(count: int) -> None:
    begun: list[tuple[int, int, str]] = []
    outcomes = run(workers.die_on_three, SIX, workers=count, progress=lambda *step: begun.append(step))
    assert [outcome.value for outcome in outcomes] == [1, 2, None, 4, 5, 6]
    assert [outcome.error for outcome in outcomes if outcome.value is None] == [DIED]
    assert [outcome.name for outcome in outcomes] == [job.name for job in SIX]
    assert begun == [(number, 6, f"việc {number}") for number in range(1, 7)]


def test_a_job_killed_once_is_tried_again(tmp_path: Path) -> None:
    jobs = [Job("chết một lần", str(tmp_path))] * 3
    assert [outcome.value for outcome in run(workers.die_once, jobs, workers=2)] == ["xong"] * 3


def test_workers_do_not_run_the_main_script_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "print('main')\nfrom tungbuoc.works.pool import Job, run\nfrom works.workers import double\n"
        "print([done.value for done in run(double, [Job('a', n) for n in range(4)])])",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.split("\n") == ["main", "[0, 2, 4, 6]", ""]
    assert said.stderr == ""


def test_only_stale_things_are_made_and_each_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    wanted = [Wanted(f"bước {number}", fingerprint(number), number) for number in (1, 2, 3, 1)]
    begun: list[str] = []
    first = make_stale(workers.film, wanted, cache, progress=lambda _n, _all, name: begun.append(name))
    assert [(outcome.name, outcome.value) for outcome in first] == [
        ("bước 1", b"film 1"),
        ("bước 2", b"film 2"),
        ("bước 3", b"film 3"),
        ("bước 1", b"film 1"),
    ]
    assert begun == ["bước 1", "bước 2", "bước 3"]
    begun.clear()
    more = [*wanted, Wanted("bước 4", fingerprint(4), 4)]
    assert [
        outcome.value
        for outcome in make_stale(
            workers.film, more, cache, progress=lambda _n, _all, name: begun.append(name)
        )
    ][-1] == b"film 4"
    assert begun == ["bước 4"]


def test_what_could_not_be_made_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    (outcome,) = make_stale(workers.fail_on_three, [Wanted("ba", fingerprint(3), 3)], cache)  # type: ignore[arg-type]
    assert outcome.error == "ValueError: ba thì hỏng"
    assert cache.read(fingerprint(3)) is None


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_line_rewrites_itself_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal = Terminal()
    with ProgressLine("Đang in tờ", terminal) as line:
        line(12, 48, "E1 – Tờ bài học")
        line(13, 48, "E1 – " + "rất dài " * 20)
    shown = terminal.getvalue().split("\r\x1b[2K")
    assert shown[1] == "Đang in tờ 12/48: E1 – Tờ bài học"
    assert len(shown[2]) < 40
    assert shown[2].endswith("…")
    assert shown[-1] == ""


def test_the_line_is_silent_elsewhere() -> None:
    file = io.StringIO()
    with ProgressLine("Đang in tờ", file) as line:
        line(1, 2, "A1")
    assert file.getvalue() == ""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the state of a process is read from /proc")
def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    """Killed, it can tell them nothing."""
    script = f"from tests.works import workers; from tungbuoc.works.pool import Job, run; run(workers.stay, [Job('x', {str(tmp_path)!r})] * 4, workers=2)"
    main = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT)
    _until(lambda: len(list(tmp_path.iterdir())) == 2)
    started = [int(file.name) for file in tmp_path.iterdir()]
    main.kill()
    main.wait()
    _until(lambda: not any(_alive(process) for process in started), seconds=2)


def _until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_crew_keeps_its_workers_for_the_next_jobs() -> None:
    with Crew(few=2) as crew:
        first = {outcome.value for outcome in crew(workers.process_id, SIX, workers=1)}
        assert os.getpid() not in first
        assert {outcome.value for outcome in crew(workers.process_id, SIX[:1])} == first
        assert crew(workers.die_on_three, SIX, workers=1)[2].error == DIED
        assert crew(workers.double, SIX)[5].value == 12
    assert {outcome.value for outcome in crew(workers.process_id, SIX[:1])} == {os.getpid()}
