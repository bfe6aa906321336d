"""Functions that worker processes can import: each takes one argument, as the pool calls them."""

from __future__ import annotations

import gc
import os
import signal
import time
from pathlib import Path

from tungbuoc.works.cache import Cache


def double(number: int) -> int:
    return number * 2


def stay(folder: str) -> str:
    """Tell the number of this process, then be busy for a minute."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)
    return "xong"


def fail_on_three(number: int) -> int:
    if number == 3:
        raise ValueError("ba thì hỏng")
    return number


def leave_on_three(number: int) -> int:
    if number == 3:
        raise SystemExit(7)
    return number


def die_on_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(folder: str) -> str:
    """Die the first time, leaving a mark; do the work the second time, as after a shortage of memory."""
    mark = Path(folder) / "died"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "xong"


def process_id(_number: int) -> int:
    return os.getpid()


def unpicklable(_number: int) -> object:
    return lambda: None


def keep_many(folder: str) -> int:
    """Put and read the same forty entries, as two builds at once do; returns how many came back whole."""
    cache = Cache(Path(folder))
    whole = 0
    for number in range(40):
        fingerprint, content = f"{number:064x}", bytes([number]) * 20_000
        cache.put(fingerprint, content)
        whole += cache.read(fingerprint) == content
    return whole


def film(number: int) -> bytes:
    return b"film %d" % number


class Circle:
    """Reaches itself, so that only a search finds that nobody else does."""

    alive = 0

    def __init__(self) -> None:
        self.itself = self
        Circle.alive += 1

    def __del__(self) -> None:
        Circle.alive -= 1


def leave_circles(number: int) -> tuple[int, bool]:
    """Leave thousands of circles behind; how many earlier jobs left, and whether they are searched for
    meanwhile. Fails on the second."""
    found = Circle.alive, gc.isenabled()
    for _ in range(5000):
        Circle()
    if number == 2:
        raise ValueError(str(found))
    return found
