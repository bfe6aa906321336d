"""Names of buttons, new words, and the screens that show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from tungbuoc.lesson import grammar
from tungbuoc.lesson.screens import Screen
from tungbuoc.lint.data import BUTTONS, GLOSSARY
from tungbuoc.lint.entries import FIELDS, line
from tungbuoc.lint.prose import PICTURE
from tungbuoc.lint.rule import Context, Found, front_line, quoted, rule
from tungbuoc.lint.rules.words import own_words

NAME = re.compile(r"\*\*“([^“”*\n]+)”\*\*")
_LOOSE = re.compile(
    r"\b(?:[Bb]ấm|[Cc]hạm)(?: vào)?(?: nút| mục| chữ| ô)? (?:“([^“”\n]+)”|\*\*([^*“”\n]{1,30})\*\*)"
)
_PRESS = re.compile(r"\b(?:[Bb]ấm|[Cc]hạm vào)\b(?! giờ)")
MOST_WORDS = 3
_CLOSE = 0.75  # “Chọn tệp” is no slip of “Chặn”


@rule("N01")
def known_button(context: Context) -> Iterator[Found]:
    """Every button's name stands in `docs/nut.yml`."""
    for match in NAME.finditer(context.own.text):
        if match[1] not in context.data.buttons:
            close = get_close_matches(match[1], context.data.buttons, n=1, cutoff=_CLOSE)
            row = line({"name": match[1], "app": "", "fact": "", "tried": ""}, FIELDS[BUTTONS]).strip()
            hint = (
                f"Có phải bạn muốn viết «{close[0]}»? Nếu là nút mới thì thêm"
                if close
                else "Viết đúng như trên máy rồi thêm"
            )
            fix = f"{hint} dòng này vào docs/nut.yml: «{row}»."
            yield Found(
                context.own.line_at(match.start()), f"Nút «{match[1]}» chưa có trong docs/nut.yml.", fix
            )


@rule("N02")
def named_as_button(context: Context) -> Iterator[Found]:
    """What is pressed stands bold and in curly quotes."""
    for passage, text in own_words(context) if _LOOSE.search(context.own.text) else ():
        if passage.section == grammar.QUIZ or passage.kind == "heading":
            continue
        for match in _LOOSE.finditer(text):
            name = (match[1] or match[2]).strip()
            if match[1] or name in context.data.buttons:
                yield Found(
                    passage.line_at(match.start()),
                    f"Tên nút «{name}» phải vừa đậm vừa trong ngoặc kép.",
                    f"Viết **“{name}”**.",
                )


@rule("N03")
def few_words(context: Context) -> Iterator[Found]:
    """At most three new words."""
    front = context.lesson.front
    if front and len(front.words) > MOST_WORDS:
        yield Found(
            front_line(context.lesson, "words"),
            f"Bài có {len(front.words)} từ mới, nhiều nhất {MOST_WORDS}.",
            "Bỏ bớt ở mục «words», hoặc chia bài.",
        )


@rule("N04")
def explained(context: Context) -> Iterator[Found]:
    """Every new word stands in the glossary."""
    for word in context.lesson.front.words if context.lesson.front else ():
        if word not in context.data.glossary:
            yield Found(
                front_line(context.lesson, "words"),
                f"Từ mới «{word}» chưa có lời giải thích trong docs/tu-moi.yml.",
                "Thêm vào tệp đó một dòng:"
                f" «{line({'word': word, 'means': 'lời giải thích'}, FIELDS[GLOSSARY]).strip()}».",
            )


@rule("N05")
def used(context: Context) -> Iterator[Found]:
    """A new word is a word of this lesson."""
    said = " ".join(passage.plain for passage in context.passages).lower()
    for word in context.lesson.front.words if context.lesson.front else ():
        if word.lower() not in said:
            yield Found(
                front_line(context.lesson, "words"),
                f"Từ mới «{word}» không thấy trong bài.",
                "Bỏ khỏi mục «words», hoặc dùng từ ấy trong bài.",
            )


@rule("M20")
def has_screen(context: Context) -> Iterator[Found]:
    """Every step shows a screen, or a picture where it needs no phone."""
    for step, words in context.steps():
        if not step.screens and not any(PICTURE.search(passage.raw) for passage in words):
            yield Found(
                step.line,
                f"Bước {step.number} chưa có hình màn hình.",
                "Thêm một khối ```phone dưới câu của bước.",
            )


@rule("M21")
def shows_where(context: Context) -> Iterator[Found]:
    """A step that says “press” marks where; what is touched beside a phone has no mark."""
    for step, words in context.steps():
        drawn = [block.screen for block in step.screens if block.screen and not block.screen.beside_the_phone]
        first = next((sentence for passage in words for sentence in passage.sentences), None)
        if first and drawn and _PRESS.search(first.plain) and not any(_marked(screen) for screen in drawn):
            yield Found(
                first.line,
                f"Câu nói bấm mà hình không chỉ chỗ: {quoted(first.plain, 40)}.",
                "Thêm «tap: true» vào nút đó trong khối phone.",
            )


@rule("M22")
def same_screen(context: Context) -> Iterator[Found]:
    """No screen twice."""
    seen: dict[str, int] = {}
    for step in context.lesson.steps:
        for block in step.screens:
            first = seen.setdefault(block.source.strip(), block.line)
            if first != block.line and block.source.strip():
                yield Found(
                    block.line,
                    f"Màn hình này giống hệt màn hình ở dòng {first}.",
                    "Vẽ đúng lúc của bước này, hoặc bỏ đi.",
                )


@rule("M23")
def both_phones(context: Context) -> Iterator[Found]:
    """A step that shows one kind of phone shows the other too."""
    for step in context.lesson.steps:
        kinds = {block.screen.on for block in step.screens if block.screen}
        if ("android" in kinds) != ("iphone" in kinds) and None not in kinds:
            there, other = ("Android", "iPhone") if "android" in kinds else ("iPhone", "Android")
            yield Found(
                step.screens[0].line,
                f"Bước này chỉ có hình máy {there}.",
                f"Thêm khối phone «on: {other.lower()}», hoặc bỏ dòng «on:».",
            )


def _marked(screen: Screen) -> bool:
    return any(element.verbs for element in screen.body)
