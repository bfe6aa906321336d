"""Marks in the text: bold, italics, capitals, pictures of feelings, paths of buttons, hours and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import without_code
from tungbuoc.lint.emoji import emojis
from tungbuoc.lint.inline import without_quotes
from tungbuoc.lint.rule import Context, Found, quoted, rule
from tungbuoc.lint.syllables import UPPER

_BOLD = re.compile(r"\*\*[^*\n]+\*\*")
_PATH = re.compile(r"\*\*“[^”*]*”\*\*(?:\s*→\s*\*\*“[^”*]*”\*\*)+")
_ITALIC = re.compile(
    r"(?<![\w*\\])\*(?![\s*])[^*\n]+(?<![\s\\])\*(?![\w*])|(?<![\w_\\])_(?![\s_])[^_\n]+(?<![\s\\])_(?![\w_])"
)
_CAPITALS = re.compile(rf"(?<!\w)[{UPPER}]{{2,}}(?:[ ,]+[{UPPER}]{{2,}}){{2,}}(?!\w)")
_CLOCK = re.compile(r"\b([01]?\d|2[0-4])\s?(?:h|g|:)\s?([0-5]\d)?\b(?!\s*đồng)")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_AMOUNT = re.compile(r"\b\d[\d.,]*\s*(?:đồng|triệu|tỷ|nghìn)\b|\b\d{1,3}(?:\.\d{3})+đ\b")
_RULE_WORDS = re.compile(
    r"\b(?:hạn mức|ngưỡng|trợ cấp|lệ phí|mức|được hưởng|bắt buộc|phải quét|thuế|phạt)\b", re.IGNORECASE
)
_AS_OF = re.compile(r"[Tt]ính đến|từ (?:ngày )?\d{1,2}/\d{1,2}/20\d\d|đến (?:ngày )?\d{1,2}/\d{1,2}/20\d\d")


@rule("S20")
def italics(context: Context) -> Iterator[Found]:
    """Italics are hard to read for weak eyes."""
    for match in _ITALIC.finditer(context.own.text):
        if "__" not in match[0]:
            yield Found(
                context.own.line_at(match.start()),
                f"Không in nghiêng: {quoted(match[0], 30)}.",
                "Bỏ dấu * hay _, hoặc in đậm bằng **…**.",
            )


@rule("S21")
def capitals(context: Context) -> Iterator[Found]:
    """WHOLE SENTENCES in capitals; names on invented cards stand in screens."""
    for match in _CAPITALS.finditer(context.own.text):
        if "NGUYỄN VĂN" not in match[0]:
            yield Found(
                context.own.line_at(match.start()),
                f"Không viết hoa cả cụm: {quoted(match[0], 30)}.",
                "Viết chữ thường, in đậm nếu cần.",
            )


@rule("S22")
def emoji(context: Context) -> Iterator[Found]:
    """No pictures of feelings: printers and voices do not know them."""
    for offset, signs in emojis(context.every.text):
        yield Found(context.every.line_at(offset), f"Không dùng biểu tượng «{signs}».", "Viết bằng chữ.")


@rule("S23")
def bold(context: Context) -> Iterator[Found]:
    """At most one bold phrase a sentence; a path of buttons counts as one, and the bold situation of an
    item not at all."""
    for passage, sentence in context.sentences():
        raw = _PATH.sub("**x**", sentence.raw)
        if passage.section == grammar.TROUBLE:
            raw = raw.split(" — ", 1)[-1]
        count = len(_BOLD.findall(raw))
        if count > 1:
            yield Found(
                sentence.line,
                f"Câu này in đậm {count} cụm, nhiều nhất một: {quoted(sentence.plain)}.",
                "Giữ cụm quan trọng nhất.",
            )


@rule("S24")
def path(context: Context) -> Iterator[Found]:
    """A path of at most four stops."""
    for match in _PATH.finditer(context.own.text):
        stops = match[0].count("→") + 1
        if stops > 4:
            yield Found(
                context.own.line_at(match.start()),
                f"Đường bấm có {stops} chặng, nhiều nhất 4.",
                "Tách thành hai bước.",
            )


@rule("S25")
def hours_and_dates(context: Context) -> Iterator[Found]:
    """“19 giờ 30”, “21/11/2026”."""
    for match in _CLOCK.finditer(context.bare.text):
        shown = f"{match[1]} giờ" + (f" {match[2]}" if match[2] and match[2] != "00" else "")
        if match[2] or "h" in match[0]:
            yield Found(
                context.bare.line_at(match.start()),
                f"Giờ viết chưa đúng kiểu: «{match[0]}».",
                f"Viết «{shown}».",
            )
    for match in _ISO.finditer(context.bare.text):
        yield Found(
            context.bare.line_at(match.start()),
            f"Ngày viết chưa đúng kiểu: «{match[0]}».",
            f"Viết «{int(match[3])}/{int(match[2])}/{match[1]}».",
        )


@rule("S26")
def amounts(context: Context) -> Iterator[Found]:
    """Amounts that a rule sets stand with the month they were true in."""
    for passage in context.passages if _AMOUNT.search(context.bare.text) else ():
        if (
            passage.kind not in ("paragraph", "item")
            or passage.section == grammar.TRAINER
            or _AS_OF.search(passage.plain)
        ):
            continue
        for sentence in passage.sentences:
            words = without_quotes(without_code(sentence.plain))
            match = _AMOUNT.search(words)
            if match and _RULE_WORDS.search(words):
                yield Found(
                    sentence.line,
                    f"Mức «{match[0]}» chưa nói là của tháng nào.",
                    "Viết «Tính đến tháng 11/2026, …».",
                )
