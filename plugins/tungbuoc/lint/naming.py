"""How the folder of pages is called. Inside it is always `docs/`; a project may give it another name
(`docs_dir` in `mkdocs.yml`).

Names are turned where they come in (what git holds, what a person types) and where they go out (files
written, problems told).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tungbuoc.lesson.problems import Problem

DOCS = "docs"
_SAID = re.compile(r"(?<![\w./-])docs/")


@dataclass(frozen=True, slots=True)
class Naming:
    """`docs` is the folder as the project calls it, below its root, with forward slashes."""

    docs: str = DOCS

    def real(self, path: str) -> str:
        """Our name of a file → the project's: `docs/vneid/a.md` → `bai/vneid/a.md`."""
        return self._turned(path, DOCS, self.docs)

    def ours(self, path: str) -> str:
        """The project's name of a file or folder → ours."""
        return self._turned(path, self.docs, DOCS)

    def told(self, problem: Problem) -> Problem:
        """The problem as the people of this project would call its files."""
        if self.docs == DOCS:
            return problem
        text, fix = (_SAID.sub(f"{self.docs}/", said) for said in (problem.text, problem.fix))
        return replace(problem, path=self.real(problem.path), text=text, fix=fix)

    def _turned(self, path: str, old: str, new: str) -> str:
        return new + path[len(old) :] if path == old or path.startswith(f"{old}/") else path


def read_naming(value: Mapping[str, Any]) -> Naming | None:
    """`mkdocs.yml` as a value → the names; None when `docs_dir` leads out of the project or is the project
    itself."""
    said = str(value.get("docs_dir") or DOCS).replace("\\", "/")
    folder = posixpath.normpath(said)
    return (
        None
        if posixpath.isabs(folder) or folder == "." or folder.startswith("..") or ":" in folder
        else Naming(folder)
    )
