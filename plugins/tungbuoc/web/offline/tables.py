"""The course as a tree of marks: a root, a table a group of files, a mark a file; and a group's pages as one
bundle.

A device that has the course asks for the root alone (half a kB); a group whose mark changed costs its table,
and of the files those whose marks changed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tungbuoc.lesson.recall import Recall, forget

FOLDER, ZIPPED = "offline", "zipped"


@dataclass(frozen=True, slots=True)
class Group:
    """Files of the site that change together; `files` are paths below it."""

    name: str
    files: Sequence[str]


def address(path: str) -> str:
    """The address of a file below the site's: `48217/` for `48217/index.html`."""
    return quote(re.sub(r"(^|/)index\.html$", r"\1", path))


def written(site: Path, groups: Sequence[Group], recall: Recall = forget) -> dict[str, str]:
    """Everything to write below `site`/offline: path → text. Figures are bytes of gzip, which are
    remembered by content."""
    zipped = partial(_zipped, recall)
    texts: dict[str, str] = {}
    root: dict[str, str] = {}
    total = 0
    for group in groups:
        table, pages = _table(site, group, zipped)
        root[group.name] = table["v"]
        texts[f"{FOLDER}/{group.name}.json"] = _json(table)
        bundle = _json({"table": table, "pages": pages})
        texts[f"{FOLDER}/{group.name}.pages.json"] = bundle
        total += zipped(bundle.encode()) + sum(
            size for name, (_, size) in table["files"].items() if name not in pages
        )
    texts[f"{FOLDER}/root.json"] = _json({"bytes": total, "groups": root})
    return texts


def _table(site: Path, group: Group, zipped: Callable[[bytes], int]) -> tuple[dict[str, Any], dict[str, str]]:
    files: dict[str, tuple[str, int]] = {}
    pages: dict[str, str] = {}
    for path in sorted(group.files):
        data = (site / path).read_bytes()
        name = address(path)
        files[name] = (_short(data), zipped(data))
        if path.endswith(".html"):
            pages[name] = data.decode("utf-8")
    version = _short(_json(files).encode())
    return {
        "v": version,
        "bundle": zipped(_json(pages).encode()),
        "bundled": list(pages),
        "files": files,
    }, pages


def _short(data: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(data).digest())[:6].decode("ascii")


def _zipped(recall: Recall, data: bytes) -> int:
    return recall(ZIPPED, (data,), lambda: len(gzip.compress(data, 6)))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
