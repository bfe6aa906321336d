"""What is drawn: inside the frame, the same every time, one hand, no letter under it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import resvg_py
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tungbuoc.lesson.screens import (
    COLOUR_PRINT,
    DARK,
    LIGHT,
    PRINT,
    TALLEST,
    WEB,
    Box,
    Drawing,
    Screen,
    Tokens,
    draw,
)
from tungbuoc.lesson.screens.element import KINDS, Element
from tungbuoc.lesson.screens.elements.button import Button
from tungbuoc.lesson.screens.elements.camera import Camera
from tungbuoc.lesson.screens.elements.field import FieldBox
from tungbuoc.lesson.screens.elements.keypad import Keypad
from tungbuoc.lesson.screens.elements.row import Row
from tungbuoc.lesson.screens.hand import covers

from .samples import Sample, everything, gallery

GALLERY = gallery()
TOKENS = {"print": PRINT, "colour print": COLOUR_PRINT, "light": LIGHT, "dark": DARK, "web": WEB}


def png(svg: str, width: int = 328) -> Image.Image:
    """The drawing as resvg shows it, on white."""
    from io import BytesIO

    shown = re.sub(r"var\(--tb-[a-z0-9-]+(,var\(--tb-than\))?\)", "#345", svg)
    return Image.open(
        BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=shown, width=width, background="#ffffff")))
    ).convert("L")


def inside(box: Box, drawing: Drawing) -> bool:
    """Does a line of words lie within the inner edge of the frame?"""
    return min(box.x0, box.y0) >= 3.5 and box.x1 <= 140.6 and box.y1 <= drawing.phone_height


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=TOKENS)
def test_every_element_draws_in_every_set_of_colours(tokens: Tokens) -> None:
    for sample in GALLERY:
        low, high = png(draw(sample.screen(), tokens).svg, 164).getextrema()
        assert high - low > 60, sample


@pytest.mark.parametrize("sample", everything(), ids=lambda s: f"{s.path}:{s.line}")
def test_a_screen_of_the_house(sample: Sample) -> None:
    drawing = draw(sample.screen(), WEB, ident="s1")
    assert drawing.phone_height <= TALLEST
    assert drawing.height <= 189.5, (
        "the hand may hang over the lower edge, but not into the next step of a sheet"
    )
    assert len(drawing.svg.encode()) <= 3700
    assert drawing.cut == ()
    for box in drawing.letters:
        assert inside(box, drawing), box
    for mark in drawing.marks:
        if mark.verb in ("tap", "hold", "type"):
            assert covers(mark.pose, drawing.letters) < 1


def test_same_input_same_bytes() -> None:
    for sample in GALLERY:
        assert draw(sample.screen(), PRINT) == draw(sample.screen(), PRINT)


def test_only_presentation_attributes_and_a_title_first() -> None:
    for sample in GALLERY:
        root = ElementTree.fromstring(draw(sample.screen(), PRINT, ident="a9").svg)
        assert root[0].tag.endswith("title")
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == root[0].get("id") == "a9-t"
        tags = {node.tag.rsplit("}", 1)[1] for node in root.iter()}
        assert tags <= {"svg", "title", "g", "rect", "circle", "ellipse", "path", "text"}
        assert not any({"class", "style"} & set(node.keys()) for node in root.iter())
        assert [node.get("id") for node in root.iter() if node.get("id")] == ["a9-t"]


def test_print_is_black_and_white_and_bold() -> None:
    for sample in GALLERY:
        svg = draw(sample.screen(), PRINT).svg
        assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", svg)) <= {"#000", "#fff"}
        assert 'font-weight="400"' not in svg


def test_web_has_no_colour_of_its_own_but_the_hands_outline() -> None:
    for sample in GALLERY:
        assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", draw(sample.screen(), WEB).svg)) <= {"#1E1B18"}


def test_variants_differ_in_paint_only() -> None:
    for sample in GALLERY:
        drawn = [draw(sample.screen(), tokens) for tokens in TOKENS.values()]
        assert len({(d.height, d.letters, d.marks) for d in drawn}) == 1


TAPPED = Screen(title="VNeID", body=(Button(button="Gửi", tap="true"), Row(row="Nhà")))


def test_the_tapped_thing_is_reversed_only_when_pressed() -> None:
    assert f'fill="{LIGHT.cham_chu}"' not in draw(TAPPED, replace(LIGHT, trang="#fffffe"), pressed=False).svg
    pressed = draw(TAPPED, LIGHT)
    assert f'fill="{LIGHT.cham}"' in pressed.svg
    assert pressed.letters == draw(TAPPED, LIGHT, pressed=False).letters


def test_without_hand_the_mark_is_still_known() -> None:
    bare, full = draw(TAPPED, LIGHT, hand=False), draw(TAPPED, LIGHT)
    assert LIGHT.hoe not in bare.svg
    assert LIGHT.hoe in full.svg
    assert bare.marks == full.marks != ()
    assert bare.height == full.height
    (mark,) = full.marks
    assert mark.box.x0 < mark.pose.x < mark.box.x1
    assert mark.box.y0 < mark.pose.y < mark.box.y1


def test_typed_text_grows_without_moving_anything() -> None:
    screen = Screen(
        title="A",
        body=(FieldBox(field="Trả lời", type="Bác thích món canh chua cá lóc"), Button(button="Gửi")),
    )
    full = draw(screen, LIGHT)
    steps = [draw(screen, LIGHT, typed=count) for count in range(31)]
    assert {step.height for step in steps} == {full.height}
    assert re.search(r">\|<", steps[0].svg)
    assert "Bác thích|" in "".join(re.findall(r">([^<]*)</text>", steps[9].svg))
    assert steps[-1].svg == full.svg


def test_secret_text_is_never_drawn_nor_said() -> None:
    svg = draw(Screen(title="A", body=(FieldBox(field="Mật khẩu", type="AoSen7", secret=True),)), LIGHT).svg
    assert "AoSen" not in svg


def test_no_reader_decodes_the_false_code() -> None:
    for tokens in (PRINT, LIGHT):
        shown = png(draw(Screen(title="A", body=(Camera(camera="qr"),)), tokens).svg, 1312)
        assert zxingcpp.read_barcodes(shown) == []


def test_hand_covers_only_a_neighbouring_key() -> None:
    for key in "123456789":
        drawing = draw(Screen(title="Nhập mã", body=(Keypad(keypad="digits", tap=key),)), PRINT)
        (mark,) = drawing.marks
        assert covers(mark.pose, drawing.letters) < 0.5


_SIGNS = "aăâđêôơưạảằếộừỹớ AĂĐÊ 0123456789 .,?!@-<&\"'☃\u200b\u0301"
_TEXT = st.text(st.sampled_from(_SIGNS), max_size=79).map(lambda text: text + "a")
_LONG = {
    "icons": _TEXT.map(lambda t: [{"label": t}, {"label": t[:9].strip() or "a"}]),
    "tabs": st.lists(_TEXT, min_size=2, max_size=5),
}
_LONG |= {
    "keypad": st.sampled_from(["digits", "phone"]),
    "camera": st.sampled_from(["qr", "card", "person", "page"]),
}
_LONG |= {"boxes": st.text("0123456789", max_size=8), "people": st.lists(_TEXT, min_size=1, max_size=3)}
_CELLS = st.lists(_TEXT.map(lambda t: {"label": t, "icon": "phone"}), min_size=2, max_size=3)
_LONG |= {"bar": _CELLS, "rounds": _CELLS, "files": _CELLS, "sides": st.lists(_TEXT, min_size=2, max_size=2)}
_LONG |= {"form": st.lists(st.builds(dict, label=_TEXT, value=_TEXT), min_size=2, max_size=4)}
_LONG |= {"table": st.lists(_TEXT, min_size=2, max_size=3)}
_MORE = {"note", "value", "sender", "title", "key"}


@st.composite
def _elements(pick: st.DrawFn) -> Element:
    kind = pick(st.sampled_from(sorted(KINDS)))
    model = KINDS[kind]
    made = {kind: pick(_LONG.get(kind, _TEXT))}
    for name in _MORE & set(model.model_fields) - {kind}:
        if model.model_fields[name].annotation is not int and pick(st.booleans()):
            made[name] = (
                pick(_TEXT) if name != "value" or kind in ("field", "row") else pick(st.integers(0, 100))
            )
    if kind == "table":
        made["rows"] = pick(st.lists(st.lists(_TEXT, max_size=len(made["table"])), max_size=5))
    if kind == "payment":
        made["to"] = pick(_TEXT)
    if kind == "call":
        made["says"] = pick(st.lists(_TEXT, max_size=3))
    if pick(st.booleans()):
        made["number"] = pick(st.integers(1, 9))
    if pick(st.integers(0, 3)) == 0:
        made[pick(st.sampled_from(["tap", "hold", "dont"]))] = "true"
    return model.model_validate(made)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("abcđê ớ"), max_size=60),
    st.lists(_elements(), max_size=4),
    st.lists(_TEXT, max_size=4),
)
def test_whatever_is_written_stays_in_the_frame(title: str, body: list[Element], status: list[str]) -> None:
    drawing = draw(Screen(title=title, body=tuple(body), status=tuple(s.strip() for s in status)), LIGHT)
    ElementTree.fromstring(drawing.svg)
    for box in drawing.letters:
        assert box.x0 >= 3.5
        assert box.x1 <= 140.6
        assert box.y0 >= 3.5
        assert box.y1 <= drawing.phone_height
