"""What a judgement of codes stands on: lessons that can be read, codes that stand where nothing can, the last
commit, editions.

`check` and `fix` both build on it, so that what the one advises is what the other does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tungbuoc.lesson.model import Lesson, Scan
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.spoilt import SPOILT
from tungbuoc.lesson.text import UNREAD
from tungbuoc.lint.causes import damaged
from tungbuoc.lint.project import Project
from tungbuoc.permalink import editions, ledger
from tungbuoc.permalink.check import Known, check_keys

_FIVE = re.compile(rb"(?<![0-9])[0-9]{5}(?![0-9])")
_KEY = re.compile(r"\{#([0-9]{5})\}")
_ON_HEADING = re.compile(r"^#.*\{#([0-9]{5})\}\s*$", re.MULTILINE)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_HIDDEN = frozenset({"T04", "T05", "T06"})
"""Codes of problems behind which any number of codes may stand."""


@dataclass(frozen=True, slots=True)
class Ground:
    """`lessons` are those that can be read whole; `closed` the other files that people write, with the
    first cause of each; `problems` what is wrong with the ledger, whose rows are only judged by when there
    is nothing."""

    lessons: tuple[Lesson, ...]
    closed: Mapping[str, Problem]
    known: Known
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether the ledger was read to its last row."""
        return not self.problems


def survey(
    project: Project, lessons: Mapping[str, Scan], pages: Iterable[Scan], *, is_lesson: Iterable[str]
) -> Ground:
    """The project's scanned lessons and other pages → the ground. `is_lesson` are paths that hold lessons,
    in the commit too."""
    named = {scan.lesson.code for scan in lessons.values()}
    other = [scan for scan in pages if not _is_backup(scan, named)]
    book, told = ledger.read(project.files.get(ledger.PATH, b""))
    closed = damaged(
        [
            *project.problems,
            *(problem for scan in (*lessons.values(), *filter(_is_told, other)) for problem in scan.problems),
        ]
    )
    readable = tuple(scan.lesson for path, scan in lessons.items() if path not in closed)
    wanted = set(is_lesson)
    committed = {
        path: lessons[path].lesson
        if path in lessons and project.files.get(path) == content
        else scan_bytes(content, path).lesson
        for path, content in project.committed.items() if path in wanted
    }  # fmt: skip
    gone = ledger.missing(project.files.get(ledger.PATH, b""), project.committed.get(ledger.PATH, b""))
    if gone:
        text = (
            f"Sổ mã thiếu {len(gone)} dòng mà bản đã lưu trong git còn giữ (mã"
            f" {gone[0].code}{' …' if gone[1:] else ''})."
        )
        told.append(Problem(ledger.PATH, 1, "L02", text, "Chạy «tungbuoc fix» để trả lại các dòng ấy."))
    standing = _standing(project, lessons, other, closed, book) | _behind(lessons, closed, book)
    return Ground(readable, closed, Known(book, committed, standing, _editions(project)), tuple(told))


def judge(ground: Ground) -> list[Problem]:
    """Everything that is wrong with codes; what is wrong with the ledger alone, when its rows cannot all
    be read."""
    return check_keys(ground.lessons, ground.known) if ground.sound else list(ground.problems)


def stray(ground: Ground, pages: Iterable[Scan], topics: Iterable[str]) -> list[Problem]:
    """Codes on paper that stand only in a file of which no lesson is made: they lead nowhere."""
    there = {step.key for lesson in ground.lessons for step in lesson.steps}
    named = {lesson.code for lesson in ground.lessons}
    live = ground.known.ledger.live
    found = [
        (scan.lesson, [code for code in _codes(scan) if code in live and code not in there])
        for scan in pages if not _is_backup(scan, named)
    ]  # fmt: skip
    return [_stray(lesson, codes, set(topics)) for lesson, codes in found if codes]


def _stray(lesson: Lesson, codes: list[str], topics: set[str]) -> Problem:
    line = next((step.line for step in lesson.steps if step.key in codes), 1)
    name, _, rest = lesson.path.removeprefix("docs/").partition("/")
    text = (
        f"Mã đã in ({', '.join(codes[:2])}{' …' if codes[2:] else ''}) chỉ còn ở tệp này, mà tệp không"
        " thành bài"
    )
    if not lesson.path.endswith(".md"):
        return Problem(
            lesson.path,
            line,
            "C08",
            f"{text}: tên tệp không kết thúc bằng «.md».",
            "Đổi đuôi tên tệp thành «.md».",
        )
    if rest and name in topics:
        return Problem(lesson.path, line, "C08", f"{text}: index.md là trang của chủ đề.", "Đổi tên tệp này.")
    where = (
        f"thư mục «{name}» không phải chủ đề nào trong mkdocs.yml"
        if rest
        else "tệp nằm ngoài các thư mục chủ đề"
    )
    fix = (
        "Chuyển tệp về thư mục của một chủ"
        f" đề{f', hoặc thêm «{name}» vào phần topics trong mkdocs.yml' if rest else ''}."
    )
    return Problem(lesson.path, line, "C08", f"{text}: {where}.", fix)


def _is_backup(scan: Scan, named: Collection[str]) -> bool:
    """A copy that some program made of a lesson that is where it should be."""
    return scan.lesson.code != "" and scan.lesson.code in named


def _codes(scan: Scan) -> list[str]:
    """Codes of the steps of a page that should be a lesson; where its steps cannot be told from the rest,
    those of all headings."""
    spoilt = any(problem.code in SPOILT for problem in scan.problems)
    return (
        _ON_HEADING.findall(scan.lesson.source)
        if spoilt
        else [step.key for step in scan.lesson.steps if step.key]
    )


def _is_told(scan: Scan) -> bool:
    """A page of words may hold examples of anything; only what is no text at all, or a lesson in the wrong
    place, is closed."""
    return any(problem.code in UNREAD for problem in scan.problems) or bool(_codes(scan))


def _standing(
    project: Project,
    lessons: Mapping[str, Scan],
    pages: Iterable[Scan],
    closed: Mapping[str, Problem],
    book: ledger.Ledger,
) -> frozenset[str]:
    """Codes that stand in files that cannot be read, in lessons outside every topic, and on headings that
    are no steps."""
    if any(
        problem.code in _HIDDEN and not problem.path.endswith(_PICTURES)
        for problem in (*project.problems, *closed.values())
    ):
        return frozenset(book.live)
    found: set[str] = set()
    for path in closed:
        # UTF-16 is ASCII with zeros between.
        found |= {key.decode() for key in _FIVE.findall(project.files.get(path, b"").replace(b"\0", b""))}
    for scan in pages:
        found |= set(_codes(scan))
    for scan in lessons.values():
        odd = {problem.line for problem in scan.problems if problem.code == "B09"}
        lines = scan.lesson.source.replace("\r\n", "\n").replace("\r", "\n").split("\n") if odd else []
        found |= {key for line in odd for key in _KEY.findall(lines[line - 1])}
    return frozenset(found)


def _behind(
    lessons: Mapping[str, Scan], closed: Mapping[str, Problem], book: ledger.Ledger
) -> frozenset[str]:
    """Codes of lessons that must be mended before anybody can say what they lack."""
    unknown = any(not scan.lesson.code for scan in lessons.values())
    named = {scan.lesson.code for path, scan in lessons.items() if path not in closed}
    shut = {scan.lesson.code for path, scan in lessons.items() if path in closed}
    return frozenset(
        code for code, row in book.live.items() if row.lesson in shut or (unknown and row.lesson not in named)
    )


def _editions(project: Project) -> dict[str, tuple[int, str]]:
    """Code → the edition that last printed it, and its date."""
    rows, _ = editions.read(project.files.get(editions.PATH, b""))
    return {
        key: (row.edition, row.date)
        for row in sorted(rows, key=lambda row: row.edition)
        for key, _ in row.steps
        if key.isdigit()
    }
