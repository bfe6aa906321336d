"""How a check may be spared what an earlier one found out: whoever asks for the check lends a memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Recall(Protocol):
    """Give what `make` gives, from this run or an earlier one; `key` stands for everything `make` looks
    at."""

    def __call__(self, kind: str, key: tuple[object, ...], make: Callable[[], T]) -> T: ...

    def __hash__(self) -> int: ...


def forget(kind: str, key: tuple[object, ...], make: Callable[[], T]) -> T:  # noqa: ARG001 (the protocol's)
    """Remember nothing."""
    return make()
