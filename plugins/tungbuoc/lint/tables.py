"""The data files against the lessons: entries that rest on nothing, buttons that no lesson uses, buttons
nobody has tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tungbuoc.lesson.inline import read_inline
from tungbuoc.lesson.leftover import leftovers
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem
from tungbuoc.lint.data import BUTTONS, GLOSSARY, PRINTABLE, Data, read_data
from tungbuoc.lint.project import Project
from tungbuoc.lint.rule import quoted


def check_tables(data: Data, lessons: Sequence[Lesson]) -> Iterator[Problem]:
    """Facts that entries name and that are not there or not verified; buttons no lesson speaks of."""
    yield from _facts(data)
    yield from _marks(data)
    said = "\n".join(lesson.source for lesson in lessons)
    unread = any(not lesson.source for lesson in lessons)  # who knows which buttons it speaks of
    for name in data.buttons if not unread else ():
        if name not in said:
            yield Problem(
                BUTTONS,
                data.lines[BUTTONS][name],
                "E05",
                f"Nút «{name}» không bài nào nhắc tới.",
                "Xóa mục này, hoặc sửa cho khớp với bài.",
                "warning",
            )


def untried(project: Project) -> int:
    """How many buttons nobody has yet seen on a real phone. No problem, but to be known before paper is
    printed."""
    data, _ = read_data(project.files)
    return sum(button.tried is None for button in data.buttons.values())


def _facts(data: Data) -> Iterator[Problem]:
    entries = [(BUTTONS, name, button.fact) for name, button in data.buttons.items()]
    entries += [(PRINTABLE, name, entry.fact) for name, entry in data.printable.items()]
    for path, name, fact in entries:
        known = data.facts.get(fact)
        if fact and (known is None or known.mark == "CXM"):
            said = "không có trong tờ dữ kiện" if known is None else "chưa xác minh"
            yield Problem(
                path,
                data.lines[path][name],
                "E04",
                f"«{name}» dựa vào dữ kiện {fact}, mục ấy {said}.",
                "Xem docs/du-kien.yml.",
            )


def _marks(data: Data) -> Iterator[Problem]:
    """Marks of Markdown in tables whose words are shown as they stand."""
    shown = [(BUTTONS, name, name) for name in data.buttons]
    shown += [(GLOSSARY, word, text) for word, entry in data.glossary.items() for text in (word, entry.means)]
    shown += [
        (PRINTABLE, key, text)
        for key, entry in data.printable.items()
        for text in (entry.purpose, entry.note)
    ]
    for path, key, text in shown:
        read = read_inline(text, data.lines[path][key])
        marked = any(span.kind != "words" or span.bold for span in read.spans)
        if marked or any(leftovers(read)):
            yield Problem(
                path,
                read.line,
                "U01",
                f"Chỗ này chỉ viết chữ thường: {quoted(text, 40)}.",
                "Bỏ dấu của Markdown, chỉ viết chữ.",
            )
