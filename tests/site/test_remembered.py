"""What one build leaves for the next is used, and never needed."""

from __future__ import annotations

import io
from pathlib import Path

import jinja2
import pytest
import zxingcpp
from PIL import Image

from tungbuoc.permalink import qr
from tungbuoc.web import remembered

PAYLOAD = "https://tungbuoc.vn/48217/"


def test_codes_of_an_earlier_build_are_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = qr.png(PAYLOAD)
    remembered.keep_codes(tmp_path)
    monkeypatch.setattr(qr, "_drawn", {})
    monkeypatch.setattr(qr, "_png", lambda *_: pytest.fail("drawn again"))
    remembered.recall_codes(tmp_path)
    assert qr.png(PAYLOAD) == first
    assert (
        zxingcpp.read_barcode(Image.open(io.BytesIO(first)).resize((290, 290), 0).convert("L")).text
        == PAYLOAD
    )


@pytest.mark.parametrize("spoilt", ["", "{", '{"a": 1}', '{"a": "%%%"}', "[]"])
def test_a_spoilt_memory_is_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str) -> None:
    qr.png(PAYLOAD)
    remembered.keep_codes(tmp_path)
    (kept,) = (tmp_path / ".cache/qr").iterdir()
    kept.write_text(spoilt)
    monkeypatch.setattr(qr, "_drawn", {})
    remembered.recall_codes(tmp_path)
    assert qr.drawn() == {}
    assert qr.png(PAYLOAD).startswith(b"\x89PNG")


def test_templates_are_kept_compiled(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ name }}")

    def say() -> str:
        made = jinja2.Environment(
            loader=jinja2.FileSystemLoader(tmp_path),
            bytecode_cache=remembered.templates(tmp_path),
            autoescape=True,
        )
        return made.get_template("page.html").render(name="Bước")

    assert say() == say() == "Bước"
    assert len(list((tmp_path / ".cache/templates").glob("*/*"))) == 1


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    assert remembered.templates(tmp_path) is None
    remembered.keep_codes(tmp_path)
    remembered.recall_codes(tmp_path)
