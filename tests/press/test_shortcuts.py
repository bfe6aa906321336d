"""The shortcuts through WeasyPrint change no byte, and shorten the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.press
ROOT = Path(__file__).parents[2]
_PRESS = """
import sys
from tungbuoc.press.typeset import shortcuts
if sys.argv[1] == "without":
    shortcuts.take = lambda: None
from pathlib import Path
from weasyprint.text import line_break
from tests.press.galleys import full, order
from tungbuoc.press import formats, making
from tungbuoc.press.typeset import rendering  # takes the shortcuts
known = formats.load(Path("print/formats")).known
out = Path(sys.argv[2])
split, asked = line_break.first_line_metrics, []
line_break.first_line_metrics = lambda *about, **named: asked.append(1) or split(*about, **named)
for name in ("memory-card", "quiz", "leaflet", "large-print", "sticker-sheet"):
    (out / f"{name}.pdf").write_bytes(making.pressed(order(full(), known[name])))
print(len(asked))
"""


def test_bytes_stay_and_fewer_lines_are_broken(tmp_path: Path) -> None:
    made, lines = {}, {}
    for way in ("with", "without"):
        out = tmp_path / way
        out.mkdir()
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", _PRESS, way, out], cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True
        )
        lines[way] = int(done.stdout.split()[-1])
        made[way] = {file.name: file.read_bytes() for file in out.iterdir()}
    assert len(made["with"]) == 5
    assert made["with"] == made["without"]
    assert lines["with"] < lines["without"] / 2
