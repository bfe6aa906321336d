"""The blocks that the tests draw: every `phone` block of the gallery and of the lessons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson.screens import Screen, parse

DOCS = Path(__file__).parents[2] / "docs"
GALLERY = DOCS / "nguoi-viet" / "man-hinh.md"
_BLOCK = re.compile(r"^```phone\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Sample:
    """One block: the file it stands in, the line of its first inner line, its text."""

    path: str
    line: int
    source: str

    def screen(self) -> Screen:
        """The screen; fails the test where there is none."""
        made, problems = parse(self.source, path=self.path, line=self.line)
        assert made is not None, problems
        return made


def blocks(page: Path) -> Iterator[Sample]:
    """The `phone` blocks of one page."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        yield Sample(
            page.relative_to(DOCS.parent).as_posix(), text.count("\n", 0, found.start(1)) + 1, found[1]
        )


def gallery() -> list[Sample]:
    """Every block of the gallery page."""
    return list(blocks(GALLERY))


def everything() -> list[Sample]:
    """Every block of every page."""
    return [sample for page in sorted(DOCS.glob("*/*.md")) for sample in blocks(page)]
