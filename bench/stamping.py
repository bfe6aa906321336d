"""A team's name on a sheet: appended, by a library that writes the PDF anew, by rendering it again; and all
teams of a ward, as a command makes them.

CPU seconds of this process, interleaved; compare only inside one run. BENCH_TEAMS sets how many teams,
BENCH_LESSONS how many lessons.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT)]
LESSONS = int(os.environ.get("BENCH_LESSONS", "48"))
TEAMS = int(os.environ.get("BENCH_TEAMS", "31"))
WARDS, TEAMS_OF_A_WARD = 3321, 10
_ROUNDS = 5


def main() -> None:
    """Both tables."""
    _one_sheet()
    _all_teams()


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """CPU seconds of this process for one `work`."""
    begin = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begin) / times


def _one_sheet() -> None:
    from tests.press.galleys import full, order
    from tests.stamping.reference import stamped

    from tungbuoc.press import formats, making
    from tungbuoc.press.engine import machine
    from tungbuoc.press.stamping import Team, Template, font

    known = formats.load(ROOT / "print/formats").known
    wanted = order(full(), known["lesson-sheet"])
    sheet = making.pressed(wanted)
    template, widths = Template.read(sheet), font.face(machine().fonts[-1]).widths
    teams = [
        Team(f"Tổ công nghệ số thôn {number}", "0912 345 678", hours="tối thứ Ba") for number in range(200)
    ]
    with tempfile.TemporaryDirectory() as folder:
        files = iter(range(1_000_000))

        def to_disk() -> None:
            for team in teams:
                (Path(folder) / f"{next(files)}.pdf").write_bytes(template.stamped(team))

        took: dict[str, list[float]] = {"rendered": [], "library": [], "disk": [], "memory": []}
        for _ in range(_ROUNDS):
            took["rendered"].append(cpu(lambda: making.pressed(wanted)))
            took["library"].append(cpu(lambda: stamped(sheet, teams[0], widths), 20))
            took["disk"].append(cpu(to_disk) / len(teams))
            took["memory"].append(cpu(lambda: [template.stamped(team) for team in teams]) / len(teams))
    middle = {name: sorted(times)[len(times) // 2] for name, times in took.items()}
    print(f"one sheet rendered again {middle['rendered'] * 1000:.0f} ms")
    for name, label, target in (
        ("disk", "appended, to disk", ">= 1000"),
        ("memory", "appended, in memory", ""),
        ("library", "by pikepdf", ">= 100"),
    ):
        times = middle["rendered"] / middle[name]
        print(
            f"  {label:20s} {middle[name] * 1000:7.3f} ms, {1 / middle[name]:8.0f} PDFs a CPU second, {times:6.0f} times cheaper {target and f'(target {target})'}"
        )


def _all_teams() -> None:
    """Folders, zips and lists of all teams; the slope over their number, memory, bytes with and without
    sharing."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "sheets", folder], check=True)
        few, many = max(2, TEAMS // 4), TEAMS
        small, large = (_made(folder, count) for count in (few, many))
    slope = (large[0] - small[0]) / (many - few)
    print(
        f"{LESSONS} lessons, a sheet and a card each, x {many} teams: {large[0]:.1f} CPU s, {many * LESSONS * 2 / large[0]:.0f} PDFs a CPU second, zips and digests included"
    )
    print(f"  peak memory {small[1]:.0f} MB for {few} teams, {large[1]:.0f} MB for {many}")
    print(
        f"  {large[2] / many / 1e6:.2f} MB a team on the disk, {large[3] / many / 1e6:.2f} MB without sharing"
    )
    everywhere = WARDS * TEAMS_OF_A_WARD
    print(
        f"  by this slope {WARDS} wards x {TEAMS_OF_A_WARD} teams: {slope * everywhere / 3600:.1f} CPU hours, {large[2] / many * everywhere / 1e12:.1f} TB (not run)"
    )


def _made(folder: str, teams: int) -> tuple[float, float, int, int]:
    done = subprocess.run(
        [sys.executable, __file__, "teams", folder, str(teams)], capture_output=True, text=True, check=True
    )
    seconds, memory, disk, whole = done.stdout.split()[-4:]
    return float(seconds), float(memory), int(disk), int(whole)


def _press_sheets(folder: Path) -> None:
    """Sheets and cards of LESSONS lessons, each with a title of its own."""
    from tests.press.galleys import full, order

    from tungbuoc.press import formats, making

    known = formats.load(ROOT / "print/formats").known
    for number in range(LESSONS):
        for name in ("lesson-sheet", "memory-card"):
            (folder / f"E{number}-{name}.pdf").write_bytes(
                making.pressed(order(full(code=f"E{number}", title=f"Bài {number}"), known[name]))
            )


def _make_teams(folder: Path, count: int) -> None:
    """In a process of its own: CPU seconds, peak memory in MB, bytes on the disk and without hard links."""
    from tungbuoc.press.bundles.bundle import Bundle, BundledSheet, make, read
    from tungbuoc.press.stamping import Team

    found = [(file, read(file)) for file in sorted(folder.glob("*.pdf"))]
    sheets = tuple(BundledSheet(file, file.name, *about) for file, about in found if about)
    out = folder / f"out-{count}"
    bundles = [
        Bundle(Team(f"Tổ công nghệ số thôn {number}", "0912 345 678"), f"to-{number}", out, sheets)
        for number in range(count)
    ]
    took = cpu(lambda: [make(bundle) for bundle in bundles])
    stats = [file.stat() for file in out.rglob("*") if file.is_file()]
    disk = sum({stat.st_ino: stat.st_size for stat in stats}.values())
    print(
        took,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        disk,
        sum(stat.st_size for stat in stats),
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["sheets"]:
        _press_sheets(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["teams"]:
        _make_teams(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
