"""A finished Markdown tree → its parts: sections by their H2, and inside them the lists that printables pick
from.

`Tree` holds HTML fragments as text; lesson pages, code pages and galleys are all made from the same ones.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

Serialise = Callable[[list[Element], str], str]
_LISTS = ("ul", "ol")
DASH = " — "
_PLACEHOLDER = re.compile("\x02wzxhzdk:[0-9]+\x03")  # how Python-Markdown marks what it holds back


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """One H2 with what follows it: `html` without screens, and the inner HTML of its items where it is one
    list and nothing else.

    `ident` is the heading's anchor: the key of a step, else a slug.
    """

    title: str
    ident: str
    html: str
    items: tuple[str, ...]
    questions: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The parts of a document in order; `intro` is what stands above the first H2, the H1 left out."""

    intro: str
    parts: tuple[HtmlPart, ...]


def read_tree(root: Element, serialise: Serialise) -> Tree:
    """Split `root` at its H2s; `serialise` turns (elements, leading text) into HTML."""
    groups: list[tuple[Element | None, list[Element]]] = [(None, [])]
    for child in root:
        if child.tag == "h2":
            groups.append((child, []))
        elif child.tag != "h1" and not _is_placeholder(child):
            groups[-1][1].append(child)
    intro = serialise(groups[0][1], "")
    return Tree(intro, tuple(_part(head, body, serialise) for head, body in groups[1:] if head is not None))


def split_dash(fragment: str) -> tuple[str, str]:
    """“answer — reason” → (answer, reason); the reason is empty without a dash."""
    before, _, after = fragment.partition(DASH)
    return before.strip(), after.strip()


def plain(fragment: str) -> str:
    """An HTML fragment's text."""
    return html.unescape(re.sub(r"<[^>]+>", "", fragment))


def _part(head: Element, body: list[Element], serialise: Serialise) -> HtmlPart:
    listed = len(body) == 1 and body[0].tag in _LISTS
    items = tuple(_inner(item, serialise) for item in body[0]) if listed else ()
    return HtmlPart(
        "".join(head.itertext()),
        head.get("id", ""),
        serialise(body, ""),
        items,
        tuple(_questions(body, serialise)),
    )


def _inner(element: Element, serialise: Serialise) -> str:
    # A loose list wraps each item in a paragraph; a printable wants the words alone.
    only = (
        element[0]
        if len(element) == 1 and element[0].tag == "p" and not (element.text or "").strip()
        else element
    )
    return serialise(list(only), only.text or "")


def _questions(body: list[Element], serialise: Serialise) -> list[tuple[str, tuple[tuple[str, bool], ...]]]:
    found: list[tuple[str, tuple[tuple[str, bool], ...]]] = []
    for block in body:
        if block.tag == "h3":
            found.append((_inner(block, serialise), ()))
        elif block.tag in _LISTS and found:
            answers = tuple((_without_box(_inner(item, serialise)), _is_right(item)) for item in block)
            found[-1] = (found[-1][0], found[-1][1] + answers)
    return found


def _is_right(item: Element) -> bool:
    return any(part.get("class") == "box box-on" for part in item.iter("span"))


def _without_box(fragment: str) -> str:
    return re.sub(r'^<span class="box[^"]*">\u2060</span>\s*', "", fragment)


def _is_placeholder(element: Element) -> bool:
    return (
        element.tag == "p"
        and len(element) == 0
        and bool(_PLACEHOLDER.fullmatch((element.text or "").strip()))
    )
