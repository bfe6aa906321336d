"""What the scanner tells about every bad input of a lesson's source: the messages stand in `golden/*.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tungbuoc.lesson.front import read_front
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.video import Video, read_video

GOLDEN = Path(__file__).parent / "golden"
HOSTS = ("www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be", "cu-phap.vn")
FRONT = {
    "code": "B2",
    "audience": "mọi người",
    "minutes": "20",
    "reviewed": "2026-11-21",
    "review_by": "2027-02-21",
}


def _scanned(case: dict[str, Any]) -> list[str]:
    front = "".join(f"{name}: {value}\n" for name, value in FRONT.items())
    return [
        str(problem)
        for problem in scan(f"---\n{front}---\n{case['body']}", "docs/a.md", hosts=HOSTS).problems
    ]


def _front(case: dict[str, Any]) -> list[str]:
    kept = (
        {}
        if case["remove"] == "all"
        else {name: value for name, value in FRONT.items() if name != case["remove"]}
    )
    text = "".join(f"{name}: {value}\n" for name, value in kept.items()) + case["add"]
    front, problems = read_front(text, path="docs/a.md", line=2)
    assert bool(front) is not bool(problems)
    return [str(problem) for problem in problems]


def _video(case: dict[str, Any]) -> str:
    verdict = read_video(case["raw"], HOSTS)
    if isinstance(verdict, Video):
        again = read_video(verdict.address, HOSTS)
        assert again == verdict, "the canonical form of a canonical address is itself"
        return verdict.address
    return f"{verdict.text} {verdict.fix}"


def _compare(name: str, update: bool, told: Any) -> None:
    file = GOLDEN / name
    text = file.read_text("utf-8")
    cases = yaml.safe_load(text)
    found = [{**case, "told": told(case)} for case in cases]
    if update:
        head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
        file.write_text(
            head + yaml.dump(found, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8"
        )
    else:
        assert found == cases


def test_scan(update_goldens: bool) -> None:
    _compare("scan.yml", update_goldens, _scanned)


def test_front(update_goldens: bool) -> None:
    _compare("front.yml", update_goldens, _front)


def test_video(update_goldens: bool) -> None:
    _compare("video.yml", update_goldens, _video)


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
