"""“Thu tiếng”: from a microphone to a zip beside the lesson to a clip with sound."""

from __future__ import annotations

import json
import math
import re
import wave
import zipfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import pytest

from tungbuoc.clips import StepFilm, make, narration_beside, read_sentences
from tungbuoc.lesson.inline import read_inline
from tungbuoc.web.voices import LessonToRead, page

LESSONS: list[LessonToRead] = [
    {
        "code": "B2",
        "title": "Cài và kích hoạt VNeID",
        "folder": "docs/vneid",
        "steps": [
            {
                "key": "48217",
                "number": 1,
                "title": "Mở kho ứng dụng",
                "sentences": ["Bấm vào biểu tượng “CH Play”."],
                "voiced": False,
            },
            {
                "key": "39189",
                "number": 2,
                "title": "Cài đặt",
                "sentences": ["Gõ VNeID.", "Bấm “Cài đặt”."],
                "voiced": True,
            },
        ],
    },
    {
        "code": "F1",
        "title": "Gọi video </script><b>cho con cháu",
        "folder": "docs/con-chau",
        "steps": [{"key": "10012", "number": 1, "title": "Mở Zalo", "sentences": [], "voiced": False}],
    },
    {"code": "A1", "title": "Bài chưa có bước", "folder": "docs/may", "steps": []},
]
QUIET, SOUND = 1.2, 2.0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thu")
    (folder / "index.html").write_text(page(LESSONS), encoding="utf-8")
    rate = 48_000
    tone = [int(9000 * math.sin(place / 20)) for place in range(int(SOUND * rate))]
    still = [0] * int(QUIET * rate)
    with wave.open(str(folder / "giong.wav"), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(array("h", [*still, *tone, *still, *still]).tobytes())
    return folder


@pytest.fixture
def studio(browser: Any, site: Path, tmp_path: Path) -> Iterator[Any]:
    """A page of a browser whose microphone plays the file of the site; every request is noted in `asked`."""
    fake = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={site / 'giong.wav'}",
    ]
    found = Path("/usr/bin/chromium")
    context = browser.browser_type.launch_persistent_context(
        str(tmp_path / "profile"),
        executable_path=str(found) if found.exists() else None,
        args=["--no-sandbox", "--disable-gpu", *fake],
    )
    opened = context.new_page()
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    context.close()


def record(studio: Any, seconds: float) -> str:
    studio.click("#record")
    studio.wait_for_function(
        "document.getElementById('told').textContent.startsWith('Đang thu')", timeout=15_000
    )
    studio.wait_for_timeout(seconds * 1000)
    studio.click("#record")
    studio.wait_for_function(
        "document.getElementById('told').textContent.startsWith('Đã thu')", timeout=15_000
    )
    return str(studio.inner_text("#told"))


@pytest.mark.browser
def test_from_the_microphone_to_a_clip_with_sound(studio: Any, site: Path, tmp_path: Path) -> None:
    studio.goto((site / "index.html").as_uri())
    assert studio.inner_text("#title") == "Bước 1: Mở kho ứng dụng"
    studio.click("#record")
    studio.wait_for_function("parseInt(document.getElementById('level').style.width) > 20", timeout=20_000)
    studio.click("#record")
    studio.wait_for_function(
        "document.getElementById('told').textContent.startsWith('Đã thu')", timeout=15_000
    )
    record(studio, 4.5)
    studio.wait_for_function("document.getElementById('player').duration < 4", timeout=10_000)
    length = studio.evaluate("document.getElementById('player').duration")
    assert SOUND * 0.9 < length < SOUND + 1.2, "the silence before and after is cut"
    assert studio.get_attribute("#steps li:first-child button", "aria-label").endswith("đã thu")
    with studio.expect_download() as download:
        studio.click("#take")
    download.value.save_as(tmp_path / download.value.suggested_filename)
    lesson = tmp_path / "bai.md"
    with zipfile.ZipFile(tmp_path / "thu-tieng-B2.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["48217.webm"]
        packed.extractall(tmp_path)
    words, voice = read_sentences([read_inline("Bấm vào biểu tượng.")]), narration_beside(lesson, "48217")
    film = StepFilm("48217", 1, 2, "Mở kho ứng dụng", "Cài VNeID", "a.vn/48217", words, (), voice)
    (made,) = make([film], tmp_path / "kho", tmp_path / "ra")
    assert made.clip, made.error
    assert made.clip.voice
    with av.open(str(made.clip.video)) as file:
        frames = [memoryview(bytes(frame.planes[0])).cast("f") for frame in file.decode(audio=0)]
    assert max(max(frame) for frame in frames) > 0.5
    assert [url for url in studio.asked if not url.startswith(("file:", "blob:"))] == []


@pytest.mark.browser
def test_a_take_outlives_the_page_and_can_be_erased(studio: Any, site: Path) -> None:
    studio.goto((site / "index.html").as_uri())
    record(studio, 2.0)
    studio.reload()
    studio.get_by_text("Đã thu 1 trong 2 bước. 1 bước khác đã có tiếng").wait_for()
    assert studio.inner_text("#record") == "Thu lại"
    studio.click("#erase")
    studio.wait_for_function("document.getElementById('take').hidden")
    studio.reload()
    studio.wait_for_timeout(500)
    assert "Đã thu 0 trong 2 bước" in studio.inner_text("#tally")
    assert studio.is_hidden("#player")


@pytest.mark.browser
def test_every_step_can_be_reached_and_read(studio: Any, site: Path) -> None:
    studio.goto((site / "index.html").as_uri())
    studio.click("#after")
    assert studio.inner_text("#words") == "Gõ VNeID.\n\nBấm “Cài đặt”."
    assert studio.is_disabled("#after")
    studio.select_option("#lesson", "F1")
    assert studio.inner_text("#title") == "Bước 1: Mở Zalo"
    assert "F1" in studio.evaluate("location.hash")
    sizes = studio.evaluate(
        "[...document.querySelectorAll('button,a,select')].filter(e => e.offsetWidth).map(e => Math.min(e.offsetWidth, e.offsetHeight))"
    )
    assert min(sizes) >= 48
    assert studio.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_a_refused_microphone_is_explained(browser: Any, site: Path) -> None:
    opened = browser.new_page()
    opened.add_init_script(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    )
    opened.goto((site / "index.html").as_uri())
    opened.click("#record")
    opened.wait_for_function(
        "document.getElementById('told').textContent.includes('chưa được phép dùng micro')"
    )
    assert opened.inner_text("#record") == "Bắt đầu thu"
    opened.close()


def test_the_page_holds_everything_and_nothing_foreign() -> None:
    html = page(LESSONS, home="/")
    assert "{{" not in html
    assert not re.search(r'(?:src|href)="(?!/"|#)', html)
    assert "http" not in re.sub(r"https://(?= hoặc)|http://www\.w3\.org/\S*", "", html)
    (embedded,) = re.findall(r'<script id="lessons" type="application/json">(.*?)</script>', html)
    assert [lesson["code"] for lesson in json.loads(embedded)] == ["B2", "F1"]
    assert json.loads(embedded)[1]["title"] == "Gọi video </script><b>cho con cháu"
