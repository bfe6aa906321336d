"""A made clip runs in a real browser, with its captions."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tungbuoc.clips import make

from .films import CONTACTS, film, tone

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><meta charset="utf-8"><video id="v" src="{key}.mp4" controls width="480" height="854">
<track kind="captions" srclang="vi" src="{key}.vtt" default></video><button onclick="v.play()">Xem</button>
<script>
  const seen = [], track = v.textTracks[0];
  v.playbackRate = 4;
  track.oncuechange = () => seen.push(...Array.from(track.activeCues, cue => cue.text));
</script>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that logs nothing."""

    def log_message(self, *_arguments: object) -> None:
        return


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("chiếu")
    made = make(
        [film("39189", CONTACTS), film("48217", CONTACTS, narration=tone(folder / "a.wav", 3))],
        folder / "kho",
        folder,
    )
    assert all(one.clip for one in made)
    for key in ("39189", "48217"):
        (folder / f"{key}.html").write_text(PAGE.format(key=key), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("key", ["39189", "48217"])
def test_time_advances_to_the_end_and_captions_show(browser: Any, address: str, key: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{key}.html")
    page.click("button")
    page.wait_for_function("v.currentTime > 1", timeout=20_000)
    page.wait_for_function("v.ended", timeout=30_000)
    assert page.evaluate("v.videoWidth + ' ' + v.videoHeight") == "480 854"
    assert page.evaluate("seen") == ["Chọn số bác đã lưu trong danh bạ.", "Không gọi số trong tin nhắn."]
    assert page.evaluate("v.textTracks[0].mode") == "showing"
    assert bool(page.evaluate("v.webkitAudioDecodedByteCount")) is (key == "48217")
    page.close()
