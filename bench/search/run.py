"""Measure the search: how often the right lesson is found, against Material's stock engine in the same run,
and its cost.

python bench/search/run.py                     tuning half of the queries python bench/search/run.py --half
held-out     the other half: look at it only at the end python bench/search/run.py --ablate            also
ours without each part of the search words, and with all text kept python bench/search/run.py --cost
sizes and times at 100, 400 and 2,000 lessons
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from browser import Box, chromium, opened, served
from cost import print_costs
from queries import Query, read
from sites import ROOT, Lesson, build, is_lesson, lessons, scanned, with_ours

from tungbuoc.web.search import read_vocabulary
from tungbuoc.web.search.index_file import as_text, slim


@dataclass(slots=True)
class Score:
    """Sums over queries: how many, right at once, right among five, one over the rank, without any result."""

    many: int = 0
    first: int = 0
    five: int = 0
    reciprocal: float = 0.0
    nothing: int = 0

    def add(self, rank: int, found: int) -> None:
        """Count one query whose lesson stands at `rank` (from 1; 0: not there) among `found`."""
        self.many += 1
        self.first += rank == 1
        self.five += 0 < rank <= 5
        self.reciprocal += 1 / rank if rank else 0
        self.nothing += not found

    def __str__(self) -> str:
        share = 100 / max(1, self.many)
        return f"{self.first * share:5.0f} {self.five * share:5.0f}  {self.reciprocal / max(1, self.many):.3f} {self.nothing * share:5.1f}"


def main() -> None:
    """Read the wishes, build the sites, print the tables."""
    wishes = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    wishes.add_argument("--half", choices=["tuning", "held-out", "both"], default="tuning")
    wishes.add_argument("--queries", type=Path, help="another file of queries, in the form of queries.tsv")
    wishes.add_argument(
        "--real", action="store_true", help="only the lessons of docs/ and the queries they answer"
    )
    wishes.add_argument("--site", type=Path, help="only measure this built site")
    wishes.add_argument("--ablate", action="store_true")
    wishes.add_argument("--cost", action="store_true")
    wishes.add_argument(
        "--misses", action="store_true", help="print the queries whose lesson does not stand first"
    )
    wish = wishes.parse_args()
    course = lessons(real_only=wish.real)
    codes = (
        _codes(wish.site)
        if wish.site
        else {lesson.place: lesson.code for lesson in course if is_lesson(lesson)}
    )
    queries = read(wish.queries) if wish.queries else read()
    asked = [
        query
        for query in queries
        if wish.half in (query.half, "both") and set(codes.values()) & set(query.codes)
    ]
    if wish.site:
        compare({"ours": wish.site}, asked, codes, misses=wish.misses)
        return
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        stock = build(course, target / "stock")
        sites = {"stock": stock, "ours": with_ours(stock, target / "ours", course)}
        if wish.ablate:
            sites |= _without(stock, target, course)
        if wish.cost:
            print_costs(sites["stock"], course, target)
            return
        compare(sites, asked, codes, misses=wish.misses)


def compare(
    sites: dict[str, Path], asked: list[Query], code_of: dict[str, str], *, misses: bool = False
) -> None:
    """Ask every query of every site and print one row for each kind of query; `code_of` maps page
    addresses to lesson codes."""
    scores: dict[str, dict[str, Score]] = {name: defaultdict(Score) for name in sites}
    for name, site in sites.items():
        with served(site) as address, chromium() as browser, opened(browser, address) as box:
            for query in asked:
                rank, found = _rank(box, query, address, code_of)
                for kind in (query.kind, "ALL"):
                    scores[name][kind].add(rank, found)
                if misses and name == "ours" and rank != 1:
                    print(f"{rank or '–':>3} {query.kind:10} {'/'.join(query.codes):6} {query.typed}")
            told = [error for error in box.errors if "favicon" not in error]
            print(f"{name}: {len(told)} complaints in the console", *told[:3])
    print(
        f"{len(asked)} queries over {len(code_of)} lessons; recall at 1 and at 5 (%), mean reciprocal rank, no result (%)"
    )
    print(f"{'':14}" + "".join(f"{name:^28}" for name in sites))
    for kind in scores["ours"]:
        print(
            f"{kind:9} {scores['ours'][kind].many:4}"
            + "".join(f"{scores[name][kind]!s:>28}" for name in sites)
        )


def _rank(box: Box, query: Query, address: str, code_of: dict[str, str]) -> tuple[int, int]:
    found = [
        link.removeprefix(address).partition("?")[0].partition("#")[0].removesuffix("/")
        for link in box.ask(query.typed)
    ]
    ranks = [at for at, place in enumerate(found, 1) if code_of.get(place) in query.codes]
    return (min(ranks) if ranks else 0), len(found)


def _codes(site: Path) -> dict[str, str]:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    return {entry["location"].removesuffix("/"): entry["code"] for entry in docs if "code" in entry}


def _without(stock: Path, target: Path, course: list[Lesson]) -> dict[str, Path]:
    full = (ROOT / "docs/tu-tim.yml").read_text(encoding="utf-8")
    parts = {part.partition(":")[0]: part for part in re.split(r"^(?=\w+:$)", full, flags=re.MULTILINE)[1:]}
    made = {}
    for name, left_out in {
        "no synonyms": "tu",
        "no stops": "dem",
        "no errands": "viec",
        "no sayings": "noi",
    }.items():
        words = target / f"{name}.yml"
        words.write_text("".join(text for part, text in parts.items() if part != left_out), encoding="utf-8")
        made[name] = with_ours(stock, target / name, course, words)
    vocabulary = read_vocabulary((ROOT / "docs/tu-tim.yml").read_bytes())[0]
    made["all text"] = with_ours(stock, target / "all text", course)
    index = json.loads((stock / "search/search_index.json").read_text(encoding="utf-8"))
    whole = slim(index, scanned(course), vocabulary, None)
    (made["all text"] / "search/search_index.json").write_text(as_text(whole), encoding="utf-8")
    return made


if __name__ == "__main__":
    main()
