"""A lesson → a .docx for a reviewer who has only Word: headings, lists, boxes, tables, each screen said in
words.

The `phone` block itself goes along as hidden text, so that `new --from` of the same document finds it again.
The same lesson gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from tungbuoc.lesson.inline import Inline, Span
from tungbuoc.lesson.model import Lesson, ScreenBlock, Step
from tungbuoc.lesson.screens import alt
from tungbuoc.lesson.tree import Body, Heading, Item, ListBlock, Paragraph, TableBlock
from tungbuoc.manuscript.package import BULLETS, CODE_NAME, PHONE, SCREEN, package

_EMPTY = '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>'


def docx(lesson: Lesson) -> bytes:
    """The document's bytes. Codes of steps stay out: they belong to the lesson's file, not to a copy of
    its words."""
    return _Writer().whole(lesson)


class _Writer:
    """Paragraphs of one document; collects its links and counts its numbered lists, which each begin at 1."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.numbered = 0

    def whole(self, lesson: Lesson) -> bytes:
        blocks = [_paragraph(_run(lesson.title), "Title")]
        if lesson.front:
            blocks += [
                _paragraph(_run(f"Dành cho: {lesson.front.audience}")),
                _paragraph(_run(f"Thời lượng: {lesson.front.minutes} phút")),
            ]
        for part in lesson.parts():
            if isinstance(part, Step):
                blocks.append(_paragraph(_run(f"Bước {part.number}: {part.title}"), "Heading1"))
                blocks += [_paragraph(_run(f"Video: {part.video_raw}"))] if part.video_raw else []
                blocks += [
                    *self._body(part.body),
                    *(line for block in part.screens for line in _screen(block)),
                ]
            else:
                blocks += [_paragraph(_run(part.title), "Heading1")] if part.title else []
                blocks += self._body(part.body)
        return package("".join(blocks), self.links, self.numbered)

    def _body(self, body: Body) -> Iterator[str]:
        for block in body.blocks:
            if isinstance(block, Paragraph):
                yield _paragraph(self._runs(block.text))
            elif isinstance(block, Heading):
                yield _paragraph(self._runs(block.text), f"Heading{min(block.level - 1, 3)}")
            elif isinstance(block, ListBlock):
                self.numbered += block.numbered
                yield from self._items(block.items, BULLETS + self.numbered if block.numbered else BULLETS, 0)
            else:
                yield self._table(block)

    def _items(self, items: Iterable[Item], number: int, depth: int) -> Iterator[str]:
        for item in items:
            if item.task:
                yield _paragraph(_run("☒ " if item.mark == "x" else "☐ ") + self._runs(item.text))
            else:
                yield _paragraph(self._runs(item.text), number=number, depth=depth)
            yield from self._items(item.items, BULLETS, depth + 1)

    def _table(self, table: TableBlock) -> str:
        rows = (
            "".join(f"<w:tc>{_paragraph(self._runs(cell))}</w:tc>" for cell in row.cells)
            for row in (table.head, *table.rows)
        )
        border = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        made = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        grid = "<w:gridCol/>" * len(table.head.cells)
        return (
            f"<w:tbl><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>{grid}"
            f"</w:tblGrid>{made}</w:tbl>{_EMPTY}"
        )

    def _runs(self, text: Inline) -> str:
        return "".join(self._span(span) for span in text.spans)

    def _span(self, span: Span) -> str:
        if span.kind == "link" and span.target.startswith("https://"):
            self.links.append(span.target)
            return (
                f'<w:hyperlink r:id="link{len(self.links)}">{_run(span.text, bold=span.bold)}</w:hyperlink>'
            )
        if span.kind == "picture":
            return _run(f"(hình: {span.text})")
        if span.kind in ("blank", "box"):
            return _run("____" if span.kind == "blank" else "☒" if span.target else "☐")
        return _run(span.text, bold=span.bold, code=span.kind == "code")


def _screen(block: ScreenBlock) -> Iterator[str]:
    if block.screen:
        yield _paragraph(_run(alt(block.screen)), SCREEN)
    lines = f"{escape(block.source.rstrip())}".split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    yield (
        "<w:p><w:pPr><w:pStyle"
        f" w:val={quoteattr(PHONE)}/><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/>"
        f"</w:rPr>{inside}</w:r></w:p>"
    )


def _run(text: str, *, bold: bool = False, code: bool = False) -> str:
    look = (f'<w:rStyle w:val="{CODE_NAME}"/>' if code else "") + ("<w:b/>" if bold else "")
    return (
        f"<w:r><w:rPr>{look}</w:rPr><w:t"
        f' xml:space="preserve">{escape(text.replace(chr(10), " "))}</w:t></w:r>'
    )


def _paragraph(runs: str, style: str = "", *, number: int = 0, depth: int = 0) -> str:
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{min(depth, 2)}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    )
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{runs}</w:p>"
