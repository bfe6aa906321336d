"""Every problem that text can bring about: the catalogue's bad example gives exactly its code, the good one
none.

The messages are the product: they stand in `golden/*.yml` (`pytest tests/lint --update-goldens` rewrites
them; read the diff as somebody who is afraid of computers).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.lint.sample_project import LESSON, ROOT, TODAY, sample, translated, with_file, with_text
from tests.lint.test_pictures import saved

from tungbuoc.lesson.problems import Problem
from tungbuoc.lint import check
from tungbuoc.lint.catalogue import CATALOGUE, translations
from tungbuoc.lint.config import parse_config
from tungbuoc.lint.project import Project

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yml"))
CASES: list[dict[str, Any]] = [case for file in GOLDEN for case in yaml.safe_load(file.read_text("utf-8"))]
PNG = saved("PNG")
OF_TRANSLATIONS = {entry.code for entry in translations.ENTRIES}


def _project(case: dict[str, Any], side: str) -> Project:
    """The sample with the case's example in its place."""
    path = case.get("file", LESSON)
    new = case.get(side, getattr(CATALOGUE[case["code"]], side))
    project = translated() if case["code"] in OF_TRANSLATIONS else sample(case.get("site_url", ""))
    if case.get("picture"):
        project = with_file(project, "docs/mau/tay.png", PNG)
    if path != "mkdocs.yml":
        return with_text(project, path, case["at"], new)
    text = (ROOT / path).read_text("utf-8")
    assert case["at"] in text
    text = text.replace(case["at"], new, 1)
    course, site, told = parse_config(text, {})
    files = {**project.files, path: text.encode()}
    return Project(files, project.sizes, course, site, TODAY, tuple(told))


def _bad(case: dict[str, Any]) -> list[Problem]:
    return check(_project(case, "bad"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_bad_example_is_told(case: dict[str, Any]) -> None:
    found = _bad(case)
    assert {problem.code for problem in found} == {case["code"], *case.get("also", [])}
    assert {problem.severity for problem in found if problem.code == case["code"]} == {
        CATALOGUE[case["code"]].severity
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_good_example_is_clean(case: dict[str, Any]) -> None:
    assert [str(problem) for problem in check(_project(case, "good"))] == []


def test_messages(update_goldens: bool) -> None:
    for file in GOLDEN:
        text = file.read_text("utf-8")
        cases = yaml.safe_load(text)
        told = [
            {**case, "told": [str(problem) for problem in _bad(case) if problem.code == case["code"]]}
            for case in cases
        ]
        if update_goldens:
            head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
            file.write_text(
                head + yaml.dump(told, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000),
                "utf-8",
            )
        else:
            assert told == cases


def test_sample_is_clean() -> None:
    assert [str(problem) for problem in check(sample())] == []


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
