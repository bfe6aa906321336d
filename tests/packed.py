"""The package as others get it: its wheel, and an environment with the lowest versions that it asks for."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_NEEDED = ("pyproject.toml", "MANIFEST.in", "LICENSE", "CHANGELOG.md", "setup")
_MADE = (".git", ".venv", ".*_cache", ".cache", ".hypothesis", "__pycache__", "*.egg-info", "node_modules")
_MADE_AT_THE_TOP = {"site", "usb", "proof", "ra"}
_NOT_THERE = (
    "No matching distribution",
    "Could not find a version",
    "Connection",
    "timed out",
    "Temporary failure",
)


def wheel(folder: Path) -> Path:
    """The wheel, made in an empty `folder` from a copy of the sources."""
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "plugins", folder / "plugins", ignore=left_out)
    for name in _NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    script = "from setuptools import build_meta; print(build_meta.build_wheel('made'))"
    command = [sys.executable, "-W", "ignore", "-c", script]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = (folder / "made").glob("*.whl")
    return made


def archive(folder: Path) -> Path:
    """The source archive, made in an empty `folder` from a copy of everything, and unpacked beside it; returns
    the folder that was in it."""
    shutil.copytree(ROOT, folder / "copy", ignore=_made)
    script = "from setuptools import build_meta; print(build_meta.build_sdist('made'))"
    command = [sys.executable, "-W", "ignore", "-c", script]
    done = subprocess.run(command, cwd=folder / "copy", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = (folder / "copy/made").glob("*.tar.gz")
    with tarfile.open(made) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    (top,) = (folder / "unpacked").iterdir()
    return top


def _made(folder: str, names: list[str]) -> set[str]:
    """What of a folder is made, not written; `shutil.copytree` asks."""
    found = shutil.ignore_patterns(*_MADE)(folder, names)
    return found | (_MADE_AT_THE_TOP & set(names) if Path(folder) == ROOT else set())


def environment(folder: Path) -> Path:
    """A fresh virtual environment without pip; returns its Python."""
    venv.create(folder, with_pip=False)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def install(python: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Let the tests' own pip install into another environment."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(python),
        "install",
        "--quiet",
    ]
    return subprocess.run([*pip, *words], capture_output=True, text=True, check=False)


def lowest() -> list[str]:
    """Every dependency at the lowest version that `pyproject.toml` allows, as pip wants it: `click==8.2`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = [re.match(r"([\w.-]+)>=([\w.]+)", wanted) for wanted in project["dependencies"]]
    assert all(found), "every dependency says from which version on"
    return [f"{one[1]}=={one[2]}" for one in found if one]


def lowest_environment() -> Path:
    """The Python of an environment with those versions, kept in `.cache/` until they change, or the one
    that LOWEST_PYTHON names; skips the test,
    in pip's words, where the index does not have them."""
    if given := os.environ.get("LOWEST_PYTHON"):
        return Path(given)
    wanted = lowest()
    digest = hashlib.sha256("\n".join((sys.version, *wanted)).encode()).hexdigest()[:12]
    kept = ROOT / ".cache/lowest" / digest
    python = kept / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as half:
            done = install(environment(Path(half) / "env"), *wanted)
            if done.returncode and any(said in done.stderr for said in _NOT_THERE):
                pytest.skip(f"the index does not have the lowest versions: {done.stderr.splitlines()[-1]}")
            assert done.returncode == 0, done.stderr
            if not kept.exists():  # another worker may have been faster
                (Path(half) / "env").rename(kept)
    return python
