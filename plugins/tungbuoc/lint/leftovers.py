"""Files below `docs/` that nobody means to publish: what editors, merges and Windows leave behind, lessons
in no topic's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.text import read_text
from tungbuoc.lint.project import Project

UNPUBLISHED = frozenset({"T16", "T17", "W07"})
"""Codes of the problems whose file is kept out of the site."""

_LEFT = re.compile(
    r"~$|^[~#._]?~|^~\$|^#.*#$|:zone\.identifier$|^(?:eh)?thumbs(?:_vista)?\.db$|^desktop\.ini$|_(?:backup|base|local|remote)_\d+\.\w+$"
    r"|\.(?:bak|orig|rej|mine|tmp|temp|swp|swo|old|save|part|crdownload|r\d+)$",
    re.IGNORECASE,
)
_TEXT = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd|mdtxt|mdtext|mdx|txt|text)$", re.IGNORECASE)
_WANTED = frozenset({"docs/robots.txt"})
_LESSON = re.compile(r"---\n(?=(?:.*\n){0,20}?code:)(?=(?:.*\n){0,20}?minutes:)")


def leftovers(project: Project) -> Iterator[Problem]:
    """One problem for each file that a site must not carry."""
    for path in sorted(project.sizes):
        name = path.rsplit("/", 1)[-1]
        if not path.startswith("docs/") or path in _WANTED:
            continue
        if is_leftover(path):
            yield _told(path, f"«{name}» là tệp thừa của máy, không đưa lên trang.", "Xóa tệp này.")
        elif _TEXT.search(name) and not name.endswith(".md"):
            fix = "Là bài thì đổi đuôi thành «.md» (chữ thường), không thì chuyển ra khỏi thư mục docs."
            yield _told(path, f"«{name}» không có đuôi «.md», không đưa lên trang.", fix)
        elif _is_lost(project, path):
            folders = ", ".join(topic.folder for topic in project.course.topics) if project.course else ""
            text = "Bài này nằm ngoài thư mục chủ đề, không đưa lên trang."
            yield Problem(path, 1, "T17", text, f"Chuyển vào một trong các thư mục: {folders}.", "warning")


def is_leftover(path: str) -> bool:
    """Whether the name says that some program left the file behind; it is then neither lesson nor page."""
    return bool(_LEFT.search(path.rsplit("/", 1)[-1]))


def _told(path: str, text: str, fix: str) -> Problem:
    return Problem(path, 1, "T16", text, fix, "warning")


def _is_lost(project: Project, path: str) -> bool:
    """Whether a page has the front matter of a lesson and lies where no lesson is looked for; so may an
    index page of a topic."""
    if (
        not path.endswith(".md")
        or path not in project.files
        or project.course is None
        or project.course.is_lesson(path.removeprefix("docs/"))
        or project.course.translated(path.removeprefix("docs/"))
    ):
        return False
    text = read_text(project.files[path], path)
    return isinstance(text, str) and bool(_LESSON.match(text))
