"""A fingerprint changes with everything that matters and with nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.works.fingerprint import fingerprint

scalars = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(allow_nan=False), some.text(), some.binary()
)
values = some.recursive(
    scalars,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=4),
    max_leaves=12,
)


def kind(value: object) -> object:
    """The value with its types spelled out, so that Python's 1 == True == 1.0 does not count as equal."""
    if isinstance(value, dict):
        return {key: kind(item) for key, item in value.items()}
    return [kind(item) for item in value] if isinstance(value, list) else (type(value).__name__, repr(value))


@given(values, values)
def test_differs_exactly_when_values_differ(left: object, right: object) -> None:
    assert (fingerprint(left) == fingerprint(right)) == (kind(left) == kind(right))


@given(some.lists(some.text(), min_size=2, max_size=5), some.data())
def test_moving_text_over_a_border_changes_it(parts: list[str], data: some.DataObject) -> None:
    joined = "".join(parts)
    cut = data.draw(some.integers(0, len(joined)))
    other = [joined[:cut], joined[cut:]]
    assert (fingerprint(*parts) == fingerprint(*other)) == (parts == other)


@given(some.dictionaries(some.text(), some.integers(), max_size=6))
def test_order_of_a_mapping_or_set_does_not_count(mapping: dict[str, int]) -> None:
    turned = dict(reversed(mapping.items()))
    assert fingerprint(mapping) == fingerprint(turned)
    assert fingerprint(set(mapping)) == fingerprint(frozenset(reversed(list(mapping))))


def test_order_of_parts_counts() -> None:
    assert fingerprint("a", "b") != fingerprint("b", "a")
    assert fingerprint(["a", "b"]) != fingerprint("a", "b")


@dataclass(frozen=True)
class Sheet:
    title: str
    pages: int
    wide: bool = False


@pytest.mark.parametrize("change", [{"title": "Tờ khác"}, {"pages": 3}, {"wide": True}])
def test_every_field_of_a_dataclass_counts(change: dict[str, object]) -> None:
    sheet = Sheet("Tờ bài học", 2)
    assert fingerprint(sheet) == fingerprint(Sheet("Tờ bài học", 2))
    assert fingerprint(replace(sheet, **change)) != fingerprint(sheet)


def test_a_path_stands_for_its_contents(tmp_path: Path) -> None:
    one, two = tmp_path / "một.txt", tmp_path / "hai.txt"
    missing = fingerprint(one)
    one.write_bytes(b"x" * 3_000_000)
    two.write_bytes(b"x" * 3_000_000)
    assert fingerprint(one) == fingerprint(two) != missing
    two.write_bytes(b"x" * 2_999_999 + b"y")
    assert fingerprint(one) != fingerprint(two)


def test_a_folder_stands_for_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert fingerprint(tmp_path) != before
    (tmp_path / "b").rename(tmp_path / "a")
    assert fingerprint(tmp_path) == before


def test_refuses_what_it_cannot_see_into() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())


def test_is_the_same_in_another_process_with_another_hash_seed() -> None:
    code = "from tungbuoc.works.fingerprint import fingerprint as f; print(f({'một', 'hai', 'ba'}, {'b': 1, 'a': [2.5, None]}))"
    seen = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        seen.add(
            subprocess.run(
                [sys.executable, "-c", code], env=environment, capture_output=True, check=True
            ).stdout
        )
    assert seen == {fingerprint({"ba", "một", "hai"}, {"a": [2.5, None], "b": 1}).encode() + b"\n"}
