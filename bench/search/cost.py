"""What the search costs: bytes over the net, and milliseconds on a slow phone, as the course grows.

Beyond the real lessons the index is filled with lessons made of sentences of several real ones. They are more alike than
real lessons, so their bytes are a little too few; the times hold.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import statistics
from pathlib import Path
from typing import Any

from browser import chromium, opened, served
from sites import ROOT, Lesson, is_lesson

from tungbuoc.site.search import ENGINE, install, read_vocabulary

SLOWER = 6
_TYPED = ["quen mat khau", "lừa đảo", "chuyen tien nham nguoi", "làm sao lấy lại tài khoản zalo", "the bhyt", "ddoori ddieenj thoaij", "goi vid"]


def print_costs(stock: Path, course: list[Lesson], target: Path) -> None:
    """One row for each size of the course, stock and ours; the processor `SLOWER` times throttled."""
    index = json.loads((stock / "search/search_index.json").read_text(encoding="utf-8"))
    codes = {f"{lesson.place}/": lesson.code for lesson in course if is_lesson(lesson)}
    print("lessons         index kB  per 100 engine kB  ready s first key ms warm key ms  worst")
    for many in (len(codes), 100, 400, 2000):
        grown, all_codes = _grown(index, codes, many)
        for name in ("stock", "ours"):
            site = target / f"{name}-{many}"
            shutil.copytree(stock, site)
            (site / "search/search_index.json").write_text(json.dumps(grown), encoding="utf-8")
            if name == "ours":
                install(site, read_vocabulary(ROOT / "docs/tu-tim.yml")[0], all_codes)
            print(f"{many:7} {name:6} {_bytes(site, many)} {_times(site)}", flush=True)


def _grown(index: dict[str, Any], codes: dict[str, str], many: int) -> tuple[dict[str, Any], dict[str, str]]:
    """The index with lessons added up to `many`, and the codes of all."""
    chance = random.Random(17)
    pages: dict[str, list[dict[str, Any]]] = {}
    for entry in index["docs"]:
        pages.setdefault(entry["location"].partition("#")[0], []).append(entry)
    lessons = [pages[place] for place in codes]
    docs, all_codes = list(index["docs"]), dict(codes)
    for number in range(many - len(codes)):
        place = f"them/bai-{number}/"
        all_codes[place] = f"X{number}"
        for entry in chance.choice(lessons):
            other = chance.choice(chance.choice(lessons))
            _, mark, anchor = entry["location"].partition("#")
            key = f"{chance.randrange(10000, 100000)}" if anchor.isdigit() else anchor
            title = f"{entry['title'].partition(': ')[0]}: {other['title'].rpartition(': ')[2]}" if anchor.isdigit() else entry["title"]
            docs.append({"location": place + mark + key, "title": title, "text": other["text"]})
    return {**index, "docs": docs}, all_codes


def _bytes(site: Path, many: int) -> str:
    index, engine = (len(gzip.compress((site / path).read_bytes(), 9)) / 1000 for path in ("search/search_index.json", ENGINE))
    return f"{index:9.1f} {index * 100 / many:8.1f} {engine:9.2f}"


def _times(site: Path) -> str:
    with served(site) as address, chromium() as browser, opened(browser, address, slower=SLOWER) as box:
        first = box.time("mật khẩu")
        warm = sorted(box.time(query) for query in _TYPED for _ in range(2))
        return f"{box.ready / 1000:8.2f} {first:12.0f} {statistics.median(warm):11.0f} {warm[-1]:6.0f}"
