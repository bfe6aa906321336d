"""Why a piece of YAML cannot be read, in the words of somebody who never heard of it: a tab, a quote left
open, a colon too many. Pure.

The parser says where it gave up, which is often a line or two behind the slip; so the lines around that place
are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

_VALUE = r"^\s*(?:- +)*(?:[\w-]+: +)?"
_TAB = re.compile(r"^ *\t")
_QUOTED = re.compile(_VALUE + r"([\"'])(.*)$")
_SIGN = re.compile(_VALUE + r"([@`%])")
_WIDE = re.compile(r"^\s*(?:- +)*[\w-]+ *：")
_CLOSE = re.compile(r"^(\s*(?:- +)*[a-z_]+):(\S.*)$")
_DASH = re.compile(r"^\s*-(?![\s-])(.*)$")
_COLONS = re.compile(r"^(\s*(?:- +)*[\w-]+): +([^\"'\[{].*:(?: .*|))$")
_ENTRY, _LIST = re.compile(r"^\s*(?:- +)*[\w-]+:(?: |$)"), re.compile(r"^\s*-(?: |$)")
_OPEN = {"flow mapping": ("{", "}"), "flow sequence": ("[", "]")}


@dataclass(frozen=True, slots=True)
class YamlFault:
    """One thing YAML does not allow here: `line` counts from 1 within the text, `text` and `fix` are
    Vietnamese."""

    line: int
    text: str
    fix: str


def explain(error: Exception, text: str) -> YamlFault:
    """What a parser could not read → the slip behind it, at its own line; the place alone where no slip is
    known."""
    lines = text.rstrip().split("\n")
    at = _line(getattr(error, "problem_mark", None), lines)
    begin = _line(getattr(error, "context_mark", None), lines) if getattr(error, "context_mark", None) else at
    above = next((i for i in range(at - 1, -1, -1) if lines[i].strip()), at)
    near = dict.fromkeys((above, at))
    found = next(_slips(lines, begin, at, near, str(getattr(error, "context", ""))), None)
    return found or YamlFault(
        at + 1, "Máy không đọc được phần này.", "Xem lại dấu hai chấm, ngoặc kép và chỗ thụt đầu dòng."
    )


def _line(mark: yaml.Mark | None, lines: Sequence[str]) -> int:
    return min(mark.line, len(lines) - 1) if mark else 0


def _slips(
    lines: Sequence[str], begin: int, at: int, near: Sequence[int] | dict[int, None], context: str
) -> Iterator[YamlFault]:
    """Every slip that could be behind an error between two lines, the surest first."""
    for i in range(begin, at + 1):
        if _TAB.match(lines[i]):
            yield YamlFault(i + 1, "Dòng này thụt vào bằng dấu tab.", "Xóa tab, gõ dấu cách thay vào.")
    for i in sorted({*range(begin, at + 1), *near}):
        yield from _quote(i, lines[i])
    for kind, (opened, closed) in _OPEN.items():
        if kind in context and lines[begin].count(opened) > lines[begin].count(closed):
            yield YamlFault(
                begin + 1, f"Ngoặc «{opened}» ở dòng này chưa đóng.", f"Thêm «{closed}» ở cuối dòng."
            )
        if lines[at].count(closed) > lines[at].count(opened):
            yield YamlFault(at + 1, f"Dòng này thừa ngoặc «{closed}».", f"Bỏ bớt một dấu «{closed}».")
    for i in near:
        yield from _signs(i, lines[i])
    first = next(iter(near))
    for i in near:
        if lines[i].strip() and not _ENTRY.match(lines[i]) and not _LIST.match(lines[i]):
            yield YamlFault(
                i + 1,
                "Dòng này thiếu dấu hai chấm.",
                f"Viết «{lines[i].strip().split(' ')[0]}:», rồi dấu cách và nội dung nếu có.",
            )
    if _LIST.match(lines[at]) and _ENTRY.match(lines[first]) and not lines[first].rstrip().endswith(":"):
        fix = "Thêm một dòng tên mục ngay trên dòng này, ở khối màn hình là «body:»."
        yield YamlFault(at + 1, "Danh sách bắt đầu ở dòng này chưa có tên ở trên.", fix)
    if at and _ENTRY.match(lines[at]):
        yield YamlFault(
            at + 1,
            "Dòng này thụt vào lệch với các dòng trên.",
            "Thêm hoặc bớt dấu cách ở đầu dòng cho thẳng hàng với mục cùng loại.",
        )


def _quote(i: int, line: str) -> Iterator[YamlFault]:
    found = _QUOTED.match(line)
    if not found:
        return
    sign, rest = found[1], found[2].replace("''", "") if found[1] == "'" else re.sub(r"\\.", "", found[2])
    _, closed, after = rest.partition(sign)
    if not closed:
        yield YamlFault(
            i + 1, f"Ngoặc {sign} mở ở dòng này chưa đóng.", f"Thêm {sign} ở cuối, hoặc bỏ {sign} ở đầu."
        )
    elif after.strip() and not re.match(r"^\s*[:,#}\]]", after):
        yield YamlFault(
            i + 1,
            f"Sau ngoặc {sign} đóng ở dòng này còn chữ.",
            f"Bỏ cả hai dấu {sign}, hoặc đưa {sign} đóng về cuối dòng.",
        )


def _signs(i: int, line: str) -> Iterator[YamlFault]:
    if _WIDE.match(line):
        yield YamlFault(i + 1, "Dấu hai chấm ở dòng này là dấu rộng «：».", "Gõ lại dấu «:» và một dấu cách.")
    if found := _CLOSE.match(line):
        yield YamlFault(
            i + 1,
            "Sau dấu hai chấm ở dòng này phải có dấu cách.",
            f"Viết «{found[1].strip()}: {found[2].strip()}».",
        )
    if found := _DASH.match(line):
        yield YamlFault(i + 1, "Sau dấu gạch đầu dòng phải có dấu cách.", f"Viết «- {found[1].strip()}».")
    if found := _SIGN.match(line):
        yield YamlFault(
            i + 1, f"Dấu «{found[1]}» ở đầu chữ có nghĩa riêng với máy.", "Đặt cả phần ấy trong ngoặc kép."
        )
    if found := _COLONS.match(line):
        yield YamlFault(
            i + 1,
            "Dòng này có hai dấu hai chấm.",
            f'Đặt phần sau trong ngoặc kép: «{found[1].strip()}: "{found[2].strip()}"».',
        )
