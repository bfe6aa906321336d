"""What must never be printed: other people's numbers, names, addresses; numbers nobody allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tungbuoc.lint.rule import Context, Found, rule
from tungbuoc.lint.syllables import LOWER, UPPER

_DIGITS = re.compile(r"(?<![\w.,/])\+?\d(?:[ .-]?\d){2,18}(?![\w/]|[.,]\d)")
_SHORT = re.compile(
    r"\b(?:[Gg]ọi|[Nn]hắn(?: tin)?|[Gg]ửi|[Tt]ổng đài|[Ss]ố)(?: số| đến| tới| cho)? \**`?(\d{3,5})(?![\d.,/ ]*\d)"
    r"(?!\s*(?:đồng|phút|giờ|tháng|năm|ngày|người|bước|ký|số|chữ|lần|câu|trang|tệp|ô))"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAIN = re.compile(
    r"(?<![\w@.…/-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|xyz|top|io|app|gov|edu|me|cc|site|online|shop|club|vip))(?![\w-])",
    re.IGNORECASE,
)
_INVENTED = re.compile(r"0900000\d\d\d|(\d)\1+|0?1?23456?7?8?9?0?")
_FAMILIES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Mai|Tô|Trịnh|Đoàn|Lâm|Cao|Đào"
_TITLE_WORD = rf"[{UPPER}][{LOWER}]+"
_NAME = re.compile(
    rf"(?<!\w)(?<!đường )(?<!phố )(?<!trường )(?:(?:{_FAMILIES})(?: {_TITLE_WORD}){{2,3}}|"
    rf"(?:{_FAMILIES.upper()})(?: [{UPPER}]{{2,}}){{1,3}})(?! ?[{UPPER}]\b)(?!\w)"
)


@lru_cache(maxsize=512)
def _numbers(text: str) -> tuple[re.Match[str], ...]:
    """Every run of three digits or more, in groups or not."""
    return tuple(_DIGITS.finditer(text))


@rule("R01")
def allowed_number(context: Context) -> Iterator[Found]:
    """Telephone numbers from the list only; invented ones are 0900 000 000."""
    for match in _numbers(context.printed.text):
        digits = re.sub(r"\D", "", match[0])
        if _phone(digits) and digits not in context.data.numbers and not _INVENTED.fullmatch(digits):
            yield Found(
                context.printed.line_at(match.start()), f"Số «{match[0]}» không có trong danh sách được in.", "Bỏ đi, hoặc dùng số giả 0900 000 000."
            )
    for match in _SHORT.finditer(context.printed.text):
        if match[1] not in context.data.numbers and not _INVENTED.fullmatch(match[1]):
            yield Found(
                context.printed.line_at(match.start()),
                f"Số «{match[1]}» không có trong danh sách được in.",
                "Chỉ dùng các số trong docs/so-duoc-in.yml.",
            )


@rule("R02")
def grouped(context: Context) -> Iterator[Found]:
    """An allowed number stands in groups as on the list."""
    for match in _numbers(context.printed.text):
        form = context.data.numbers.get(re.sub(r"\D", "", match[0]))
        if form and len(form) > 3 and match[0] != form:
            yield Found(context.printed.line_at(match.start()), f"Số «{match[0]}» chia cụm chưa đúng.", f"Viết «{form}».")


@rule("R03")
def allowed_address(context: Context) -> Iterator[Found]:
    """Addresses of sites from the list only."""
    for match in _DOMAIN.finditer(context.printed.text):
        name = match[1].lower().removeprefix("www.")
        if name not in context.data.addresses and name != "gov.vn" and "@" not in context.printed.text[max(0, match.start() - 1) : match.end()]:
            yield Found(
                context.printed.line_at(match.start()),
                f"Địa chỉ «{match[1]}» không có trong danh sách được in.",
                "Bỏ đi, hoặc viết đứt quãng như «dich-vu-….com» nếu là ví dụ trang giả.",
            )


@rule("R04")
def identity_number(context: Context) -> Iterator[Found]:
    """Numbers of identity cards and accounts: only zeros."""
    for match in _numbers(context.printed.text):
        digits = re.sub(r"\D", "", match[0])
        if (len(digits) in (9, 12) or len(digits) > 12) and not _phone(digits) and not _INVENTED.fullmatch(digits):
            yield Found(context.printed.line_at(match.start()), f"«{match[0]}» giống số giấy tờ hay số tài khoản thật.", "Viết 000 000 000 000.")


@rule("R05")
def email(context: Context) -> Iterator[Found]:
    """No e-mail addresses."""
    for match in _EMAIL.finditer(context.printed.text) if "@" in context.printed.text else ():
        if not match[0].endswith(".example"):
            yield Found(context.printed.line_at(match.start()), f"Có địa chỉ thư «{match[0]}».", "Bỏ đi, hoặc viết «ten@thu.example».")


@rule("R06")
def full_name(context: Context) -> Iterator[Found]:
    """No whole names of people; the invented one is NGUYỄN VĂN A."""
    for match in _NAME.finditer(context.every.text):
        yield Found(
            context.every.line_at(match.start()),
            f"«{match[0]}» giống tên thật của một người.",
            "Dùng «NGUYỄN VĂN A», hoặc gọi theo vai: «bác Tư bán rau».",
        )


def _phone(digits: str) -> bool:
    """Whether digits look like a number one can call: home and mobile 10–11 digits from 0, +84, 1800 and 1900."""
    return bool(re.fullmatch(r"0\d{9,10}|84\d{9,10}|1[89]00\d{3,6}|02\d{8,9}", digits))
