"""What the search costs: bytes over the net, and milliseconds on a slow phone, as the course grows.

Beyond the real lessons the index is filled with lessons made of sentences of several real ones. They are more
alike than real lessons, so their bytes are a little too few; the times hold.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import statistics
from dataclasses import replace
from pathlib import Path
from typing import Any

from browser import chromium, opened, served
from sites import ROOT, Lesson, scanned

from tungbuoc.lesson import model
from tungbuoc.web.search import ENGINE, install, read_vocabulary

SLOWER = 6
_TYPED = [
    "quen mat khau",
    "lừa đảo",
    "chuyen tien nham nguoi",
    "làm sao lấy lại tài khoản zalo",
    "the bhyt",
    "ddoori ddieenj thoaij",
    "goi vid",
]


def print_costs(stock: Path, course: list[Lesson], target: Path) -> None:
    """One row for each size of the course, stock and ours; the processor `SLOWER` times throttled."""
    index = json.loads((stock / "search/search_index.json").read_text(encoding="utf-8"))
    lessons = scanned(course)
    print("lessons         index kB  per 100 engine kB  ready s first key ms warm key ms  worst")
    for many in (len(lessons), 100, 400, 2000):
        grown, more = _grown(index, lessons, many)
        for name in ("stock", "ours"):
            site = target / f"{name}-{many}"
            shutil.copytree(stock, site)
            (site / "search/search_index.json").write_text(json.dumps(grown), encoding="utf-8")
            if name == "ours":
                install(site, read_vocabulary((ROOT / "docs/tu-tim.yml").read_bytes())[0], more)
            print(f"{many:7} {name:6} {_bytes(site, many)} {_times(site)}", flush=True)


def _grown(
    index: dict[str, Any], lessons: dict[str, model.Lesson], many: int
) -> tuple[dict[str, Any], dict[str, model.Lesson]]:
    """The theme's index and our lessons, with more lessons added to both up to `many`."""
    chance = random.Random(17)
    known = list(lessons.values())
    docs, more = list(index["docs"]), dict(lessons)
    for number in range(many - len(known)):
        place = f"them/bai-{number}/"
        more[place] = _mixed(known, chance)
        docs.append({"location": place, "title": more[place].title, "text": ""})
        for at, section in enumerate([*more[place].sections, *more[place].steps]):
            anchor = section.key if isinstance(section, model.Step) else f"muc-{at}"
            docs.append(
                {"location": f"{place}#{anchor}", "title": section.title, "text": " ".join(section.lines)}
            )
    return {**index, "docs": docs}, more


def _mixed(known: list[model.Lesson], chance: random.Random) -> model.Lesson:
    """A lesson whose sections are taken from several others, its steps under keys of their own."""
    base = chance.choice(known)
    sections = tuple(chance.choice(known).section(section.kind) or section for section in base.sections)
    steps = []
    for _ in base.steps:
        taken = chance.choice(chance.choice(known).steps)
        steps.append(replace(taken, key=f"{chance.randrange(10000, 100000)}"))
    return replace(
        base, sections=sections, steps=tuple(steps), title=f"{base.title} {chance.choice(known).title}"
    )


def _bytes(site: Path, many: int) -> str:
    index, engine = (_kilobytes(site / path) for path in ("search/search_index.json", ENGINE))
    return f"{index:9.1f} {index * 100 / many:8.1f} {engine:9.2f}"


def _kilobytes(path: Path) -> float:
    return len(gzip.compress(path.read_bytes(), 9)) / 1000 if path.is_file() else 0.0


def _times(site: Path) -> str:
    with (
        served(site) as address,
        chromium() as browser,
        opened(browser, address, slower=SLOWER, settled=False) as box,
    ):
        first = box.time("mật khẩu")
        warm = sorted(box.time(query) for query in _TYPED for _ in range(2))
        return f"{box.ready / 1000:8.2f} {first:12.0f} {statistics.median(warm):11.0f} {warm[-1]:6.0f}"
