"""The preview's server gives the part of a file that was asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tungbuoc.site.serve import ranged

DATA = bytes(range(200)) * 5


def plain(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """A server that knows no parts; in blocks, as a file is read."""
    start_response("200 OK", [("Content-Type", "video/mp4"), ("Content-Length", str(len(DATA)))])
    return [DATA[at : at + 64] for at in range(0, len(DATA), 64)]


def ask(app: Any, asked: str | None, method: str = "GET") -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body of one answer."""
    told: dict[str, Any] = {}
    environ = {"REQUEST_METHOD": method, **({"HTTP_RANGE": asked} if asked is not None else {})}
    body = b"".join(
        ranged(app)(
            environ, lambda status, headers, error=None: told.update(status=status, headers=dict(headers))
        )
    )
    return told["status"], told["headers"], body


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, 999),
        ("bytes=0-0", 0, 0),
        ("bytes=63-65", 63, 65),
        ("bytes=990-5000", 990, 999),
        ("bytes=-10", 990, 999),
        ("bytes=-5000", 0, 999),
    ],
)
def test_a_part_is_given(asked: str, start: int, end: int) -> None:
    status, headers, body = ask(plain, asked)
    assert status.startswith("206")
    assert headers["Content-Range"] == f"bytes {start}-{end}/1000"
    assert headers["Content-Length"] == str(len(body))
    assert body == DATA[start : end + 1]


@pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=5-2", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(asked: str) -> None:
    status, headers, body = ask(plain, asked)
    assert status.startswith("416")
    assert headers["Content-Range"] == "bytes */1000"
    assert body == b""


@pytest.mark.parametrize("asked", [None, "", "bytes=-", "bytes=0-1,5-6", "lines=1-2"])
def test_anything_else_gives_the_whole(asked: str | None) -> None:
    status, headers, body = ask(plain, asked)
    assert (status, body) == ("200 OK", DATA)
    assert "Content-Range" not in headers


def test_what_is_not_found_stays_not_found() -> None:
    def nothing(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("404 Not Found", [("Content-Length", "4")])
        return [b"none"]

    assert ask(nothing, "bytes=0-1")[0] == "404 Not Found"
