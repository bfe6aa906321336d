"""The whole build against plain MkDocs with the same Markdown, as ratios in one run: the real course and generated
ones, in the default formats.

CPU is that of the whole process tree, memory that of its largest process. BENCH_LESSONS names the sizes, `real`
for the course of this repository (default `real,20,100,300`; `make bench-large` adds 1000). At the end: how
each row grows from size to size (1.0 is as fast as the course, 0 not at all) and which targets are missed.
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import courses

SIZES = os.environ.get("BENCH_LESSONS", "real,20,100,300").split(",")
ROWS = (
    "plain",
    "cold",
    "nothing changed",
    "nothing stale, no site",
    "one word, preview",
    "one word",
    "one style",
    "check",
)
"""What is measured, in this order. `nothing changed`: the site stands; `nothing stale, no site`: it was
removed, all else is remembered; `preview`: every handout of the lesson, books when they are opened; `check`:
the lint of the unchanged course."""
TARGETS = {"nothing changed": 1.3, "nothing stale, no site": 1.3, "one word, preview": 3.0, "one word": 6.0}
"""The most times of a plain build, at every size."""
CHECK_SECONDS = 0.3
FLAT = 1.2
"""Memory of the largest course against that of 100 lessons, at most."""
MORE_LINES = 3
"""Times that a cheap row is measured; the least counts, since the machine is shared."""


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU of a process tree, seconds by the clock, MB of its largest process."""

    cpu: float
    wall: float
    memory: float


def main() -> None:
    """Measure every size, a table each, then growth and targets."""
    found: dict[str, dict[str, Cost]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = _measure(size, Path(folder))
        _table(size, found[size])
    _growth(found)
    _judge(found)


def run(folder: Path, *command: str, tools: Path = Path(sys.executable).parent) -> Cost:
    """What a tool of an environment (this one's, or that of the folder `tools`) costs in `folder`. Ends the
    bench with its words when it fails."""
    tool = tools / command[0]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        begin = time.monotonic()
        process = subprocess.Popen(
            [tool, *command[1:]],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{said.read()[-4000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _measure(size: str, folder: Path) -> dict[str, Cost]:
    lesson = courses.real(folder) if size == "real" else courses.generated(folder, int(size))
    ours, plain = folder / courses.OURS, folder / courses.PLAIN

    def build() -> Cost:
        return run(ours, "mkdocs", "build", "-q")

    def without_site() -> Cost:
        shutil.rmtree(ours / "site")
        return build()

    run(plain, "mkdocs", "build", "-q")
    found = {"plain": _least(lambda: run(plain, "mkdocs", "build", "-q")), "cold": build()}
    found["nothing changed"] = _least(build)
    found["nothing stale, no site"] = _least(without_site)
    courses.touch_word(lesson)
    found["one word, preview"] = run(ours, "python", str(Path(__file__).with_name("preview.py")))
    courses.touch_word(lesson, "kia")
    found["one word"] = build()
    courses.touch_style(folder)
    found["one style"] = build()
    run(ours, "tungbuoc", "check")
    found["check"] = _least(lambda: run(ours, "tungbuoc", "check"))
    return found


def _least(measure: object) -> Cost:
    costs = [measure() for _ in range(MORE_LINES)]  # type: ignore[operator]
    return min(costs, key=lambda cost: cost.cpu)


def _table(size: str, found: dict[str, Cost]) -> None:
    plain = found["plain"]
    print(f"{size} lessons" if size != "real" else "the course of this repository")
    print(f"  {'':26} {'CPU s':>8} {'x plain':>8} {'wall s':>8} {'MB':>6}")
    for name in ROWS:
        cost = found[name]
        times = cost.cpu / plain.cpu
        print(f"  {name:26} {cost.cpu:8.2f} {times:8.2f} {cost.wall:8.2f} {cost.memory:6.0f}", flush=True)


def _growth(found: dict[str, dict[str, Cost]]) -> None:
    sizes = sorted(int(size) for size in found if size != "real")
    for less, more in pairwise(sizes):
        print(f"growth of CPU from {less} to {more} lessons (1.0: as the course)")
        for name in ROWS:
            ratio = found[str(more)][name].cpu / found[str(less)][name].cpu
            print(f"  {name:26} {math.log(ratio) / math.log(more / less):8.2f}")


def _judge(found: dict[str, dict[str, Cost]]) -> None:
    print("targets")
    for size, costs in found.items():
        for name, most in TARGETS.items():
            _say(f"{size}: {name}, times plain", costs[name].cpu / costs["plain"].cpu, most)
        _say(f"{size}: check, CPU s", costs["check"].cpu, CHECK_SECONDS)
    sizes = sorted(int(size) for size in found if size != "real")
    if "100" in found and sizes[-1] > 100:
        largest = found[str(sizes[-1])]
        for name in ("cold", "nothing stale, no site"):
            ratio = largest[name].memory / found["100"][name].memory
            _say(f"{sizes[-1]}: memory of “{name}”, times that of 100 lessons", ratio, FLAT)


def _say(what: str, found: float, most: float) -> None:
    print(f"  {'missed' if found > most else 'kept':6} {found:8.2f} of {most:4.1f}  {what}")


if __name__ == "__main__":
    main()
