"""The author's check: processor seconds for 20 and 100 lessons, read from disk and cold, and what the parts
cost.

    python bench/lint.py

Target: 100 lessons in at most 2 s of one core. The lessons are those of `docs/`, multiplied: each copy gets
its own code, title, keys and words on its screens, so that nothing that is cached by content can be used
twice.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tungbuoc import lint
from tungbuoc.lint.check import is_lesson, scans
from tungbuoc.permalink.keys import check_digit

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 21)
TARGET = 2.0
_KEY = re.compile(r" \{#\d{5}\}")


def main() -> None:
    """Print the figures; exits 1 when the target is missed."""
    if len(sys.argv) == 2:
        print(measure(Path(sys.argv[1])))
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in (20, 100):
            root = Path(folder) / str(count)
            corpus(root, count)
            # Its own process each time: nothing is warm, and what starting Python costs is told beside it.
            told = subprocess.run(
                [sys.executable, __file__, str(root)], capture_output=True, text=True, check=True
            ).stdout.strip()
            print(told)
    seconds = float(told.split()[2])
    print(f"target {TARGET:.1f} s: {'reached' if seconds <= TARGET else 'MISSED'}")
    raise SystemExit(seconds > TARGET)


def measure(root: Path) -> str:
    """One line: lessons, seconds of all, of scanning alone, problems found."""
    start = time.process_time()
    project = lint.read_project(root, today=TODAY)
    read = time.process_time()
    found = scans(project)
    scanned = time.process_time()
    problems = lint.check(project)
    end = time.process_time()
    parts = (
        f"reading {read - start:.2f}, scanning and drawing {scanned - read:.2f}, rules {end - scanned:.2f}"
    )
    return f"{len(found)} lessons: {' ' if len(found) < 100 else ''}{end - start:.2f} s CPU ({parts}; starting {start:.2f}), {len(problems)} problems"


def corpus(root: Path, count: int) -> None:
    """A project of `count` lessons below `root`, made from the real ones."""
    real = lint.read_project(ROOT, today=TODAY)
    lessons = [path for path in sorted(real.files) if is_lesson(real, path)]
    shutil.copytree(ROOT / "docs", root / "docs")
    for path in lessons:
        (root / path).unlink()
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    number = 1000
    for i in range(count):
        path = lessons[i % len(lessons)]
        text, number = _copy(real.files[path].decode(), i, number)
        (root / path).with_name(f"bai-{i}.md").write_text(text, "utf-8")


def _copy(text: str, i: int, number: int) -> tuple[str, int]:
    """The lesson with the `i`-th code and title, keys from `number` on, and other words on every screen."""

    def key(_match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f" {{#{number}{check_digit(str(number))}}}"

    text = re.sub(
        r"^code: ([A-Z])\d+$", lambda match: f"code: {match[1]}{i % 99 + 1}", text, flags=re.MULTILINE
    )
    text = re.sub(r"^# (.*)$", rf"# \1, lần {i + 1}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(title: .*)$", rf"\1 {i + 1}", text, flags=re.MULTILINE)
    return _KEY.sub(key, text), number


if __name__ == "__main__":
    main()
