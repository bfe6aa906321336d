"""Numbers that may be called, as links: what a page says of 1900 0368 or 156 can be tapped. Paper keeps
the words alone."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_CLOSED = frozenset(("a", "button", "h1", "h2", "h3", "h4", "pre", "script", "style", "summary", "svg"))
"""Elements whose words stay words: a link in a link is none, and a heading is no sentence."""
_BLOCKS = frozenset(("p", "li", "dd", "dt", "td", "th", "div", "ul", "ol", "h1", "h2", "h3", "h4"))
_SENTENCE = re.compile(r"[.!?…]\s")
_VERB = re.compile(r"\b(gọi|bấm|gửi|nhắn|call|dial|text)\b", re.IGNORECASE)
_SENT = re.compile(r"\b(?:nhắn|soạn)(?: tin)?:? ([A-Z]{1,4}(?: [A-Z]{3})?)\b(,?)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s(?:đồng|người|phút|giây|tuổi|ngày|tháng|năm|tin|cuộc|lần|nghìn|triệu)\b", re.IGNORECASE
)
_SHORT = 4


def linked(fragment: str, numbers: Mapping[str, str]) -> str:
    """The fragment with every number of `numbers` (its bare digits → what it is for) as a `tel:` or `sms:`
    link.

    A short number is one only where the sentence says to call it or to send to it, or where its purpose
    stands before it; a message brings along what the sentence says to write (“nhắn TTTB gửi 1414”).
    """
    if not numbers or not any(digits[:3] in fragment for digits in numbers):
        return fragment
    shape = _shape(tuple(numbers))
    closed: list[str] = []
    said, out = "", []
    for piece in _TAG.split(fragment):
        if piece.startswith("<"):
            closed, fresh = _entered(piece, closed)
            said = "" if fresh else said
            out.append(piece)
        elif closed:
            out.append(piece)
        else:
            out.append(
                shape.sub(
                    lambda found, said=said, piece=piece: _link(
                        found, said + piece[: found.start()], numbers
                    ),
                    piece,
                )
            )
            said += piece
    return "".join(out)


@lru_cache(maxsize=8)
def _shape(digits: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the numbers, with or without a space or a dot between its groups, and nothing that makes it
    part of another."""
    one = "|".join(r"[ .\u00a0]?".join(number) for number in sorted(digits, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,/-])(?:{one})(?!\w|[.,/-]\w)")


def _entered(tag: str, closed: list[str]) -> tuple[list[str], bool]:
    """The elements we are in that allow no link, after `tag`; and whether a new sentence begins with it."""
    name = (_NAME.match(tag) or [tag, ""])[1].lower()
    if name in _CLOSED and not tag.endswith("/>"):
        closed = closed[:-1] if tag.startswith("</") else [*closed, name]
    return closed, name in _BLOCKS


def _link(found: re.Match[str], before: str, numbers: Mapping[str, str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    sentence = html.unescape(_SENTENCE.split(before)[-1])
    verbs = _VERB.findall(sentence)
    purpose = numbers[digits].casefold()
    if len(digits) <= _SHORT:
        named = sentence.casefold().rstrip(" :").endswith(purpose)
        if not (verbs or named) or _COUNTED.match(found.string, found.end()):
            return found[0]
    message = (
        purpose.startswith("nhắn")
        or "(nhắn" in purpose
        or (bool(verbs) and verbs[-1].casefold() in ("gửi", "nhắn", "text"))
    )
    return f'<a href="{_message(digits, sentence) if message else f"tel:{digits}"}">{found[0]}</a>'


def _message(digits: str, sentence: str) -> str:
    written = [one for one in _SENT.finditer(sentence) if one[1].isupper()]
    if not written:
        return f"sms:{digits}"
    text = written[-1][1] + (" " if written[-1][2] else "")
    return f"sms:{digits}?body={quote(text)}"
