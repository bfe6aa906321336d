"""Whatever a person does to a lesson: either check tells, or page and source say the same words and no
mark is left over."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from tests.lint.sample_project import LESSON, sample, with_file

from tungbuoc.lesson import grammar
from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.lint import check
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web.tree import Tree, plain

_TARGETS = re.compile(r"(?<=\])\([^()\s]*\)")
_KEY = re.compile(r" \{#\d{5}\}$")
_LETTERS = re.compile(r"[^\W_]", re.UNICODE)


def pages_words(lesson: Lesson) -> tuple[str, str]:
    """Letters and digits of the page that Python-Markdown makes of the tree, and the page's text."""
    found: list[Tree] = []
    Markdown(extensions=[TungBuocExtension(sink=found.append)]).convert(to_markdown(lesson))
    parts = [found[0].intro, *(text for part in found[0].parts for text in (part.title, part.html))]
    text = "\n".join(plain(part) for part in parts)
    return _letters(text), text


def source_words(source: str) -> str:
    """Letters and digits of a file's body as typed, marks and addresses aside; nothing of ours reads them."""
    lines = source.split("\n")
    start = next(i for i, line in enumerate(lines[1:], 1) if line == "---") + 1
    body = lines[start:]
    inside = grammar.inside_fences(grammar.fences(body)[0])
    words = []
    for i, line in enumerate(body):
        if i in inside or line.startswith("# ") or grammar.COMMENT.match(line):
            continue
        line = re.sub(r"^\s*\d+[.)](?=\s)", "", _KEY.sub("", line))
        line = re.sub(r"^(\s*[-*+•–]\s+)\[[xX]\]", r"\1", line)
        words.append(_TARGETS.sub("", line))
    return _letters("\n".join(words))


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text))


@cache
def _lines() -> tuple[str, ...]:
    return tuple(sample().files[LESSON].decode().split("\n"))


def _is_told(source: str) -> bool:
    found = check(with_file(sample(), LESSON, source.encode()))
    return any(problem.severity == "error" for problem in found)


ODD_LINES = (
    "", "- một ý", "  - ý con", "    ý thụt", "• ý Word", "1) số", "1. số", "3. số", "Một câu.", "**đậm ** câu", "**đậm** câu", "> lời",
    "---", "===", "| a | b |", "| --- | --- |", "- [X] đúng. — Vì vậy.", "- [ ] sai. — Vì vậy.", "### Nhỏ", "```", "~~~", "`gõ` số",
    "[chữ](a.md)", "[a] (b)", "\\~ phút", "____", "Tên: ____", "[^1]", "* sao", "+ cộng", "\tthụt", "*101#", "a | b", "Câu kết\\", "# Tên hai",
)  # fmt: skip
CHANGES = st.tuples(
    st.sampled_from(("insert", "delete", "double", "indent", "glue", "swap")),
    st.integers(11, 150),
    st.sampled_from(ODD_LINES),
)


def changed(changes: list[tuple[str, int, str]]) -> str:
    """The sample lesson after some slips of a keyboard."""
    lines = list(_lines())
    for what, at, text in changes:
        at = min(at, len(lines) - 2)
        if what == "insert":
            lines.insert(at, text)
        elif what == "delete":
            del lines[at]
        elif what == "double":
            lines.insert(at, lines[at])
        elif what == "indent":
            lines[at] = "  " * (len(text) % 4) + lines[at]
        elif what == "glue":
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        else:
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


@given(st.lists(CHANGES, max_size=3))
@settings(max_examples=150, deadline=None)
def test_check_tells_or_page_and_source_agree(changes: list[tuple[str, int, str]]) -> None:
    source = changed(changes)
    if _is_told(source):
        return
    lesson = scan(source, LESSON).lesson
    words, text = pages_words(lesson)
    assert words == source_words(source)
    assert not re.search(r"\*\*|~~|==|\\|\]\(|\[\^|\|\s*-{3}|\{#", text)


def test_the_lesson_itself_is_read_whole() -> None:
    source = "\n".join(_lines())
    assert not _is_told(source)
    assert pages_words(scan(source, LESSON).lesson)[0] == source_words(source)
