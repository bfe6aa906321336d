"""Nothing left over: marks that no reading consumed, and shapes that Markdown or paper would take
otherwise than they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set

from tungbuoc.lesson.inline import Inline, read_inline
from tungbuoc.lesson.leftover import leftovers
from tungbuoc.lesson.model import Step
from tungbuoc.lesson.screens.metrics import SYMBOLS, lacking
from tungbuoc.lesson.tree import Odd, OddKind
from tungbuoc.lint.emoji import without_emojis
from tungbuoc.lint.prose import source_lines
from tungbuoc.lint.rule import Context, Found, front_line, quoted, rule

# What Python-Markdown itself unescapes: on a page, where editors write about Markdown, no mark is left of it.
_ESCAPED = re.compile(r"^\\[\\`*_{}\[\]()>#+\-.!]$")
_LETTER = re.compile(r"[^\W_]")
_FENCE_IN_ITEM = re.compile(r"^[ \t]{1,12}(`{3,}|~{3,})")


@rule("U01")
def left_over(context: Context) -> Iterator[Found]:
    """A mark that Markdown did not consume, in any text a reader can meet."""
    page, apart = context.is_page, _in_items(context)
    for text in _texts(context):
        for line, shown, what, fix in leftovers(text):
            if line not in apart and not (page and _ESCAPED.match(shown)):
                yield Found(line, f"Còn {what}: {quoted(shown, 30)}.", fix)
    for text in _titles(context):
        if any(span.kind != "words" or span.bold for span in text.spans):
            yield Found(
                text.line,
                f"Chỗ này chỉ viết chữ thường: {quoted(text.raw, 40)}.",
                "Bỏ dấu **, `, liên kết và ô đánh dấu.",
            )


@rule("U02")
def indented(context: Context) -> Iterator[Found]:
    """Text indented by four is code to Markdown."""
    for odd in _odd(context, "indented"):
        yield Found(
            odd.line,
            f"Dòng này thụt vào quá sâu: {quoted(odd.shown, 30)}.",
            "Chạy «tungbuoc fix», hoặc xóa dấu cách ở đầu dòng.",
        )


@rule("U03")
def unknown_shape(context: Context) -> Iterator[Found]:
    """Quotes, rules across the page and blocks of code have no place on a sheet."""
    if context.is_page:
        return
    for odd in _odd(context, "quote"):
        yield Found(odd.line, "Dấu > ở đầu dòng không dùng trong bài.", "Xóa dấu >, viết thành câu thường.")
    for odd in _odd(context, "rule"):
        yield Found(odd.line, "Đường kẻ ngang không dùng trong bài.", "Xóa dòng này.")
    for odd in _odd(context, "fence"):
        fix = "Màn hình là «```phone» trong một bước; chữ gõ thì viết `như thế này`."
        yield Found(odd.line, f"Khối {quoted(odd.shown, 20)} không in ra giấy.", fix)


@rule("U04")
def nested(context: Context) -> Iterator[Found]:
    """Points below a point, and a second paragraph in one."""
    if not context.is_page:
        for odd in _odd(context, "nested"):
            yield Found(
                odd.line,
                f"Ý này thụt vào dưới ý khác: {quoted(odd.shown, 30)}.",
                "Tờ in không có chỗ cho ý con: xóa dấu cách ở đầu dòng.",
            )
    for odd in _odd(context, "second paragraph"):
        yield Found(
            odd.line,
            f"Ý ở trên có đoạn thứ hai: {quoted(odd.shown, 30)}.",
            "Nối vào dòng trên, hoặc viết thành ý riêng.",
        )


@rule("U05")
def numbers(context: Context) -> Iterator[Found]:
    """A numbered list that does not count 1, 2, 3, and two kinds of list in one."""
    for odd in _odd(context, "number"):
        yield Found(
            odd.line,
            f"Số đầu dòng không nối tiếp: {quoted(odd.shown, 30)}.",
            "Đánh số 1, 2, 3 liền nhau, không xen đoạn khác vào giữa.",
        )
    for odd in _odd(context, "mixed lists"):
        yield Found(
            odd.line,
            f"Danh sách vừa có gạch vừa có số: {quoted(odd.shown, 30)}.",
            "Viết cả danh sách cùng một kiểu.",
        )


@rule("U06")
def list_marks(context: Context) -> Iterator[Found]:
    """A word processor's bullets; on pages also a list without a blank line above."""
    for odd in _odd(context, "marker"):
        fix = "Chạy «tungbuoc fix», hoặc viết «- » hay «1. » ở đầu dòng."
        yield Found(odd.line, f"Đầu dòng danh sách viết chưa đúng: {quoted(odd.shown, 30)}.", fix)
    for odd in _odd(context, "close") if context.is_page else ():
        yield Found(
            odd.line,
            "Danh sách dính vào đoạn ở trên.",
            "Chạy «tungbuoc fix», hoặc thêm một dòng trống ở trên.",
        )


@rule("U07")
def tables(context: Context) -> Iterator[Found]:
    """A table without its second line, or a row as wide as no other."""
    for odd in _odd(context, "table"):
        fix = "Dòng đầu là tên cột, dòng hai là «| --- | --- |», để dòng trống quanh bảng."
        yield Found(odd.line, f"Bảng viết chưa đúng: {quoted(odd.shown, 30)}.", fix)
    for odd in _odd(context, "cells"):
        text = f"Dòng này có số ô khác dòng đầu của bảng: {quoted(odd.shown, 30)}."
        yield Found(odd.line, text, "Thêm hoặc bớt ô cho đủ.")


@rule("U08")
def no_such_sign(context: Context) -> Iterator[Found]:
    """A sign that the press font lacks: on paper it would come from a foreign font, or as an empty box.
    S22 tells emoji."""
    if context.is_page:
        return
    titles = {(text.line, text.raw) for text in _titles(context)}
    for text in _texts(context):
        known = "" if (text.line, text.raw) in titles else SYMBOLS
        words_only = without_emojis(unicodedata.normalize("NFC", text.raw))
        for line, words in enumerate(words_only.split("\n"), text.line):
            if signs := "".join(sign for sign in lacking(words) if sign not in known):
                yield Found(
                    line,
                    f"Phông in không có dấu {quoted(signs, 20)}.",
                    "Viết bằng lời; mũi tên → chỉ dùng trong câu.",
                )


def _odd(context: Context, *kinds: OddKind) -> Iterator[Odd]:
    apart = _in_items(context)
    for part in context.lesson.parts():
        for odd in part.body.odd:
            if odd.kind in kinds and odd.line not in apart:
                yield odd


def _in_items(context: Context) -> Set[int]:
    """On pages, lines of fences that are indented below a point (Python-Markdown reads those there)."""
    if not context.is_page:
        return frozenset()
    lines, inside, found = source_lines(context.lesson), "", set()
    for number, text in enumerate(lines, 1):
        match = _FENCE_IN_ITEM.match(text)
        if match or inside:
            found.add(number)
        if match:
            inside = "" if inside else match[1]
    return found


def _texts(context: Context) -> Iterator[Inline]:
    yield from _titles(context)
    for part in context.lesson.parts():
        yield from part.body.texts()


def _titles(context: Context) -> Iterator[Inline]:
    """What is printed as plain words: titles, front matter, labels of screens."""
    lesson = context.lesson
    yield read_inline(lesson.title, lesson.title_line)
    for part in (*lesson.sections, *lesson.steps):
        # A near miss of a key is told by the grammar.
        title = part.title.partition("{")[0] if isinstance(part, Step) else part.title
        yield read_inline(title, part.line)
    if lesson.front:
        yield read_inline(lesson.front.audience, front_line(lesson, "audience"))
        for word in lesson.front.words:
            yield read_inline(word, front_line(lesson, "words"))
    for passage in context.passages:
        if passage.kind == "label" and _LETTER.search(passage.raw):  # a hidden password is nothing but stars
            yield read_inline(passage.raw, passage.line)
