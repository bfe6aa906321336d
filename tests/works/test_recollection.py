"""Kept answers give what the function gives, and never what it would no longer give."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.works import recollection as module
from tungbuoc.works import sealed
from tungbuoc.works.recollection import Recollection


def counted(answer: object) -> tuple[Callable[[], object], list[object]]:
    """A function that notes each time it is asked."""
    asked: list[object] = []

    def make() -> object:
        asked.append(answer)
        return answer

    return make, asked


def test_the_next_run_is_spared_what_this_one_found(tmp_path: Path) -> None:
    make, asked = counted(("một", {"hai": 2}))
    first = Recollection(tmp_path)
    assert first("scan", ("a", b"b"), make) == ("một", {"hai": 2})
    assert first("scan", ("a", b"b"), make) == ("một", {"hai": 2})
    first.keep("scan")
    assert Recollection(tmp_path)("scan", ("a", b"b"), make) == ("một", {"hai": 2})
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("kind", "key"), [("scan", ("a", b"c")), ("scan", ("a", "b")), ("judged", ("a", b"b"))]
)
def test_another_key_or_kind_is_asked_anew(tmp_path: Path, kind: str, key: tuple[object, ...]) -> None:
    first = Recollection(tmp_path)
    first("scan", ("a", b"b"), lambda: "old")
    first.keep("scan")
    assert Recollection(tmp_path)(kind, key, lambda: "new") == "new"


def test_another_version_of_the_product_remembers_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Recollection(tmp_path)
    first("scan", ("a",), lambda: "old")
    first.keep("scan")
    monkeypatch.setattr(module, "product", lambda: "0" * 64)
    assert Recollection(tmp_path)("scan", ("a",), lambda: "new") == "new"


@given(cut=some.integers(0, 400), byte=some.integers(0, 255))
def test_a_damaged_file_is_made_anew(tmp_path_factory: pytest.TempPathFactory, cut: int, byte: int) -> None:
    folder = tmp_path_factory.mktemp("nhớ")
    first = Recollection(folder)
    first("scan", ("a",), lambda: "x" * 300)
    first.keep("scan")
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:cut], whole[:cut] + bytes([byte]) + whole[cut + 1 :], b""):
        file.write_bytes(damaged)
        again = Recollection(folder)
        assert again("scan", ("a",), lambda: "x" * 300) == "x" * 300
        again.keep("scan")
        make, asked = counted("never")
        assert Recollection(folder)("scan", ("a",), make) == "x" * 300
        assert not asked


@pytest.mark.parametrize(
    "foreign", [b"", b"no pickle", pickle.dumps(["a list"]), b"cno_such_module\nanything\n."]
)
def test_a_file_of_something_else_is_made_anew(tmp_path: Path, foreign: bytes) -> None:
    first = Recollection(tmp_path)
    first("scan", ("a",), lambda: "x")
    first.keep("scan")
    (file,) = tmp_path.iterdir()
    sealed.write(file, foreign)
    assert Recollection(tmp_path)("scan", ("a",), lambda: "y") == "y"


def test_what_nobody_asks_for_any_more_is_let_go(tmp_path: Path) -> None:
    first = Recollection(tmp_path)
    first("scan", ("old",), lambda: "x" * 1000)
    first("scan", ("kept",), lambda: "y")
    first.keep("scan")
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    second = Recollection(tmp_path)
    second("scan", ("kept",), lambda: "y")
    second.keep("scan")
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < size - 900
    make, asked = counted("y")
    Recollection(tmp_path)("scan", ("kept",), make)
    assert not asked


def test_a_kind_that_was_not_asked_for_stays(tmp_path: Path) -> None:
    first = Recollection(tmp_path)
    first("scan", ("a",), lambda: "x")
    first.keep("scan")
    other = Recollection(tmp_path)
    other("template", ("a",), lambda: "y")
    other.keep("template")
    make, asked = counted("x")
    Recollection(tmp_path)("scan", ("a",), make)
    assert not asked


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "nhớ").write_text("a file where the folder should be")
    first = Recollection(tmp_path / "nhớ")
    assert first("scan", ("a",), lambda: "x") == "x"
    first.keep("scan")
    assert Recollection(tmp_path / "nhớ")("scan", ("a",), lambda: "x") == "x"
