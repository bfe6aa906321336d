"""Keys of the lessons against the ledger and the host: what would break a promise already printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tungbuoc.lesson.course import OldHost
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import Site
from tungbuoc.permalink.keys import is_key


def check_keys(lessons: Sequence[Lesson], ledger: book.Ledger) -> list[Problem]:
    """Every key wrong, repeated, unknown, lost or retired but still used; every lesson code used twice."""
    return in_order([*_wrong(lessons), *_repeated(lessons, ledger), *_unknown(lessons, ledger), *_lost(lessons, ledger), *_same_code(lessons)])


def check_host(site: Site, ledger: book.Ledger, old_hosts: Iterable[OldHost]) -> list[Problem]:
    """Told when printed codes name a host that is neither the site's nor listed as kept redirecting. A draft is free."""
    if site.draft:
        return []
    kept = {old.host for old in old_hosts} | {site.host}
    return [
        Problem(book.PATH, line, "K06", f"Mã đã in dẫn tới «{host}», còn trang nay ở «{site.host}».",
                f"Thêm «{host}» vào old_hosts trong mkdocs.yml, ghi rõ ai giữ cho địa chỉ cũ chuyển về trang mới.")
        for host, line in sorted(ledger.hosts().items()) if host not in kept
    ]  # fmt: skip


def places(lessons: Iterable[Lesson]) -> dict[str, list[tuple[Lesson, Step]]]:
    """Key → every step that carries it, in the order of the lessons."""
    found: dict[str, list[tuple[Lesson, Step]]] = defaultdict(list)
    for lesson in lessons:
        for step in lesson.steps:
            if step.key:
                found[step.key].append((lesson, step))
    return dict(found)


def owner(where: Sequence[tuple[Lesson, Step]], row: book.Row | None) -> int:
    """Index of the step that keeps a key found in several places: the lesson (then the title) that the ledger names."""
    def rank(i: int) -> tuple[bool, bool, int]:
        lesson, step = where[i]
        return (not row or lesson.code != row.lesson, not row or step.title != row.step_title, i)

    return min(range(len(where)), key=rank)


def _wrong(lessons: Iterable[Lesson]) -> list[Problem]:
    return [
        Problem(lesson.path, step.line, "K01", f"Mã {step.key} gõ sai: chữ số cuối không khớp.", "Xóa phần {#…} rồi chạy «tungbuoc fix».")
        for lesson in lessons for step in lesson.steps if step.key and not is_key(step.key)
    ]  # fmt: skip


def _repeated(lessons: Sequence[Lesson], ledger: book.Ledger) -> list[Problem]:
    problems = []
    for key, where in places(lessons).items():
        keeper = owner(where, ledger.state.get(key))
        for i, (lesson, step) in enumerate(where):
            if i != keeper:
                first = where[keeper]
                text = f"Mã {key} đã dùng ở {first[0].path} bước {first[1].number}."
                problems.append(Problem(lesson.path, step.line, "K02", text, "Chạy «tungbuoc fix» để bản chép có mã mới."))
    return problems


def _unknown(lessons: Iterable[Lesson], ledger: book.Ledger) -> list[Problem]:
    problems = []
    for lesson in lessons:
        for step in lesson.steps:
            if not step.key or not is_key(step.key):
                continue
            row = ledger.state.get(step.key)
            if row is None:
                problems.append(Problem(lesson.path, step.line, "K03", f"Mã {step.key} chưa có trong sổ mã.", "Chạy «tungbuoc fix» để ghi sổ."))
            elif row.event == "retired":
                text = f"Mã {step.key} đã thôi dùng từ {row.date}."
                problems.append(Problem(lesson.path, step.line, "K05", text, "Xóa phần {#…} rồi chạy «tungbuoc fix» để có mã mới."))
    return problems


def _lost(lessons: Iterable[Lesson], ledger: book.Ledger) -> list[Problem]:
    used = set(places(lessons))
    return [
        Problem(book.PATH, row.line, "K04", f"Mã {code} đã in (bài {row.lesson}, “{row.step_title}”) nay không còn ở bài nào.",
                f"Trả mã về bước của nó, hoặc chạy «tungbuoc retire {code} --by MÃ-THAY».")
        for code, row in ledger.live.items() if code not in used
    ]  # fmt: skip


def _same_code(lessons: Iterable[Lesson]) -> list[Problem]:
    seen: dict[str, Lesson] = {}
    problems = []
    for lesson in lessons:
        if lesson.code and lesson.code in seen:
            text = f"Mã bài {lesson.code} đã dùng ở {seen[lesson.code].path}."
            problems.append(Problem(lesson.path, 2, "K08", text, "Đổi mục «code» của một trong hai bài."))
        elif lesson.code:
            seen[lesson.code] = lesson
    return problems
