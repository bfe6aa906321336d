"""`tungbuoc serve`: videos can be sought in, a wrong page shows what is wrong and the rest, and nothing
stays on the phone."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .previews import PATIENCE, preview

pytestmark = pytest.mark.slow


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The preview of a lesson with a wrong screen, started as an editor does."""
    lesson = project / "docs/an-toan/dung-lai.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("```phone\n", "```phone\nnhầm: có\n", 1), encoding="utf-8")
    with preview(project) as made:
        yield made


def fetch(url: str, **headers: str) -> tuple[int, str]:
    """Status and text."""
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=PATIENCE) as answer:
        return answer.status, answer.read().decode("utf-8")


def test_the_page_shows_its_problems_and_everything_else(address: str) -> None:
    _, page = fetch(address + "an-toan/dung-lai/")
    assert 'class="tb-faults"' in page
    assert "nhầm" in page
    assert page.count('class="tb-step"') >= 4, "the steps are all there"
    assert fetch(address + "an-toan/dung-lai/", Range="bytes=0-14") == (206, page[:15])
    _, worker = fetch(address + "sw.js")
    assert "unregister" in worker, "a preview is never answered from what an earlier site left in the browser"
    assert "sw.js" not in page
