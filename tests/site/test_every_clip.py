"""Every step of every lesson in `docs/` has a clip that plays: on its page, in Chromium, and whole."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av
import pytest
from tests.runner import RUNNER
from tests.site.conftest import _Quiet
from tests.small_course import ROOT, config_without_paper

from tungbuoc.permalink import ledger

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAP = """async () => {
  const video = document.querySelector(".film video"), seen = []
  video.playbackRate = 16
  const before = performance.getEntriesByType("resource").filter(entry => /\\.mp4/.test(entry.name)).length
  video.textTracks[0].oncuechange = event => seen.push(...Array.from(event.target.activeCues, cue => cue.text))
  document.querySelector(".film summary").click()
  const until = Date.now() + 15000
  while ((video.currentTime < 0.1 || !seen.length) && !video.error && Date.now() < until) await new Promise(done => setTimeout(done, 30))
  video.pause()
  return { before, played: video.currentTime > 0, captions: video.textTracks[0].mode + (seen.length ? "" : ", none seen"), error: video.error && video.error.message }
}"""
WELL = {"before": 0, "played": True, "captions": "hidden", "error": None}


def _course(folder: Path) -> Path:
    """The site of the whole course without printables; its clips come from the checkout's cache where it
    has them."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "print").mkdir()
    shutil.copy(ROOT / "print/codes.csv", folder / "print")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    (folder / "mkdocs.yml").write_text(config_without_paper(), encoding="utf-8")
    command = [sys.executable, "-m", RUNNER, "build", "--quiet"]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_every_step_plays_with_captions_after_a_tap_and_decodes_whole(tmp_path: Path, browser: Any) -> None:
    site = _course(tmp_path)
    book, _ = ledger.read((ROOT / "print/codes.csv").read_text(encoding="utf-8"))
    keys = sorted(book.live)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    told = {}
    for key in keys:
        page.goto(f"http://127.0.0.1:{server.server_port}/{key}/")
        told[key] = page.evaluate(TAP)
    context.close()
    server.shutdown()
    assert len(keys) >= 147
    assert {key: said for key, said in told.items() if said != WELL} == {}
    assert {key: length for key in keys if not 3 < (length := _seconds(site / f"video/{key}.mp4")) < 20} == {}
    assert {key: size for key in keys if (size := (site / f"video/{key}.mp4").stat().st_size) > 60_000} == {}


def _seconds(film: Path) -> float:
    """How long the film is, by its frames; raises what PyAV raises for a broken one."""
    with av.open(str(film)) as container:
        video = container.streams.video[0]
        frames = [frame.time for frame in container.decode(video)]
    assert len(frames) == video.frames
    return float(frames[-1] or 0)
