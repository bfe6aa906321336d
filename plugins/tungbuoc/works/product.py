"""What a remembered thing owes to this product itself: its own sources, the libraries and the Python under
them."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from tungbuoc.works.fingerprint import fingerprint


@lru_cache(maxsize=1)
def product() -> str:
    """The digest of every file of this package, of the names and versions of what is installed beside it,
    and of Python's version."""
    package = Path(str(files("tungbuoc")))
    sources = {
        file.relative_to(package).as_posix(): file
        for file in package.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }
    installed = sorted(entry.name for place in sys.path if place for entry in Path(place).glob("*.dist-info"))
    return fingerprint(sources, installed, sys.version)
