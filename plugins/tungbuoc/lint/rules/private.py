"""What must never be printed: other people's numbers, names, addresses; numbers nobody allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tungbuoc.lesson.destination import SITE, called, host_of, refuse
from tungbuoc.lint.numbers import home, is_phone, phones, plain_digits
from tungbuoc.lint.prose import source_lines
from tungbuoc.lint.rule import Context, Found, quoted, rule
from tungbuoc.lint.rules.destinations import targets
from tungbuoc.lint.syllables import LOWER, UPPER

_DIGITS = re.compile(r"(?<![\w.,/])\+?\d(?:[ .-]?\d){2,18}(?![\w/]|[.,]\d)")
_SHORT = re.compile(
    r"\b(?:[Gg]ọi|[Nn]hắn(?: tin)?|[Gg]ửi|[Tt]ổng đài|[Ss]ố)(?: số| đến| tới| cho)? \**`?(\d{3,5})(?![\d.,/"
    r" ]*\d)(?! *\n *\d{3})"
    r"(?!\s*(?:đồng|phút|giờ|tháng|năm|ngày|người|bước|ký|số|chữ|lần|câu|trang|tệp|ô))"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_INVENTED = re.compile(r"0900000\d\d\d|(\d)\1+|0?1?23456?7?8?9?0?")
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Mai|Tô|Trịnh|"
    "Đoàn|Lâm|Cao|Đào"
)
_TITLE_WORD = rf"[{UPPER}][{LOWER}]+"
_NAME = re.compile(
    rf"(?<!\w)(?<!đường )(?<!phố )(?<!trường )(?:(?:{_FAMILIES})(?: {_TITLE_WORD}){{2,3}}|"
    rf"(?:{_FAMILIES.upper()})(?: [{UPPER}]{{2,}}){{1,3}})(?! ?[{UPPER}]\b)(?!\w)"
)
_LISTED = "Chỉ dùng các số trong docs/so-duoc-in.yml."


@lru_cache(maxsize=512)
def _numbers(text: str) -> tuple[re.Match[str], ...]:
    """Every run of three digits or more, in groups or not."""
    return tuple(_DIGITS.finditer(plain_digits(text)))


@rule("R01")
def allowed_number(context: Context) -> Iterator[Found]:
    """Telephone numbers from the list only, wherever they stand in the file; invented ones are 0900 000
    000."""
    fix = "Bỏ đi, hoặc dùng số giả 0900 000 000."
    told: set[tuple[int, str]] = set()
    for line, digits, address in _dialled(context):
        if digits not in context.data.numbers and home(digits) not in context.data.numbers:
            told.add((line, digits))
            yield Found(
                line, f"Đường dẫn {quoted(address)} gọi một số không có trong danh sách được in.", _LISTED
            )
    source = "\n".join(source_lines(context.lesson))
    for phone in phones(source, lambda digits: _is_known(context, digits)):
        line = source.count("\n", 0, phone.offset) + 1
        if (line, phone.digits) not in told:
            yield Found(line, f"Số «{phone.shown}» không có trong danh sách được in.", fix)
    text = plain_digits(context.printed.text)
    for match in _SHORT.finditer(text):
        if match[1] not in context.data.numbers and not _INVENTED.fullmatch(match[1]):
            yield Found(
                context.printed.line_at(match.start()),
                f"Số «{match[1]}» không có trong danh sách được in.",
                _LISTED,
            )


@rule("R02")
def grouped(context: Context) -> Iterator[Found]:
    """An allowed number stands in groups as on the list."""
    for match in _numbers(context.printed.text):
        form = context.data.numbers.get(re.sub(r"\D", "", match[0]))
        if form and len(form) > 3 and match[0] != form:
            yield Found(
                context.printed.line_at(match.start()),
                f"Số «{match[0]}» chia cụm chưa đúng.",
                f"Viết «{form}».",
            )


@rule("R03")
def allowed_address(context: Context) -> Iterator[Found]:
    """Addresses of sites from the list only, in the words and behind them, of lessons and forms."""
    if context.is_page:
        return
    text = context.printed.text
    for match in SITE.finditer(text):
        name = match[1].lower().removeprefix("www.")
        if (
            name not in context.data.addresses
            and name != "gov.vn"
            and "@" not in text[max(0, match.start() - 1) : match.end()]
        ):
            fix = "Bỏ đi, hoặc viết đứt quãng như «dich-vu-….com» nếu là ví dụ trang giả."
            yield Found(
                context.printed.line_at(match.start()),
                f"Địa chỉ «{match[1]}» không có trong danh sách được in.",
                fix,
            )
    for line, address in targets(context):
        host = host_of(address)
        if host and not called(address) and not refuse(address) and not _is_listed(context, host):
            fix = "Bỏ đường dẫn, hoặc dẫn tới một trang trong docs/so-duoc-in.yml."
            yield Found(line, f"Đường dẫn tới «{host}», trang không có trong danh sách được in.", fix)


@rule("R04")
def identity_number(context: Context) -> Iterator[Found]:
    """Numbers of identity cards and accounts: only zeros."""
    for match in _numbers(context.printed.text):
        digits = re.sub(r"\D", "", match[0])
        if (
            (len(digits) in (9, 12) or len(digits) > 12)
            and not is_phone(digits)
            and not _INVENTED.fullmatch(digits)
        ):
            yield Found(
                context.printed.line_at(match.start()),
                f"«{match[0]}» giống số giấy tờ hay số tài khoản thật.",
                "Viết 000 000 000 000.",
            )


@rule("R05")
def email(context: Context) -> Iterator[Found]:
    """No e-mail addresses."""
    for match in _EMAIL.finditer(context.printed.text) if "@" in context.printed.text else ():
        if not match[0].endswith(".example"):
            yield Found(
                context.printed.line_at(match.start()),
                f"Có địa chỉ thư «{match[0]}».",
                "Bỏ đi, hoặc viết «ten@thu.example».",
            )


@rule("R06")
def full_name(context: Context) -> Iterator[Found]:
    """No whole names of people; the invented one is NGUYỄN VĂN A."""
    for match in _NAME.finditer(context.every.text):
        yield Found(
            context.every.line_at(match.start()),
            f"«{match[0]}» giống tên thật của một người.",
            "Dùng «NGUYỄN VĂN A», hoặc gọi theo vai: «bác Tư bán rau».",
        )


def _is_listed(context: Context, host: str) -> bool:
    videos = context.course.video_hosts if context.course else ()
    return any(
        host == name or host.endswith(f".{name}")
        for name in (*context.data.addresses, *(video.removeprefix("www.") for video in videos))
    )


def _is_known(context: Context, digits: str) -> bool:
    return bool(
        digits in context.data.numbers or home(digits) in context.data.numbers or _INVENTED.fullmatch(digits)
    )


def _dialled(context: Context) -> Iterator[tuple[int, str, str]]:
    """(line, digits, address) of every link that calls, writes to or opens a chat with a number."""
    for line, address in targets(context):
        if digits := called(address):
            yield line, digits, address
