"""What pure functions answered in earlier runs: one file a kind below a folder, made anew when it is damaged,
foreign or of another version of the product.

An answer is found by the fingerprint of everything the function looked at, so it cannot be out of date; the
product's own sources, libraries and Python are part of the file's name.
"""

from __future__ import annotations

import contextlib
import pickle
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.product import product

T = TypeVar("T")
_CHECK = 4  # bytes of CRC-32 before the answers


class Recollection:
    """The answers below `folder`. Call it with a kind, the key that stands for all the function looks at
    (values that `fingerprint` takes) and the function; `keep` leaves what was asked for to the next run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, dict[str, bytes]] = {}
        self._asked: dict[str, dict[str, bytes]] = {}

    def __call__(self, kind: str, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, or gave when it was last asked with this key."""
        if kind not in self._kept:
            self._kept[kind], self._asked[kind] = self._read(kind), {}
        name = fingerprint(*key)
        known = self._asked[kind].get(name) or self._kept[kind].get(name)
        if known is not None:
            with contextlib.suppress(Exception):  # a value of another shape: any of unpickling's many errors
                answer: T = pickle.loads(known)
                self._asked[kind][name] = known
                return answer
        answer = make()
        self._asked[kind][name] = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        return answer

    def keep(self) -> None:
        """Write every kind that was asked for, without the answers nobody asked for any more. A folder
        that refuses costs the next run its time, nothing else."""
        for kind, asked in self._asked.items():
            if asked.keys() != self._kept[kind].keys():
                content = pickle.dumps(asked, protocol=pickle.HIGHEST_PROTOCOL)
                with contextlib.suppress(OSError):
                    atomic.write(self._file(kind), zlib.crc32(content).to_bytes(_CHECK, "big") + content)
                self._kept[kind] = dict(asked)

    def _read(self, kind: str) -> dict[str, bytes]:
        try:
            whole = self._file(kind).read_bytes()
            content = whole[_CHECK:]
            if int.from_bytes(whole[:_CHECK], "big") != zlib.crc32(content):
                return {}
            found: dict[str, bytes] = pickle.loads(content)
            return found
        except (OSError, pickle.UnpicklingError, EOFError):
            return {}

    def _file(self, kind: str) -> Path:
        return self._folder / f"{kind}-{product()[:16]}"


@cache
def recollection(folder: Path) -> Recollection:
    """The answers of a folder, one for all who ask in this process."""
    return Recollection(folder)
