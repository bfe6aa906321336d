"""What one build leaves for the next is used, and never needed."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
import zxingcpp
from PIL import Image

from tungbuoc.permalink import qr
from tungbuoc.web import remembered
from tungbuoc.works import sealed

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
    sealed.write(kept, spoilt.encode())
    monkeypatch.setattr(qr, "_drawn", {})
    remembered.recall_codes(tmp_path)
    assert qr.drawn() == {}
    assert qr.png(PAYLOAD).startswith(b"\x89PNG")


def test_a_code_that_was_altered_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Still a picture, still a list of pictures: but not the one that was kept."""
    first = qr.png(PAYLOAD)
    other = qr.png("https://tungbuoc.vn/48228/")
    remembered.keep_codes(tmp_path)
    (kept,) = (tmp_path / ".cache/qr").iterdir()
    swapped = kept.read_bytes().replace(base64.b64encode(first), base64.b64encode(other))
    assert swapped != kept.read_bytes()
    kept.write_bytes(swapped)
    monkeypatch.setattr(qr, "_drawn", {})
    remembered.recall_codes(tmp_path)
    assert qr.png(PAYLOAD) == first


def _say(root: Path) -> str:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(root), bytecode_cache=remembered.templates(root), autoescape=True
    )
    return made.get_template("page.html").render(name="Bước")


def test_templates_are_kept_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("{{ name }}")
    assert _say(tmp_path) == "Bước"
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert _say(tmp_path) == "Bước"


@pytest.mark.parametrize("spoil", [lambda whole: whole[:-9], lambda whole: whole[::-1], lambda _: b""])
def test_a_damaged_template_is_compiled_again(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    (tmp_path / "page.html").write_text("{{ name }}")
    _say(tmp_path)
    (kept,) = (tmp_path / ".cache/templates").glob("*/*")
    kept.write_bytes(spoil(kept.read_bytes()))
    assert _say(tmp_path) == "Bước"
    (again,) = (tmp_path / ".cache/templates").glob("*/*")
    assert again.read_bytes()


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    (tmp_path / "page.html").write_text("{{ name }}")
    assert _say(tmp_path) == "Bước"
    remembered.keep_codes(tmp_path)
    remembered.recall_codes(tmp_path)
