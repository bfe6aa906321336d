"""The disk side of a build: files of the course → scans, ledger, glossary. Everything wrong comes back as problems."""

from __future__ import annotations

from pathlib import Path

from tungbuoc.lesson.course import Course
from tungbuoc.lesson.model import Scan
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.permalink import ledger as book

GLOSSARY = "docs/tu-moi.yml"


def read_lessons(root: Path, docs: Path, course: Course) -> tuple[dict[str, Scan], list[Problem]]:
    """Every lesson below `docs` → its scan by its path there; a link that leaves `docs` is told and not read."""
    scans: dict[str, Scan] = {}
    problems: list[Problem] = []
    home = docs.resolve()
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if not course.is_lesson(path):
            continue
        shown = f"{docs.relative_to(root).as_posix()}/{path}"
        if not file.resolve().is_relative_to(home):
            problems.append(Problem(shown, 1, "T05", "Tệp này là lối tắt ra ngoài thư mục bài học.", "Chép hẳn tệp vào đây."))
            continue
        scans[path] = scan_bytes(file.read_bytes(), shown, hosts=course.video_hosts)
    return scans, problems


def read_ledger(root: Path) -> tuple[book.Ledger, list[Problem]]:
    """The ledger of printed codes; a project without one has an empty ledger."""
    file = root / book.PATH
    return book.read(file.read_text(encoding="utf-8") if file.exists() else "")


def read_glossary(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """New word → what it means, in plain words."""
    file = root / GLOSSARY
    loaded = load(file.read_text(encoding="utf-8") if file.exists() else "")
    problems = [Problem(GLOSSARY, fault.line, "G01", fault.text, fault.fix) for fault in loaded.faults]
    entries = loaded.value if isinstance(loaded.value, list) else []
    return {str(entry["word"]): str(entry["means"]) for entry in entries if isinstance(entry, dict) and {"word", "means"} <= set(entry)}, problems
