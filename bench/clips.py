"""Clips: processor seconds and bytes of each, a warm build, and what the parts of the work cost.

    python bench/clips.py [lesson.md …]        (default: every lesson in docs/)

Targets: a clip of 20 seconds in at most 1.5 s of one core and 60 kB; a warm build that encodes nothing and
loads no engine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tungbuoc.clips import StepFilm, for_film, make, read_sentences
from tungbuoc.clips.fonts import find
from tungbuoc.clips.model import FilmOrder
from tungbuoc.lesson.scan import scan

ROOT = Path(__file__).parent.parent


def films(paths: list[Path]) -> list[StepFilm]:
    """A film for every step of the lessons at `paths`."""
    made = []
    for path in paths:
        lesson = scan(path.read_text(encoding="utf-8"), path.name).lesson
        for step in lesson.steps:
            words = read_sentences(step.body.texts())
            shown = for_film(block.screen for block in step.screens if block.screen)
            key = f"{lesson.code}-{step.number}"
            made.append(
                StepFilm(
                    key,
                    step.number,
                    len(lesson.steps),
                    step.title,
                    lesson.title,
                    "tungbuoc.vn/48217",
                    words,
                    shown,
                )
            )
    return made


def warm(every: list[StepFilm], folder: Path) -> None:
    """Build all, then again, and tell what the second build did."""
    begun: list[str] = []
    make(every, folder / "cache", folder / "out")
    start, clock = time.process_time(), time.perf_counter()
    made = make(
        every, folder / "cache", folder / "out", progress=lambda _number, _total, name: begun.append(name)
    )
    engines = sorted({"av", "resvg_py", "PIL"} & set(sys.modules))
    took = f"{time.process_time() - start:.2f} s CPU, {time.perf_counter() - clock:.2f} s"
    print(f"warm build of {len(made)} clips: {took}, encoded {len(begun)}, engines {engines}")
    sizes = [one.clip.size / 1000 for one in made if one.clip]
    lengths = [one.clip.seconds for one in made if one.clip]
    print(f"length: median {statistics.median(lengths):.1f} s, longest {max(lengths):.1f} s")
    per_20 = sum(sizes) / sum(lengths) * 20
    print(
        f"size: median {statistics.median(sizes):.1f} kB, largest {max(sizes):.1f} kB, per 20 s {per_20:.1f} kB, all {sum(sizes) / 1000:.1f} MB"
    )


def cold(every: list[StepFilm]) -> None:
    """CPU seconds of each clip in one process, engines loaded."""
    from tungbuoc.clips import archive, reel

    fonts = find()
    start = time.process_time()
    reel.make(FilmOrder(every[0], fonts))
    print(f"first clip of a worker, engines warming: {time.process_time() - start:.2f} s")
    spent, lengths = [], []
    for film in every:
        start = time.process_time()
        packed = reel.make(FilmOrder(film, fonts))
        spent.append(time.process_time() - start)
        lengths.append(archive.unpack(packed).seconds)
    rate = sum(spent) / sum(lengths) * 20
    print(
        f"CPU a clip: median {statistics.median(spent):.2f} s, slowest {max(spent):.2f} s, per 20 s of film {rate:.2f} s"
    )


if __name__ == "__main__":
    chosen = films([Path(name) for name in sys.argv[1:]] or sorted((ROOT / "docs").glob("*/*.md")))
    with tempfile.TemporaryDirectory() as place:
        warm(chosen, Path(place))
    cold(chosen[:: max(1, len(chosen) // 40)])
