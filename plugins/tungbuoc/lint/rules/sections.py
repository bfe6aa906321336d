"""The inner grammar of the sections: lists of a fixed length, the memory card, what is read out and hung
up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.inline import syllables
from tungbuoc.lint.prose import Passage
from tungbuoc.lint.rule import Context, Found, quoted, rule

_LISTS = {
    grammar.OUTCOMES: (1, 3),
    grammar.PREPARE: (1, 4),
    grammar.TROUBLE: (2, 4),
    grammar.REMEMBER: (3, 3),
}
_PARAGRAPHS = {grammar.TRY: 1, grammar.BEWARE: 2, grammar.OFFLINE: 1}
_CARD, _POSTER, _SPEECH, _SPEECH_SENTENCE = 45, 30, 160, 12
_OPENING, _CLOSING = "Mời {people} chú ý.", "Nhờ {people} nhắc người nhà."
_TROUBLE_ITEM = re.compile(r"^\*\*[^*]+\*\* — \S")
_REAL_PERSON = re.compile(r"\b(?:hỏi|nhờ|gọi|gặp|đến|ra|báo)\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{7,}")
_BLANK = re.compile(r"_{3,}|…{2,}|\.{4,}")


def within(context: Context, section: str, *kinds: str) -> list[Passage]:
    """The passages of those kinds under the section of that kind."""
    return [passage for passage in context.passages if passage.section == section and passage.kind in kinds]


def _heading(context: Context, section: str) -> int | None:
    found = context.lesson.section(section)
    return found.line if found else None


@rule("G10")
def length_of_lists(context: Context) -> Iterator[Found]:
    """Sections that are a list of a fixed length."""
    for title, (fewest, most) in _LISTS.items():
        line = _heading(context, title)
        if line is None:
            continue
        count = len(within(context, title, "item"))
        if not fewest <= count <= most:
            wanted = f"đúng {most}" if fewest == most else f"từ {fewest} đến {most}"
            yield Found(
                line,
                f"Phần này có {count} gạch đầu dòng, phải {wanted}.",
                "Mỗi ý một dòng, bắt đầu bằng «- ».",
            )
        for passage in within(context, title, "paragraph", "number", "task"):
            yield Found(
                passage.line,
                "Phần này chỉ gồm các gạch đầu dòng.",
                "Viết dòng này bắt đầu bằng «- », hoặc bỏ đi.",
            )


@rule("G11")
def length_of_texts(context: Context) -> Iterator[Found]:
    """Sections that are one or two paragraphs."""
    for title, most in _PARAGRAPHS.items():
        found = within(context, title, "paragraph", "item", "number")
        if len(found) > most:
            text = f"Phần này có {len(found)} đoạn, nhiều nhất {most}."
            yield Found(found[most].line, text, "Bỏ bớt, tờ in không đủ chỗ.")


@rule("G12")
def trouble_items(context: Context) -> Iterator[Found]:
    """`- **Tình huống** — Câu trả lời.`"""
    for passage in within(context, grammar.TROUBLE, "item"):
        if not _TROUBLE_ITEM.match(passage.raw):
            yield Found(
                passage.line,
                "Dòng này không đúng mẫu tình huống.",
                "Viết «- **Tình huống ngắn** — Câu trả lời.» (dấu gạch dài —).",
            )


@rule("G13")
def real_person(context: Context) -> Iterator[Found]:
    """The last way out is always a person to ask."""
    items = within(context, grammar.TROUBLE, "item")
    if items and not _REAL_PERSON.search(items[-1].plain):
        yield Found(
            items[-1].line,
            "Dòng cuối của phần này phải chỉ một người thật để hỏi.",
            f"Ví dụ: «hỏi {context.words.team}».",
        )


@rule("G14")
def memory_card(context: Context) -> Iterator[Found]:
    """The three things fit a card."""
    items = within(context, grammar.REMEMBER, "item")
    count = sum(syllables(item.plain) for item in items)
    if count > _CARD:
        yield Found(
            items[0].line, f"Ba điều dài {count} chữ, thẻ ghi nhớ chỉ đủ chỗ cho {_CARD}.", "Viết ngắn lại."
        )


@rule("G15")
def loudspeaker(context: Context) -> Iterator[Found]:
    """What the loudspeaker reads: opening, closing, length, short sentences, no address, digits in groups."""
    heading = _heading(context, grammar.LOUDSPEAKER)
    passages = within(context, grammar.LOUDSPEAKER, "paragraph", "item", "number")
    if heading is None or not passages:
        return
    words = " ".join(passage.plain for passage in passages)
    opening, closing = context.words.say(_OPENING), context.words.say(_CLOSING)
    if not words.startswith(opening):
        yield Found(passages[0].line, f"Lời loa phải mở bằng «{opening}»", "Thêm câu đó lên đầu.")
    if not words.endswith(closing):
        yield Found(passages[-1].line, f"Lời loa phải kết bằng «{closing}»", "Thêm câu đó vào cuối.")
    if syllables(words) > _SPEECH:
        yield Found(
            heading,
            f"Lời loa dài {syllables(words)} chữ, nhiều nhất {_SPEECH}.",
            "Bỏ bớt, để đọc trong 60–90 giây.",
        )
    for passage in passages:
        yield from _speech_sentences(passage, context.words)


def _speech_sentences(passage: Passage, words: Wording) -> Iterator[Found]:
    for sentence in passage.sentences:
        count = syllables(sentence.plain)
        if count > _SPEECH_SENTENCE:
            yield Found(
                sentence.line,
                f"Câu đọc loa dài {count} chữ, nhiều nhất {_SPEECH_SENTENCE}: {quoted(sentence.plain)}.",
                "Tách làm hai câu.",
            )
        if _LONG_NUMBER.search(sentence.plain):
            yield Found(sentence.line, "Dãy số đọc qua loa phải tách từng cụm.", "Ví dụ: «1800 1096».")
        if "](" in sentence.raw or re.search(r"\w\.(?:vn|com|net|org)\b", sentence.plain):
            yield Found(
                sentence.line,
                "Lời loa không đọc địa chỉ trang.",
                words.say("Bảo {people} hỏi {team}."),
            )


@rule("G16")
def poster(context: Context) -> Iterator[Found]:
    """A lead, one shout in bold, at most two numbered lines, at most 30 words."""
    heading = _heading(context, grammar.POSTER)
    passages = within(context, grammar.POSTER, "paragraph", "item", "number", "task")
    if heading is None or not passages:
        return
    count = sum(syllables(passage.plain) for passage in passages)
    if count > _POSTER:
        yield Found(
            heading,
            f"Áp phích có {count} chữ, nhiều nhất {_POSTER}.",
            "Bỏ bớt, người đi qua chỉ nhìn vài giây.",
        )
    shouts = [
        passage
        for passage in passages
        if passage.kind == "paragraph" and re.fullmatch(r"\*\*[^*]+\*\*", passage.raw)
    ]
    if len(shouts) != 1:
        yield Found(
            heading,
            "Áp phích phải có đúng một đoạn in đậm cả đoạn.",
            "Viết «**Cúp máy.**» thành một đoạn riêng, 2–3 chữ.",
        )
    numbers = [passage for passage in passages if passage.kind in ("number", "item", "task")]
    if len(numbers) > 2:
        yield Found(
            numbers[2].line,
            f"Áp phích có {len(numbers)} dòng việc cần làm, nhiều nhất 2.",
            "Giữ hai việc quan trọng nhất.",
        )


@rule("G17")
def leaflet(context: Context) -> Iterator[Found]:
    """One short paragraph, then a list of three lines."""
    heading = _heading(context, grammar.LEAFLET)
    if heading is None or not within(context, grammar.LEAFLET, "paragraph", "item", "number"):
        return
    if (
        len(within(context, grammar.LEAFLET, "paragraph")) != 1
        or len(within(context, grammar.LEAFLET, "item", "number")) != 3
    ):
        yield Found(heading, "Tờ rơi gồm một đoạn ngắn rồi đúng ba dòng gạch đầu.", "Thêm hoặc bớt cho đủ.")


@rule("G18")
def worksheet(context: Context) -> Iterator[Found]:
    """Something to write or tick."""
    heading = _heading(context, grammar.WORKSHEET)
    passages = within(context, grammar.WORKSHEET, "paragraph", "item", "number", "task", "row")
    if heading is None or not passages:
        return
    if not any(passage.kind in ("task", "row") or _BLANK.search(passage.raw) for passage in passages):
        yield Found(
            heading,
            "Phiếu tập chưa có chỗ để viết hay đánh dấu.",
            "Thêm ô «- [ ] …», dòng «Tên: ____» hoặc một bảng.",
        )
