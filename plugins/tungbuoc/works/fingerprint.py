"""One name for everything that reaches a made thing: the same parts give the same name, any other parts
another one.

Every value is written with its kind and its length before it is hashed, so `("ab", "c")` and `("a", "bc")`,
`1` and `"1"`, `None` and `""` differ. The order of a mapping or a set does not count, the order of a sequence
does.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import abc
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path

_CHUNK = 1 << 20


def fingerprint(*parts: object) -> str:
    """64 hex digits that stand for `parts`: text, bytes, numbers, None, enums, sequences, sets, mappings,
    dataclasses, pydantic's models.

    A `Path` stands for the **contents** of its file (a file that is not there is a value of its own); a
    folder for the names and contents of all files in it. Any other kind of value raises `TypeError`: its text
    could hide what changed.
    """
    return _digest(list(parts)).hex()


def _digest(value: object) -> bytes:
    kind, body = _described(value)
    whole = hashlib.sha256()
    whole.update(f"{kind}:{len(body)}:".encode("ascii"))
    whole.update(body)
    return whole.digest()


def _described(value: object) -> tuple[str, bytes]:
    """The kind of `value` and bytes that are equal only for equal values of that kind."""
    if isinstance(value, Enum):
        return "enum", _digest(type(value).__qualname__) + _digest(value.value)
    if isinstance(value, bytes | bytearray | memoryview):
        return "bytes", bytes(value)
    if isinstance(value, str):
        return "text", value.encode("utf-8", "surrogatepass")
    if value is None or isinstance(value, bool | int | float):
        return type(value).__name__, repr(value).encode("ascii")
    if isinstance(value, Path):
        return _path(value)
    return _collection(value)


def _collection(value: object) -> tuple[str, bytes]:
    if isinstance(value, Mapping):
        return "mapping", b"".join(sorted(_digest(key) + _digest(item) for key, item in value.items()))
    if isinstance(value, abc.Set):
        return "set", b"".join(sorted(map(_digest, value)))
    if isinstance(value, Sequence):
        return "sequence", b"".join(map(_digest, value))
    if hasattr(value, "model_dump"):  # pydantic's, which is not loaded for this
        return "model", _digest(type(value).__qualname__) + _digest(value.model_dump(mode="json"))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return "dataclass", _digest(type(value).__qualname__) + _digest(fields)
    raise TypeError(f"no fingerprint for a {type(value).__name__}")


def _path(path: Path) -> tuple[str, bytes]:
    if path.is_dir():
        files = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
        return "folder", _digest(files)
    try:
        with path.open("rb") as file:
            content = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                content.update(chunk)
            return "file", content.digest() + str(file.tell()).encode("ascii")
    except FileNotFoundError:
        return "no file", b""
