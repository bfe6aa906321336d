"""Plain HTML, as a converter makes it of a document → Markdown that the grammar knows: headings, bold,
lists, tables, links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre"})
_SPACE = re.compile(r"[ \t\r\n\f]+")


def markdown(html: str) -> str:
    """HTML → Markdown, a blank line between blocks; what it has no word for (italics, footnotes, colours)
    leaves its text."""
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.lines).strip() + "\n"


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words = ""
        self._bold = 0
        # How many items a numbered list has so far; a list of bullets counts below zero.
        self._lists: list[int] = []
        self._rows: list[list[str]] = []
        self._cells: list[str] | None = None
        self._link = ""
        self._raw = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if tag in _BLOCKS and self._cells is None:
            self._end()
        if tag in ("ol", "ul"):
            self._end()
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "table":
            self._rows = []
        elif tag == "tr":
            self._cells = []
        elif tag in ("strong", "b"):
            self._bold += 1
            self._words += "**" if self._bold == 1 else ""
        elif tag == "a":
            self._link = named.get("href", "")
            self._words += "[" if self._link.startswith("https://") else ""
        elif tag == "code":
            self._words += "`"
        elif tag == "br":
            self._words += "\n" if self._raw else " "
        elif tag == "img":
            self._words += f" ![{_SPACE.sub(' ', named.get('alt', '')).strip()}]({named.get('src', '')}) "
        elif tag == "input":
            self._words += "☒ " if "checked" in named else "☐ "
        elif tag == "pre":
            self._raw = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("strong", "b") and self._bold:
            self._bold -= 1
            self._words += "**" if self._bold == 0 else ""
        elif tag == "a":
            self._words += f"]({self._link})" if self._link.startswith("https://") else ""
            self._link = ""
        elif tag == "code":
            self._words += "`"
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append(_tidy(self._words))
            self._words = ""
        elif tag == "tr" and self._cells is not None:
            self._rows.append(self._cells)
            self._cells = None
        elif tag == "table":
            self._table()
        elif tag == "p" and self._cells is not None:
            self._words += " "
        elif tag in ("ol", "ul") and self._lists:
            self._end()
            self._lists.pop()
            if not self._lists:
                self.lines.append("")
        elif tag == "pre":
            self.lines += ["", "```phone", *self._words.strip("\n").split("\n"), "```", ""]
            self._words, self._raw = "", False
        elif tag in _BLOCKS and self._cells is None:
            self._end("#" * int(tag[1]) + " " if tag[0] == "h" else "")

    def handle_data(self, data: str) -> None:
        self._words += data if self._raw else _SPACE.sub(" ", data)

    def _end(self, mark: str = "") -> None:
        """Close the block that is open, an item with its list's mark."""
        words, self._words = _tidy(self._words), ""
        if not words:
            return
        if self._lists:
            self._lists[-1] += self._lists[-1] >= 0
            mark = f"{self._lists[-1]}." if self._lists[-1] >= 0 else "-"
            self.lines.append(f"{'  ' * (len(self._lists) - 1)}{mark} {words}")
        else:
            self.lines += [mark + words, ""]

    def _table(self) -> None:
        wide = max((len(row) for row in self._rows), default=0)
        rows = [[*row, *[""] * (wide - len(row))] for row in self._rows]
        for i, row in enumerate(rows):
            cells = (cell.replace("|", "/") for cell in row)
            self.lines.append("|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|")
            if i == 0:
                self.lines.append("|" + " --- |" * wide)
        self.lines.append("")
        self._rows = []


def _tidy(words: str) -> str:
    """One line, bold closed where its words end; neighbouring bolds are one."""
    joined = re.sub(r"\*\*(\s*)\*\*", r"\1", words)
    joined = re.sub(
        r"\*\*(\s*)([^*]*?)(\s*)\*\*", lambda m: f"{m[1]}**{m[2]}**{m[3]}" if m[2] else m[1] + m[3], joined
    )
    return " ".join(joined.split())
