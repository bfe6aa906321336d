"""A folder of remembered things keeps to its room: what nobody used for longest goes first."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.web import remembered
from tungbuoc.works import atomic, pruning, sealed
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pruning import Pruned, prune

NOW = time.time()


def used(path: Path, size: int, ago: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))
    os.utime(path, (NOW - ago, NOW - ago))
    return path


def test_what_was_used_longest_ago_goes_first_and_no_more_than_needed(tmp_path: Path) -> None:
    old, middle, new = (
        used(tmp_path / place, 100, ago) for place, ago in (("b/1", 900), ("a/2", 600), ("a/3", 300))
    )
    assert prune(tmp_path, 300, since=NOW) == Pruned()
    assert prune(tmp_path, 299, since=NOW) == Pruned(1, 100)
    assert [path.exists() for path in (old, middle, new)] == [False, True, True]
    assert prune(tmp_path, 0, since=NOW) == Pruned(2, 200)


@given(
    some.lists(some.tuples(some.integers(0, 50), some.integers(100, 900)), max_size=12), some.integers(0, 400)
)
def test_the_rest_keeps_to_the_limit(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[int, int]], limit: int
) -> None:
    folder = tmp_path_factory.mktemp("kho")
    made = [used(folder / str(number), *file) for number, file in enumerate(files)]
    gone = prune(folder, limit, since=NOW)
    left = [file for path, file in zip(made, files, strict=True) if path.exists()]
    assert sum(size for size, _ in left) <= limit
    assert gone.bytes == sum(size for size, _ in files) - sum(size for size, _ in left)
    assert gone.bytes == 0 or gone.bytes - max(size for size, _ in files) < sum(s for s, _ in files) - limit


def test_what_this_build_used_stays_however_much_it_is(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "press")
    for name in ("today", "before"):
        cache.put(fingerprint(name), bytes(100))
        entry = cache.get(fingerprint(name))
        assert entry
        os.utime(entry, (NOW - 900, NOW - 900))
    began = time.time()
    assert cache.read(fingerprint("today"))
    assert prune(tmp_path, 0, since=began) == Pruned(1, 100)
    assert cache.read(fingerprint("today"))
    assert cache.read(fingerprint("before")) is None


def test_a_sealed_file_is_used_when_it_is_read(tmp_path: Path) -> None:
    sealed.write(tmp_path / "reach.json", b"{}")
    os.utime(tmp_path / "reach.json", (NOW - 900, NOW - 900))
    assert sealed.read(tmp_path / "reach.json") == b"{}"
    assert prune(tmp_path, 0, since=NOW) == Pruned()


def test_what_a_killed_build_left_goes_after_a_day(tmp_path: Path) -> None:
    left = used(tmp_path / "00" / f"{atomic.TEMPORARY}9-dead.mp4", 10, 2 * 86400)
    at_work = used(tmp_path / "00" / f"{atomic.TEMPORARY}9-alive.mp4", 10, 60)
    assert prune(tmp_path, 1000, since=NOW) == Pruned(1, 10)
    assert [left.exists(), at_work.exists()] == [False, True]


def test_the_project_is_told_and_what_was_handed_on_stays(tmp_path: Path) -> None:
    told: list[str] = []
    galley = used(tmp_path / ".cache/galleys/E1.json", 3 * pruning.MB, 900)
    used(tmp_path / ".cache/press/ab/old", 3 * pruning.MB, 900)
    remembered.prune(tmp_path, 4, NOW, told.append)
    assert told == []
    remembered.prune(tmp_path, 2, NOW, told.append)
    assert told == ["Kho tạm .cache quá 2 MB (mục cache_limit): đã bỏ 1 tệp lâu không dùng, 3 MB."]
    assert galley.exists()
    assert not (tmp_path / ".cache/press/ab/old").exists()


def test_a_folder_that_is_not_there_is_small(tmp_path: Path) -> None:
    assert prune(tmp_path / "none", 0, since=NOW) == Pruned()
