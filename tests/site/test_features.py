"""Every feature that a need names is in a really built site, and its check sees when it is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error
from tests.offline.host import Host
from tests.site.features import FEATURES, Open

pytestmark = pytest.mark.browser
_SOON = 700
"""Milliseconds that a check waits for what is not there."""


@pytest.mark.parametrize("name", sorted(FEATURES))
def test_the_site_has_it(name: str, visit: Callable[..., Any]) -> None:
    FEATURES[name](visit)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[Host]:
    """The same addresses without what stands on the pages."""
    root = tmp_path_factory.mktemp("bare")
    for page in site.rglob("*.html"):
        file = root / page.relative_to(site)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('<!doctype html><html lang="vi"><title>Trống</title><h1>Trống</h1>', encoding="utf-8")
    served = Host(root)
    yield served
    served.stop()


@pytest.mark.parametrize("name", sorted(FEATURES))
def test_its_check_fails_when_it_is_gone(name: str, browser: Any, bare: Host) -> None:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(_SOON)

    def go(path: str) -> Any:
        page = context.new_page()
        page.goto(bare.url + path)
        return page

    check: Callable[[Open], None] = FEATURES[name]
    with pytest.raises((AssertionError, Error)):
        check(go)
    context.close()
