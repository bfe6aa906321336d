"""Silencing one rule on one line with a reason: `[//]: # (bỏ qua S12: lý do)` on the line above.

The form is a link definition of Markdown: every previewer and the site show nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tungbuoc.lesson import grammar
from tungbuoc.lesson.problems import Problem

TO_FILL = "điền: "
_SILENCE = re.compile(r"^bỏ qua ([A-ZĐ]\d{2}(?:, ?[A-ZĐ]\d{2})*)\s*(?::\s*(.*))?$", re.IGNORECASE)


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
            match = grammar.COMMENT.match(text)
            found = _SILENCE.match(match[1].strip()) if match else None
            if match and match[1].strip().startswith(TO_FILL):
                told.append(
                    _warn(
                        path,
                        i + 1,
                        "Y03",
                        f"Chỗ này còn phải viết: {match[1].strip().removeprefix(TO_FILL)}.",
                        "Viết xong thì xóa dòng này.",
                    )
                )
            elif found and not (found[2] or "").strip():
                told.append(
                    _warn(
                        path,
                        i + 1,
                        "Y01",
                        "Dòng bỏ qua chưa nói lý do.",
                        "Viết «[//]: # (bỏ qua S12: lý do)».",
                    )
                )
            for code in re.split(r", ?", found[1].upper()) if found and (found[2] or "").strip() else ():
                if code in silenceable:
                    said[(path, following[i] + 1, code)] = i + 1
                else:
                    told.append(
                        _warn(
                            path,
                            i + 1,
                            "Y01",
                            f"Luật {code} không có hoặc không bỏ qua được.",
                            "Xem mã ở cuối dòng báo lỗi.",
                        )
                    )
    return said, told


def _warn(path: str, line: int, code: str, text: str, fix: str) -> Problem:
    return Problem(path, line, code, text, fix, "warning")


def _following(lines: list[str]) -> list[int]:
    """For each line the index of the next that is neither blank nor a comment; its own when there is none."""
    found: list[int] = []
    after = -1
    for i in range(len(lines) - 1, -1, -1):
        found.append(after if after >= 0 else i)
        if lines[i].strip() and not grammar.COMMENT.match(lines[i]):
            after = i
    return found[::-1]
