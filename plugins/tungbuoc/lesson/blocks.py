"""Lines of a section → its body: the one reading of paragraphs, lists, tables and what does not belong.

Line by line and without backtracking. A list may stand right under a paragraph, an item may be wrapped, `[X]`
is `[x]`; a word processor's marks (`•`, `–`, `1)`, `-Chữ`) are read as the items they mean and told as odd.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import Inline, read_inline
from tungbuoc.lesson.tree import (
    Block,
    Body,
    Heading,
    Item,
    ListBlock,
    Odd,
    OddKind,
    Paragraph,
    TableBlock,
    TableRow,
)

_GOOD = re.compile(r"^(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})\.)[ \t]+(?P<text>\S.*)$")
_MEANT = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?P<bullet>[•‣▪●○◦·–—]|[-+](?=[^\W\d_]|[“\"*\[]))|(?P<number>\d{1,2})\))["
    r" \t\u00a0]*(?P<text>[^\s|].*)$"
)
_TASK = re.compile(r"^\[([ xX])\][ \t]+(\S.*)$")
_DELIMITER = re.compile(r"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_CELL_END = re.compile(r"(?<!\\)\|")
_CODE_INDENT, _CHILD_INDENT = 4, 2


@dataclass(slots=True)
class _Growing:
    """An item still being read: its lines, and the items below it."""

    line: int
    indent: int
    mark: str
    task: bool
    numbered: bool
    lines: list[str]
    below: list[_Growing] = field(default_factory=list)

    def done(self) -> Item:
        return Item(
            read_inline("\n".join(self.lines), self.line),
            self.mark,
            self.task,
            tuple(item.done() for item in self.below),
        )


def read_body(lines: Sequence[tuple[int, str]]) -> Body:
    """Numbered lines without fences, video and comment lines (those come as blanks) → the body. Never
    raises."""
    return _BodyReader(lines).read()


class _BodyReader:
    """One pass over the lines; `gap` says that a blank line stands above the present one."""

    def __init__(self, lines: Sequence[tuple[int, str]]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.odd: list[Odd] = []
        self.words: list[tuple[int, str]] = []
        self.list: list[_Growing] = []
        self.gap = True

    def read(self) -> Body:
        at = 0
        while at < len(self.lines):
            number, text = self.lines[at]
            if not text.strip():
                self._end_paragraph()
                self.gap = True
            elif text.lstrip().startswith("|"):
                at = self._table(at)
                continue
            else:
                self._line(number, text)
                self.gap = False
            at += 1
        self._end()
        return Body(tuple(self.blocks), tuple(self.odd))

    def _say(self, kind: OddKind, line: int, shown: str) -> None:
        self.odd.append(Odd(kind, line, shown.strip()))

    def _line(self, number: int, text: str) -> None:
        level, title = grammar.heading(text)
        if level:
            self._end()
            self.blocks.append(Heading(level, read_inline(title, number)))
        elif self._goes_on(text):
            self._after_item(number, text)
        elif match := _GOOD.match(text) or (None if _RULE.match(text) else _MEANT.match(text)):
            self._item(number, text, match)
        elif self.list:
            self._after_item(number, text)
        else:
            self._running(number, text)

    def _goes_on(self, text: str) -> bool:
        """A dash right under an answer is the dash before its reason, not a bullet."""
        return (
            bool(self.list) and self.list[-1].task and not self.gap and text.lstrip().startswith(("— ", "– "))
        )

    def _running(self, number: int, text: str) -> None:
        if not self.words:
            self._tell_opening(number, text)
        self.words.append((number, text.strip()))

    def _tell_opening(self, number: int, text: str) -> None:
        """What a paragraph must not begin with."""
        indent = _indent(text)
        if indent >= _CODE_INDENT:
            self._say("indented", number, text)
        elif text.lstrip().startswith(">"):
            self._say("quote", number, text)
        elif _RULE.match(text):
            self._say("rule", number, text)

    def _item(self, number: int, text: str, match: re.Match[str]) -> None:
        close = bool(self.words)
        self._end_paragraph()
        indent, said = _indent(match["indent"]), match["text"]
        task = _TASK.match(said)
        item = _Growing(
            number, indent, task[1].lower() if task else match["number"] or "", bool(task),
            bool(match["number"]),
            [(task[2] if task else said).strip()],
        )  # fmt: skip
        if match.re is _MEANT:
            self._say("marker", number, text)
        if close:
            self._say("close", number, text)
        self._place(item, text)

    def _place(self, item: _Growing, text: str) -> None:
        if self.list and item.indent >= self.list[-1].indent + _CHILD_INDENT:
            parent = self.list[-1]
            self._say("nested", item.line, text)
            parent.below.append(item)
            return
        if item.indent >= _CODE_INDENT and not self.list:
            self._say("indented", item.line, text)
        if self.list and item.numbered != self.list[0].numbered:
            self._say("mixed lists", item.line, text)
            self._end_list()
        self._check_number(item, text)
        self.list.append(item)

    def _check_number(self, item: _Growing, text: str) -> None:
        if item.numbered and item.mark and int(item.mark) != len(self.list) + 1:
            self._say("number", item.line, text)

    def _after_item(self, number: int, text: str) -> None:
        """A line after an item that begins no item: its wrapped end, a second paragraph, or the list is
        over."""
        last = self.list[-1].below[-1] if self.list[-1].below else self.list[-1]
        if not self.gap:
            last.lines.append(text.strip())
        elif _indent(text) >= _CHILD_INDENT:
            self._say("second paragraph", number, text)
            # Every line keeps its place.
            last.lines += ["" for _ in range(number - last.line - len(last.lines))]
            last.lines.append(text.strip())
        else:
            self._end_list()
            self._running(number, text)

    def _table(self, at: int) -> int:
        """Read the run of lines that begin with a bar; the index after it."""
        self._end()
        end = at
        while end < len(self.lines) and self.lines[end][1].lstrip().startswith("|"):
            end += 1
        rows = [TableRow(number, _cells(number, text)) for number, text in self.lines[at:end]]
        if len(rows) < 2 or not _DELIMITER.match(self.lines[at + 1][1].strip()):
            self._say("table", self.lines[at][0], self.lines[at][1])
            self.blocks += [
                Paragraph(read_inline(text.strip(), number)) for number, text in self.lines[at:end]
            ]
            self.gap = False
            return end
        for (number, text), row in zip(self.lines[at:end], rows, strict=True):
            if len(row.cells) != len(rows[0].cells):
                self._say("cells", number, text)
        self.blocks.append(TableBlock(rows[0].line, rows[0], tuple(rows[2:])))
        if end < len(self.lines) and self.lines[end][1].strip():
            self._say("table", self.lines[end][0], self.lines[end][1])
        self.gap = True
        return end

    def _end(self) -> None:
        self._end_paragraph()
        self._end_list()

    def _end_paragraph(self) -> None:
        if self.words:
            self.blocks.append(
                Paragraph(read_inline("\n".join(text for _, text in self.words), self.words[0][0]))
            )
            self.words = []

    def _end_list(self) -> None:
        if self.list:
            items = tuple(item.done() for item in self.list)
            self.blocks.append(ListBlock(self.list[0].line, self.list[0].numbered, items))
            self.list = []


def _indent(text: str) -> int:
    """Columns before the first sign; a tab goes on to the next multiple of four."""
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _cells(number: int, text: str) -> tuple[Inline, ...]:
    inner = text.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(read_inline(cell.strip(), number) for cell in _CELL_END.split(inner))
