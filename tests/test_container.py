"""The image of `Containerfile` has what a build needs: the libraries that setup/system.py names, the locked
packages, the README's own command."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "Containerfile").read_text("utf-8")
KNOWN = {"FROM", "SHELL", "ENV", "RUN", "WORKDIR", "COPY", "CMD"}


def _instructions() -> list[tuple[str, str]]:
    """Instruction and the rest of it, lines that a backslash continues joined."""
    lines = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^#.*\n", "", TEXT)).splitlines()
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines if line.strip()]


def _needed() -> set[str]:
    """The Debian packages that setup/system.py installs for a build."""
    spec = importlib.util.spec_from_file_location("system", ROOT / "setup/system.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return {
        package for name, (_, found, _) in made.MISSING.items() if name != "chromium" for package in found
    }


def test_every_line_is_an_instruction_and_the_base_has_a_version() -> None:
    found = _instructions()
    assert {name for name, _ in found} <= KNOWN
    assert found[0][0] == "FROM"
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+-slim-[a-z]+", found[0][1])


def test_the_image_has_the_libraries_that_a_build_asks_for() -> None:
    (install,) = (rest for name, rest in _instructions() if name == "RUN" and "apt-get install" in rest)
    listed = set(install.partition("--no-install-recommends ")[2].partition(" && ")[0].split())
    assert listed == _needed() | {"git", "make"}


def test_what_is_copied_is_there_and_enough_for_the_packages() -> None:
    copied = [rest.split()[:-1] for name, rest in _instructions() if name == "COPY"]
    names = {name for part in copied for name in part}
    assert all((ROOT / name).exists() for name in names)
    rule = re.search(r"^\$\(VENV\)/ready: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert rule
    assert {wanted.partition("/")[0] for wanted in rule[1].split()} <= names


def test_it_runs_the_command_of_the_readme() -> None:
    (command,) = (json.loads(rest) for name, rest in _instructions() if name == "CMD")
    assert command[0] == "make"
    assert "Containerfile" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("hadolint"), reason="hadolint is not on this machine")
def test_hadolint_has_nothing_to_say() -> None:
    done = subprocess.run(
        ["hadolint", "Containerfile"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
