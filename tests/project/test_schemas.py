"""Schemas for editors: made from the models, committed, wired, and right about what is there already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.lint.sample_project import sample, with_text

from tungbuoc.lesson.front import Front
from tungbuoc.lint import check
from tungbuoc.lint.report import github
from tungbuoc.project.schemas import FOLDER, TABLES, files, name

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", files())
def test_committed_schemas_are_current(path: str, update_goldens: bool) -> None:
    if update_goldens:
        (ROOT / path).write_text(files()[path], "utf-8")
    assert (ROOT / path).read_text("utf-8") == files()[path], "run make goldens"


@pytest.mark.parametrize("path", files())
def test_every_reference_leads_somewhere_and_hints_are_vietnamese(path: str) -> None:
    made = json.loads(files()[path])
    for reference in _all(made, "$ref"):
        node = made
        for part in reference.removeprefix("#/").split("/"):
            node = node[part.replace("~1", "/")]
        assert node["type"]
    assert all(re.search("[à-ỹđ]", hint) for hint in _all(made, "description"))


def test_every_entry_of_every_table_fits() -> None:
    for path in TABLES:
        item = json.loads(files()[f"{FOLDER}{name(path)}.schema.json"])["items"]
        for entry in yaml.load((ROOT / path).read_text("utf-8"), yaml.BaseLoader):
            _fits(entry, item)


def test_every_front_matter_fits_and_a_slip_does_not() -> None:
    made = json.loads(files()[f"{FOLDER}front.schema.json"])
    assert made["properties"].keys() == Front.model_fields.keys()
    heads = [
        text.split("---\n")[1]
        for file in (ROOT / "docs").glob("*/*.md")
        if (text := file.read_text("utf-8")).startswith("---\ncode: ")
    ]
    lessons = [yaml.load(head, yaml.BaseLoader) for head in heads if re.match("code: [A-L][0-9]", head)]
    assert len(lessons) > 40
    for lesson in lessons:
        _fits(lesson, made)
    for slip in ({"code": "b2"}, {"codes": "B2"}):
        with pytest.raises(AssertionError):
            _fits({**lessons[0], **slip}, made)


def test_the_options_of_the_course_fit() -> None:
    made = json.loads(files()[f"{FOLDER}mkdocs.schema.json"])
    plugins = yaml.load(
        re.sub(r"!ENV \[\w+, ('.*?'|\w+)\]", r"\1", (ROOT / "mkdocs.yml").read_text("utf-8")), yaml.BaseLoader
    )["plugins"]
    ours = {
        key: value
        for plugin in plugins
        if isinstance(plugin, dict)
        for key, value in plugin.items()
        if key.startswith("tungbuoc/")
    }
    assert ours.keys() == made["definitions"].keys()
    for key, options in ours.items():
        _fits(options, made["definitions"][key])


def test_the_editor_finds_each_schema() -> None:
    wired = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all((ROOT / schema).exists() for schema in wired)
    # No YAML server looks into the head of a Markdown file: that schema is for editors that ask for it, and
    # for forms.
    heads = {f"./{FOLDER}{head}.schema.json" for head in ("front", "translation")}
    assert {f"./{path}" for path in files()} - heads == wired.keys()
    tables = {path: f"./{FOLDER}{name(path)}.schema.json" for path in TABLES}
    assert {wired[schema]: schema for schema in tables.values()} == tables


def test_the_task_of_the_editor_reads_what_check_says() -> None:
    task = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    problems = check(with_text(sample(), "docs/mau/luu-so.md", "code: B1", "code: b1"))
    lines = github(problems).splitlines()
    assert lines
    for line, problem in zip(lines, problems, strict=True):
        match = re.match(pattern["regexp"], line)
        assert match
        assert (match[pattern["file"]], int(match[pattern["line"]]), match[pattern["code"]]) == (
            problem.path,
            problem.line,
            problem.code,
        )


def _all(node: Any, wanted: str) -> Iterator[str]:
    for key, value in (
        node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    ):
        if key == wanted and isinstance(value, str):
            yield value
        else:
            yield from _all(value, wanted)


def _fits(value: Any, schema: dict[str, Any]) -> None:
    """The part of the standard that our schemas use, over values that are all text: known fields, asked
    fields, patterns, choices."""
    if isinstance(value, dict) and schema.get("additionalProperties") is False:
        assert value.keys() <= schema["properties"].keys()
        assert set(schema.get("required", ())) <= value.keys()
        for key, part in value.items():
            _fits(part, schema["properties"][key])
    elif isinstance(value, list):
        for part in value:
            _fits(part, schema.get("items", {}))
    elif isinstance(value, str):
        assert re.search(schema.get("pattern", ""), value), value
        assert value in schema.get("enum", [value])
