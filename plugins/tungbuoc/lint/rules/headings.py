"""Headings: levels without gaps, not empty, not twice."""

from __future__ import annotations

from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lint.prose import source_lines
from tungbuoc.lint.rule import Context, Found, quoted, rule

_H3_IN = (grammar.QUIZ, grammar.WORKSHEET)


@rule("H03")
def deep(context: Context) -> Iterator[Found]:
    """### only for questions and parts of a worksheet, nothing deeper."""
    section = ""
    for line, level, text in context.headings:
        if level == 2:
            section = grammar.kind_of(text)
        elif level > 3 or (level == 3 and section not in _H3_IN):
            yield Found(
                line,
                f"Tiêu đề {'#' * level} không dùng ở đây.",
                "Viết thành câu thường, hoặc đổi thành phần ##.",
            )


@rule("H04")
def first(context: Context) -> Iterator[Found]:
    """The lesson's title comes before everything else."""
    found = context.headings
    if found and found[0][1] != 1 and any(level == 1 for _, level, _ in found):
        yield Found(
            context.lesson.title_line,
            "Tên bài phải đứng trước mọi phần.",
            "Chuyển dòng «# …» lên ngay dưới phần đầu.",
        )


@rule("H05")
def empty(context: Context) -> Iterator[Found]:
    """A heading has words."""
    for line, level, text in context.headings:
        if not text:
            yield Found(line, "Tiêu đề này trống.", f"Viết chữ sau dấu {'#' * level}, hoặc xóa dòng.")


@rule("H06")
def full_stop(context: Context) -> Iterator[Found]:
    """A heading does not end with a full stop, a colon or a comma."""
    for line, _, text in context.headings:
        bare, _ = grammar.split_key(text)
        if bare.endswith((".", ":", ",", ";")):
            yield Found(line, f"Tiêu đề không có dấu «{bare[-1]}» ở cuối.", "Bỏ dấu đó.")


@rule("H07")
def same_step(context: Context) -> Iterator[Found]:
    """Two steps of one lesson have different titles."""
    seen: dict[str, int] = {}
    for step in context.lesson.steps:
        first_at = seen.setdefault(step.title.lower(), step.number)
        if first_at != step.number:
            yield Found(
                step.line,
                f"Bước {step.number} trùng tên với bước {first_at}: {quoted(step.title)}.",
                "Đặt tên nói rõ việc của bước này.",
            )


@rule("H08")
def space(context: Context) -> Iterator[Found]:
    """A blank stands between # and the words (other previewers show no heading without it)."""
    lines = source_lines(context.lesson)
    for line, level, text in context.headings:
        after = lines[line - 1][level : level + 1]
        if after.strip():
            yield Found(line, "Sau dấu # thiếu một dấu cách.", f"Viết «{'#' * level} {text[:30]}».")
