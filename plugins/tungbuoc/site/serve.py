"""The preview's server answers `Range`, which the generator's own does not: without it no browser can seek
in a video."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def ranged(app: App) -> App:
    """A WSGI application that gives the asked part of what `app` answers, when one part is asked for and
    there is one."""

    def answer(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        asked = _RANGE.fullmatch(environ.get("HTTP_RANGE", "").strip())
        if not asked or environ["REQUEST_METHOD"] != "GET" or not any(asked.groups()):
            return app(environ, start_response)
        return _PartialAnswer(asked).of(app, environ, start_response)

    return answer


class _PartialAnswer:
    """One answer: the status and headers of the whole are held back until its length is known."""

    def __init__(self, asked: re.Match[str]) -> None:
        self._asked = asked
        self._status = ""
        self._headers: list[tuple[str, str]] = []

    def of(self, app: App, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """The part as an iterable body; anything but a plain 200 of known length passes as it is."""
        body = app(environ, self._hold)
        length = next((int(value) for name, value in self._headers if name.lower() == "content-length"), None)
        if not self._status.startswith("200") or length is None:
            start_response(self._status, self._headers)
            return body
        start, end = self._ends(length)
        others = [(name, value) for name, value in self._headers if name.lower() != "content-length"]
        if start > end:
            _close(body)
            start_response(
                "416 Range Not Satisfiable",
                [*others, ("Content-Range", f"bytes */{length}"), ("Content-Length", "0")],
            )
            return []
        size = end - start + 1
        about = [
            ("Content-Range", f"bytes {start}-{end}/{length}"),
            ("Content-Length", str(size)),
            ("Accept-Ranges", "bytes"),
        ]
        start_response("206 Partial Content", [*others, *about])
        return _cut(body, start, size)

    def _hold(self, status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        self._status, self._headers = status, headers

    def _ends(self, length: int) -> tuple[int, int]:
        """First and last byte asked for; the first is beyond the last when there is nothing to give."""
        first, last = self._asked.groups()
        if not first:
            return max(0, length - int(last)), length - 1 if int(last) else -1
        return int(first), min(int(last), length - 1) if last else length - 1


def _cut(body: Iterable[bytes], start: int, size: int) -> Iterator[bytes]:
    try:
        for block in body:
            piece = block[start : start + size]
            start = max(0, start - len(block))
            size -= len(piece)
            if piece:
                yield piece
            if not size:
                return
    finally:
        _close(body)


def _close(body: Iterable[bytes]) -> None:
    if hasattr(body, "close"):
        body.close()
