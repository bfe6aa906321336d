"""Fixtures of the site's tests: a small project of real lessons, built once, and pages of it in a browser."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.runner import RUNNER
from tests.small_course import lay_out

LESSONS = ("an-toan/dung-lai.md", "an-toan/link-la-ma-otp.md", "con-chau/goi-video.md")
"""The first has a follower in its topic, the second screens of both kinds of phone."""

PLAIN = """# Cách viết

Trang thường của người viết, có **chữ đậm** và `mã`.

- Một ý.
    - Một ý nhỏ.

| Từ | Nói cho dễ | Có ở bài | Ghi chú dài hơn một chút |
|---|---|---|---|
| mã OTP | mã xác nhận dùng một lần | E1 | gửi về máy |

```
một dòng rất dài không xuống dòng được nên phải tự xuống dòng khi màn hình hẹp như máy điện thoại
```

> Câu trích.
"""
"""A page that is no lesson, with all that Markdown has."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three lessons with everything their pages need, without printables."""
    root = tmp_path_factory.mktemp("project")
    lay_out(root, LESSONS)
    (root / "docs/cach-viet.md").write_text(PLAIN, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site."""
    command = [sys.executable, "-m", RUNNER, "build", "--quiet"]
    done = subprocess.run(
        command,
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Open a page by its path: `visit("an-toan/dung-lai/", width=1280, prepare=js, …)`; nothing may fail on
    it in silence.

    `page.asked` lists the addresses that were asked for. Service workers are kept out: they have tests of
    their own.
    """
    contexts, errors = [], []

    def go(path: str, *, width: int = 360, height: int = 640, prepare: str = "", **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, service_workers="block", **options
        )
        contexts.append(context)
        if prepare:
            context.add_init_script(prepare)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url.removeprefix(address)))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        return page

    yield go
    for context in contexts:
        context.close()
    assert not errors
