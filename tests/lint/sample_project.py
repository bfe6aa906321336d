"""The sample project of the golden tests: one whole lesson with every section, clean under every rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from tungbuoc.lint.project import Project, read_project

ROOT = Path(__file__).parent / "sample"
LESSON = "docs/mau/luu-so.md"
TRANSLATION = "docs/mau/luu-so.en.md"
TODAY = dt.date(2026, 11, 21)


def sample(site_url: str = "") -> Project:
    """The project as it stands on disk, read on a fixed day."""
    project = read_project(ROOT, today=TODAY, environ={"SITE_URL": site_url} if site_url else {})
    return replace(project, committed={})  # as a folder of its own, whatever repository it lies in


def translated() -> Project:
    """The sample with its lesson in English too."""
    text = (Path(__file__).parent / "sample_translation.en.md").read_bytes()
    return with_file(sample(), TRANSLATION, text)


def with_file(project: Project, path: str, content: bytes) -> Project:
    """The same project with one file more, or another content of it."""
    return replace(
        project, files={**project.files, path: content}, sizes={**project.sizes, path: len(content)}
    )


def with_text(project: Project, path: str, old: str, new: str) -> Project:
    """The same project with the first `old` of a file replaced."""
    text = project.files[path].decode()
    assert old in text, f"{path} of the sample holds no {old!r}"
    return with_file(project, path, text.replace(old, new, 1).encode())
