"""A sealed file gives its content whole or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.works import sealed

CONTENT = b'{"48217": "a"}\nb'


@given(some.binary())
def test_gives_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("kho") / "x"
    sealed.write(file, content)
    assert sealed.read(file) == content


@given(some.data())
def test_any_damage_is_seen(tmp_path_factory: pytest.TempPathFactory, data: some.DataObject) -> None:
    file = tmp_path_factory.mktemp("kho") / "x"
    sealed.write(file, CONTENT)
    whole = file.read_bytes()
    at, change = data.draw(some.integers(0, len(whole) - 1)), data.draw(some.integers(1, 255))
    altered = bytearray(whole)
    altered[at] ^= change
    for damaged in (bytes(altered), whole[:at], whole + whole[:1], CONTENT, b""):
        file.write_bytes(damaged)
        assert sealed.read(file) is None
