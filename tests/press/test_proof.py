"""Proof finds what it is made to find, and nothing in sheets that are right."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from tests.press.galleys import lesson

from tungbuoc.permalink import qr
from tungbuoc.press import formats, plan, pressing, proof
from tungbuoc.press.plan import Plan
from tungbuoc.press.proof import contact, paper, scan, tagging
from tungbuoc.press.stamping.letters import LETTERS

pytestmark = pytest.mark.press
PRINT = Path(__file__).parents[2] / "print"
PAYLOAD = "https://tungbuoc.vn/48217/"


def _page(body: str, css: str = "") -> bytes:
    style = f"<style>@page {{ size: A5; margin: 20mm }} body {{ font-family: 'Noto Sans' }} {css}</style>"
    html = f'<html lang="vi"><title>Thử</title>{style}{body}</html>'
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True) or b""


def _code(width: float = 25, payload: str = PAYLOAD) -> str:
    return f'<img alt="mã" style="width:{width}mm;image-rendering:pixelated" src="{qr.data_uri(payload)}">'


def test_sheets_that_are_right_pass(tmp_path: Path) -> None:
    galley, wanted = lesson(steps=4), Plan(formats=("lesson-sheet", "memory-card"))
    places = {"formats_dir": PRINT / "formats", "out_dir": tmp_path / "in"}
    pressing.run([galley], cache_dir=tmp_path / "cache", plan=wanted, **places)
    assert proof.prove_all([galley], wanted=wanted, **places) == []
    drawn = contact.draw(
        plan.handouts([galley], formats.load(PRINT / "formats").known, wanted),
        tmp_path / "in",
        tmp_path / "out",
    )
    assert [file.name for file in drawn] == ["lesson-sheet.png", "memory-card.png"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    wanted = Plan(formats=("memory-card",))
    (problem,) = proof.prove_all([lesson()], formats_dir=PRINT / "formats", out_dir=tmp_path, wanted=wanted)
    assert "E1-memory-card.pdf" in str(problem)


def test_the_press_fonts_hold_every_vietnamese_letter() -> None:
    assert proof.coverage() == []
    assert {"ễ", "Ộ", "đ", "ư"} <= set(LETTERS)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (_code(18), "rộng 18"),
        (_code(12), "ô của mã"),
        ("<p>không mã", "không đọc được"),
        (_code(25, "https://tungbuoc.vn/99999/"), "mã lạ"),
    ],
)
def test_a_small_missing_or_strange_code_is_told(body: str, told: str) -> None:
    assert any(told in said for said in scan.check(_page(body), [PAYLOAD], 25))


def test_a_code_of_the_right_size_passes() -> None:
    assert scan.check(_page(_code()), [PAYLOAD], 25) == []


@pytest.mark.parametrize(
    ("body", "css", "told"),
    [
        ("<p>chữ xám", "p { color: #999 }", "chữ xám"),
        ("<p>chữ ngoài", "p { position: absolute; left: -18mm }", "ngoài vùng in an toàn"),
        ("<p>chữ khác", "p { font-family: 'DejaVu Sans Mono', monospace }", "không phải Noto Sans"),
    ],
)
def test_ink_that_will_not_print_is_told(body: str, css: str, told: str) -> None:
    assert any(told in said for said in paper.check(_page(body, css)))


def test_white_on_black_is_no_grey() -> None:
    assert paper.check(_page("<p>chữ trắng", "p { color: #fff; background: #000 }")) == []


def test_a_heading_left_at_the_foot_of_a_page_is_told() -> None:
    data = _page(
        '<h1>Tên</h1><p>Chữ.</p><h2>Mục</h2><p style="break-before:page">Chữ của mục.</p>',
        "h2 { break-after: auto }",
    )
    assert any("kết thúc bằng một đề mục" in said for said in tagging.check(data, "vi"))
    assert tagging.check(_page("<h1>Tên</h1><p>Chữ.</p>"), "vi") == []


def test_missing_facts_are_told() -> None:
    with pikepdf.open(io.BytesIO(_page(f"<h1>Tên</h1>{_code()}"))) as pdf:
        del pdf.Root.Lang
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure":
                del element.Alt
        out = io.BytesIO()
        pdf.save(out)
        told = " ".join(tagging.check(out.getvalue(), "vi"))
    assert "Lang vi" in told
    assert "lời thay thế" in told


def test_a_file_without_tags_is_told() -> None:
    out = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(out)
    assert tagging.check(out.getvalue(), "vi") == ["không có thẻ đọc (tags)"]
