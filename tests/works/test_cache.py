"""The cache gives back whole entries or nothing, and never stops a build."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import Job, run

from .workers import keep_many

ONE, TWO = fingerprint("one"), fingerprint("two")


def only_entry(cache: Cache) -> Path:
    (entry,) = [file for file in cache.folder.glob("*/*") if file.is_file()]
    return entry


@given(some.dictionaries(some.text(), some.binary(max_size=100), max_size=5))
def test_gives_back_what_was_put(tmp_path_factory: pytest.TempPathFactory, things: dict[str, bytes]) -> None:
    cache = Cache(tmp_path_factory.mktemp("kho"))
    for name, content in things.items():
        assert cache.put(fingerprint(name), content)
    for name, content in things.items():
        assert cache.read(fingerprint(name)) == content
        found = cache.get(fingerprint(name))
        assert found is not None
        assert found.read_bytes() == content
    assert cache.read(fingerprint("gì khác", "nữa")) is None


def test_takes_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"film")
    cache = Cache(tmp_path / "kho")
    cache.put(ONE, tmp_path / "a")
    assert cache.read(ONE) == b"film"


@given(some.integers(0, 99), some.integers(1, 255))
def test_a_changed_byte_is_seen_and_the_entry_goes(
    tmp_path_factory: pytest.TempPathFactory, at: int, change: int
) -> None:
    cache = Cache(tmp_path_factory.mktemp("kho"))
    cache.put(ONE, bytes(100))
    entry = only_entry(cache)
    torn = bytearray(100)
    torn[at] ^= change
    entry.write_bytes(torn)
    assert cache.get(ONE) is None
    assert not entry.exists()
    cache.put(ONE, bytes(100))
    assert cache.read(ONE) == bytes(100)


def test_a_torn_entry_is_not_given(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(ONE, b"0123456789")
    only_entry(cache).write_bytes(b"01234")
    assert cache.read(ONE) is None


def test_a_full_disk_is_told_once_and_keeps_the_old_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    cache = Cache(tmp_path, told.append)
    cache.put(ONE, b"old")

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert cache.put(TWO, b"new") is False
    assert cache.put(TWO, b"new") is False
    assert len(told) == 1
    assert "No space left on device" in told[0]
    assert cache.read(ONE) == b"old"
    assert cache.read(TWO) is None


def test_a_file_where_the_folder_should_be_is_told_and_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "kho").write_text("đây không phải thư mục", encoding="utf-8")
    told: list[str] = []
    cache = Cache(tmp_path / "kho", told.append)
    assert cache.read(ONE) is None
    assert cache.put(ONE, b"x") is False
    assert len(told) == 1
    assert str(tmp_path / "kho") in told[0]


def test_use_is_seen_by_the_date(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(ONE, b"x")
    for use in (cache.read, cache.get):
        os.utime(only_entry(cache), (1000, 1000))
        assert use(ONE)
        assert only_entry(cache).stat().st_mtime > 1000


def test_two_builds_may_write_the_same_entries_at_once(tmp_path: Path) -> None:
    outcomes = run(keep_many, [Job(name, str(tmp_path)) for name in ("một", "hai")], workers=2, few=0)
    assert [outcome.value for outcome in outcomes] == [40, 40]
    assert not list(tmp_path.glob(f"*/{atomic.TEMPORARY}*"))


@pytest.mark.skipif(
    sys.platform != "linux", reason="counts on a small file system that only Linux mounts this way"
)
def test_a_really_full_file_system_leaves_every_old_file_whole(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small file system")
    try:
        told: list[str] = []
        cache = Cache(small, told.append)
        assert cache.put(ONE, b"a" * 20_000)
        assert cache.put(TWO, b"b" * 60_000) is False
        assert told
        assert cache.read(ONE) == b"a" * 20_000
        with pytest.raises(OSError, match="space"):
            atomic.write(small / "tờ.pdf", b"c" * 60_000)
        assert not list(small.glob("**/.tmp-*"))
    finally:
        subprocess.run(["umount", str(small)], check=True)
