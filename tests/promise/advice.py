"""Somebody who does exactly what `check` says. Where a message gives a choice, they know what is true of
their own lessons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.promise.course import Course, blocks, key_of, numbered, thing_of, with_blocks

from tungbuoc.lesson.problems import Problem

LOG = "print/codes.csv"


def follow(course: Course, problem: Problem, pick: Random) -> bool:
    """Do what the problem advises; False when its words say nothing that can be done."""
    for pattern, act in _ACTS:
        if found := re.search(pattern, f"{problem.text} {problem.fix}"):
            act(course, problem, found, pick)
            return True
    return False


def _fix(course: Course, _problem: Problem, _found: re.Match[str], _pick: Random) -> None:
    course.call("fix", "--yes")


def _write_line(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """«Viết cả dòng»: this line in the place of the one that is there."""
    lines = course.read(problem.path).split("\n")
    lines[problem.line - 1] = found[1]
    course.write(problem.path, "\n".join(lines))


def _join(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """«Xóa dòng này, rồi sửa dòng …»."""
    lines = course.read(problem.path).split("\n")
    lines[int(found[1]) - 1] = found[2]
    del lines[problem.line - 1]
    course.write(problem.path, "\n".join(lines))


def _insert(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    lines = course.read(problem.path).split("\n")
    at = int(found[3]) - (found[2] == "trước")
    lines.insert(at, found[1])
    course.write(problem.path, "\n".join(lines))


def _exchanged(course: Course, problem: Problem, found: re.Match[str], pick: Random) -> None:
    """Write the heading with its own code when the step is that code's; else the title did change, which
    `fix` is told."""
    key, other = re.findall(r"mã (\d{5})", problem.text)[:: -1 if problem.text.startswith("Lời") else 1]
    thing = _thing_at(course, problem)
    if course.means.get(other) == thing:
        _write_line(course, problem, found, pick)
    elif course.means.get(key) == thing:
        course.call("fix", given="2\nc\n")
    else:
        _erase_key(course, problem)


def _moved_away(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """The code's step has another title and this one is new; or the code stands on another step and comes
    here."""
    code = found[1]
    if _thing_at(course, problem) != course.means[code]:
        course.call("fix", given="2\nc\n")
        return
    path, line = re.search(r"\((\S+\.md) dòng (\d+)\)", problem.text).groups()  # type: ignore[union-attr]
    _erase_key(course, replace(problem, path=path, line=int(line)))
    lines = course.read(problem.path).split("\n")
    lines[problem.line - 1] = f"{lines[problem.line - 1].rstrip()} {{#{code}}}"
    course.write(problem.path, "\n".join(lines))


def _ask_paper(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """K10: the step is the code's, or the code's step is gone on purpose, or it was lost and comes back
    from before."""
    thing = _thing_at(course, problem)
    offered = re.findall(r"(\d{5}) \(“", problem.text)
    own = next((code for code in offered if course.means.get(code) == thing), "")
    code = own or found[1]
    if own:
        lines = course.read(problem.path).split("\n")
        lines[problem.line - 1] = f"{lines[problem.line - 1].rstrip()} {{#{code}}}"
        course.write(problem.path, "\n".join(lines))
    else:
        _gone(course, code)


def _lost(course: Course, _problem: Problem, found: re.Match[str], _pick: Random) -> None:
    _gone(course, found[1])


def _gone(course: Course, code: str) -> None:
    """A step that is nowhere: retire its code when it was meant to go, else bring it back as it was."""
    thing = course.means[code]
    if thing in course.dropped:
        said = course.call("retire", code, "--yes")
        assert "đã thôi dùng" in said, said
        course.retired.add(code)
        return
    path, step = course.kept[code]
    if path not in course.lessons():
        path = next((other for other in course.lessons() if blocks(course.read(other))), course.lessons()[0])
    text = course.read(path)
    course.write(path, with_blocks(text, numbered([*blocks(text), step])))


def _copy_loses_key(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """«Ở bản chép, xóa phần {#…}»: their own writer knows which one that is."""
    code = found[1]
    places = [
        (path, step)
        for path in course.lessons()
        for step in blocks(course.read(path))
        if key_of(step) == code
    ]
    true = [place for place in places if thing_of(place[1]) == course.means.get(code)] or places
    keeps = min(true, key=lambda place: place[0] in course.copies)
    left = list(places)
    left.remove(keeps)
    for path, step in left:
        text = course.read(path)
        steps = blocks(text)
        steps[len(steps) - 1 - steps[::-1].index(step)] = step.replace(f" {{#{code}}}", "", 1)
        course.write(path, with_blocks(text, steps))


def _copy_gets_code(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    paths = [problem.path, re.search(r"docs/\S+\.md", problem.text)[0]]  # type: ignore[index]
    path = next((path for path in paths if path in course.copies), problem.path)
    course.write(path, course.read(path).replace(found[1], found[2], 1))


def _erase(course: Course, problem: Problem, _found: re.Match[str], _pick: Random) -> None:
    _erase_key(course, problem)
    course.call("fix", "--yes")


def _erase_key(course: Course, problem: Problem) -> None:
    lines = course.read(problem.path).split("\n")
    lines[problem.line - 1] = re.sub(
        r"\s*\{?\s*#?\s*\d{5}\s*\}?[.\s]*$|\s*\{.*$", "", lines[problem.line - 1]
    )
    course.write(problem.path, "\n".join(lines))


def _save_as_utf8(course: Course, problem: Problem, _found: re.Match[str], _pick: Random) -> None:
    data = (course.root / problem.path).read_bytes()
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    (course.root / problem.path).write_bytes(data.decode("utf-16" if wide else "utf-16-le").encode("utf-8"))


def _one_side(course: Course, problem: Problem, _found: re.Match[str], pick: Random) -> None:
    side = pick.choice((1, 2))
    pattern = re.compile(r"(?ms)^<{7}[^\n]*\n(.*?)^={7}\n(.*?)^>{7}[^\n]*\n")
    text = course.read(problem.path)
    course.write(problem.path, pattern.sub(lambda match: match[side], text, count=1))


def _topic_code(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    course.write(
        problem.path, re.sub(r"(?m)^code: .*$", f"code: {found[1]}", course.read(problem.path), count=1)
    )


def _title(course: Course, problem: Problem, _found: re.Match[str], _pick: Random) -> None:
    course.made += 1
    course.write(
        problem.path, re.sub(r"(?m)^# .*$", f"# Bài số {course.made}", course.read(problem.path), count=1)
    )


def _still_right(course: Course, problem: Problem, found: re.Match[str], _pick: Random) -> None:
    """K12: the step is still what the paper says; else the code goes back to its own step, and this one
    gets another."""
    code = found[1]
    if _thing_at(course, problem) != course.means[code]:
        _erase_key(course, problem)
        if all(code != key for key, _, _ in course.seats()):
            _gone(course, code)
        course.call("fix", "--yes")
        return
    lines = course.read(problem.path).split("\n")
    lines.insert(problem.line - 1, "[//]: # (bỏ qua K12: vẫn việc ấy)\n")
    course.write(problem.path, "\n".join(lines))


def _thing_at(course: Course, problem: Problem) -> str:
    """What the step under a heading's line speaks of."""
    return thing_of("\n".join(course.read(problem.path).split("\n")[problem.line : problem.line + 4]))


_ACTS: tuple[tuple[str, Callable[[Course, Problem, re.Match[str], Random], None]], ...] = (
    (r"Hai mã đổi chỗ nhầm thì viết cả dòng: «(.*?)»;", _exchanged),
    (r"Mã ở nhầm bước thì chuyển «\{#(\d{5})\}»", _moved_away),
    (r"Là bước ấy thì viết «\{#(\d{5})\}»", _ask_paper),
    (r"Mất nhầm thì lấy lại bước ấy từ bản trước, đúng «\{#(\d{5})\}»", _lost),
    (r"Ở bản chép, xóa phần \{#(\d{5})\}", _copy_loses_key),
    (r"Ở bản chép, đổi dòng «(.*?)» thành «(.*?)»", _copy_gets_code),
    (r"Quét giấy cũ vẫn ra đúng việc.*việc khác thì trả mã (\d{5}) về bước cũ", _still_right),
    (r"Xóa dòng này, rồi sửa dòng (\d+) thành: «(.*)»", _join),
    (r"[Vv]iết cả dòng: «(.*)»", _write_line),
    (r"Thêm một dòng «(.*)» ngay (sau|trước) dòng (\d+)", _insert),
    (r"Xóa phần (?:viết sai|\{#…\})|không biết bước nào thì xóa", _erase),
    (r"không phải UTF-8|ký tự rỗng", _save_as_utf8),
    (r"Giữ một trong hai đoạn", _one_side),
    (r"«code: ([A-Z]\d+)»", _topic_code),
    (r"Đặt tên khác", _title),
    (r"Chạy «tungbuoc fix»", _fix),
)
