"""`tungbuoc check`: everything that is not right yet. Of a project that is as it was, what was said last time
is said again at once, and nothing more of the product is loaded for it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tungbuoc.cli.day import today
from tungbuoc.works.recollection import REMEMBERED, recollection

if TYPE_CHECKING:
    from tungbuoc.lint.report import Style

_CONFIG, _LEDGERS = "mkdocs.yml", "print"
_NAME = re.compile(rb"\w+")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "style",
    type=click.Choice(["terminal", "github", "json"]),
    default="terminal",
    help="Cách viết kết quả.",
)
def check(paths: tuple[str, ...], style: Style) -> None:
    """Nói hết mọi chỗ chưa đúng, xếp theo tệp và dòng. Thoát 0 khi sạch, 1 khi còn lỗi, 2 khi gọi sai
    lệnh."""
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise click.UsageError(f"Không có tệp hay thư mục: {', '.join(missing)}.")
    root = Path.cwd()
    recall = recollection(root / REMEMBERED)
    try:
        configured = _configured(root)
        docs = recall("docs", configured, lambda: _docs(root))
        key = (*configured, _below(root / docs), _below(root / _LEDGERS), _commit(root), paths, style)
        said, wrong = recall("said", (*key, today().isoformat()), lambda: _said(root, paths, style))
    except OSError:  # what cannot be read now is told, never remembered
        said, wrong = _said(root, paths, style)
    recall.keep("docs", "said")
    click.echo(said, nl=False)
    if wrong:
        raise SystemExit(1)


def _said(root: Path, paths: tuple[str, ...], style: Style) -> tuple[str, bool]:
    """The report, and whether there is anything to mend."""
    from tungbuoc import lint, project
    from tungbuoc.lint.check import scans
    from tungbuoc.lint.report import report

    reading = project.read(root, today=today())
    problems = lint.only(reading.problems, paths)
    looked_at = lint.only_paths(map(reading.project.naming.real, scans(reading.project)), paths)
    said = report(problems, style, files=len(looked_at), untried=lint.untried(reading.project))
    return said, bool(problems)


def _docs(root: Path) -> str:
    """The folder of pages as `mkdocs.yml` calls it."""
    from tungbuoc import lint

    return lint.read_project(root, today=today()).naming.docs


def _configured(root: Path) -> tuple[object, ...]:
    """`mkdocs.yml`, and every variable of the environment whose name stands in it."""
    config = root / _CONFIG
    named = {name.decode("utf-8", "replace") for name in _NAME.findall(config.read_bytes())}
    return config, {name: os.environ[name] for name in sorted(named & os.environ.keys())}


def _below(folder: Path) -> dict[str, object]:
    """Every file below a folder by its content, every link by where it leads."""
    return {path.relative_to(folder).as_posix(): _seen(path) for path in _walk(folder)}


def _seen(path: Path) -> object:
    link = str(path.readlink()) if path.is_symlink() else ""
    return link, path if path.is_file() else None


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in (*names, *folders))


def _commit(root: Path) -> str:
    """The last commit: codes are compared with what it holds. Empty without git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, check=False, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")
