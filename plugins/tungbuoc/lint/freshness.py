"""What grows old: lessons whose review is due with the printed codes they carry, and every place that
names a button. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tungbuoc.lesson.inline import plain
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lint.check import is_lesson, scans
from tungbuoc.lint.data import BUTTONS, NamedButton, read_data
from tungbuoc.lint.guide import GUIDE
from tungbuoc.lint.leftovers import is_leftover
from tungbuoc.lint.project import Project
from tungbuoc.lint.prose import Passage, passages
from tungbuoc.lint.rule import FORMS, front_line
from tungbuoc.permalink import editions, ledger

_CALLED = {"label": "màn hình", "heading": "tên bước"}
_NAMED = re.compile(r"“([^“”\n]+)”|\*\*([^*\n]+)\*\*")


@dataclass(frozen=True, slots=True)
class Due:
    """A lesson past its day: `line` of `review_by`, `printed` the steps whose codes stand on released
    paper, `logged` the other codes."""

    path: str
    line: int
    code: str
    title: str
    review_by: dt.date
    printed: tuple[Step, ...]
    logged: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One line that names a button. `what` says where in Vietnamese (“Bước 2, màn hình”), `code` the
    lesson's, `key` the step's; `said` the words."""

    path: str
    line: int
    code: str
    what: str
    key: str
    said: str


def due(project: Project, day: dt.date) -> list[Due]:
    """Lessons whose `review_by` is `day` or earlier, the longest due first."""
    on_paper = _released(project)
    known, _ = ledger.read(project.files.get(ledger.PATH, b""))
    found = [
        _due(scan.lesson, on_paper, known)
        for scan in scans(project).values()
        if scan.lesson.front and scan.lesson.front.review_by <= day
    ]
    return sorted(found, key=lambda one: (one.review_by, one.path))


def untried_buttons(project: Project) -> dict[str, list[str]]:
    """App → names of its buttons that nobody has seen on a real phone, both in order; an empty app is a
    name of the phone itself."""
    made: dict[str, list[str]] = defaultdict(list)
    for button in buttons(project).values():
        if button.tried is None:
            made[button.app].append(button.name)
    return {app: sorted(made[app]) for app in sorted(made)}


def buttons(project: Project) -> dict[str, NamedButton]:
    """The table of buttons by name."""
    return dict(read_data(project.files)[0].buttons)


def where(project: Project, name: str) -> list[Mention]:
    """Every step, screen, form, page and table that names the button `name`, in any letter case, by path
    and line."""
    wanted = _bare(name)
    found = [place for lesson in _readable(project) for place in _in_lesson(lesson, wanted)]
    lines = read_data(project.files)[0].lines.get(BUTTONS, {})
    found += [
        Mention(BUTTONS, line, "", "bảng tên nút", "", known)
        for known, line in lines.items()
        if _bare(known) == wanted
    ]
    return sorted(found, key=lambda place: (place.path, place.line))


def names(project: Project) -> set[str]:
    """Every name that `where` could be asked for: of the table and of the drawn screens."""
    drawn = {
        passage.plain
        for lesson in _readable(project)
        for passage in passages(lesson)
        if passage.kind == "label"
    }
    return drawn | buttons(project).keys()


def _due(lesson: Lesson, on_paper: dict[str, set[str]], known: ledger.Ledger) -> Due:
    assert lesson.front
    there = on_paper.get(lesson.code, set())
    printed = tuple(step for step in lesson.steps if step.key in there)
    logged = tuple(step for step in lesson.steps if step.key in known.live and step not in printed)
    return Due(
        lesson.path,
        front_line(lesson, "review_by"),
        lesson.code,
        lesson.title,
        lesson.front.review_by,
        printed,
        logged,
    )


def _released(project: Project) -> dict[str, set[str]]:
    """Lesson → keys of its steps in any edition."""
    made: dict[str, set[str]] = defaultdict(set)
    for row in editions.read(project.files.get(editions.PATH, b""))[0]:
        made[row.lesson] |= {key for key, _ in row.steps}
    return made


def _readable(project: Project) -> Iterable[Lesson]:
    """Lessons, forms and pages; not the guide of problems, which is made of bad examples."""
    yield from (scan.lesson for scan in scans(project).values())
    for path, content in project.files.items():
        page = path.startswith("docs/") and path.endswith(".md") and path != GUIDE
        if page and not is_lesson(project, path) and not is_leftover(path):
            yield scan_bytes(content, path).lesson


def _in_lesson(lesson: Lesson, wanted: str) -> Iterator[Mention]:
    seen: set[tuple[int, str]] = set()
    for passage in passages(lesson):
        for line, said in _named(passage, wanted):
            what, key = _place(lesson, passage)
            if (line, what) not in seen:
                seen.add((line, what))
                yield Mention(lesson.path, line, lesson.code, what, key, said)


def _named(passage: Passage, wanted: str) -> Iterator[tuple[int, str]]:
    """Lines of a passage that name the button: a label that is it, a name in quotes or bold."""
    if passage.kind == "label":
        if _bare(passage.plain) == wanted:
            yield passage.line, passage.plain
        return
    for match in _NAMED.finditer(passage.raw):
        if _bare(match[1] or match[2]) == wanted:
            line = passage.line_at(match.start())
            yield line, plain(passage.raw.split("\n")[line - passage.line]).strip()


def _place(lesson: Lesson, passage: Passage) -> tuple[str, str]:
    if passage.step:
        step = lesson.steps[passage.step - 1]
        return f"Bước {step.number}, {_CALLED.get(passage.kind, 'câu')}", step.key or ""
    if lesson.path.startswith(FORMS):
        return "mẫu giấy", ""
    title = next((part.title for part in reversed(lesson.parts()) if part.line <= passage.line), "")
    return (f"phần «{title}»" if title else "đầu bài"), ""


def _bare(name: str) -> str:
    """A name as it is compared: without quotes and marks around it, in lower case."""
    return " ".join(name.strip().strip('*“”"«»').split()).casefold()
