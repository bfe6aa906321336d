"""The house stands as the design says: one-way imports, heavy libraries behind one door each, small rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "plugins/tungbuoc"
MAY_IMPORT = {
    "lesson": set(),
    "permalink": {"lesson"},
    "lint": {"lesson", "permalink"},
    "manuscript": {"lesson", "lint"},
    "works": set(),
    "clips": {"lesson", "permalink", "works"},
    "press": {"lesson", "permalink", "works"},
    "web": {"lesson", "permalink", "works", "clips", "press"},
    "project": {"lesson", "permalink", "lint", "works", "press", "web"},
    "site": {"lesson", "permalink", "lint", "works", "clips", "press", "web", "project"},
    "cli": {"lesson", "permalink", "lint", "works", "clips", "press", "web", "project", "site", "manuscript"},
}
ONLY_HERE = {
    "av": "clips",
    "resvg_py": "clips",
    "weasyprint": "press",
    "pikepdf": "press",
    "mkdocs": "site",
    "markdown": "site",
    "mammoth": "manuscript",
    "click": "cli",
    "distributed": "works",
}


def _imports(file: Path, *, types: bool = True) -> set[str]:
    """Full names of what a module imports; without `types` those that stand under `if TYPE_CHECKING` are
    left out."""
    found: set[str] = set()
    package = file.relative_to(HOUSE.parent).with_suffix("").parts[:-1]
    tree = ast.parse(file.read_text(encoding="utf-8"))
    idle = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in node.body
    }
    for node in ast.walk(tree):
        if not types and node in idle:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            above = package[: len(package) - node.level + 1]
            found |= {".".join([*above, *(node.module or alias.name).split(".")]) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(HOUSE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_imports_go_one_way(file: Path) -> None:
    part = file.relative_to(HOUSE).parts[0]
    if part in ("__init__.py", "__main__.py"):
        return
    for name in _imports(file):
        pieces = name.split(".")
        if pieces[0] == "tungbuoc" and len(pieces) > 1 and pieces[1] in MAY_IMPORT:
            assert pieces[1] in MAY_IMPORT[part] | {part}, f"{file.relative_to(HOUSE)} imports {name}"
        owner = ONLY_HERE.get(pieces[0], part)
        assert owner == part, f"{file.relative_to(HOUSE)} imports {pieces[0]}, which is for {owner}/ alone"


def test_no_circle_of_imports() -> None:
    """Late imports inside functions count, those for types alone do not: nothing runs in a circle."""
    names = {
        ".".join(file.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__"): file
        for file in FILES
    }
    asked = {}
    for name, file in names.items():
        wanted = {
            piece if piece in names else piece.rpartition(".")[0] for piece in _imports(file, types=False)
        }
        asked[name] = wanted & names.keys() - {name}
    assert [name for name in asked if name in _reached(name, asked)] == []


def _reached(name: str, asked: dict[str, set[str]]) -> set[str]:
    """All that `name` asks for, and what that asks for."""
    found: set[str] = set()
    todo = list(asked[name])
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += asked[one]
    return found


def test_every_part_is_known() -> None:
    parts = {file.relative_to(HOUSE).parts[0] for file in FILES} - {"__init__.py", "__main__.py"}
    assert parts == set(MAY_IMPORT)


@pytest.mark.parametrize("part", ["press", "clips"])
def test_a_light_import_loads_no_engine(part: str) -> None:
    script = f"import sys, tungbuoc.{part}; heavy = {{'weasyprint', 'av', 'resvg_py', 'pikepdf'}} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_modules_stay_small() -> None:
    long = {
        file.relative_to(HOUSE).as_posix(): lines
        for file in FILES
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 270
    }
    assert long == {}


def test_no_two_things_share_a_name() -> None:
    """One name for one class, type or variable of types; a leading underscore makes no other name."""
    found: dict[str, list[str]] = {}
    for file in FILES:
        for name in _named(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(name.lstrip("_"), []).append(file.relative_to(HOUSE).as_posix())
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def _named(tree: ast.Module) -> Iterator[str]:
    """Names of all classes, and of what a module assigns to a name that is written like a class's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and re.search("^_?[A-Z].*[a-z]", target.id):
                yield target.id


SHORT = {"datetime": "dt", "pypdfium2.raw": "pdfium"}
"""Names under which the world knows these modules; everything else is called what it is called where it is
made."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_nothing_is_imported_under_another_name(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                assert alias.asname in (None, SHORT.get(alias.name)), f"{alias.name} as {alias.asname}"
