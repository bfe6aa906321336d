"""The catalogue of a language holds every sentence that code, templates, scripts and formats say to readers,
and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from tungbuoc.lesson.wording import in_language

ROOT = Path(__file__).parents[2] / "plugins/tungbuoc"
FOR_AUTHORS = ("lint/rules", "manuscript")
"""What speaks to people who write lessons, in Vietnamese."""
SAY = ("say", "markup", "ours")
_IN_SCRIPT = re.compile(r'\bsay\((?:"([^"\\]*)"|`([^`\\]*)`)\)')
_IN_PAGE = re.compile(r'\{\{say\("([^"]*)"\)\}\}')
_PLACE = re.compile(r"(?<!\$)\{(\w+)\}")
_WORDS = {"reader", "people", "helper", "team", "Reader", "People", "Helper", "Team"}


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Dict):
        yield from (text for value in node.values for text in _texts(value))
    elif isinstance(node, ast.Tuple):
        yield from (text for value in node.elts for text in _texts(value))


def _in_python(text: str) -> Iterator[str]:
    """Sentences given to `say`, `markup`, `ours`: as they stand there, or by a name that the file gives them."""
    tree = ast.parse(text)
    named: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                one = zip(_names(target), _parts(node.value, target), strict=False)
                for name, value in one:
                    named.setdefault(name, []).extend(_texts(value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _called(node) in SAY:
            said = list(_texts(node.args[0]))
            names = {inner.id for inner in ast.walk(node.args[0]) if isinstance(inner, ast.Name)}
            yield from said or (text for name in names for text in named.get(name, ()))


def _names(target: ast.expr) -> list[str]:
    many = target.elts if isinstance(target, ast.Tuple) else [target]
    return [one.id if isinstance(one, ast.Name) else "" for one in many]


def _parts(value: ast.expr, target: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) else [value]


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _in_template(text: str) -> Iterator[str]:
    for call in Environment().parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say" and call.args:
            yield from (one.value for one in _constants(call.args[0]))


def _constants(node: nodes.Node) -> list[nodes.Const]:
    return [node] if isinstance(node, nodes.Const) else list(node.find_all(nodes.Const))


def _in_format(text: str) -> Iterator[str]:
    said = yaml.safe_load(text)
    yield from (said[name] for name in ("label", "goes_to", "after") if said.get(name))


def gathered() -> dict[str, str]:
    """Every sentence that reaches readers → a file that says it."""
    found: dict[str, str] = {}
    for file in sorted(ROOT.rglob("*")):
        place = file.relative_to(ROOT)
        if not file.is_file() or place.as_posix().startswith(FOR_AUTHORS):
            continue
        if file.suffix in (".py", ".html", ".js", ".mjs") or file.name == "format.yml":
            for sentence in _of(file):
                found.setdefault(sentence, place.as_posix())
    return found


def _of(file: Path) -> Iterator[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        yield from _in_python(text)
    elif file.name == "format.yml":
        yield from _in_format(text)
    elif file.name == "voices.html":
        yield from _IN_PAGE.findall(text)
    elif file.suffix == ".html":
        yield from _in_template(text)
    else:
        yield from (said or longer for said, longer in _IN_SCRIPT.findall(text))


SENTENCES = gathered()


@pytest.mark.parametrize("language", ["en"])
def test_every_sentence_is_there_and_no_other(language: str) -> None:
    known = in_language(language)
    assert {sentence: place for sentence, place in SENTENCES.items() if sentence not in known} == {}
    assert [sentence for sentence in known if sentence not in SENTENCES] == []


@pytest.mark.parametrize("language", ["en"])
def test_places_are_those_of_ours(language: str) -> None:
    """Words for the reader may be left out; what a sentence tells may not."""
    for ours, theirs in in_language(language).items():
        places, kept = set(_PLACE.findall(ours)), set(_PLACE.findall(theirs))
        assert places - _WORDS == kept - _WORDS, ours
        assert kept <= places, ours
        assert ours.count("${") == theirs.count("${"), ours


def test_the_gathering_sees_each_way_to_say() -> None:
    python = 'SAID = {1: "hai"}\nsay("một")\nwords.markup(SAID[1])\nours("ba" if x else "bốn")'
    assert set(_in_python(python)) == {"một", "hai", "ba", "bốn"}
    assert list(_in_template('{{ say("một <a href=\\"#a\\">hai</a>", x=1) }}')) == [
        'một <a href="#a">hai</a>'
    ]
    assert _IN_SCRIPT.findall('say("một") + say(`hai ${x}`)') == [("một", ""), ("", "hai ${x}")]
