"""A write ends with the new file whole or the old file untouched."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.works import atomic


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_disk(*_arguments: object, **_options: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


@given(first=some.binary(max_size=200), second=some.binary(max_size=200))
def test_holds_the_last_write_and_tells_a_change(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    path = tmp_path_factory.mktemp("ghi") / "sâu" / "hơn" / "tờ.pdf"
    assert atomic.write(path, first) is True
    assert atomic.write(path, second) is (first != second)
    assert path.read_bytes() == second
    assert names(path.parent) == ["tờ.pdf"]


def test_equal_bytes_leave_the_date_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    atomic.write(path, "chữ")
    os.utime(path, (1000, 1000))
    assert atomic.write(path, "chữ") is False
    assert path.stat().st_mtime == 1000


def test_text_is_utf8_without_changed_line_ends(tmp_path: Path) -> None:
    atomic.write(tmp_path / "a", "dòng\r\nđường\n")
    assert (tmp_path / "a").read_bytes() == "dòng\r\nđường\n".encode()


@pytest.mark.parametrize("where", ["write_bytes", "replace"])
def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "a.pdf"
    atomic.write(path, b"cu")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        return full_disk()

    monkeypatch.setattr(Path, where, half if where == "write_bytes" else full_disk)
    with pytest.raises(OSError, match="No space left"):
        atomic.write(path, b"moi")
    assert path.read_bytes() == b"cu"
    assert names(tmp_path) == ["a.pdf"]


def test_an_interrupted_maker_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with atomic.whole(tmp_path / "a.mp4") as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(tmp_path) == []


def test_a_copy_is_not_a_link(tmp_path: Path) -> None:
    atomic.write(tmp_path / "a", b"1")
    assert atomic.copy(tmp_path / "a", tmp_path / "b") is True
    (tmp_path / "b").write_bytes(b"2")
    assert (tmp_path / "a").read_bytes() == b"1"


def test_the_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    atomic.write(tmp_path / "a", b"1")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode
