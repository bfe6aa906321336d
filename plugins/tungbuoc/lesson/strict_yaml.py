"""YAML that keeps what people typed.

Every scalar stays text (else `012345` becomes 5349, `10:30` 630 and `Yes` true); anchors, aliases, tags and
repeated keys are refused, each with its line. Types are made afterwards by pydantic models.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from tungbuoc.lesson.yaml_faults import YamlFault, explain

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
KeyPath: TypeAlias = tuple[str | int, ...]

# libyaml is about ten times faster than the Python parser; the wheels of PyYAML carry it, source builds may
# not.
_FastLoader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# libyaml composes by recursion in C, where a tower of brackets ends the whole process, not just the call.
_DEEPEST = 20
_MOST = 100_000
_MAYBE_DEEP = re.compile(r"(?:[-?] +){20}|^ {20}", re.MULTILINE)
_MAYBE_SPECIAL = re.compile(r"(?:^|[\s\[{,:-])[&*!]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The value (None when unreadable), the line of every path in it (from 1), and what was refused."""

    value: Value | None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: tuple[YamlFault, ...] = ()

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of its nearest parent that has one; 1 for none."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(text: str) -> Loaded:
    """Read one YAML document; never raises. An empty document has the value `{}`."""
    faults: list[YamlFault] = []
    try:
        if deep := too_deep(text):
            return Loaded(None, {}, (deep,))
        if _MAYBE_SPECIAL.search(text):
            _special(text, faults)
        node = yaml.compose(text, Loader=_FastLoader)
    except yaml.YAMLError as error:
        return Loaded(None, {}, tuple(faults) or (explain(error, text),))
    if node is None:
        return Loaded({}, {(): 1}, tuple(faults))
    if faults:
        return Loaded(None, {}, tuple(faults))
    lines: dict[KeyPath, int] = {}
    value = _build(node, (), lines, faults)
    return Loaded(value, lines, tuple(faults))


def from_node(node: yaml.Node) -> Loaded:
    """A piece of a document that was composed elsewhere, read as `load` reads a whole one; its lines are
    the document's."""
    lines: dict[KeyPath, int] = {}
    faults: list[YamlFault] = []
    value = _build(node, (), lines, faults)
    return Loaded(value, lines, tuple(faults))


def too_deep(text: str) -> YamlFault | None:
    """Told with its line when lists and mappings lie more than 20 deep in each other; found without
    recursion.

    Raises `yaml.YAMLError` when the text cannot be read up to there.
    """
    if text.count("[") + text.count("{") <= _DEEPEST and not _MAYBE_DEEP.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_FastLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return _deep(event.start_mark.line + 1 if event.start_mark else 1)
    return None


def _deep(line: int) -> YamlFault:
    return YamlFault(line, f"Phần này lồng vào nhau quá {_DEEPEST} tầng.", "Viết lại cho phẳng hơn.")


def _special(text: str, faults: list[YamlFault]) -> None:
    """Append a fault for every anchor, alias and tag up to the first place that cannot be read."""
    for event in yaml.parse(text, Loader=_FastLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            faults.append(
                YamlFault(
                    line,
                    "Dấu «&» hay «*» ở đầu có nghĩa riêng với máy.",
                    "Bỏ dấu ấy, hoặc đặt trong ngoặc kép.",
                )
            )
        elif tag := getattr(event, "tag", None):
            shown = str(tag).replace("tag:yaml.org,2002:", "!!")
            faults.append(
                YamlFault(
                    line,
                    f"Dấu «!» ở đầu «{shown}» có nghĩa riêng với máy.",
                    "Bỏ dấu ấy, hoặc đặt trong ngoặc kép.",
                )
            )


def _build(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], faults: list[YamlFault]) -> Value:
    lines[path] = node.start_mark.line + 1
    # Where anchors are allowed (mkdocs.yml), a few lines may stand for a million, or for themselves without
    # end.
    if len(path) > _DEEPEST or len(lines) > _MOST:
        if not faults:
            faults.append(
                _deep(lines[path])
                if len(path) > _DEEPEST
                else YamlFault(lines[path], "Phần này quá dài.", "Bỏ bớt các dấu «*».")
            )
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*path, i), lines, faults) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(node, path, lines, faults)
    return str(node.value)


def _build_mapping(
    node: yaml.MappingNode, path: KeyPath, lines: dict[KeyPath, int], faults: list[YamlFault]
) -> dict[str, Value]:
    made: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            faults.append(YamlFault(line, "Tên mục phải là chữ.", "Sửa thành «tên: nội dung»."))
            continue
        key = str(key_node.value)
        if key in made:
            faults.append(YamlFault(line, f"Mục «{key}» viết hai lần.", "Bỏ bớt một lần."))
            continue
        made[key] = _build(value_node, (*path, key), lines, faults)
        lines[(*path, key)] = line
    return made
