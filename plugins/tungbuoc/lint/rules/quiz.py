"""Questions to check oneself, and the trainer's plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lint.prose import Passage
from tungbuoc.lint.rule import Context, Found, rule
from tungbuoc.lint.rules.sections import within

_MINUTES = re.compile(r"^(\d{1,3}) (?:phút|minutes?): \S")
_REASON = " — "


def questions(context: Context) -> list[tuple[Passage, list[Passage]]]:
    """Every question (a heading under `Tự kiểm`) with the passages below it."""
    found: list[tuple[Passage, list[Passage]]] = []
    for passage in within(context, grammar.QUIZ, "heading", "task", "item", "number", "paragraph")[1:]:
        if passage.kind == "heading":
            found.append((passage, []))
        elif found:
            found[-1][1].append(passage)
    return found


@rule("G20")
def number_of_questions(context: Context) -> Iterator[Found]:
    """Three to five questions, each an H3."""
    heading = context.lesson.section(grammar.QUIZ)
    count = len(questions(context))
    if heading and not 3 <= count <= 5:
        yield Found(
            heading.line,
            f"Phần này có {count} câu hỏi, phải từ 3 đến 5.",
            "Mỗi câu hỏi là một dòng «### Câu hỏi?».",
        )


@rule("G21")
def answers(context: Context) -> Iterator[Found]:
    """Two or three answers, exactly one of them right."""
    for question, below in questions(context):
        given = [passage for passage in below if passage.kind == "task"]
        right = sum(passage.mark == "x" for passage in given)
        if not 2 <= len(given) <= 3:
            yield Found(
                question.line,
                f"Câu hỏi này có {len(given)} câu trả lời, phải 2 hoặc 3.",
                "Mỗi câu trả lời là một dòng «- [ ] …».",
            )
        elif right != 1:
            said = "chưa có câu nào" if right == 0 else f"có {right} câu"
            yield Found(question.line, f"Câu hỏi này {said} đánh dấu đúng.", "Đánh «[x]» trước đúng một câu.")


@rule("G22")
def reasons(context: Context) -> Iterator[Found]:
    """Every answer says why."""
    for _, below in questions(context):
        for passage in below:
            if passage.kind == "task" and _REASON not in passage.raw.replace("\n", " "):
                yield Found(
                    passage.line,
                    "Câu trả lời này chưa có lý do.",
                    "Viết thêm « — lý do» (dấu gạch dài —) ở cuối.",
                )
            elif passage.kind != "task":
                yield Found(
                    passage.line,
                    "Dưới câu hỏi chỉ có các câu trả lời «- [ ] …».",
                    "Viết dòng này thành câu trả lời, hoặc bỏ đi.",
                )


@rule("G23")
def question_mark(context: Context) -> Iterator[Found]:
    """A question ends like one."""
    for question, _ in questions(context):
        if not question.plain.rstrip("”").endswith("?"):
            yield Found(
                question.line,
                "Câu hỏi phải kết thúc bằng dấu hỏi.",
                f"Hỏi một việc làm: «…, {context.form} làm gì?»",
            )


@rule("G24")
def plan(context: Context) -> Iterator[Found]:
    """Every item of the trainer's plan begins with its minutes."""
    for passage in within(context, grammar.TRAINER, "item", "number", "task", "paragraph"):
        if not _MINUTES.match(passage.raw):
            yield Found(passage.line, "Dòng này chưa nói mấy phút.", "Viết «- 5 phút: Khởi động. …».")


@rule("G25")
def minutes(context: Context) -> Iterator[Found]:
    """The plan's minutes add up to the lesson's."""
    heading = context.lesson.section(grammar.TRAINER)
    found = [
        match
        for passage in within(context, grammar.TRAINER, "item")
        if (match := _MINUTES.match(passage.raw))
    ]
    total = sum(int(match[1]) for match in found)
    front = context.lesson.front
    if heading and front and found and total != front.minutes:
        yield Found(
            heading.line,
            f"Các phần cộng lại {total} phút, còn đầu bài ghi {front.minutes} phút.",
            "Sửa cho hai số bằng nhau.",
        )
