"""A lesson's tree → Markdown that can be read one way only: what the site's Markdown engine gets instead of
the file.

Python-Markdown reads a list under a paragraph as words, flattens items indented by two, numbers on where a
list was broken off. So it never sees the author's lines: it gets the tree written out again, a blank line
round every block, four blanks a level, wrapped lines joined. Screens are left out: pages draw them from the
tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from tungbuoc.lesson.inline import Inline
from tungbuoc.lesson.model import Lesson, Section, Step
from tungbuoc.lesson.tree import Block, Body, Heading, Item, ListBlock, Paragraph, TableBlock, TableRow


def to_markdown(lesson: Lesson) -> str:
    """The lesson without front matter, video lines, comments and screens; every heading of the file stands
    in its order."""
    parts = [f"# {lesson.title}"] if lesson.title else []
    for section in lesson.parts():
        if section.title or isinstance(section, Step):
            parts.append(_title(section))
        parts += _blocks(section.body)
    return "\n\n".join(parts) + "\n"


def _title(section: Section) -> str:
    if isinstance(section, Step):
        return f"## Bước {section.number}: {section.title}" + (f" {{#{section.key}}}" if section.key else "")
    return f"## {section.title}"


def _blocks(body: Body) -> Iterator[str]:
    return (_block(block) for block in body.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_joined(block.text)}"
    if isinstance(block, Paragraph):
        return _joined(block.text)
    if isinstance(block, TableBlock):
        return "\n".join([_row(block.head), "|" + " --- |" * len(block.head.cells), *map(_row, block.rows)])
    return _list(block)


def _list(block: ListBlock) -> str:
    return "\n".join(line for item in block.items for line in _item(item, 0, block.numbered))


def _item(item: Item, level: int, numbered: bool) -> Iterator[str]:
    mark = f"{item.mark}." if numbered and not item.task else "-"
    box = f"[{item.mark}] " if item.task else ""
    yield f"{'    ' * level}{mark} {box}{_joined(item.text)}"
    for below in item.items:
        yield from _item(below, level + 1, below.mark.isdigit() and not below.task)


def _row(row: TableRow) -> str:
    return "|" + "".join(f" {_joined(cell)} |" for cell in row.cells)


def _joined(text: Inline) -> str:
    return text.raw.replace("\n", " ")
