"""A step: one action, one sentence that begins with a verb, short enough to read while the thumb is busy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lint.inline import syllables
from tungbuoc.lint.prose import Passage
from tungbuoc.lint.rule import Context, Found, quoted, rule
from tungbuoc.lint.rules.verbs import begins_with_verb

STEP_SENTENCE, SENTENCE, PARAGRAPH = 14, 25, 3
_TITLE_LINE, _TITLE_LINES, _TEXT_LINE, _LINES = 26, 2, 36, 5


def _lines(text: str, width: int) -> int:
    """How many lines of `width` signs the words fill."""
    lines, room = 0, 0
    for word in text.split():
        if len(word) + 1 > room:
            lines, room = lines + 1, width + 1
        room -= len(word) + 1
    return lines


@rule("S01")
def step_sentence(context: Context) -> Iterator[Found]:
    """At most 14 syllables in a sentence of a step."""
    for passage, sentence in context.sentences():
        count = syllables(sentence.plain) if passage.step else 0
        if count > STEP_SENTENCE:
            yield Found(
                sentence.line,
                f"Câu của bước dài {count} chữ, nhiều nhất {STEP_SENTENCE}: {quoted(sentence.plain)}.",
                "Viết ngắn lại, mỗi câu một việc.",
            )


@rule("S02")
def begins(context: Context) -> Iterator[Found]:
    """The first sentence of a step begins with what the hand does."""
    for _, words in context.steps():
        first = next((sentence for passage in words for sentence in passage.sentences), None)
        if first and not begins_with_verb(first.plain, context.forms):
            yield Found(
                first.line,
                f"Câu đầu của bước phải bắt đầu bằng việc làm: {quoted(first.plain, 30)}.",
                "Ví dụ: «Bấm …», «Gõ …», «Đọc …», «Đợi …».",
            )


@rule("S03")
def two_sentences(context: Context) -> Iterator[Found]:
    """One sentence that acts, at most one more."""
    for _, words in context.steps():
        sentences = [sentence for passage in words for sentence in passage.sentences]
        if len(sentences) > 2:
            yield Found(
                sentences[2].line,
                f"Bước này có {len(sentences)} câu, nhiều nhất 2.",
                "Bỏ bớt, hoặc tách thành hai bước.",
            )


@rule("S04")
def sentence(context: Context) -> Iterator[Found]:
    """At most 25 syllables in any other sentence."""
    for passage, found in context.sentences():
        if passage.step or passage.section == grammar.LOUDSPEAKER:
            continue
        for part in found.plain.split(" — ") if passage.kind in ("task", "item") else (found.plain,):
            if syllables(part) > SENTENCE:
                yield Found(
                    found.line,
                    f"Câu dài {syllables(part)} chữ, không quá {SENTENCE}: {quoted(part)}.",
                    "Tách làm hai câu.",
                )


@rule("S05")
def paragraph(context: Context) -> Iterator[Found]:
    """At most three sentences in a paragraph."""
    for passage in context.passages:
        if (
            passage.kind == "paragraph"
            and not passage.step
            and passage.section != grammar.LOUDSPEAKER
            and len(passage.sentences) > PARAGRAPH
        ):
            yield Found(
                passage.line,
                f"Đoạn này có {len(passage.sentences)} câu, nhiều nhất {PARAGRAPH}.",
                "Tách đoạn, hoặc bỏ bớt câu.",
            )


@rule("S06")
def printed_lines(context: Context) -> Iterator[Found]:
    """Title and sentences of a step fill at most five printed lines beside its picture."""
    for step, words in context.steps():
        lines = _lines(step.title, _TITLE_LINE) + sum(_lines(passage.plain, _TEXT_LINE) for passage in words)
        if lines > _LINES:
            yield Found(
                step.line,
                f"Bước này in ra khoảng {lines} dòng, chỗ trên giấy đủ {_LINES}.",
                "Rút ngắn tên bước hoặc câu.",
            )


@rule("S07")
def step_title(context: Context) -> Iterator[Found]:
    """A step's title prints in at most two lines."""
    for step in context.lesson.steps:
        if _lines(step.title, _TITLE_LINE) > _TITLE_LINES:
            yield Found(
                step.line,
                f"Tên bước dài {len(step.title)} ký tự, in ra quá hai dòng.",
                "Rút còn năm, sáu chữ.",
            )


@rule("S08")
def long_list(context: Context) -> Iterator[Found]:
    """At most seven items in a list; the trainer's plan may be longer."""
    counts: dict[tuple[str, int], list[Passage]] = {}
    for passage in context.passages:
        if passage.kind in ("item", "number") and passage.section not in (grammar.TRAINER, grammar.WORKSHEET):
            counts.setdefault((passage.section, passage.step), []).append(passage)
    for items in counts.values():
        if len(items) > 7:
            yield Found(items[7].line, f"Danh sách có {len(items)} mục, nhiều nhất 7.", "Gộp hoặc bỏ bớt.")


@rule("S09")
def whole_sentence(context: Context) -> Iterator[Found]:
    """A sentence of a step ends with a full stop."""
    for _, words in context.steps():
        for passage in words:
            said = passage.kind == "paragraph" and passage.sentences
            if said and not re.search(r"[.?!…:](?:\*\*|[”)`])*$", passage.raw):
                yield Found(
                    passage.line_at(len(passage.raw)),
                    f"Câu chưa có dấu chấm: {quoted(passage.plain[-30:])}.",
                    "Thêm dấu chấm ở cuối.",
                )
