"""All problems of a project at once: grammar, keys and ledger, data files, every rule on every lesson."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tungbuoc.lesson.model import Scan
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.recall import Recall
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.text import UNREAD, alone
from tungbuoc.lint import judging, translations
from tungbuoc.lint.addresses import check_addresses
from tungbuoc.lint.causes import causes_first
from tungbuoc.lint.data import read_data
from tungbuoc.lint.ground import Ground, judge, stray, survey
from tungbuoc.lint.guide import GUIDE
from tungbuoc.lint.leftovers import is_leftover, leftovers
from tungbuoc.lint.project import Project, unconfigured
from tungbuoc.lint.silence import silence
from tungbuoc.lint.tables import check_tables
from tungbuoc.permalink.address import check_site
from tungbuoc.permalink.check import check_host


def check(project: Project) -> list[Problem]:
    """Every problem of the project, sorted by place; of a file that cannot be read as meant only why, and
    of a project whose `mkdocs.yml` cannot be read only that. Never raises on any text."""
    if cause := unconfigured(project):
        return in_order(cause)
    scanned = scans(project)
    lessons = tuple(scan.lesson for scan in scanned.values())
    other = list(_pages(project))
    pages = tuple(scan.lesson for scan in other)
    translated = translations.survey(project, scanned)
    data, problems = read_data(project.files)
    problems += [*project.problems, *(problem for scan in scanned.values() for problem in scan.problems)]
    problems += [problem for scan in other for problem in scan.problems if problem.code in UNREAD]
    problems += check_addresses(project)
    problems += [*check_tables(data, lessons), *_check_codes(project, scanned, other), *leftovers(project)]
    problems += translated.problems
    whole = tuple(found.lesson for found in translated.known.values() if not found.undone)
    problems += (
        translations.by_hand(problem) if problem.path in translated.known else problem
        for problem in judging.judge(project, data, lessons, pages, whole)
    )
    sources = {lesson.path: lesson.source for lesson in (*lessons, *pages, *whole)}
    return alone(in_order(causes_first(silence(problems, sources, judging.SILENCEABLE))))


def ground_of(project: Project) -> Ground:
    """What `fix` may build on."""
    return survey(
        project, scans(project), (*_pages(project), *_drafts(project)), is_lesson=_committed_lessons(project)
    )


def _check_codes(project: Project, scanned: Mapping[str, Scan], pages: Sequence[Scan]) -> list[Problem]:
    """Codes, the ledger, the address that codes are printed with, and lessons that no topic holds."""
    drafts = list(_drafts(project))
    ground = survey(project, scanned, (*pages, *drafts), is_lesson=_committed_lessons(project))
    old_hosts = project.course.old_hosts if project.course else ()
    topics = [topic.folder for topic in project.course.topics] if project.course else []
    return [
        *judge(ground), *stray(ground, (*pages, *drafts), topics),
        *check_site(project.site), *check_host(project.site, ground.known.ledger, old_hosts),
    ]  # fmt: skip


def only(problems: Iterable[Problem], paths: Sequence[str]) -> list[Problem]:
    """The problems of those files and folders (relative to the root); all of them when no path is given."""
    found = list(problems)
    wanted = set(only_paths({problem.path for problem in found}, paths))
    return [problem for problem in found if problem.path in wanted]


def only_paths(found: Iterable[str], paths: Sequence[str]) -> list[str]:
    """Those of `found` that are one of `paths` or lie below one; all of them when `paths` is empty or
    names the root."""
    wanted = [posixpath.normpath(path.replace("\\", "/")) for path in paths] or ["."]
    return [
        path for path in found if any(name in (".", path) or path.startswith(f"{name}/") for name in wanted)
    ]


def is_lesson(project: Project, path: str) -> bool:
    """True for a Markdown file of a topic's folder but its index page and what programs leave behind."""
    below = path.removeprefix("docs/")
    if is_leftover(path) or not path.startswith("docs/"):
        return False
    if project.course:
        return project.course.is_lesson(below)
    return path.endswith(".md") and "/" in below and not path.endswith("/index.md")


def scans(project: Project) -> dict[str, Scan]:
    """Path → scan of every lesson, in the order of their paths."""
    hosts = project.course.video_hosts if project.course else ()
    paths = sorted(path for path in project.files if is_lesson(project, path))
    return {path: _scan(project.files[path], path, hosts, project.recall) for path in paths}


def _pages(project: Project) -> Iterator[Scan]:
    """Every other page of the site, read for its words alone; the guide of all problems is made of bad
    examples."""
    for path in sorted(project.files):
        if (
            path.startswith("docs/")
            and path.endswith(".md")
            and path != GUIDE
            and not is_leftover(path)
            and not is_lesson(project, path)
            and not translations.is_translation(project, path)
        ):
            yield _scan(project.files[path], path, (), project.recall)


def _drafts(project: Project) -> Iterator[Scan]:
    """Texts that a program saved under another ending: no pages, but a lesson's codes may stand in one."""
    for path in sorted(project.files):
        if (
            path.startswith("docs/")
            and (".md" in path.lower() or path.lower().endswith(".txt"))
            and (is_leftover(path) or not path.endswith(".md"))
        ):
            yield _scan(project.files[path], path, (), project.recall)


def _committed_lessons(project: Project) -> list[str]:
    return [path for path in project.committed if is_lesson(project, path)]


# One check asks for the scans several times, a preview at every save.
@lru_cache(maxsize=4096)
def _scan(content: bytes, path: str, hosts: tuple[str, ...], recall: Recall) -> Scan:
    return recall("scan", (content, path, hosts), lambda: scan_bytes(content, path, hosts=hosts))
