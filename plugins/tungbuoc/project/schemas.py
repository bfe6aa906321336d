"""JSON schemas of what people write by hand, made from the models that read it, so that an editor offers the
words while one types. Pure.

The schema of a `phone` block is `lesson.screens.schema`'s.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from tungbuoc.lesson import translation
from tungbuoc.lesson.course import CourseOptions, Switches
from tungbuoc.lesson.front import WANTED, Front
from tungbuoc.lint.data import (
    BUTTONS,
    FACTS,
    FOREIGN,
    GLOSSARY,
    PRINTABLE,
    Fact,
    Foreign,
    NamedButton,
    NewWord,
    Printable,
)
from tungbuoc.project.options import PLUGIN, Options

FOLDER = ".vscode/"
TABLES: Mapping[str, type[BaseModel]] = {
    BUTTONS: NamedButton,
    GLOSSARY: NewWord,
    FOREIGN: Foreign,
    FACTS: Fact,
    PRINTABLE: Printable,
}
_DIALECT = "http://json-schema.org/draft-07/schema#"  # what the editors' YAML servers read


def files() -> dict[str, str]:
    """Path in the project → text of the schema: front matter of a lesson and of a translation, `mkdocs.yml`,
    every table."""
    made = {
        "front": _of(Front, WANTED),
        "translation": _of(translation.TranslationFront, translation.WANTED),
        "mkdocs": _mkdocs(),
    }
    for path, model in TABLES.items():
        made[name(path)] = {"type": "array", "items": _of(model)}
    return {f"{FOLDER}{key}.schema.json": _text(value) for key, value in made.items()}


def _text(made: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **made}, ensure_ascii=False, indent=1) + "\n"


def name(path: str) -> str:
    """`docs/nut.yml` → `nut`."""
    return path.rpartition("/")[2].removesuffix(".yml")


def _of(model: type[BaseModel], hints: Mapping[str, str] | None = None) -> dict[str, Any]:
    made: dict[str, Any] = _loose(model.model_json_schema())
    for field, hint in (hints or {}).items():
        made["properties"][field]["description"] = hint
    return made


def _mkdocs() -> dict[str, Any]:
    """Only our own plugins are described; everything else of the file is MkDocs' and is let be."""
    lessons = _of(CourseOptions)
    lessons["properties"] |= _of(Switches)["properties"]
    plugins = {"tungbuoc/lessons": lessons, PLUGIN: _of(Options)}
    for key, plugin in plugins.items():
        _point(plugin, f"#/definitions/{key.replace('/', '~1')}/$defs/")
    options = {
        "type": "object",
        "properties": {key: {"$ref": f"#/definitions/{key.replace('/', '~1')}"} for key in plugins},
    }
    listed = {"type": "array", "items": {"anyOf": [{"type": "string"}, options]}}
    return {"type": "object", "properties": {"plugins": listed}, "definitions": plugins}


def _point(node: Any, below: str) -> None:
    """Make references of a schema point to where it lies now."""
    for key, value in (
        node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    ):
        if key == "$ref" and isinstance(value, str):
            node[key] = value.replace("#/$defs/", below)
        else:
            _point(value, below)


def _loose(node: Any) -> Any:
    """Numbers may stand where text is asked for, since every scalar is read as text; what says nothing to
    who writes is left out."""
    if isinstance(node, list):
        return [_loose(part) for part in node]
    if not isinstance(node, dict):
        return node
    choices = [part for part in node.get("anyOf", []) if part != {"type": "null"}]
    if len(choices) == 1:
        return _loose(choices[0])
    silent = {"default", "title"}
    if "properties" in node or "enum" in node:
        silent.add("description")  # a docstring is for who reads the code
    made = {
        key: _loose(part)
        for key, part in node.items()
        if key not in silent or not isinstance(part, str | int | list | None)
    }
    if node.get("type") == "string" and not node.keys() & {"enum", "const", "format"}:
        made["type"] = ["string", "number"]
    if node.get("type") in ("integer", "boolean") or node.get("format") == "date":
        made.pop("format", None)
        made["type"] = [node["type"], "string"] if node["type"] != "string" else "string"
    return made
