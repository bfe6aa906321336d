"""Fixtures for all tests: a small project on disk, a browser, a server that speaks like a static host."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a busy machine is no failure
settings.load_profile("steady")
ROOT = Path(__file__).parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` rewrites the expected side of golden files; read the diff afterwards."""
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite golden files from what the code gives now"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first: else one worker is still at it when the others have nothing left to
    do."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """True when golden files are to be rewritten."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def browser() -> Any:
    """The system's Chromium; the one of Playwright only where there is none."""
    from playwright.sync_api import sync_playwright

    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )
    # Neither is closed: both end with this process, while closing waits for ever when a page's worker is
    # still busy.
    playwright = sync_playwright().start()
    return playwright.chromium.launch(executable_path=found, args=FLAGS)
