"""`tungbuoc serve`: videos can be sought in, a wrong page shows what is wrong and the rest, and nothing
stays on the phone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PATIENCE = 60  # seconds


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The preview of a lesson with a wrong screen, started as an editor does."""
    lesson = project / "docs/an-toan/dung-lai.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("```phone\n", "```phone\nnhầm: có\n", 1), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from tungbuoc.cli import main; main()",
        "serve",
        "--addr",
        f"127.0.0.1:{port}",
    ]
    running = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield f"http://127.0.0.1:{port}/"
    os.killpg(running.pid, signal.SIGTERM)
    running.wait(20)


def fetch(url: str, **headers: str) -> tuple[int, str]:
    """Status and text, once the preview is there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def test_the_page_shows_its_problems_and_everything_else(address: str) -> None:
    _, page = fetch(address + "an-toan/dung-lai/")
    assert 'class="tb-faults"' in page
    assert "nhầm" in page
    assert page.count('class="tb-step"') >= 4, "the steps are all there"
    assert fetch(address + "an-toan/dung-lai/", Range="bytes=0-14") == (206, page[:15])
    _, worker = fetch(address + "sw.js")
    assert "unregister" in worker, "a preview is never answered from what an earlier site left in the browser"
    assert "sw.js" not in page
