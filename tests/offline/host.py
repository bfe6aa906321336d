"""A static host as the worker meets it: gzip, ETag and 304, Range; it can fall silent or be switched off,
and counts bytes."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HEADERS = 300
"""Bytes that the headers of an answer take on the wire, about."""
_ZIPPED = (".html", ".css", ".js", ".json", ".vtt")


@dataclass
class Host:
    """`log` holds (path, status, bytes of body) of every answer given."""

    root: Path
    silent: bool = False
    log: list[tuple[str, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """No more answers: connections are refused."""
        self.silent = False
        self._server.shutdown()
        self._server.server_close()

    def settled(self, still: float = 1.0, most: float = 40) -> None:
        """Wait until nobody has asked for anything for `still` seconds."""
        end = time.monotonic() + most
        seen = -1
        while seen != len(self.log) and time.monotonic() < end:
            seen = len(self.log)
            time.sleep(still)

    @property
    def sent(self) -> int:
        """Bytes sent since the log was last cleared, headers included."""
        return sum(size + HEADERS for _, _, size in self.log)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            while host.silent:
                time.sleep(0.05)
            path = self.path.split("?")[0].lstrip("/")
            file = host.root / path
            if file.is_dir() and path and not path.endswith("/"):
                return self._answer(301, b"", {"Location": f"/{path}/"})
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                return self._answer(
                    404, (host.root / "404.html").read_bytes(), {"Content-Type": "text/html; charset=utf-8"}
                )
            return self._file(file, file.read_bytes())

        def _file(self, file: Path, data: bytes) -> None:
            tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            headers = {
                "ETag": tag,
                "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
                "Accept-Ranges": "bytes",
            }
            asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            if self.headers.get("If-None-Match") == tag:
                self._answer(304, b"", headers)
            elif asked:
                start, end = int(asked[1]), int(asked[2] or len(data) - 1)
                self._answer(
                    206,
                    data[start : end + 1],
                    {**headers, "Content-Range": f"bytes {start}-{end}/{len(data)}"},
                )
            elif file.suffix in _ZIPPED:
                self._answer(200, gzip.compress(data, 6), {**headers, "Content-Encoding": "gzip"})
            else:
                self._answer(200, data, headers)

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            host.log.append((self.path, status, len(body)))
            self.send_response(status)
            for name, value in {
                **headers,
                "Cache-Control": "public, max-age=0, must-revalidate",
                "Content-Length": str(len(body)),
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    return Handler
