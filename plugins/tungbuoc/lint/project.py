"""The project as a value: contents of files, the course, the day. `read_project` alone touches the disk.

What cannot be read (a link out of `docs/`, a file without permission) is a problem in the value, never an
exception.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.recall import Recall, forget
from tungbuoc.lesson.text import LONGEST, LONGEST_TABLE
from tungbuoc.lint.config import load_config, read_config
from tungbuoc.lint.history import committed
from tungbuoc.lint.naming import Naming, read_naming
from tungbuoc.permalink.address import Site

CONFIG = "mkdocs.yml"
_READ = (".md", ".txt", ".yml", ".csv", ".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a check looks at. Paths are relative to the project's root with forward slashes.

    `files` holds the Markdown, data files and pictures below `docs/` (of one that is too long, as much as
    shows it), the tables of `print/` (ledger, editions, teams) and `mkdocs.yml`; `sizes` every file below
    `docs/` and its bytes; `problems` what was found while reading; `committed` what the last commit holds of
    the ledger, of `mkdocs.yml` and of every Markdown file below `docs/`; `naming` how the project itself
    calls that folder; `recall` lends what earlier checks found out; `environ` are the variables with which
    `mkdocs.yml` was read.
    """

    files: Mapping[str, bytes]
    sizes: Mapping[str, int]
    course: CourseOptions | None
    site: Site
    today: dt.date
    problems: tuple[Problem, ...] = ()
    committed: Mapping[str, bytes] = field(default_factory=dict)
    naming: Naming = field(default_factory=Naming)
    recall: Recall = forget
    environ: Mapping[str, str] = field(default_factory=dict)


def unconfigured(project: Project) -> list[Problem]:
    """Why nothing can be said of the project: what is wrong with its `mkdocs.yml`, when that does not even
    say which files are lessons."""
    return (
        [problem for problem in project.problems if problem.path == CONFIG] if project.course is None else []
    )


def read_project(root: Path, *, today: dt.date, environ: Mapping[str, str] | None = None) -> Project:
    """Read `docs/`, `print/*.csv` and `mkdocs.yml` below `root`. Never raises for what an editor can do
    wrong."""
    files: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    problems: list[Problem] = []
    environ = os.environ if environ is None else environ
    naming = _naming(root, environ, problems)
    for path in _walk(root / naming.docs, root / naming.docs, root, problems):
        _read(path, root, files, sizes, problems)
    files = {naming.ours(path): content for path, content in files.items()}
    sizes = {naming.ours(path): size for path, size in sizes.items()}
    problems = [replace(problem, path=naming.ours(problem.path)) for problem in problems]
    for path in (*sorted((root / "print").glob("*.csv")), root / CONFIG):
        if path.is_file():
            _read(path, root, files, {}, problems)
    course, site, told = read_config(root / CONFIG, environ)
    return Project(
        files, sizes, course, site, today, (*problems, *told), committed(root, files, naming), naming,
        environ=environ,
    )  # fmt: skip


def _naming(root: Path, environ: Mapping[str, str], problems: list[Problem]) -> Naming:
    """What `mkdocs.yml` says of the folder of pages; the usual name where it cannot be read or says
    something else."""
    config = load_config((root / CONFIG).read_bytes() if (root / CONFIG).is_file() else "", environ)
    if isinstance(config, Problem):
        return Naming()
    if naming := read_naming(config.value):
        return naming
    line = config.places.lines.get(("docs_dir",), 1)
    text = f"docs_dir «{config.value.get('docs_dir')}» không nằm trong dự án."
    problems.append(
        Problem(CONFIG, line, "C10", text, "Đặt các bài vào một thư mục con, như «docs_dir: docs».")
    )
    return Naming()


def _walk(folder: Path, top: Path, root: Path, problems: list[Problem]) -> list[Path]:
    """Files below a folder, sorted; links that leave `docs/` (`top`) are told and not followed, hidden
    files are passed over."""
    inside = top.resolve()
    found: list[Path] = []
    for entry in sorted(folder.iterdir()) if folder.is_dir() else []:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not entry.resolve().is_relative_to(inside):
            name = entry.relative_to(root).as_posix()
            problems.append(
                Problem(
                    name, 1, "T05", "Đây là lối tắt dẫn ra ngoài thư mục docs.", "Chép tệp thật vào chỗ này."
                )
            )
        elif entry.is_dir() and not entry.is_symlink():
            found += _walk(entry, top, root, problems)
        elif entry.is_file():
            found.append(entry)
    return found


def _read(
    path: Path, root: Path, files: dict[str, bytes], sizes: dict[str, int], problems: list[Problem]
) -> None:
    name = path.relative_to(root).as_posix()
    try:
        sizes[name] = path.stat().st_size
        # A lesson that some program saved under another name too.
        if path.suffix.lower() in _READ or ".md" in path.name.lower():
            with path.open("rb") as file:
                files[name] = file.read((LONGEST_TABLE if path.suffix == ".csv" else LONGEST) + 1)
    except OSError as error:
        problems.append(
            Problem(name, 1, "T06", f"Không mở được tệp này ({error.strerror}).", "Xem lại quyền của tệp.")
        )
