"""A step's sentence and its drawing say the same: places and named buttons."""

from __future__ import annotations

import pytest
from tests.lint.sample_project import LESSON, sample, with_text

from tungbuoc.lint import check

_SENTENCE = "Bấm **“Tạo liên hệ mới”** ở dưới cùng."
_BLOCK = (
    "title: Danh bạ\nbody:\n  - row: Con gái\n    icon: user\n  - button: Tạo liên hệ mới\n    tap: true\n"
)
_BAR = "title: Danh bạ\nbody:\n  - bar: [{label: Tạo liên hệ mới, icon: plus}]\n    tap: Tạo liên hệ mới\n  - row: Con gái\n"
_SIDES = "body:\n  - sides: [Âm lượng, Nguồn]\n    tap: true\n"
_ONE = "body:\n  - side: Nguồn\n    tap: true\n"


def told(sentence: str, block: str) -> list[str]:
    """The codes of this module's rules for a step of the sample lesson."""
    project = with_text(with_text(sample(), LESSON, _SENTENCE, sentence), LESSON, _BLOCK, block)
    return [problem.code for problem in check(project) if problem.code in ("M24", "M25")]


@pytest.mark.parametrize(
    ("sentence", "block", "codes"),
    [
        (_SENTENCE, _BLOCK, []),
        ("Bấm dấu cộng ở trên cùng.", _BLOCK, ["M25"]),
        ("Bấm dấu cộng ở trên cùng.", _BAR, []),
        ("Bấm dấu cộng ở góc phải.", _BLOCK, ["M25"]),
        ("Bấm dấu cộng ở góc trên bên phải.", _BAR, []),
        ("Nhìn góc trên xem dấu mạng.", "status: [wifi]\n" + _BLOCK, []),
        ("Bấm mũi tên ở góc trên bên trái.", _BAR, ["M25"]),
        ("Bấm mũi tên ở góc trái.", "back: true\n" + _BLOCK, []),
        ("Bấm nút ở cuối trang.", _BAR, ["M25"]),
        ("Bấm nút ở mép dưới.", _BLOCK, []),
        ("Bấm nút bên sườn máy.", _BLOCK, ["M25"]),
        ("Bấm nút bên sườn máy.", _ONE, []),
        ("Bấm hai nút bên sườn.", _ONE, ["M25"]),
        ("Bấm hai nút bên sườn.", _SIDES, []),
        ("Mở **“Danh bạ”**, xem các tên.", _BLOCK, []),
        ("Mở **“Gọi”**, xem các tên.", _BLOCK, ["M24"]),
        ("Mở **“Danh bạ”** → **“Gọi”**.", _BLOCK, []),
        ("Bấm **“Danh bạ”**.", "body:\n  - call: Con gái\n    tap: Nghe\n", ["M24"]),
        (
            "Bấm **“Gọi”**.",
            "title: Danh bạ\nbody:\n  - row: Con gái\n    tap: true\nresult:\n  title: Gọi\n",
            ["M24"],
        ),
    ],
)
def test_a_sentence_and_its_drawing(sentence: str, block: str, codes: list[str]) -> None:
    assert told(sentence, block) == codes


_PAGE = "body:\n  - notebook: Trước khi chạm\n    lines: [Rửa tay]\n"


@pytest.mark.parametrize(
    ("sentence", "block", "codes"),
    [
        ("Chạm vào màn hình.", "title: Danh bạ\nbody:\n  - row: Con gái\n", ["M21"]),
        ("Rửa tay trước khi chạm vào vết thương.", _PAGE, []),
        ("Thấm khô vết thương.\n\n![Khăn thấm nhẹ trên da](tay.png)", _PAGE, []),
    ],
)
def test_what_is_done_beside_a_phone_is_no_press(sentence: str, block: str, codes: list[str]) -> None:
    project = with_text(with_text(sample(), LESSON, _SENTENCE, sentence), LESSON, _BLOCK, block)
    rules = ("M20", "M21", "S01", "S02", "S03", "S09")
    assert [problem.code for problem in check(project) if problem.code in rules] == codes


def test_a_picture_of_the_step_does_for_a_screen() -> None:
    fence = f"```phone\n{_BLOCK}```"
    bare = with_text(sample(), LESSON, fence, "")
    assert "M20" in [problem.code for problem in check(bare)]
    pictured = with_text(sample(), LESSON, fence, "![Tay cầm máy](tay.png)")
    assert "M20" not in [problem.code for problem in check(pictured)]
