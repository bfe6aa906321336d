"""A stretch of Markdown as the pieces it is made of: words, bold, links, pictures, code, lines to write on,
boxes to tick.

The one reading of inline text: page, paper, captions, search and lint all see these pieces. Only what the
grammar knows is read; every other mark stays in the words, where `lesson.leftover` finds it. Linear in the
length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SpanKind = Literal["words", "code", "link", "picture", "blank", "box"]

# No class below runs over the sign that opens it, so that many openings without an end cost no more than
# their length.
# Code: runs of one to four backticks, for a longer one would have to be found by trial.
_MARKS = re.compile(
    r"(?<!`)(?P<tick>`{1,4})(?!`)(?P<code>[^\n]*?)(?<!`)(?P=tick)(?!`)"
    r"|!\[(?P<alt>[^\[\]\n]*)\]\((?P<source>[^()\s]*)\)"
    r"|(?<!!)\[(?P<link>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
    r"|<(?P<bare>https://[^<>\s]*)>"
    r"|(?P<blank>_{3,})"
    r"|\[(?P<box>[ xX])\](?=\s|$)"
)
_BOLD = re.compile(r"(?<!\*)\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)")


@dataclass(frozen=True, slots=True)
class Span:
    """One piece: `text` is what a reader sees (for a picture its description), `target` where a link leads or
    a picture lies, or `x` for a box that is ticked.

    `start` and `end` are its place in the raw text, marks included; a piece inside `**…**` is `bold`.
    """

    kind: SpanKind
    text: str
    start: int
    end: int
    target: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of inline text: `raw` as typed with its line breaks, the file's `line` of its first
    letter, and its pieces."""

    raw: str
    line: int
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        """The words alone, on one line; a picture's description counts as words, a line to write on as
        none."""
        return "".join(span.text for span in self.spans).replace("\n", " ")

    def line_at(self, offset: int) -> int:
        """The file's line of a place in `raw`."""
        return self.line + self.raw.count("\n", 0, offset)


def read_inline(raw: str, line: int = 1) -> Inline:
    """Markdown text that stands at `line` → its pieces. Never raises."""
    return Inline(raw, line, tuple(_spans(raw)))


def plain(raw: str) -> str:
    """Inline Markdown → the words alone; marks and addresses fall away, line breaks stay."""
    if not any(sign in raw for sign in "*`[<_"):
        return raw
    return "".join(span.text for span in read_inline(raw).spans)


def without_code(raw: str) -> str:
    """The text with code spans, link addresses and tags filled with “¦”, so that every place keeps its
    offset."""
    return _filled(raw, code=True)


def without_targets(raw: str) -> str:
    """The text with the addresses of links and pictures filled with “¦”; code stays, for it is printed."""
    return _filled(raw, code=False)


def _spans(raw: str) -> Iterator[Span]:
    bolds = [(match.start(), match.end()) for match in _BOLD.finditer(_masked(raw))]
    at = 0
    for start, end in bolds:
        yield from _plain_spans(raw, at, start, bold=False)
        yield from _plain_spans(raw, start + 2, end - 2, bold=True)
        at = end
    yield from _plain_spans(raw, at, len(raw), bold=False)


def _masked(raw: str) -> str:
    """The text with code and addresses filled, for a star inside them opens no bold."""
    return _filled(raw, code=True) if "`" in raw or "](" in raw or "<" in raw else raw


def _plain_spans(raw: str, start: int, end: int, *, bold: bool) -> Iterator[Span]:
    at = start
    for match in _MARKS.finditer(raw, start, end):
        if match.start() > at:
            yield Span("words", raw[at : match.start()], at, match.start(), bold=bold)
        yield _marked(match, bold)
        at = match.end()
    if at < end:
        yield Span("words", raw[at:end], at, end, bold=bold)


def _marked(match: re.Match[str], bold: bool) -> Span:
    start, end = match.span()
    if match["tick"]:
        return Span("code", match["code"].strip(), start, end, bold=bold)
    if match["alt"] is not None:
        return Span("picture", match["alt"], start, end, match["source"], bold)
    if match["link"] is not None:
        return Span("link", plain(match["link"]), start, end, match["target"], bold)
    if match["bare"]:
        return Span("link", match["bare"], start, end, match["bare"], bold)
    if match["box"]:
        return Span("box", "", start, end, match["box"].strip().lower(), bold)
    return Span("blank", "", start, end, bold=bold)


_ANGLE = re.compile(r"<[^<>\n]*>")
_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")
CODE = re.compile(r"(?<!`)(`{1,4})(?!`)[^\n]*?(?<!`)\1(?!`)")


def _filled(raw: str, *, code: bool) -> str:
    for sign, pattern in (("`", CODE), ("](", _TARGET), ("<", _ANGLE)) if code else (("](", _TARGET),):
        if sign in raw:
            raw = pattern.sub(lambda match: "¦" * len(match[0]), raw)
    return raw
