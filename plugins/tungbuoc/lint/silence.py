"""Silencing one rule on one line with a reason: `[//]: # (bỏ qua S12: lý do)` on the line above.

The form is a link definition of Markdown: every previewer and the site show nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tungbuoc.lesson import grammar
from tungbuoc.lesson.problems import Problem

TO_FILL = ("điền: ", "fill in: ")
"""What begins a comment that says what is to be written there."""
_SILENCE = re.compile(r"^(?:bỏ qua|skip) ([A-ZĐ]\d{2}(?:, ?[A-ZĐ]\d{2})*)\s*(?::\s*(.*))?$", re.IGNORECASE)


def comment(text: str) -> str:
    """A line that every previewer hides; round brackets inside become square, for they would end it."""
    return f"[//]: # ({text.replace('(', '[').replace(')', ']')})"


def silence(
    problems: Iterable[Problem], sources: dict[str, str], silenceable: frozenset[str]
) -> list[Problem]:
    """Problems less those a comment answers, and what is wrong with the comments themselves."""
    said, told = _read_all(sources, silenceable)
    used: set[tuple[str, int, str]] = set()
    kept = []
    for problem in problems:
        where = said.get((problem.path, problem.line, problem.code))
        if where is None:
            kept.append(problem)
        else:
            used.add((problem.path, where, problem.code))
    for (path, _, code), line in said.items():
        if (path, line, code) not in used:
            told.append(
                Problem(path, line, "Y02", f"Dòng «bỏ qua {code}» không còn cần.", "Xóa dòng này.", "warning")
            )
    return kept + told


def _read_all(
    sources: dict[str, str], silenceable: frozenset[str]
) -> tuple[dict[tuple[str, int, str], int], list[Problem]]:
    """(path, line it speaks for, code) → the comment's line; and comments that say nothing usable."""
    said: dict[tuple[str, int, str], int] = {}
    told: list[Problem] = []
    for path, source in sources.items():
        lines = source.split("\n") if "[//]: # (" in source else []
        following = _following(lines)
        for i, text in enumerate(lines):
            if match := grammar.COMMENT.match(text):
                codes, wrong = _read(match[1].strip(), path, i + 1, silenceable)
                said |= {(path, following[i] + 1, code): i + 1 for code in codes}
                told += wrong
    return said, told


def _read(comment: str, path: str, line: int, silenceable: frozenset[str]) -> tuple[list[str], list[Problem]]:
    """A comment's words → the codes it silences, and what is unfinished or wrong in it."""
    if comment.startswith(TO_FILL):
        text = f"Chỗ này còn phải viết: {comment.partition(': ')[2]}."
        return [], [Problem(path, line, "Y03", text, "Viết xong thì xóa dòng này.", "warning")]
    found = _SILENCE.match(comment)
    if found is None:
        return [], []
    if not (found[2] or "").strip():
        text, fix = "Dòng bỏ qua chưa nói lý do.", "Viết «[//]: # (bỏ qua S12: lý do)»."
        return [], [Problem(path, line, "Y01", text, fix, "warning")]
    codes = re.split(r", ?", found[1].upper())
    fix = "Xem mã ở cuối dòng báo lỗi."
    return [code for code in codes if code in silenceable], [
        Problem(path, line, "Y01", f"Luật {code} không có hoặc không bỏ qua được.", fix, "warning")
        for code in codes
        if code not in silenceable
    ]


def _following(lines: list[str]) -> list[int]:
    """For each line the index of the next that is neither blank nor a comment; its own when there is none."""
    found: list[int] = []
    after = -1
    for i in range(len(lines) - 1, -1, -1):
        found.append(after if after >= 0 else i)
        if lines[i].strip() and not grammar.COMMENT.match(lines[i]):
            after = i
    return found[::-1]
