"""The bytes of a file that people write → its text, or the one problem that keeps it from being read.

Lessons, forms, pages, data files, tables and formats all come through here, so that a file saved by an old
Notepad or by a spreadsheet is told the same way everywhere: by the name of its encoding, with the way to save
it anew. So is a file in which a merge left two versions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tungbuoc.lesson.problems import Problem

LONGEST, LONGEST_TABLE = 1_000_000, 20_000_000
"""Bytes of a file and of a table (`.csv`); the longest real lesson has under 20 kB, 9,000 codes under 2
MB."""

CONFLICT = "T15"
UNREAD = frozenset({"T01", "T04", "T07", "T08", CONFLICT})
"""Codes of the problems that leave a file unread: not text, beyond `lesson.limits`, or two versions in
one."""

_BOM = "\ufeff"
_MARK = re.compile(r"^[ \t]*(?:<{7}|>{7})(?:[ \t]|$)", re.MULTILINE)
_ROW_MARK = re.compile(rb"^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")
_LINE_END = re.compile(rb"\r\n?|\n")
_WIDE = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VIETNAMESE = frozenset("đĐ") | {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in _TONES
}
_SAVE_TEXT = "Mở bằng Notepad, chọn «Lưu thành» (Save as), ở ô «Mã hóa» (Encoding) chọn «UTF-8»."
_SAVE_TABLE = "Trong bảng tính, chọn «Lưu thành» (Save as), rồi chọn «CSV UTF-8»."


def read_text(data: bytes, path: str) -> str | Problem:
    """The whole text, its lines ending in `\\n` however they were ended, without a byte-order mark. `path`
    is for the problem."""
    source = read_source(data, path)
    return source if isinstance(source, Problem) else _plain(source)


def alone(problems: Iterable[Problem]) -> list[Problem]:
    """The problems; only those about two versions in one file when there are such, for everything else
    follows from them."""
    found = list(problems)
    return [problem for problem in found if problem.code == CONFLICT] or found


def as_seen(text: str) -> str:
    """A line without signs that nobody sees, every kind of blank an ordinary one: what its author believes
    to have typed."""
    return " ".join("".join(sign for sign in text if unicodedata.category(sign) != "Cf").split())


def is_mark(line: bytes) -> bool:
    """Whether a line of a file of rows is one that a merge left between two sides."""
    return bool(_ROW_MARK.match(line))


def read_source(data: bytes, path: str) -> str | Problem:
    """The text as it was typed, line ends and byte-order mark kept: for those who write the file back."""
    longest = LONGEST_TABLE if path.endswith(".csv") else LONGEST
    if len(data) > longest:
        fix = "Chia thành nhiều bài." if path.endswith(".md") else "Bỏ bớt phần không dùng."
        return Problem(path, 1, "T04", f"Tệp dài quá {longest // 1_000_000} MB.", fix)
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "") or _unmarked(data)
    if wide:
        return Problem(
            path,
            1,
            "T01",
            f"Tệp lưu bằng mã {wide} (Notepad gọi là «Unicode»), không phải UTF-8.",
            _save(path),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(path, _line(data, error.start), "T01", f"Tệp {_told(data)}.", _save(path))
    if "\0" in text:
        fix = "Lấy lại tệp từ bản trước, hoặc chép chữ sang một tệp mới."
        return Problem(
            path,
            _line(data, data.index(b"\0")),
            "T07",
            "Tệp có ký tự rỗng (NUL): chép hỏng, hoặc không phải tệp chữ.",
            fix,
        )
    return _conflict(text, path) or text


def _plain(source: str) -> str:
    return source.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _conflict(source: str, path: str) -> Problem | None:
    """Told once for a file in which git left two versions side by side, at the first mark."""
    if "<<<<<<<" not in source and ">>>>>>>" not in source:
        return None
    text = _plain(source)
    lines = [text.count("\n", 0, match.end()) + 1 for match in _MARK.finditer(text)]
    if not lines:
        return None
    others = f" (và ở dòng {', '.join(map(str, lines[1:6]))}{'…' if lines[6:] else ''})" if lines[1:] else ""
    fix = "Giữ một trong hai đoạn, xóa đoạn kia và các dòng <<<<<<<, =======, >>>>>>>."
    return Problem(path, lines[0], CONFLICT, f"Git để lại hai bản của cùng một đoạn ở đây{others}.", fix)


def _save(path: str) -> str:
    return _SAVE_TABLE if path.endswith(".csv") else _SAVE_TEXT


def _line(data: bytes, offset: int) -> int:
    return len(_LINE_END.findall(data[:offset])) + 1


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark: more than a third of either half of the bytes is zero."""
    sample = data[:4000]
    return "UTF-16" if any(half.count(0) * 3 > len(half) > 7 for half in (sample[::2], sample[1::2])) else ""


def _told(data: bytes) -> str:
    """“lưu bằng mã Windows-1258” when that makes Vietnamese letters of the bytes."""
    try:
        said = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return "không phải mã UTF-8"
    letters = [sign for sign in said if ord(sign) > 127 and (sign.isalpha() or unicodedata.combining(sign))]
    ours = sum(letter in _VIETNAMESE for letter in letters)
    return (
        "lưu bằng mã Windows-1258 (mã chữ Việt đời cũ), không phải UTF-8"
        if ours * 10 > len(letters) * 9
        else "không phải mã UTF-8"
    )
