"""Marks that nothing consumed: whatever of Markdown or of an export would reach a reader as stars and
brackets.

Italics, HTML and braces are told by rules of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson.inline import Inline

# What is told first wins where two patterns meet; no pattern runs over the sign that opens it.
_PATTERNS = (
    (
        re.compile(r"\*{2,}"),
        "dấu in đậm chưa đúng",
        "Viết «**chữ đậm**»: hai dấu ** dính liền chữ, mở rồi đóng trong cùng một câu.",
    ),
    (re.compile(r"\\[!-/:-@\[-`{-~]?"), "dấu «\\» thừa", "Bỏ dấu «\\»."),
    (re.compile(r"~~"), "dấu gạch ngang chữ", "Bỏ dấu ~~, viết thẳng điều cần nói."),
    (re.compile(r"=="), "dấu tô màu chữ", "Bỏ dấu ==, in đậm bằng **…** nếu cần."),
    (
        re.compile(r"\[\^[^\[\]\s]*\]"),
        "chú thích cuối trang",
        "Viết thẳng vào câu, tờ in không có chú thích.",
    ),
    (re.compile(r"\[\["), "liên kết kiểu [[…]]", "Viết «[chữ](địa chỉ)»."),
    (
        re.compile(r"\[[^\[\]\n]*\][ \t]*[\[(:]"),
        "liên kết chưa đúng",
        "Viết «[chữ](địa chỉ)» liền nhau, địa chỉ không có dấu cách.",
    ),
    (re.compile(r"\[[ xXvV]?\]"), "ô đánh dấu đặt sai chỗ", "Viết «- [ ] …» ở đầu dòng riêng."),
    (re.compile(r"\|[ :]*-{3,}"), "bảng chưa đúng", "Mỗi dòng của bảng bắt đầu và kết thúc bằng dấu |."),
    (re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6});"), "ký hiệu HTML", "Gõ thẳng chữ hay dấu ấy."),
    (re.compile(r"`"), "dấu ` lẻ", "Viết «`chữ gõ`»: một dấu ` ở đầu, một dấu ở cuối."),
    (re.compile(r"(?<!_)__(?!_)"), "dấu gạch dưới quanh chữ", "Bỏ dấu __, in đậm bằng **…** nếu cần."),
)
_SIGNS = frozenset("*\\~=[{|<&`_")


def leftovers(text: Inline) -> Iterator[tuple[int, str, str, str]]:
    """Marks left in the words of a text: (the file's line, the mark as typed, what it is, how to mend it)."""
    words = _words(text)
    if not _SIGNS & set(words):
        return
    for offset, shown, what, fix in sorted(_found(words)):
        yield text.line_at(offset), shown, what, fix


def _words(text: Inline) -> str:
    """The raw text with all that was read filled by blanks, so that every place keeps its offset."""
    signs = [" " if sign != "\n" else sign for sign in text.raw]
    for span in text.spans:
        if span.kind == "words":
            signs[span.start : span.end] = span.text
    return "".join(signs)


def _found(words: str) -> Iterator[tuple[int, str, str, str]]:
    taken: list[tuple[int, int]] = []
    for pattern, what, fix in _PATTERNS:
        for match in pattern.finditer(words):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match.start(), match[0], what, fix
