"""What must not get through, put into an otherwise clean lesson, form, page and screen: private numbers,
links that mislead."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lint import Project, check
from tungbuoc.lint.numbers import phones, plain_digits

WORDS = "Tối nay bác lưu thêm số Công an xã, phường."
FORM = "docs/mau/cam-ket.md"
PAGE = "docs/gioi-thieu.md"
SEPARATORS = ["", " ", ".", "-", "/", ")", " (", "**", "\u00a0", "\u200b", "\n", " – "]
SCRIPTS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"]


def _in_lesson(text: str) -> Project:
    return with_text(sample(), LESSON, WORDS, f"Tối nay bác lưu thêm số Công an xã, phường. {text}")


def _codes(project: Project, path: str = LESSON) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for problem in check(project):
        if problem.path == path:
            found.setdefault(problem.code, set()).add(problem.line)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Gọi (0912) 345 678.", "Gọi 0912/345/678.", "Gọi 0912.345.678.", "Gọi ０９１２ ３４５ ６７８.", "Gọi ٠٩١٢ ٣٤٥ ٦٧٨.", "Gọi +84 (912) 345-678.",
        "Gọi 0912\n345 678.", "Gọi 09**12** 345 678.", "![Gọi 0912 345 678](tay.png)", "[gọi](tel:0912345678)", "[gọi](tel:+84912345678)",
        "[nhắn](sms:0912345678)", "[nhắn](sms:8099)", "[Zalo](https://zalo.me/0912345678)", "[gọi](tel:９９９９)", "Gọi 0912\u200b345\u200b678.",
        "`0912345678`", "SĐT0912345678", "Năm 2026\n0912 345 678", "[gọi](tel:0900000000)",
    ],
)  # fmt: skip
def test_a_number_nobody_allowed_is_told_however_it_is_written(text: str) -> None:
    first = 80
    assert _codes(_in_lesson(text)).get("R01", set()) & {first, first + 1}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("audience: mọi người", "audience: mọi người (0912 345 678)"),
        ("title: Danh bạ\n", "title: (0912) 345 678\n"),
        ("# Lưu số người nhà vào máy", "# Lưu số 0912/345/678 vào máy"),
        ("## Làm thử", "[//]: # (số của tôi 0912 345 678)\n\n## Làm thử"),
    ],
)
def test_a_number_is_told_in_front_matter_screens_titles_and_comments(old: str, new: str) -> None:
    assert "R01" in _codes(with_text(sample(), LESSON, old, new))


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 1800 1096.", "Gọi 1800\n1096.", "Gọi 156.", "Số 0900 000 000.", "Số 0900\n000 000.", "Ngày 05/10/2026 08 giờ.", "Từ 2026-10-05 12.", "Giá 500.000 đồng.",
        "[gọi 156](tel:156)", "[gọi](tel:18001096)", "Gọi 1800 1096\n\n1. Bấm.", "Số 000 000 000 000.", "Bước 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.", "Lúc 08.30 05.10.2026.",
    ],
)  # fmt: skip
def test_what_is_no_strangers_number_is_not_told(text: str) -> None:
    assert "R01" not in _codes(_in_lesson(text))


@settings(deadline=None)
@given(
    st.from_regex(r"0[35789][0-9]{8}", fullmatch=True),
    st.lists(st.sampled_from(SEPARATORS), min_size=9, max_size=9),
    st.sampled_from(SCRIPTS),
    st.sampled_from(["", "Gọi ", "(", "Năm 2026: "]),
)
def test_every_way_to_write_a_number_is_seen(
    number: str, between: list[str], script: str, before: str
) -> None:
    typed = (
        before
        + "".join(script[int(digit)] + gap for digit, gap in zip(number, [*between, ""], strict=True))
        + "."
    )
    assert number in [phone.digits for phone in phones(typed, lambda _digits: False)]
    assert not list(phones(typed, lambda digits: digits == number))


@given(st.text(max_size=80))
def test_digits_of_any_script_keep_their_place(text: str) -> None:
    plain = plain_digits(text)
    assert len(plain) == len(text)
    assert all(sign.isascii() for sign in plain if unicodedata.category(sign) == "Nd")


MISLEADING = {
    "A09": [
        "[trang này của ta](https://vneid.gov.vn@dang-nhap.example/)", "[trang ngân hàng](https://bit.ly/3xYzAbC)", "<https://bit.ly/3xYzAbC>",
        "[trang này của ta](https://xn--vned-1sa.gov.vn/)", "[trang này của ta](https://vnеid.gov.vn/)", "[trang này của ta](https://xau.vn\\@vneid.gov.vn)",
        "[xem đường này](https://www.google.com/url?q=https://xau.vn)", "[![Bàn tay](tay.png)](https://bit.ly/a)", "Gõ https://bit.ly/3xYzAbC.",
        "[xem đường này][a]\n\n[a]: https://bit.ly/abc",
    ],
    "A10": ["[vneid.gov.vn](https://dichvucong.gov.vn/)", "[**vneid.gov.vn**](luu-so.md)", "[trang vneid.gov.vn cũ](https://vneid-gov.com/)"],
    "R03": ["[trang ngân hàng](https://ngan-hang.vn/)", "[trang ngân hàng](https://ngan-hang.example/)"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in MISLEADING.items() for text in texts]
)
def test_a_link_that_misleads_is_told_in_lessons_forms_and_pages(code: str, text: str) -> None:
    assert code in _codes(_in_lesson(text))
    form = f"---\ncode: M01\nform: pledge\nlabel: Cam kết\nreviewed: 2026-11-21\n---\n\n# Cam kết\n\n{text}\n"
    assert _codes(with_file(sample(), FORM, form.encode()), FORM).get(code)
    page = _codes(with_file(sample(), PAGE, f"# Giới thiệu\n\n{text}\n".encode()), PAGE)
    assert (code in page) is (code != "R03"), "pages may lead to any site that shows where it is"


@pytest.mark.parametrize("said", ["https://bit.ly/3xYzAbC", "https://vneid.gov.vn@xau.vn"])
def test_an_address_that_hides_is_told_on_a_screen(said: str) -> None:
    assert "A09" in _codes(with_text(sample(), LESSON, "title: Danh bạ\n", f'title: "{said}"\n'))


@pytest.mark.parametrize(
    "text",
    [
        "[trang vneid.gov.vn](https://vneid.gov.vn/)",
        "[cách lưu số](luu-so.md)",
        "[gọi 156](tel:156)",
        "Trang giả như dich-vu-….com.",
    ],
)
def test_a_plain_link_is_not_told(text: str) -> None:
    assert not set(_codes(_in_lesson(text))) & {"A09", "A10", "R01", "R03"}


def test_every_example_stands_in_a_lesson_that_is_otherwise_clean() -> None:
    assert check(sample()) == []
    assert re.search(re.escape(WORDS), sample().files[LESSON].decode())
