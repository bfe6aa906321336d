"""Translations of lessons: the same steps in the same order as the original, everything that paper shows
beside it, and nothing older than it.

Rules of the course's own language say nothing of them; what shapes a page or a sheet is judged by the rules
of every lesson (`judging.OF_TRANSLATIONS`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tungbuoc.lesson import grammar, languages, translation
from tungbuoc.lesson.model import Lesson, Scan, Section
from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.translation import Translation
from tungbuoc.lint.causes import damaged
from tungbuoc.lint.project import Project

PRINTED = (grammar.OUTCOMES, grammar.PREPARE, grammar.BEWARE, grammar.TROUBLE, grammar.REMEMBER)
"""Sections that stand on paper beside the original's: a translation has them where the original has."""
_TOLD_OTHERWISE = frozenset({"B03", "B04", "B09"})
_OR_FIX = re.compile(r"Chạy «tungbuoc fix», hoặc (\w)")
_NUMBER = "Đánh lại số bước bằng tay: 1, 2, 3."


@dataclass(frozen=True, slots=True)
class Translations:
    """`known` are those that could be read, by their path; `ready` the paths of those that may be shown;
    `problems` everything that is wrong with their language, their shape and their age."""

    known: Mapping[str, Translation]
    ready: frozenset[str]
    problems: tuple[Problem, ...]


def survey(project: Project, scans: Mapping[str, Scan]) -> Translations:
    """Every translation of the project; `scans` are its lessons."""
    closed = damaged(problem for scan in scans.values() for problem in scan.problems)
    known: dict[str, Translation] = {}
    problems: list[Problem] = []
    for path, (original, tag) in sorted(_named(project).items()):
        if stranger := _stranger(project, scans, path, original, tag):
            problems.append(stranger)
        elif original not in closed and scans[original].lesson.front:
            found, told = _read(project, path, tag, scans[original].lesson)
            problems += told
            if found:
                known[path] = found
    unready = {problem.path for problem in problems if problem.code != "W06"}
    return Translations(known, frozenset(known.keys() - unready), tuple(problems))


def is_translation(project: Project, path: str) -> bool:
    """Whether the name of a file says that it is one."""
    return bool(project.course and project.course.translated(path.removeprefix("docs/")))


def by_hand(problem: Problem) -> Problem:
    """The problem with an advice that helps in a translation, of which `fix` joins loose marks and takes a
    BOM away, and leaves the rest to who knows the language."""
    if problem.code == "B01":
        return replace(problem, fix=_NUMBER)
    return replace(problem, fix=_OR_FIX.sub(lambda found: found[1].upper(), problem.fix))


def _named(project: Project) -> dict[str, tuple[str, str]]:
    """Path of a translation → the path of its original and its language, as its name says."""
    if project.course is None:
        return {}
    found = {
        path: project.course.translated(path.removeprefix("docs/"))
        for path in project.files
        if path.startswith("docs/") and path.endswith(".md")
    }
    return {path: (f"docs/{names[0]}", names[1]) for path, names in found.items() if names}


def _stranger(
    project: Project, scans: Mapping[str, Scan], path: str, original: str, tag: str
) -> Problem | None:
    """Why nothing can be said of a file yet: it translates no lesson, or into no language."""
    course = project.course
    assert course is not None
    name = path.rpartition("/")[2]
    if course.translated(original.removeprefix("docs/")):
        first = name.partition(".")[0]
        text = f"«{name}» là bản dịch của một bản dịch."
        return Problem(path, 1, "W03", text, f"Dịch từ bài gốc: đặt tên tệp là «{first}.{tag}.md».")
    if original not in scans:
        beside = [other.rpartition("/")[2] for other in scans if _folder(other) == _folder(path)]
        text = f"Không có bài «{original.rpartition('/')[2]}» để «{name}» là bản dịch."
        fix = f"Đặt tên tệp theo bài gốc nằm cạnh nó. {nearest(original.rpartition('/')[2], beside)}"
        return Problem(path, 1, "W01", text, fix)
    if not languages.name(tag, course.words, course.languages):
        known = {**languages.NAMES, **course.languages}
        fix = f"{nearest(tag, known)} Tiếng khác thì thêm vào mục languages trong mkdocs.yml."
        return Problem(path, 1, "W02", f"Máy chưa biết «{tag}» trong tên tệp là tiếng gì.", fix)
    if tag == course.words.language:
        fix = "Xóa tệp này, hoặc đặt đúng tên tiếng của bản dịch."
        return Problem(path, 1, "W02", f"Bản dịch này cùng tiếng với bài gốc («{tag}»).", fix)
    return None


def _read(
    project: Project, path: str, tag: str, original: Lesson
) -> tuple[Translation | None, list[Problem]]:
    hosts = project.course.video_hosts if project.course else ()
    content = project.files[path]
    found, told = project.recall(
        "translation",
        (content, path, tag, original.path, original.source, hosts),
        lambda: translation.read(content, path, tag, original, hosts=hosts),
    )
    problems = [by_hand(problem) for problem in told if problem.code not in _TOLD_OTHERWISE]
    if found is None or found.lesson.front is None or damaged(problems):
        return found, problems
    if found.undone:
        text = f"Còn {len(found.undone)} dòng chưa dịch; bản dịch chưa lên trang, chưa in."
        fix = f"Thay lời sau mỗi chữ «{translation.UNDONE}» bằng lời dịch, rồi xóa chữ ấy."
        return found, [*problems, Problem(path, found.undone[0], "W07", text, fix, "warning")]
    shape = [*_steps(found), *_sections(found), *_pictures(found)]
    return found, [*problems, *shape, *([] if shape else _older(project, found))]


def _steps(found: Translation) -> Iterator[Problem]:
    """Steps that are not those of the original: strange, twice, missing or elsewhere."""
    path, steps = found.lesson.path, found.lesson.steps
    wanted = {step.key or "": step for step in found.original.steps}
    there = [step.key or "" for step in steps]
    missing = [key for key in wanted if key not in there]
    for index, step in enumerate(steps):
        if step.key not in wanted or step.key in there[:index]:
            said = f"Mã {step.key} của bước này" if step.key else "Bước này"
            why = "không có ở bài gốc" if step.key not in wanted else "đã dùng ở bước trên"
            text = f"{said} {why if step.key else 'chưa có mã'}."
            own = next((key for key in missing if wanted[key].number == step.number), "")
            fix = f"Viết «{{#{own}}}» ở cuối tiêu đề." if own else "Xóa bước này: bài gốc không có."
            missing = [key for key in missing if key != own]
            yield Problem(path, step.line, "W04", text, fix)
    for key in missing:
        after = next((step.line for step in steps if step.number >= wanted[key].number), 0)
        text = f"Thiếu bước {wanted[key].number} (mã {key}) của bài gốc."
        fix = f"Chép bước ấy từ {found.original.path} vào đây, giữ mã, rồi dịch."
        yield Problem(path, after or found.lesson.title_line, "W04", text, fix)
    if sorted(there) == sorted(wanted) and there != list(wanted):
        first = next(step for step, key in zip(steps, wanted, strict=True) if step.key != key)
        text = f"Bước này (mã {first.key}) ở bài gốc là bước {wanted[first.key or ''].number}."
        yield Problem(path, first.line, "W04", text, "Xếp các bước theo thứ tự của bài gốc.")


def _sections(found: Translation) -> Iterator[Problem]:
    """Sections that nobody knows, that the original lacks, whose title is not translated, or that paper
    would miss."""
    path, original = found.lesson.path, found.original
    for section in found.lesson.sections:
        if section.kind == grammar.UNKNOWN or not original.section(section.kind):
            fix = "Giữ tiêu đề của bài gốc, viết lời dịch sau dấu hai chấm: «## Coi chừng: …»."
            yield Problem(path, section.line, "W05", f"Bài gốc không có phần «{section.title}».", fix)
        elif not _is_titled(found, section):
            text = f"Tiêu đề «{section.title}» chưa dịch."
            fix = f"Viết lời dịch sau dấu hai chấm: «## {section.title}: …»."
            yield Problem(path, section.line, "W05", text, fix)
    for kind in PRINTED:
        there = original.section(kind)
        if there and not found.lesson.section(kind):
            text = f"Bản dịch thiếu phần «{there.title}», tờ in cần phần ấy."
            fix = f"Chép phần ấy từ {original.path} vào đây, rồi dịch."
            yield Problem(path, found.lesson.title_line, "W05", text, fix)


def _is_titled(found: Translation, section: Section) -> bool:
    """A title of the language's own that the grammar knows needs no other behind it."""
    own = grammar.titles(found.language)
    return section.kind in found.titles or (
        found.language in ("en", "vi") and section.title == own[section.kind]
    )


def _pictures(found: Translation) -> Iterator[Problem]:
    for step in found.lesson.steps:
        if step.screens or step.video_raw is not None:
            what = "khối «phone»" if step.screens else "dòng «Video:»"
            text = f"Bước này có {what}, mà hình và video lấy từ bài gốc."
            line = step.screens[0].line - 1 if step.screens else step.video_line
            yield Problem(found.lesson.path, line, "W08", text, f"Xóa {what} ở đây.")


def _older(project: Project, found: Translation) -> Iterator[Problem]:
    path = found.lesson.path
    fix = f"Xem lại chỗ này cho khớp, rồi chạy «tungbuoc translated {project.naming.real(path)}»."
    for part, line in found.changed():
        what = _called(found, part)
        text = f"{what} của bài gốc đã đổi sau khi dịch; tờ song ngữ chưa in."
        yield Problem(path, line, "W06", text, fix, "warning")


def _called(found: Translation, part: str) -> str:
    """A part as the original calls it."""
    step = next((step for step in found.original.steps if step.key == part), None)
    section = found.original.section(part)
    return f"Bước {step.number}" if step else f"Phần «{section.title}»" if section else "Tên"


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
