"""`mkdocs.yml` for commands that need no MkDocs: the course, the address, the folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tungbuoc.lesson.course import Course, read_course


@dataclass(frozen=True, slots=True)
class Settings:
    """What the commands need of `mkdocs.yml`. `site_url` is the configured one, empty for a draft."""

    course: Course
    site_name: str
    site_url: str
    docs_dir: str
    options: dict[str, dict[str, Any]]


def read_settings(root: Path) -> Settings:
    """The project's settings. Raises `FileNotFoundError` without a `mkdocs.yml`, `ValueError` with all problems told."""
    raw = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader with one tag more)
    plugins = {name: options or {} for entry in raw.get("plugins", []) for name, options in (entry.items() if isinstance(entry, dict) else [(entry, {})])}
    course, problems = read_course(plugins.get("tungbuoc/lessons", {}))
    if course is None:
        raise ValueError("\n".join(str(problem) for problem in problems))
    return Settings(course, str(raw.get("site_name", "")), str(raw.get("site_url") or ""), str(raw.get("docs_dir", "docs")), plugins)


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' `!ENV`; any other tag is read as nothing."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [loader.construct_scalar(node)]  # type: ignore[arg-type]
    *variables, default = names if len(names) > 1 else [*names, None]
    return next((os.environ[str(name)] for name in variables if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
