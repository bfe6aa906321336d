"""What lies on the table in the evening: sheets that cut, fold and turn over as they should, type that old
eyes can read."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops
from tests.press.galleys import drawn, form, full, lesson, step, twin

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import formats, gate, making, plan, proof
from tungbuoc.press.order import Order
from tungbuoc.press.proof import paper, tagging

pytestmark = pytest.mark.press
PRINT = Path(__file__).parents[2] / "print"
KNOWN = formats.load(PRINT / "formats").known
_DPI = 150
FULL = full()
LONG = "Người gọi xưng công an, bảo hiểm, điện lực"


def pressed(*galleys: Galley, name: str) -> bytes:
    handout = plan.Handout(galleys[0].code, galleys[0].title, KNOWN[name], galleys)
    return making.pressed(Order(handout, PRINT / "formats", PRINT.parent))


def pages(data: bytes) -> list[Image.Image]:
    return [page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(data)]


def mm(pixels: float) -> float:
    return pixels * 25.4 / _DPI


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, known in KNOWN.items()
        if not known.insides and known.alone and known.per not in ("bundle", "pack")
    ),
)
def test_every_format_keeps_its_ink_and_its_type_sizes(name: str) -> None:
    known = KNOWN[name]
    galleys = [form(name)] if known.per == "form" else [FULL]
    galleys += [twin(FULL)] if known.per == "translation" else []
    data = pressed(*galleys, name=name)
    handout = plan.Handout(galleys[0].code, galleys[0].title, known, tuple(galleys))
    assert paper.check(data, proof.smallest(handout), known.rows.drawn if known.rows else paper.DRAWN) == []
    assert gate.check(data, gate.promise(galleys, known)).missing == ()


def test_type_smaller_than_the_format_says_is_told() -> None:
    data = pressed(FULL, name="worksheet")
    assert any("nhỏ nhất phải 14 pt" in said for said in paper.check(data, 14))


def test_words_typed_in_backticks_are_set_in_the_press_font() -> None:
    typed = lesson().model_copy(
        update={"steps": (step(1, words="Nhắn <code>TTTB</code> gửi <code>1414</code>."),)}
    )
    assert paper.check(pressed(typed, name="lesson-sheet"), 12) == []


def test_an_arrow_between_menus_is_set_in_the_press_fonts() -> None:
    """Noto Sans has none; a font of the machine's choice would stand in its place."""
    way = lesson().model_copy(
        update={"steps": (step(1, words="Bấm <strong>“Cá nhân”</strong> → <strong>“Bảo mật”</strong>."),)}
    )
    data = pressed(way, name="lesson-sheet")
    assert paper.check(data, 12) == []
    assert "→" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_labels_keep_their_words_in_the_safe_area_whatever_their_titles() -> None:
    """Titles of two lines, a long host over two lines, in the rows at the paper's edge."""
    base = lesson(steps=8)
    steps = tuple(
        one.model_copy(
            update={"title": "Chưa có tài khoản ngân hàng", "typed": f"ban-nhap.example/{one.key}"}
        )
        for one in base.steps
    )
    long = base.model_copy(update={"steps": steps})
    assert paper.check(pressed(long, name="sticker-sheet"), 10) == []


def test_a_picture_sheet_with_a_long_title_begins_on_its_first_page() -> None:
    steps = tuple(step(number, screens=(drawn(176),)) for number in range(1, 7))
    data = pressed(lesson(title=LONG, steps=6).model_copy(update={"steps": steps}), name="picture-sheet")
    assert "Việc thứ 1" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert tagging.check(data, "vi") == []


def test_both_halves_of_a_quiz_are_alike_so_any_way_of_turning_it_matches() -> None:
    front, back = pages(pressed(FULL, name="quiz"))
    for page in (front, back):
        middle = page.height // 2
        top, bottom = (
            page.crop((0, 0, page.width, middle - 4)),
            page.crop((0, middle, page.width, 2 * middle - 4)),
        )
        shift = min(range(-3, 4), key=lambda by: _differ(top, bottom, by))
        assert _differ(top, bottom, shift) < 0.01


def test_a_counter_stand_reads_upright_on_both_faces() -> None:
    (page,) = pages(pressed(FULL, name="counter-stand"))
    found = sorted(zxingcpp.read_barcodes(page), key=lambda code: code.position.top_left.y)
    assert {code.text for code in found} == {FULL.steps[0].payload}
    turned, upright = found
    assert abs(turned.orientation) > 170
    assert abs(upright.orientation) < 10
    assert (
        mm(turned.position.top_left.y)
        < 92
        < mm(upright.position.top_left.y)
        < mm(upright.position.bottom_left.y)
        < 184
    )


def test_a_leaflet_has_its_cover_right_outside_and_no_code_on_the_fold() -> None:
    document = pypdfium2.PdfDocument(pressed(FULL, name="leaflet"))
    outside, inside = document
    width, height = outside.get_size()
    assert "Dừng lại" in outside.get_textpage().get_text_bounded(left=width / 2, bottom=height / 2)
    assert "Các bước" in outside.get_textpage().get_text_bounded(right=width / 2)
    (code,) = zxingcpp.read_barcodes(inside.render(scale=_DPI / 72, grayscale=True).to_pil())
    assert mm(code.position.top_left.x) > 148.5 + 8


def test_stickers_stand_on_the_labels_of_a_sheet() -> None:
    galley = lesson(steps=27)
    first, second = pages(pressed(galley, name="sticker-sheet"))
    for page in (first, second):  # the last sheet is filled with steps once more
        places = {_label(code.position) for code in zxingcpp.read_barcodes(page)}
        assert places == {(number % 3, number // 3) for number in range(24)}


def test_the_answer_of_a_situation_lies_behind_it() -> None:
    front, back = pypdfium2.PdfDocument(pressed(lesson(), name="situation-cards"))
    half, row = front.get_width() / 2, front.get_height() * 3 / 4
    assert "Có người giục" in front.get_textpage().get_text_bounded(right=half, bottom=row)
    assert "Việc thật" in back.get_textpage().get_text_bounded(left=half, bottom=row)
    assert front.get_textpage().get_text_bounded().count("Chuyện ở xóm mình:") == 7


def test_each_ticket_has_its_number_on_both_halves() -> None:
    tickets = form("ticket-sheet").model_copy(update={"rows": 16})
    said = [
        page.get_textpage().get_text_bounded().split()
        for page in pypdfium2.PdfDocument(pressed(tickets, name="ticket-sheet"))
    ]
    assert [[words.count(str(number)) for number in (5, 6, 13, 14)] for words in said] == [
        [2, 2, 0, 0],
        [0, 0, 2, 2],
    ]


def _label(position: zxingcpp.Position) -> tuple[int, int]:
    """Column and row of the label on which a code stands whole."""
    column, row = int(mm(position.top_left.x) // 70), int(mm(position.top_left.y) // 37.125)
    assert (int(mm(position.bottom_right.x) // 70), int(mm(position.bottom_right.y) // 37.125)) == (
        column,
        row,
    )
    return column, row


def _differ(first: Image.Image, second: Image.Image, shift: int) -> float:
    """The share of points that differ when the second is moved by `shift` points."""
    moved = ImageChops.offset(second, 0, shift)
    histogram = ImageChops.difference(first, moved).point(lambda value: 255 if value > 128 else 0).histogram()
    return histogram[255] / (first.width * first.height)
