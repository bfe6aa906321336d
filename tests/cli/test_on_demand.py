"""`tungbuoc serve` with `serve: true`: what holds many lessons is bound when it is opened."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2
import pytest

from tungbuoc.site.ondemand import OnDemand

from .previews import got, preview, print_too, until

LESSON = "docs/an-toan/dung-lai.md"


def opened(demand: OnDemand, path: str, mount: str = "/") -> list[bytes]:
    def plain(_environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"file"]

    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path}
    return list(demand.app(plain, mount)(environ, lambda *_: None))


def test_what_waits_is_made_once_by_either_of_its_names_and_nothing_else_is() -> None:
    demand, made = OnDemand(Lock()), list[str]()
    demand.lay({"E-tap-bai.pdf": "E-booklet.pdf", "B-tap-bai.pdf": "B-booklet.pdf"}, made.append)
    for path in ("/", "/in/E1-to-bai-hoc.pdf", "/in/hinh/E-booklet.png", "/lop/in/E-tap-bai.pdf"):
        assert opened(demand, path) == [b"file"]
    assert made == []
    for _ in range(2):
        for path in ("/in/E-tap-bai.pdf", "/in/E-booklet.pdf", "/in/B-booklet.pdf"):
            assert opened(demand, path) == [b"file"]
    assert made == ["E-booklet.pdf", "B-booklet.pdf"]


def test_a_press_that_failed_is_tried_again_when_it_is_opened_again() -> None:
    def fail(_file: str) -> None:
        raise OSError("đĩa đầy")

    demand, made = OnDemand(Lock()), list[str]()
    demand.lay({"E-tap-bai.pdf": "E-booklet.pdf"}, fail)
    with pytest.raises(OSError, match="đĩa đầy"):
        opened(demand, "/in/E-tap-bai.pdf")
    demand.lay({"E-tap-bai.pdf": "E-booklet.pdf"}, made.append)
    opened(demand, "/in/E-tap-bai.pdf")
    assert made == ["E-booklet.pdf"]


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The preview of a lesson in a project whose preview prints."""
    print_too(project, "serve: true", "formats: [lesson-sheet, booklet]")
    with preview(project) as made:
        yield made


@pytest.mark.slow
def test_the_sheet_follows_each_saved_word_and_the_booklet_when_it_is_opened(
    address: str, project: Path
) -> None:
    sheet, booklet = address + "in/E1-to-bai-hoc.pdf", address + "in/E-tap-bai-ban-in-gap.pdf"
    old = _words(got(booklet))
    text = (project / LESSON).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("# "))
    assert title[2:] in old
    (project / LESSON).write_text(text.replace(title, "# Chữ mới tinh", 1), "utf-8")
    until(lambda: "Chữ mới tinh" in _words(got(sheet)))
    file = address + "in/E-booklet.pdf"
    assert "Chữ mới tinh" in _words(got(booklet))
    assert "Chữ mới tinh" in _words(got(file))


def _words(pdf: bytes) -> str:
    if not pdf:
        return ""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
