"""Every warning of lessons and handouts is logged as one, so that a build prints it and `--strict` counts
it; errors stop it at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from mkdocs.exceptions import PluginError

from tungbuoc.lesson.problems import Problem
from tungbuoc.site.telling import tell

WARNING = Problem("docs/a.md", 3, "R06", "Tên thật.", "Bỏ đi.", "warning")
ERROR = Problem("docs/b.md", 1, "F01", "Thiếu phần đầu.", "Thêm vào.")


@pytest.fixture
def counted() -> Iterator[list[str]]:
    """What MkDocs would count: records of its logger from WARNING on."""
    said: list[str] = []

    class Counter(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Counter(logging.WARNING)
    logger.addHandler(handler)
    yield said
    logger.removeHandler(handler)


def test_warnings_are_counted_and_stop_nothing(counted: list[str]) -> None:
    tell([WARNING], serving=False)
    assert len(counted) == 1
    assert str(WARNING) in counted[0]


def test_errors_stop_a_build_after_the_warnings_are_told(counted: list[str]) -> None:
    with pytest.raises(PluginError, match=r"docs/b\.md:1: Thiếu phần đầu\. Thêm vào\. \[F01\]"):
        tell([WARNING, ERROR], serving=False)
    assert len(counted) == 1


def test_a_preview_tells_errors_and_goes_on(counted: list[str]) -> None:
    tell([WARNING, ERROR], serving=True)
    assert len(counted) == 2
