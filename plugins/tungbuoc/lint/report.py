"""Problems as text: for a terminal, for GitHub's annotations, for machines. Pure; the command prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from tungbuoc.lesson.problems import Problem

Style = Literal["terminal", "github", "json"]
_WORDS = {"error": "lỗi", "warning": "nhắc"}


def report(problems: Sequence[Problem], style: Style, *, files: int, untried: int = 0) -> str:
    """The sorted problems in one of the three formats; `files` is how many lessons were looked at.

    `untried` is how many buttons nobody has seen on a real phone, told in a terminal only.
    """
    if style == "terminal":
        return terminal(problems, files, untried)
    return github(problems) if style == "github" else to_json(problems, files)


def terminal(problems: Sequence[Problem], files: int, untried: int = 0) -> str:
    """Under each file its problems by line, then one line that counts them, and one for the buttons still
    to be tried."""
    parts = []
    for path, found in groupby(problems, key=lambda problem: problem.path):
        lines = [_line(problem) for problem in found]
        parts.append("\n".join([path, *lines]))
    still = (
        f"\nTrước khi in: {untried} nút chưa ai thử trên máy thật (mục tried trong nut.yml)."
        if untried
        else ""
    )
    return "\n\n".join([*parts, _summary(problems, files) + still]) + "\n"


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows at the line of a pull request."""
    return "".join(
        f"::{problem.severity}"
        f" file={_property(problem.path)},line={problem.line},title={problem.code}"
        f"::{_message(_said(problem))}\n"
        for problem in problems
    )


def to_json(problems: Sequence[Problem], files: int) -> str:
    """`{"files": …, "problems": [{path, line, code, severity, text, fix}, …]}`."""
    rows = [
        {"path": p.path, "line": p.line, "code": p.code, "severity": p.severity, "text": p.text, "fix": p.fix}
        for p in problems
    ]
    return json.dumps({"files": files, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def _line(problem: Problem) -> str:
    return f"  dòng {problem.line:>3}  {_WORDS[problem.severity]}  {_said(problem)} [{problem.code}]"


def _said(problem: Problem) -> str:
    return " ".join(part for part in (problem.text, problem.fix) if part)


def _summary(problems: Sequence[Problem], files: int) -> str:
    if not problems:
        return f"Đã xem {files} bài: không có lỗi nào."
    errors = sum(problem.severity == "error" for problem in problems)
    places = len({problem.path for problem in problems})
    return (
        f"Đã xem {files} bài: {errors} lỗi phải sửa, {len(problems) - errors} điều nên sửa, ở {places} tệp."
    )


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
