"""The words for those who do not see the drawing, the schema for those who write it, the icons."""

from __future__ import annotations

import re
from typing import get_args
from xml.etree import ElementTree

import pytest

from tungbuoc.lesson.screens import alt, guide, icon_svg, parse, schema, schema_text
from tungbuoc.lesson.screens.element import KINDS, Element, Guide, Icon, element
from tungbuoc.lesson.screens.guide import START
from tungbuoc.lesson.screens.icon_paths import PATHS

from .samples import DOCS, GALLERY, everything

SCHEMA = DOCS / "nguoi-viet" / "phone.schema.json"
SAID = {
    "title: Danh bạ\nbody:\n  - row: Con gái\n  - row: Công an xã\n    tap: true\n  - row: Ngân hàng\n":
        "Màn hình “Danh bạ”: Con gái; Công an xã (bấm vào đây); Ngân hàng.",
    "title: VNeID\nbody:\n  - dialog: Cho phép dùng máy ảnh?\n    buttons: [Không, Có]\n    tap: Có\n":
        "Màn hình “VNeID”: hộp hỏi “Cho phép dùng máy ảnh?”, nút Không, Có (bấm “Có”).",
    "title: Vào\nbody:\n  - field: Số điện thoại\n    type: \"0900\"\n  - field: Mật khẩu\n    value: abc\n    secret: true\n":
        "Màn hình “Vào”: ô Số điện thoại (gõ 0900); ô Mật khẩu, đã gõ, chữ bị che.",
    "title: Tin nhắn\nbody:\n  - bubble: Bác trúng quà!\n  - button: Nhận quà\n    dont: true\n":
        "Màn hình “Tin nhắn”: tin nhắn “Bác trúng quà!”; nút “Nhận quà” (đừng bấm vào đây).",
    "body:\n  - people: [Con gái, Cháu]\n": "Hình vẽ: hình Con gái, Cháu.",
    "body:\n  - people: [Bác Tư, Người chỉ]\n    holding: [mobile]\n": "Hình vẽ: hình Bác Tư cầm điện thoại, Người chỉ.",
    "body:\n  - table: [Ngày, Thu]\n    rows: [[27/11, 85.000], []]\n": "Hình vẽ: bảng Ngày, Thu: 27/11, 85.000; dòng trống.",
    "body:\n  - clock: 08:00\n    swipe: up\n": "Màn hình: đồng hồ 08:00 (vuốt lên).",
    "title: Zalo\nbody:\n  - bar: [{label: Tìm, icon: search}, {label: Gọi hình, icon: video}]\n    tap: Gọi hình\n":
        "Màn hình “Zalo”: góc phải thanh trên cùng có hình Tìm, Gọi hình (bấm “Gọi hình”).",
    "body:\n  - call: 0900 000 000\n    state: talking\n    says: [Tôi bắt bác!]\n    tap: Kết thúc\n":
        "Màn hình: đang nói chuyện với 0900 000 000, nghe nói “Tôi bắt bác!”, nút tròn đỏ Kết thúc (bấm “Kết thúc”).",
    "computer: true\nbody:\n  - address: dichvucong.gov.vn\n    lock: true\n":
        "Màn hình máy tính: địa chỉ trang dichvucong.gov.vn, có hình ổ khóa.",
    "body:\n  - sides: [Âm lượng, Nguồn]\n    tap: true\n": "Màn hình: nút Âm lượng và Nguồn ở cạnh phải máy (bấm vào đây).",
    "body:\n  - payment: 45.000 đồng\n    to: NGUYỄN VĂN A\n": "Màn hình: người nhận NGUYỄN VĂN A, số tiền 45.000 đồng.",
    "body:\n  - form:\n      - {label: Họ tên, value: A}\n      - {label: Tuổi}\n": "Màn hình: tờ khai: Họ tên A, Tuổi chưa điền.",
}  # fmt: skip


@pytest.mark.parametrize("source", SAID)
def test_said(source: str) -> None:
    screen, _problems = parse(source, path="a.md", line=1)
    assert screen is not None
    assert alt(screen) == SAID[source]


def test_every_screen_is_said_in_one_sentence_with_its_mark() -> None:
    for sample in everything():
        words = alt(sample.screen())
        assert words.endswith(".")
        assert "\n" not in words
        assert ("(" in words) == any(e.verbs for e in sample.screen().body) or "(" in sample.source


def test_no_secret_is_said() -> None:
    screen, _problems = parse(
        "body:\n  - field: Mật khẩu\n    type: AoSen7\n    secret: true\n", path="a.md", line=1
    )
    assert screen is not None
    assert "AoSen7" not in alt(screen)


def test_gallery_shows_the_source_of_each_drawing() -> None:
    text = GALLERY.read_text(encoding="utf-8")
    pairs = re.findall(r"^```yaml\n(.*?)^```\n\n```phone\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(pairs) == text.count("```phone\n") >= len(KINDS)
    assert [source for source, _drawn in pairs] == [drawn for _source, drawn in pairs]


def test_the_made_part_of_the_gallery_is_current(update_goldens: bool) -> None:
    text = GALLERY.read_text(encoding="utf-8")
    written, _start, _made = text.partition(START)
    if update_goldens:
        text = written + guide()
        GALLERY.write_text(text, encoding="utf-8")
        SCHEMA.write_text(schema_text(), encoding="utf-8")
    assert text == written + guide(), "run pytest tests/screens --update-goldens"


def test_an_element_is_one_module() -> None:
    names = {made.__module__.rsplit(".", 1)[1] for made in KINDS.values()}
    assert names == set(KINDS)


def test_two_elements_of_one_kind_are_refused() -> None:
    class Again(Element):
        kind = "text"
        guide = Guide("", "", "")

    with pytest.raises(ValueError, match="text"):
        element(Again)


def test_gallery_names_every_icon() -> None:
    last = GALLERY.read_text(encoding="utf-8").rsplit("## ", 1)[1]
    assert re.findall(r"`([a-z-]+)`", last)[1:] == list(get_args(Icon))


def test_schema_file_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_schema_knows_every_kind_and_no_other_word() -> None:
    made = schema()
    assert [ref["$ref"].rsplit("/", 1)[1] for ref in made["properties"]["body"]["items"]["anyOf"]] == list(
        KINDS
    )
    assert made["additionalProperties"] is False
    assert all(made["$defs"][kind]["required"] == [kind] for kind in KINDS)


def test_every_icon_is_drawn_within_its_grid() -> None:
    assert set(PATHS) == set(get_args(Icon))
    for name in PATHS:
        root = ElementTree.fromstring(icon_svg(name, 48, "#000"))
        assert root.get("viewBox") == "0 0 48 48"
        assert re.fullmatch(r"[MmLlHhVvAaCcSsZz0-9 .-]+", root[0].get("d", ""))
