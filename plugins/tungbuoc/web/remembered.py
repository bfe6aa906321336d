"""What one build leaves for the next below `.cache`: compiled templates and drawn QR codes. Without it all
is made anew; and how much of everything there is kept."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from tungbuoc.permalink import qr
from tungbuoc.web import render
from tungbuoc.works import pruning, sealed
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint

_HANDED_ON = ("galleys", "last-build")
"""Below `.cache`: what the last build left for other commands. There is one of each, and none can be made
without a build."""


class Templates(jinja2.BytecodeCache):
    """Compiled templates of one version of Jinja and of our settings of it. Those that are damaged are
    compiled again: Python runs whatever it is given."""

    def __init__(self, folder: Path) -> None:
        self._cache = Cache(folder)
        self._engine = fingerprint(jinja2.__version__, Path(render.__file__))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja asks for a template."""
        if content := self._cache.read(self._name(bucket)):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja has compiled one."""
        self._cache.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return fingerprint(self._engine, bucket.key, bucket.checksum)


def templates(root: Path) -> Templates:
    """Where the project `root` keeps compiled templates."""
    return Templates(root / ".cache/templates")


def recall_codes(root: Path) -> None:
    """Take the QR codes that an earlier build of the project drew."""
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        kept = sealed.read_table(_codes(root))
        qr.learn({payload: base64.b64decode(image, validate=True) for payload, image in kept.items()})


def keep_codes(root: Path) -> None:
    """Leave the QR codes for the next build."""
    drawn = {payload: base64.b64encode(image).decode() for payload, image in sorted(qr.drawn().items())}
    with contextlib.suppress(OSError):
        sealed.write_table(_codes(root), drawn)


def prune(root: Path, limit: int, since: float, tell: Callable[[str], None]) -> None:
    """Keep `.cache` of the project `root` below `limit` MB, without what was used after `since` (seconds of
    the epoch); what went is told in one Vietnamese sentence."""
    gone = pruning.prune(root / ".cache", limit * pruning.MB, since=since, spare=_HANDED_ON)
    if gone.bytes:
        tell(
            f"Kho tạm .cache quá {limit} MB (mục cache_limit): đã bỏ {gone.files} tệp lâu không dùng,"
            f" {-(-gone.bytes // pruning.MB)} MB."
        )


def _codes(root: Path) -> Path:
    return root / ".cache/qr" / f"{fingerprint(version('qrcode'), Path(qr.__file__))[:16]}.json"
