"""What one build leaves for the next below `.cache`: compiled templates and drawn QR codes. Without it all
is made anew."""

from __future__ import annotations

import base64
import contextlib
import json
from importlib.metadata import version
from pathlib import Path

import jinja2

from tungbuoc.permalink import qr
from tungbuoc.web import render
from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint


def templates(root: Path) -> jinja2.BytecodeCache | None:
    """Where the project `root` keeps compiled templates, as long as Jinja and our settings of it stay;
    None where it cannot."""
    folder = root / ".cache/templates" / fingerprint(jinja2.__version__, Path(render.__file__))[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))


def recall_codes(root: Path) -> None:
    """Take the QR codes that an earlier build of the project drew."""
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
        kept = json.loads(_codes(root).read_text(encoding="ascii"))
        qr.learn({payload: base64.b64decode(image, validate=True) for payload, image in kept.items()})


def keep_codes(root: Path) -> None:
    """Leave the QR codes for the next build."""
    with contextlib.suppress(OSError):
        atomic.write(
            _codes(root),
            json.dumps(
                {payload: base64.b64encode(image).decode() for payload, image in sorted(qr.drawn().items())}
            ),
        )


def _codes(root: Path) -> Path:
    return root / ".cache/qr" / f"{fingerprint(version('qrcode'), Path(qr.__file__))[:16]}.json"
