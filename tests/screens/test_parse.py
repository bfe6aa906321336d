"""A wrong block is told at its line, with the unknown word and the nearest known one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.screens import alt, draw, parse
from tungbuoc.lesson.screens.element import KINDS
from tungbuoc.lesson.screens.elements.button import Button
from tungbuoc.lesson.screens.elements.field import FieldBox

from .samples import everything, gallery


def told(source: str) -> list[str]:
    """The problems of a block whose first line is line 10 of `a.md`, as an author reads them."""
    _screen, problems = parse(source, path="a.md", line=10)
    return [str(problem) for problem in sorted(problems)]


def codes(source: str) -> list[str]:
    return [problem.code for problem in sorted(parse(source, path="a.md", line=10)[1])]


def test_a_good_block_gives_its_elements() -> None:
    screen, problems = parse(
        "title: CH Play\nbody:\n  - field: VNeID\n  - button: Cài đặt\n    tap: true\n", path="a.md", line=1
    )
    assert problems == []
    assert screen is not None
    assert screen.body == (FieldBox(field="VNeID"), Button(button="Cài đặt", tap="true"))


def test_text_stays_as_typed() -> None:
    screen, _problems = parse(
        "title: 012345\nbody:\n  - clock: 10:30\n  - button: Yes\n", path="a.md", line=1
    )
    assert screen is not None
    assert [
        screen.title,
        *[next(iter(e.model_dump(exclude_defaults=True).values())) for e in screen.body],
    ] == ["012345", "10:30", "Yes"]


GOLDEN = {
    "body:\n  - buton: Gửi\n": ["a.md:11: Không có loại «buton». Có phải bạn muốn viết «button»? [M04]"],
    "body:\n  - button: Gửi\n    tao: true\n": [
        "a.md:12: «button» không có thuộc tính «tao». Có phải bạn muốn viết «tap»? [M06]"
    ],
    "tilte: Gửi\nbody: []\n": [
        "a.md:10: Màn hình không có mục «tilte». Có phải bạn muốn viết «title»? [M03]"
    ],
    "body:\n  - row: Nhà\n    icon: hom\n": [
        "a.md:12: «icon» không nhận «hom». Có phải bạn muốn viết «home»? [M07]"
    ],
    "body:\n  - switch: Wifi\n    state: bật\n": [
        "a.md:12: «state» không nhận «bật». Các từ dùng được: off, on. [M07]"
    ],
    "body:\n  - text: Chào\n    strong: có\n": [
        "a.md:12: «strong» không nhận «có». Viết «true» (có) hoặc bỏ mục này. [M07]"
    ],
    "body:\n  - slider: Cỡ chữ\n    value: 120\n": [
        "a.md:12: «value» phải là số nguyên phù hợp, không phải «120». Viết một số đến 100. [M07]"
    ],
    "body:\n  - Gửi đi\n": [
        "a.md:11: Phần «Gửi đi» chưa nói là gì. Viết loại trước, ví dụ «button: Gửi đi» hay «text: Gửi đi». [M02]"
    ],
    "body:\n  - tap: true\n": [
        "a.md:11: Phần này chỉ có «tap», chưa nói là gì. Thêm một loại, ví dụ «button:», «row:» hay «text:». [M04]"
    ],
    "body:\n  - button: Gửi\n    row: Nhà\n": [
        "a.md:12: Một phần có hai loại: «button» và «row». Tách thành hai phần, mỗi phần một dấu «- ». [M05]"
    ],
    "body:\n  - dialog: Mở?\n    buttons: [Không, Có]\n    tap: Co\n": [
        "a.md:13: «dialog» không có phần «Co». Có phải bạn muốn viết «Có»? [M08]"
    ],
    "body:\n  - button: Gửi\n    tap: Gửi\n": [
        "a.md:12: «button» không chia phần, không nhận «tap: Gửi». Viết «tap: true». [M08]"
    ],
    "body:\n  - tabs: [Một, Hai]\n    tap: true\n": [
        "a.md:12: Chưa rõ bấm vào phần nào của «tabs». Viết «tap:» rồi một trong các phần: Một, Hai. [M08]"
    ],
    "body:\n  - button: Gửi\n    type: chữ\n": [
        "a.md:12: Không gõ chữ vào «button» được. Dùng «type» với «address», «boxes» hay «field». [M08]"
    ],
    "body:\n  - button: Một\n    tap: true\n  - button: Hai\n    tap: true\n": [
        "a.md:14: Một màn hình chỉ có một dấu tay, đây là dấu thứ hai. Tách thành hai khối màn hình, hoặc bỏ bớt một dấu. [M09]"
    ],
    "body:\n  - button: Một\n    tap: true\n    swipe: up\n": [
        "a.md:13: Một phần chỉ có một dấu tay, đang có 2. Giữ lại một dấu. [M09]"
    ],
    "title: A\nbody: chữ\n": [
        "a.md:11: «body» phải là danh sách. Mỗi phần viết trên một dòng mới, bắt đầu bằng «- ». [M02]"
    ],
    "chỉ có chữ": [
        "a.md:10: Khối màn hình phải gồm các mục như «title:» và «body:». Xem mẫu ở trang «Vẽ màn hình điện thoại». [M02]"
    ],
    "": ["a.md:10: Màn hình này trống. Thêm «title:» hoặc «body:». [M13]"],
    "title: A\ntitle: B\n": ["a.md:11: Mục «title» viết hai lần. Bỏ bớt một lần. [M01]"],
    "body:\n  - icons: [{label: Zalo, icn: chat}]\n    tap: Zalo\n": [
        "a.md:11: Ở đây không có thuộc tính «icn». Có phải bạn muốn viết «icon»? [M06]"
    ],
    "title: A\nbody:\n  - bar: [{label: Tìm, icon: search}]\n  - bar: [{label: Thêm, icon: menu}]\n": [
        "a.md:13: Một màn hình chỉ có một «bar». Gộp các hình vào một «bar». [M14]"
    ],
    "body:\n  - more: Vuốt lên\n  - row: Con gái\n": [
        "a.md:11: Sau «more» không còn phần nào. Chuyển «more» xuống cuối màn hình. [M14]"
    ],
    "body:\n  - rounds: [{label: Loa, icon: speaker, read: true}]\n": [
        "a.md:11: Ở đây không có thuộc tính «read». Có phải bạn muốn viết «red»? [M06]"
    ],
    "title: A\nresult:\n  title: B\n  on: iphone\n  body:\n    - button: C\n      tap: true\n    - buton: D\n": [
        "a.md:13: «result» không có mục «on». Chỉ viết các mục title, back, status, computer, body. [M03]",
        "a.md:16: «result» là hình sau khi làm xong, không có dấu tay. Bỏ dấu này, hoặc vẽ thành khối màn hình riêng. [M09]",
        "a.md:17: Không có loại «buton». Có phải bạn muốn viết «button»? [M04]",
    ],
}


@pytest.mark.parametrize("source", GOLDEN)
def test_problem_as_an_author_reads_it(source: str) -> None:
    assert told(source) == GOLDEN[source]


def test_one_wrong_element_does_not_hide_the_others() -> None:
    source = "body:\n  - buton: A\n  - row: B\n    icn: home\n  - text: C\n    strong: maybe\n"
    source += "  - button: D\n    tap: true\n  - button: E\n    tap: true\n"
    assert codes(source) == ["M04", "M06", "M07", "M09"]


def test_a_block_with_an_error_gives_no_screen_and_one_too_high_does() -> None:
    assert parse("body:\n  - nope: A\n", path="a.md", line=1)[0] is None
    tall, problems = parse("body:\n" + "  - button: A\n" * 6, path="a.md", line=1)
    assert tall is not None
    assert [(p.code, p.severity) for p in problems] == [("M10", "error")]


def test_a_result_is_a_screen_of_its_own() -> None:
    source = "title: Danh bạ\nbody:\n  - row: Con gái\n    tap: true\nresult:\n  title: Đang gọi\n  body:\n    - call: Con gái\n"
    screen, problems = parse(source, path="a.md", line=1)
    assert problems == []
    assert screen is not None
    assert screen.result is not None
    assert screen.result.title == "Đang gọi"
    assert [e.kind for e in screen.result.body] == ["call"]
    without, _none = parse(source[: source.index("result")], path="a.md", line=1)
    assert without is not None
    assert draw(screen) == draw(without)
    assert alt(screen) == alt(without)


def test_a_result_too_high_is_told_at_its_line() -> None:
    _screen, problems = parse("title: A\nresult:\n  body:\n" + "    - button: B\n" * 6, path="a.md", line=1)
    assert [(p.code, p.line) for p in problems] == [("M10", 2)]


def test_a_word_without_room_is_a_warning() -> None:
    _screen, problems = parse(
        "body:\n  - tabs: [Nghiêng, Nghiêng, Nghiêng, Nghiêng, Nghiêng]\n", path="a.md", line=1
    )
    assert [(p.code, p.severity) for p in problems] == [("M11", "warning")]


def test_tap_false_is_no_mark() -> None:
    screen, problems = parse(
        "body:\n  - button: A\n    tap: false\n  - button: B\n    tap: true\n", path="a.md", line=1
    )
    assert problems == []
    assert screen is not None
    assert screen.body[0].verbs == ()


def test_gallery_shows_every_kind_without_a_problem() -> None:
    shown = set()
    for sample in gallery():
        screen, problems = parse(sample.source, path=sample.path, line=sample.line)
        assert problems == []
        assert screen is not None
        shown |= {e.kind for e in screen.body}
    assert shown == set(KINDS)


def test_no_lesson_has_a_wrong_screen() -> None:
    found: list[Problem] = []
    for sample in everything():
        found += parse(sample.source, path=sample.path, line=sample.line)[1]
    assert [str(problem) for problem in found if problem.severity == "error"] == []


_SIGNS = ["- ", ": ", "\n", "  ", "[", "]", '"', "{", "}", "\\x01"]
_WORDS = st.sampled_from([*KINDS, "title", "body", "tap", "value", "icon", "buttons", "true", *_SIGNS])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map("".join)), st.integers(1, 50))
def test_never_raises(source: str, line: int) -> None:
    screen, problems = parse(source, path="a.md", line=line)
    assert screen is not None or problems
    assert all(problem.line >= line for problem in problems)


def test_a_table_has_no_cell_without_a_column() -> None:
    screen, problems = parse(
        "body:\n  - table: [Ngày, Giá]\n    rows:\n      - [27/11, 85.000, thừa]\n", path="a.md", line=1
    )
    assert screen is None
    assert [(problem.code, problem.line) for problem in problems] == [("M07", 3)]
