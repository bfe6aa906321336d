"""What a section is made of: paragraphs, lists, tables, small headings, each with the file's line of
everything in it.

`Odd` stands for what the grammar does not know. It keeps its words, so that nothing is lost, and `lint` tells
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tungbuoc.lesson.inline import Inline

OddKind = Literal[
    "indented",
    "quote",
    "rule",
    "fence",
    "nested",
    "second paragraph",
    "number",
    "mixed lists",
    "marker",
    "close",
    "table",
    "cells",
]


@dataclass(frozen=True, slots=True)
class Odd:
    """Something at `line` that Markdown, or paper, would take otherwise than it looks; `shown` is the
    author's own text."""

    kind: OddKind
    line: int
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break inside it is a blank."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's own, `###` or deeper."""

    level: int
    text: Inline


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `mark` is `x` or a blank for a box to tick, the number as typed in a numbered list, else
    empty."""

    text: Inline
    mark: str = ""
    task: bool = False
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or not."""

    line: int
    numbered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table."""

    line: int
    cells: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its head and its rows, each as wide as the head says."""

    line: int
    head: TableRow
    rows: tuple[TableRow, ...]


Block: TypeAlias = "Paragraph | Heading | ListBlock | TableBlock"


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under a heading: blocks in order, and what was odd about them."""

    blocks: tuple[Block, ...] = ()
    odd: tuple[Odd, ...] = field(default=())

    def texts(self) -> Iterator[Inline]:
        """Every stretch of inline text, in the order of the file."""
        for block in self.blocks:
            if isinstance(block, ListBlock):
                yield from _item_texts(block.items)
            elif isinstance(block, TableBlock):
                for row in (block.head, *block.rows):
                    yield from row.cells
            else:
                yield block.text

    def items(self) -> Iterator[Item]:
        """The items of every list at the top, in order."""
        for block in self.blocks:
            if isinstance(block, ListBlock):
                yield from block.items


def _item_texts(items: tuple[Item, ...]) -> Iterator[Inline]:
    for item in items:
        yield item.text
        yield from _item_texts(item.items)
