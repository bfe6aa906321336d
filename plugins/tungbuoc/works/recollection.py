"""What pure functions answered in earlier runs: one file a kind below a folder, made anew when it is damaged,
foreign or of another version of the product.

An answer is found by the fingerprint of everything the function looked at, so it cannot be out of date; the
product's own sources, libraries and Python are part of the file's name.
"""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tungbuoc.works import sealed
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.product import product

T = TypeVar("T")
REMEMBERED = Path(".cache/read")
"""Where a project keeps what was read, found and laid out of it, below its root."""


class Recollection:
    """The answers below `folder`. Call it with a kind, the key that stands for all the function looks at
    (values that `fingerprint` takes) and the function."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, dict[str, bytes]] = {}
        self._asked: dict[str, dict[str, bytes]] = {}

    def __call__(self, kind: str, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, or gave when it was last asked with this key."""
        found: T | None = self.get(kind, key)
        if found is None:
            found = make()
            self.put(kind, key, found)
        return found

    def get(self, kind: str, key: tuple[object, ...]) -> Any:
        """What was put under this key, in this run or an earlier one; None when nothing was."""
        self._open(kind)
        name = fingerprint(*key)
        known = self._asked[kind].get(name, self._kept[kind].get(name))
        if known is not None:
            with contextlib.suppress(Exception):  # a value of another shape: any of unpickling's many errors
                answer = pickle.loads(known)
                self._asked[kind][name] = known
                return answer
        return None

    def put(self, kind: str, key: tuple[object, ...], answer: object) -> None:
        """Leave an answer under its key."""
        self._open(kind)
        self._asked[kind][fingerprint(*key)] = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)

    def keep(self, *kinds: str) -> None:
        """Leave the answers of these kinds to the next run, without those that nobody asked for since this
        was last done. A folder that refuses costs the next run its time, nothing else."""
        for kind in kinds:
            asked = self._asked.pop(kind, {})
            if asked and asked.keys() != self._kept[kind].keys():
                content = pickle.dumps(asked, protocol=pickle.HIGHEST_PROTOCOL)
                with contextlib.suppress(OSError):
                    sealed.write(self._file(kind), content)
            self._kept[kind] = asked

    def _open(self, kind: str) -> None:
        if kind not in self._kept:
            self._kept[kind] = self._read(kind)
        self._asked.setdefault(kind, {})

    def _read(self, kind: str) -> dict[str, bytes]:
        with contextlib.suppress(Exception):  # written by something else: any of unpickling's many errors
            found = pickle.loads(sealed.read(self._file(kind)) or b"")
            if isinstance(found, dict):
                return found
        return {}

    def _file(self, kind: str) -> Path:
        return self._folder / f"{kind}-{product()[:16]}"


@cache
def recollection(folder: Path) -> Recollection:
    """The answers of a folder, one for all who ask in this process."""
    return Recollection(folder)
