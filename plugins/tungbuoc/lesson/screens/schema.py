"""JSON Schema of a `phone` block, so that an editor can offer the words while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from .element import KINDS, WHOLE, Icon
from .screen import Screen

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MARKS = ("tap", "hold", "dont")
_ICONS = list(get_args(Icon))


def schema() -> dict[str, Any]:
    """The schema of a block. A scalar may be written without quotes, since every one is read as text."""
    definitions: dict[str, Any] = {"icon": {"enum": _ICONS}}
    for kind, element in KINDS.items():
        made = element.model_json_schema(ref_template="#/$defs/{model}")
        definitions.update({name: _loose(cell) for name, cell in made.pop("$defs", {}).items()})
        definitions[kind] = _loose(made)
    made = Screen.model_json_schema()
    top = _loose(made["$defs"]["Screen"])
    body = {"type": "array", "items": {"anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS]}}
    top["properties"]["body"] = body
    shown = {name: part for name, part in top["properties"].items() if name not in ("on", "result")}
    definitions["result"] = {**top, "properties": shown}
    top["properties"]["result"] = {"$ref": "#/$defs/result"}
    return {"$schema": _DIALECT, "title": "phone", **top, "$defs": definitions}


def schema_text() -> str:
    """The schema as the bytes of `docs/nguoi-viet/phone.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


@cache
def wordless() -> frozenset[str]:
    """The attributes that never hold words of the screen: an icon's name, a switch, a number, one of a few
    values."""
    return frozenset(name for name, _ in _attributes()) - {
        name for name, node in _attributes() if _holds_words(node)
    }


def switches() -> frozenset[str]:
    """The attributes that are yes or no, whatever element has them."""
    return frozenset(name for name, node in _attributes() if node.get("type") == "boolean")


def _attributes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every attribute of every element, with what the schema says of it."""
    made = schema()
    for owner in (made, *made["$defs"].values()):
        yield from owner.get("properties", {}).items()


def _holds_words(node: dict[str, Any]) -> bool:
    """A text of the author's own, a list of such, or a list or cell with words in it."""
    while "items" in node:
        node = node["items"]
    free = "string" in node.get("type", ()) and "enum" not in node
    cells = node.get("$ref", "#/$defs/icon") != "#/$defs/icon"
    return free or cells or "anyOf" in node


def _loose(node: Any) -> Any:
    """Let numbers and yes/no stand where text is asked for; leave out what says nothing to a person who
    writes."""
    if isinstance(node, list):
        return [_loose(part) for part in node]
    if not isinstance(node, dict):
        return node
    if node.get("enum") == _ICONS:
        return {"$ref": "#/$defs/icon"}
    choices = [part for part in node.get("anyOf", []) if part != {"type": "null"}]
    if len(choices) == 1:
        return _loose(choices[0])
    made = {
        key: _loose(part)
        for key, part in node.items()
        if key not in ("default", "$defs") and not (key == "title" and isinstance(part, str))
    }
    if node.get("type") == "string" and not node.keys() & {"enum", "const"}:
        made["type"] = ["string", "number", "boolean"]
    for mark in _MARKS:
        if mark in made.get("properties", {}):
            made["properties"][mark]["examples"] = [WHOLE]
    return made
