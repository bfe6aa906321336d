"""Pages outside: which addresses the course names, and what is said of one that is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from tungbuoc.cli import main, outside


class _Server(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        status = {"/co": 200, "/mat": 404, "/chi-get": 405, "/hong": 500, "/chuyen": 301}[self.path]
        self.send_response(status)
        if status == 301:
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/co")
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()


@pytest.mark.parametrize(
    ("path", "said"),
    [("/co", ""), ("/chi-get", ""), ("/mat", "Không còn."), ("/hong", "Máy chủ trả lời 500.")],
)
def test_what_a_server_answers(server: str, path: str, said: str) -> None:
    assert outside.ask(server + path) == said


def test_another_host_and_none_are_told(server: str) -> None:
    assert outside.ask(f"{server}/chuyen") == f"Nay chuyển tới localhost:{server.rpartition(':')[2]}."
    assert outside.ask("http://127.0.0.1:1/x") == "Không hỏi được."


def test_addresses_are_found_with_their_places() -> None:
    text = (
        "```phone\ntext: https://ve.vn\n```\n\n`https://mau.vn`\n\n"
        "Xem <https://a.vn/b>, [c](https://c.vn/d) và https://a.vn/b.\n\nVideo: https://youtu.be/abcdefghijk\n"
    )
    found = outside.addresses(
        {"docs/x/a.md": text.encode(), "mkdocs.yml": b"https://khong.vn", "docs/a.png": b""}
    )
    assert found == {
        "https://a.vn/b": ["docs/x/a.md:7", "docs/x/a.md:7"],
        "https://c.vn/d": ["docs/x/a.md:7"],
        "https://youtu.be/abcdefghijk": ["docs/x/a.md:9"],
    }


def test_a_taken_down_video_is_asked_for_by_its_description(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(outside, "_opened", lambda address, _method: asked.append(address) or address)
    assert outside.ask("https://www.youtube.com/watch?v=abcdefghijk") == ""
    assert asked == [
        "https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabcdefghijk"
    ]


def test_the_command_lists_what_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    monkeypatch.setattr(
        outside,
        "addresses",
        lambda _files: {"https://a.vn": ["docs/x/a.md:4"], "https://b.vn": ["docs/b.md:1"]},
    )
    monkeypatch.setattr(outside, "ask", lambda address: "Không còn." if address == "https://a.vn" else "")
    said = CliRunner().invoke(main, ["links"]).output
    assert "không mở được: 1 trong 2" in said
    assert "- <https://a.vn>: Không còn. Ở `docs/x/a.md:4`." in said
    assert "b.vn" not in said
