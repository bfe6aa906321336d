"""The scanner: files that are no text, line numbers, never an exception, linear work."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tungbuoc.lesson import grammar
from tungbuoc.lesson.scan import scan, scan_bytes
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.text import LONGEST

FRONT = "---\ncode: B2\naudience: mọi người\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2027-02-21\n---\n"
STEP = "## Bước {n}: Mở {{#48217}}\n\nBấm nút.\n\n```phone\ntitle: Máy\n```\n\n"
PIECES = st.sampled_from(
    ["# ", "## ", "### ", "Bước 1: a", "Buoc 2", " {#48217}", "{#", "}", "```", "````", "~~~", "phone", "Video: ", "https://youtu.be/x", "---", "===",
     "\n", "\r\n", "\r", "\u2028", "\ufeff", "- [x] a — b", "| a |", "title: x", "body:\n  - button: a\n", "&a", "*a", "!!x", "[//]: # (x)",
     "code: B2", " ", "\t", "“", "”", "**", "đ", "e\u0302\u0301", "\x00"]
)  # fmt: skip
LIKELY = st.lists(PIECES, max_size=60).map("".join)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "T03", 1),
        (b"\xef\xbb\xbf\n \n", "T03", 1),
        (b"# a\n\n\xd4n", "T01", 3),
        ("# Tên".encode("utf-16"), "T01", 1),
        (b"a" * (LONGEST + 1), "T04", 1),
        (b"a\n" * 2_500_000, "T04", 1),
    ],
)
def test_files_that_are_no_lesson(content: bytes, code: str, line: int) -> None:
    found = scan_bytes(content, "docs/a.md")
    assert [(problem.code, problem.line) for problem in found.problems] == [(code, line)]
    assert found.lesson.source == ""


def test_bom_is_told_and_read_over() -> None:
    found = scan_bytes(b"\xef\xbb\xbf" + (FRONT + "# Tên\n").encode(), "docs/a.md")
    assert [problem.code for problem in found.problems] == ["T02"]
    assert found.lesson.title == "Tên"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_count_whatever_ends_them(ending: str) -> None:
    text = (
        FRONT + "# Tên\n\n## Bước 1: Mở {#48217}\n\nVideo: a.mp4\n\nBấm.\n\n```phone\ntitle: Máy\n```\n"
    ).replace("\n", ending)
    (step,) = scan(text, "docs/a.md").lesson.steps
    assert (step.line, step.number, step.title, step.key) == (10, 1, "Mở", "48217")
    assert (step.video_raw, step.video_line) == ("a.mp4", 12)
    assert [text.line for text in step.body.texts()] == [14]
    assert [block.line for block in step.screens] == [17]


def test_every_scalar_of_the_front_matter_stays_text() -> None:
    typed = {
        "a": "012345",
        "b": "10:30",
        "c": "500.000",
        "d": "Yes",
        "e": "2.10",
        "f": "null",
        "g": "1e3",
        "h": "~",
        "i": "0x1F",
    }
    loaded = load("".join(f"{key}: {value}\n" for key, value in typed.items()))
    assert loaded.value == typed


def test_facts_of_the_front_matter_keep_their_last_zero() -> None:
    front = scan(FRONT.replace("---\ncode", "---\nfacts: [2.10, 2.1]\ncode"), "docs/a.md").lesson.front
    assert front
    assert front.facts == ("2.10", "2.1")


def test_comments_of_editors_are_no_words() -> None:
    body = (
        "# T\n## Bước 1: A {#48217}\n\n[//]: # (bỏ qua S01: lý do)\nVideo: a.mp4\n\n[//]: # (điền: x)\nBấm.\n"
    )
    (step,) = scan(FRONT + body, "docs/a.md").lesson.steps
    assert step.video_raw == "a.mp4"
    assert [text.plain for text in step.body.texts()] == ["Bấm."]


@given(st.text())
@example("---")
@example("---\n")
@example("\ufeff")
def test_never_raises_on_any_text(text: str) -> None:
    scan(text, "docs/a.md")


@given(LIKELY)
@settings(max_examples=300)
def test_never_raises_on_what_looks_like_a_lesson(text: str) -> None:
    found = scan(FRONT + text, "docs/a.md")
    assert list(found.problems) == sorted(set(found.problems))
    last = (FRONT + text).replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= problem.line <= last for problem in found.problems)


@given(st.binary())
def test_never_raises_on_any_bytes(content: bytes) -> None:
    scan_bytes(content, "docs/a.md")


@given(LIKELY)
def test_fences_agree_with_the_slow_way(text: str) -> None:
    """The bookkeeping of closers gives what looking ahead from every opening would."""
    lines = text.split("\n")
    found, unclosed = grammar.fences(lines)
    wanted, missing, i = [], [], 0
    while i < len(lines):
        match = grammar._FENCE.match(lines[i])
        if match and not (match[1][0] == "`" and "`" in match[2]):
            end = next((j for j in range(i + 1, len(lines)) if _closes(lines[j], match[1])), None)
            if end is None:
                missing.append(i)
            else:
                wanted.append((i, end))
                i = end
        i += 1
    assert [(fence.start, fence.end) for fence in found] == wanted
    assert unclosed == missing


def _closes(line: str, run: str) -> bool:
    match = grammar._FENCE.match(line)
    return bool(match and match[1][0] == run[0] and len(match[1]) >= len(run) and not match[2].strip())


def calls(work: Callable[[], object]) -> int:
    """How many functions, ours and built in, are called: the work done, whatever the machine."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        STEP,
        "```phone\n",
        "## Bước 1: a {#48217\n",
        "Video: x\n---\n",
        "````\n```\n",
        "a\n---\n",
        "- [ ] x\n",
        "# a\n",
        "{# {# {#\n",
        "## Bước 1: " + "a " * 20 + "\n",
    ],
    ids=lambda piece: piece[:12],
)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    small, large = (
        FRONT + "# T\n" + piece.replace("{n}", "1").replace("{{", "{").replace("}}", "}") * times
        for times in (100, 400)
    )
    scan(small, "docs/a.md")  # whatever is cached for ever, once
    assert calls(lambda: scan(large, "docs/a.md")) < 5 * calls(lambda: scan(small, "docs/a.md"))


def test_ten_thousand_steps() -> None:
    text = FRONT + "# T\n" + "".join(f"## Bước {n}: Mở {{#48217}}\nBấm.\n" for n in range(1, 10_001))
    found = scan(text, "docs/a.md")
    assert len(found.lesson.steps) == 10_000
    assert found.problems == ()
