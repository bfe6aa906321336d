"""The Markdown extension: reads step keys and video lines, draws `phone` fences, and lets nothing unsafe
through.

In order: a preprocessor takes the video lines out before blocks are parsed; superfences draws screens; tree
processors read the keys, the task boxes and check every link; last, the finished tree is handed to `sink` as
`Tree`. Without a sink, that is without the plugin `tungbuoc/lessons`, nothing is converted: pages would have
no codes and paper nothing to lead to. Raw HTML is switched off, `attr_list` is never enabled, links are
relative, `https:`, `tel:` or `sms:`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element
from zlib import crc32

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import PluginError
from pymdownx.superfences import SuperFencesCodeExtension

from tungbuoc.lesson import grammar
from tungbuoc.web.tree import Tree, read_tree

if TYPE_CHECKING:
    from tungbuoc.lesson.wording import Wording

Sink = Callable[[Tree], None]
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCHEMES = ("https:", "tel:", "sms:")
_ALONE = (
    "Phần mở rộng Markdown «tungbuoc» chỉ chạy cùng plugin «tungbuoc/lessons»; thiếu plugin thì không có"
    " trang của mã, video và tờ in. Dựng bằng mkdocs hay properdocs, và bật «tungbuoc/lessons» trong phần"
    " plugins của mkdocs.yml."
)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]")


class TungBuocExtension(Extension):
    """`sink` receives the tree of every converted document; without one every document is refused
    (`PluginError`). `words` are the course's, those of no
    course when none are given."""

    def __init__(self, *, sink: Sink | None = None, words: Wording | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.sink, self.words = sink, words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register everything on `md`; the numbers are places in Python-Markdown's own order."""
        fences = SuperFencesCodeExtension(
            custom_fences=[{"name": "phone", "class": "phone", "format": partial(_draw_fence, self.words)}]
        )
        md.registerExtensions([fences, TableExtension()], {})
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "automail"):
            md.inlinePatterns.deregister(pattern)
        # After white space (30), before superfences (25).
        md.preprocessors.register(_VideoLines(md), "tungbuoc-video", 28)
        # Before emphasis reads the underscores.
        md.inlinePatterns.register(_WriteIn(r"_{3,}", md), "tungbuoc-write-in", 185)
        # Before inline (20), while a heading's text is still source.
        md.treeprocessors.register(_Keys(md), "tungbuoc-keys", 25)
        # After inline, before the table of contents (5).
        md.treeprocessors.register(_SafeLinks(md), "tungbuoc-links", 8)
        md.treeprocessors.register(_Boxes(md), "tungbuoc-boxes", 7)
        if self.sink is None:
            # A generator that only loads its extensions goes on.
            md.preprocessors.register(_Refusal(md), "tungbuoc-refusal", 100)
        else:
            # After MkDocs rewrote links (0).
            md.treeprocessors.register(_HandOver(md, self.sink), "tungbuoc-tree", -10)


def makeExtension(**kwargs: Any) -> TungBuocExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Python-Markdown's entry point."""
    return TungBuocExtension(**kwargs)


def safe_address(raw: str) -> str | None:
    """A link's target as a browser would read it, or None when its scheme is not allowed."""
    seen = _HIDDEN.sub("", html.unescape(raw))
    if seen.startswith(("//", "\\")):
        return None
    scheme = _SCHEME.match(seen)
    if scheme and not seen.lower().startswith(_SCHEMES):
        return None
    return seen if scheme else html.unescape(raw).strip()


class _Refusal(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:  # noqa: ARG002 the base class's signature
        raise PluginError(_ALONE)


class _VideoLines(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        for i in grammar.video_lines(lines):
            lines[i] = ""
        return lines


class _WriteIn(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: ARG002, N802
        line = Element("span", {"class": "write-in"})
        line.text = "\u2060"  # a word joiner: an empty element would be dropped by some readers
        return line, m.start(0), m.end(0)


class _Keys(Treeprocessor):
    def run(self, root: Element) -> None:
        for heading in root.iter("h2"):
            text, key = grammar.split_key((heading.text or "").strip())
            if key and grammar.STEP.match(text):
                heading.text = text
                heading.set("id", key)


class _SafeLinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if (address := safe_address(link.get("href", ""))) is None:
                link.tag = "span"
                link.attrib.clear()
            else:
                link.set("href", address)
        for image in root.iter("img"):
            address = safe_address(image.get("src", ""))
            if address is None or _SCHEME.match(address):
                alt = image.get("alt", "")
                image.tag = "span"
                image.attrib.clear()
                image.text = alt


class _Boxes(Treeprocessor):
    def run(self, root: Element) -> None:
        for place in root.iter():
            if place.tag in ("li", "p", "td") and (place.text or "").startswith(("[ ] ", "[x] ")):
                box = Element("span", {"class": "box box-on" if place.text[1] == "x" else "box"})  # type: ignore[index]
                box.text, box.tail = "\u2060", place.text[3:]  # type: ignore[index]
                place.text = ""
                place.insert(0, box)


class _HandOver(Treeprocessor):
    def __init__(self, md: Markdown, sink: Sink) -> None:
        super().__init__(md)
        self.sink = sink

    def run(self, root: Element) -> None:
        self.sink(read_tree(root, self._html))

    def _html(self, parts: list[Element], text: str) -> str:
        wrap = Element("div")
        wrap.text = text
        wrap.extend(parts)
        out: str = self.md.serializer(wrap)
        for post in self.md.postprocessors:
            out = post.run(out)
        return out.strip().removeprefix("<div>").removesuffix("</div>").strip()


def _draw_fence(
    words: Wording | None,
    source: str,
    language: str,  # noqa: ARG001
    class_name: str,  # noqa: ARG001
    options: dict[str, Any],  # noqa: ARG001
    md: Markdown,  # noqa: ARG001
    **_: Any,
) -> str:
    return _drawn(source, words)


@lru_cache(maxsize=2048)
def _drawn(source: str, words: Wording | None) -> str:
    # The generator loads this module before it asks whether there is anything to draw.
    from tungbuoc.lesson.screens import parse
    from tungbuoc.lesson.wording import Wording
    from tungbuoc.web.screens import figure

    screen, problems = parse(source, path="", line=1)
    if screen is None:
        said = "".join(f"<p>{html.escape(f'{problem.text} {problem.fix}')}</p>" for problem in problems)
        return f'<div class="tb-problem">{said}</div>'
    return figure((screen,), words or Wording(), ident=f"f{crc32(source.encode())}")
