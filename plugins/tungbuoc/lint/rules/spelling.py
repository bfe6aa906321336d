"""Letters, tone marks, punctuation, spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from tungbuoc.lesson.text import as_seen
from tungbuoc.lint import orthography
from tungbuoc.lint.fixes import curl
from tungbuoc.lint.prose import source_lines
from tungbuoc.lint.rule import Context, Found, quoted, rule
from tungbuoc.lint.rules.words import SHORT
from tungbuoc.lint.syllables import LOWER, UPPER, read, split_glued

_STRANGE = {
    "\u00a0": "dấu cách không ngắt", "\u200b": "dấu cách rộng bằng không", "\u200c": "ký tự vô hình",
    "\u200d": "ký tự vô hình",
    "\ufeff": "ký tự BOM",
    "\u00ad": "gạch nối ẩn", "\u2028": "dấu xuống dòng lạ", "\u2029": "dấu xuống dòng lạ",
    "\u202f": "dấu cách hẹp", "\t": "dấu tab",
    "\u2009": "dấu cách hẹp", "\u2060": "ký tự vô hình", "\x00": "ký tự điều khiển",
}  # fmt: skip
_STRANGE_PATTERN = re.compile(
    "[" + "".join(_STRANGE) + "\ue000-\uf8ff\u0080-\u009f\x01-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]"
)
_FOREIGN_LETTER = re.compile("[ðÐ\u0370-\u052f]")
_LOOKALIKE = re.compile(r"(?=[^\W\d_]*[\u0370-\u052f])(?=[^\W\d_]*[a-zA-Zđ])[^\W\d_]+")
_STRAIGHT = re.compile(r"\"|(?<!\w)'(?=\w)|(?<=\w)'(?!\w)")
# The sign first and what stands before it after: a pattern that begins by looking back is tried at every
# letter.
_SPACE_BEFORE = re.compile(r"[^\W_][ \t]+([,;:!?]|\.(?![.\w…]))")
_NO_SPACE_AFTER = re.compile(
    rf"[,;:!?](?=[^\W\d_])(?<=[^\W\d_].)|\.(?=[{UPPER}][{LOWER} ])(?<=[{LOWER}]{{2}}.)"
)
_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_RANGE = re.compile(r"(?<![\w/.-])(\d{1,4})-(\d{1,4})(?![\w/-]|\.\d)")
_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]+(?![\w@]|\.\w|/\w)")
# Addresses, whole or broken up (dich-vu-….com): no words to spell.
_ADDRESS = re.compile(
    r"(?<![\w.-])(?:[a-z0-9.-]*…[a-z0-9.-]*|(?:[a-z0-9-]+\.)+[a-z]{2,}|[a-z]+"
    r" ?\.(?:gov|com|vn)\b[a-z.]*|[a-z]+(?:-[a-z]+)+)"
)


@lru_cache(maxsize=512)
def _unknown(text: str, foreign: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """(offset, word) of every word that is no Vietnamese syllable and not on the list; addresses are not
    words."""
    strange = {
        word
        for word in orthography.words(text)
        if len(word) > 1 and read(word.lower()) is None and word.lower() not in foreign
    }
    if not strange:
        return ()
    bare = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return tuple((match.start(), match[0]) for match in _WORD.finditer(bare) if match[0] in strange)


def _strange(context: Context) -> Iterator[tuple[int, str]]:
    """`_unknown` of a lesson's words, less headings that are to be written in Vietnamese as a whole (G19)."""
    for at, word in _unknown(context.every.text, context.data.foreign):
        if context.every.line_at(at) not in context.misnamed:
            yield at, word


def _lines(context: Context) -> Iterator[tuple[int, str]]:
    """(file line, text) of the whole file, front matter and fences too."""
    return enumerate(source_lines(context.lesson), 1)


def _respelt(
    context: Context, find: Callable[[str], Iterator[tuple[int, str, str]]]
) -> Iterator[tuple[int, str, str]]:
    for at, wrong, right in find(context.every.text):
        yield context.every.line_at(at), wrong, right


@rule("D01")
def decomposed(context: Context) -> Iterator[Found]:
    """Letters in one piece (NFC), or search and print lose them."""
    if unicodedata.is_normalized("NFC", context.lesson.source):
        return
    for line, text in _lines(context):
        if not unicodedata.is_normalized("NFC", text):
            yield Found(line, "Dòng này gõ dấu rời (Unicode tổ hợp).", "Chạy «tungbuoc fix» để ghép lại.")


@rule("D02")
def tone_place(context: Context) -> Iterator[Found]:
    """hòa, khỏe, thủy."""
    for line, wrong, right in _respelt(context, orthography.misplaced):
        yield Found(
            line, f"Dấu thanh đặt chưa đúng kiểu: «{wrong}».", f"Viết «{right}», hoặc chạy «tungbuoc fix»."
        )


@rule("D03")
def i_or_y(context: Context) -> Iterator[Found]:
    """kỹ năng, ký số, bác sĩ: by the list."""
    for line, wrong, right in _respelt(context, orthography.i_or_y):
        yield Found(
            line, f"Dự án viết «{right}», không viết «{wrong}».", "Sửa lại, hoặc chạy «tungbuoc fix»."
        )


@rule("D04")
def straight_quotes(context: Context) -> Iterator[Found]:
    """“ ” in everything people read."""
    if not _STRAIGHT.search(context.own.text):
        return
    told = set()
    for match in _STRAIGHT.finditer(context.own.text):
        line = context.own.line_at(match.start())
        if line not in told:
            told.add(line)
            raw = context.own.line_of(match.start())
            fix = (
                "Viết ngoặc cong “ ”, hoặc chạy «tungbuoc fix»."
                if curl(raw) != raw
                else "Thêm dấu còn thiếu, viết ngoặc cong “ ”."
            )
            yield Found(line, f"Ngoặc kép thẳng «{match[0]}».", fix)


@rule("D05")
def spaces(context: Context) -> Iterator[Found]:
    """Punctuation touches the word before it and stands off the one after."""
    text = context.every.text
    for match in _SPACE_BEFORE.finditer(text):
        yield Found(
            context.every.line_at(match.start()),
            f"Thừa dấu cách trước «{match[1]}».",
            "Dấu câu dính liền chữ trước.",
        )
    for match in _NO_SPACE_AFTER.finditer(text):
        yield Found(
            context.every.line_at(match.start()),
            f"Thiếu dấu cách sau «{match[0]}»:"
            f" {quoted(text[max(0, match.start() - 10) : match.end() + 10])}.",
            "Thêm một dấu cách.",
        )


@rule("D06")
def dots(context: Context) -> Iterator[Found]:
    """… is one sign."""
    for match in _DOTS.finditer(context.every.text) if "..." in context.every.text else ():
        yield Found(context.every.line_at(match.start()), "Ba dấu chấm rời «...».", "Viết một dấu «…».")


@rule("D07")
def ranges(context: Context) -> Iterator[Found]:
    """15–20 with a long dash."""
    for match in _RANGE.finditer(context.every.text):
        yield Found(
            context.every.line_at(match.start()),
            f"Khoảng số viết bằng gạch ngắn: «{match[0]}».",
            f"Viết «{match[1]}–{match[2]}».",
        )


@rule("D08")
def lookalikes(context: Context) -> Iterator[Found]:
    """ð for đ, Cyrillic or Greek letters inside a word."""
    if not _FOREIGN_LETTER.search(context.lesson.source):
        return
    for line, text in _lines(context):
        if "ð" in text or "Ð" in text:
            yield Found(line, "Chữ «ð» không phải chữ «đ».", "Chạy «tungbuoc fix» để đổi.")
        for match in _LOOKALIKE.finditer(text):
            yield Found(
                line,
                f"Trong «{match[0]}» có chữ cái nước khác, nhìn giống mà không phải.",
                "Xóa từ đó rồi gõ lại.",
            )


@rule("D09")
def strange_signs(context: Context) -> Iterator[Found]:
    """Signs nobody sees."""
    if not _STRANGE_PATTERN.search(context.lesson.source.removeprefix("\ufeff").replace("\r", "")):
        return
    for line, text in _lines(context):
        for sign in dict.fromkeys(_STRANGE_PATTERN.findall(text)):
            name = _STRANGE.get(sign, "ký tự lạ")
            fix = (
                f"Xóa cả dòng, gõ lại: «{as_seen(text)}»."
                if text.startswith("#")
                else "Xóa rồi gõ lại dấu cách thường."
            )
            yield Found(line, f"Có {name} (U+{ord(sign):04X}).", fix)


@rule("D10")
def spelling(context: Context) -> Iterator[Found]:
    """No syllable of Vietnamese and not on the list of foreign words."""
    for at, word in _strange(context):
        if not split_glued(word.lower()) and word not in SHORT:  # S12 says what to write instead
            yield Found(
                context.every.line_at(at),
                f"Từ «{word}» viết sai hoặc là từ lạ.",
                "Sửa lại; nếu đúng là tên riêng, từ nước ngoài thì thêm vào docs/tu-ngoai.yml.",
            )


@rule("D11")
def confusions(context: Context) -> Iterator[Found]:
    """Words that are well built and wrong: “tài khoảng”."""
    for line, wrong, right in _respelt(context, orthography.confused):
        yield Found(line, f"«{wrong}» viết sai.", f"Viết «{right}».")


@rule("D12")
def glued(context: Context) -> Iterator[Found]:
    """Two words without a blank: “cánhân”."""
    for at, word in _strange(context):
        if parts := split_glued(word.lower()):
            shown = word[: len(parts[0])] + " " + " ".join(parts[1:])
            yield Found(
                context.every.line_at(at),
                f"«{word}» thiếu dấu cách.",
                f"Viết «{shown}»; nếu là từ nước ngoài thì thêm vào docs/tu-ngoai.yml.",
            )


@rule("D13")
def doubled(context: Context) -> Iterator[Found]:
    """A little word twice: “của của”."""
    for line, wrong, right in _respelt(context, orthography.doubled):
        yield Found(line, f"«{wrong}» viết hai lần.", f"Viết «{right}».")
