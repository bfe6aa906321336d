"""Fixtures of the search tests: the bench's sites and browser, built once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench/search"))


@pytest.fixture(scope="session")
def course() -> list[Any]:
    """All lessons that the bench measures."""
    from sites import lessons

    return lessons()


@pytest.fixture(scope="session")
def site(course: list[Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with our search, for a server."""
    from sites import build, with_ours

    folder = tmp_path_factory.mktemp("search")
    return with_ours(build(course, folder / "stock"), folder / "ours", course)


@pytest.fixture
def box(site: Path, browser: Any) -> Iterator[Any]:
    """The search box of the served site's home page."""
    from browser import opened, served

    with served(site) as address, opened(browser, address) as box:
        yield box
