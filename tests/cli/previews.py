"""The preview of a project as people start it, in a process of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 120  # seconds


def print_too(project: Path, *options: str) -> None:
    """Have the project print, with these options, each a line."""
    config = (project / "mkdocs.yml").read_text("utf-8")
    paper = "".join(
        (f"  - tungbuoc/handouts{':' if options else ''}\n", *(f"      {one}\n" for one in options))
    )
    (project / "mkdocs.yml").write_text(
        config.replace("\nmarkdown_extensions:", f"{paper}\nmarkdown_extensions:"), "utf-8"
    )


@contextlib.contextmanager
def preview(project: Path) -> Iterator[str]:
    """Serve a project; the address, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tungbuoc", "serve", "--addr", f"127.0.0.1:{port}"]
    running = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        until(lambda: got(address) != b"")
        yield address
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(20)


def until(done: Callable[[], bool]) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.3)


def got(url: str) -> bytes:
    """What lies there; empty while nothing does."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return bytes(answer.read())
    except OSError:
        return b""
