"""A lesson's front matter: the model of its fields, and what is wrong with it told in Vietnamese."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.shape import Line, Shape
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.wording import ours

Skill = Annotated[str, StringConstraints(pattern="^[a-zđ]$")]
"""The letter of a group of skills, as the course names them."""


class Tried(BaseModel):
    """Who writes this tried the lesson on a real phone: when, with which app and phone."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    date: dt.date
    app: Line
    phone: Line


class Front(BaseModel):
    """The fields of design §1. `words` are the lesson's new words, each explained in the course's
    glossary."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][1-9][0-9]?$")]
    audience: Line
    minutes: Annotated[int, Field(ge=5, le=120)]
    skills: tuple[Skill, ...] = ()
    facts: tuple[Line, ...] = ()
    words: tuple[Line, ...] = ()
    reviewed: dt.date
    review_by: dt.date
    tried: Tried | None = None


WANTED = {
    "code": ours("chữ cái của chủ đề và số, như B2"),
    "minutes": ours("số phút từ 5 đến 120, như 30"),
    "skills": ours("danh sách các chữ của nhóm kỹ năng, như [b, g]"),
    "facts": ours("danh sách mã dữ kiện, như [\"2.2\", \"2.5\"]"),
    "words": ours("danh sách từ mới, như [OTP]"),
    "reviewed": ours("ngày theo thứ tự năm-tháng-ngày, như 2026-11-21"),
    "review_by": ours("ngày theo thứ tự năm-tháng-ngày, như 2027-02-21"),
    "tried": ours("ba mục date, app, phone"),
}  # fmt: skip
SHAPE = Shape(Front, "phần đầu bài", "F04", "F03", "F05", WANTED)
Head = TypeVar("Head", bound=BaseModel)


def front_of(lines: list[str], path: str) -> tuple[Front | None, int, list[Problem]]:
    """A lesson's lines → its front matter, the index of the body's first line, and every problem."""
    return front_as(SHAPE, lines, path)


def front_as(shape: Shape[Head], lines: list[str], path: str) -> tuple[Head | None, int, list[Problem]]:
    """`front_of` for front matter of another shape."""
    if lines[0].rstrip() != "---":
        text, fix = "Bài chưa có phần đầu (giữa hai dòng ---).", "Chép phần đầu của một bài mẫu rồi sửa."
        return None, 0, [Problem(path, 1, "F01", text, fix)]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        text, fix = "Phần đầu bài không có dòng --- để kết thúc.", "Thêm dòng --- sau mục cuối."
        return None, 1, [Problem(path, 1, "F01", text, fix)]
    front, problems = _read(shape, "\n".join(lines[1:end]), path, 2)
    return front, end + 1, problems


def read_front(text: str, *, path: str, line: int) -> tuple[Front | None, list[Problem]]:
    """Front matter text (without its `---` lines) → the model, or None and every problem.

    `line` is the file's line of the text's first line.
    """
    return _read(SHAPE, text, path, line)


def _read(shape: Shape[Head], text: str, path: str, line: int) -> tuple[Head | None, list[Problem]]:
    loaded = load(text)
    problems = [
        Problem(path, line + fault.line - 1, "F02", f"Phần đầu bài: {fault.text}", fault.fix)
        for fault in loaded.faults
    ]
    if not isinstance(loaded.value, dict):
        if not problems:
            problems.append(
                Problem(
                    path,
                    line,
                    "F02",
                    "Phần đầu bài phải gồm các dòng «tên: nội dung».",
                    "Chép phần đầu của một bài mẫu rồi sửa.",
                )
            )
        return None, problems
    value = {key: None if content == "" else content for key, content in loaded.value.items()}
    front, found = shape.fit(
        _without_empty(value), path=path, line=lambda where: line + loaded.line(where) - 1
    )
    return (None if problems else front), problems + found


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {
        key: content
        for key, content in value.items()
        if content is not None or key not in ("tried", "words", "facts", "skills")
    }
