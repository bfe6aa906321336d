"""Whole small courses as strangers make them, and every word that their site and paper show or say."""

from __future__ import annotations

import gzip
import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from click.testing import CliRunner
from tests.runner import RUNNER

from tungbuoc.cli import main

_DRAWN = {".png", ".jpg", ".jpeg", ".webp", ".ico", ".mp4", ".woff2"}
"""Kinds of files without text; every other kind is read, whatever comes to be published."""
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def begin(root: Path, *options: str) -> None:
    """A course made by `tungbuoc init` in the new folder `root`, which presses every format that is ready."""
    done = CliRunner().invoke(main, ["init", str(root), "--yes", *options])
    assert done.exit_code == 0, done.output
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(re.sub(r"(?m)^ +(?:# (?:Bỏ|Without) |formats: \[).*\n", "", text), encoding="utf-8")


def built(root: Path) -> Path:
    """The course built as for printing, warnings being errors; its site."""
    done = subprocess.run(
        [sys.executable, "-m", RUNNER, "build", "--quiet", "--strict"],
        cwd=root,
        env={**os.environ, **_QUIET},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


def said(site: Path) -> Iterator[tuple[str, str]]:
    """The text of every file of a site that people read or hear, by its path: pages, scripts, captions,
    PDFs with their titles and descriptions of pictures."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        if file.suffix == ".pdf":
            yield file.relative_to(site).as_posix(), _printed(file)
        elif file.suffix not in _DRAWN:
            data = file.read_bytes()
            text = html.unescape((gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8"))
            yield file.relative_to(site).as_posix(), _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)


def _printed(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        sides = [page.get_textpage().get_text_range() for page in pdf]
        return "\n".join([*sides, *pdf.get_metadata_dict().values()])
