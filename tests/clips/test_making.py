"""Made files: what every phone needs of them, the same bytes each time, nothing made twice."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import av
import pytest

from tungbuoc.clips import Clip, StepFilm, check_recorded, fonts, make, narration_beside, recorded
from tungbuoc.clips.model import HEIGHT, WIDTH
from tungbuoc.lesson.problems import Problem

from .films import CONTACTS, DONT, HOLD, NUMBER, SWIPE, film, tone


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("phim")


@pytest.fixture(scope="module")
def films(folder: Path) -> list[StepFilm]:
    spoken = tone(folder / "48217.wav", 12.0, quiet=1.5)
    return [
        film("39189", CONTACTS),
        film("11111", NUMBER, SWIPE, HOLD),
        film("22222", DONT, title="Kích hoạt tài khoản định danh điện tử, nhận mã gửi về máy"),
        film("33333"),
        film("48217", CONTACTS, narration=spoken),
    ]


@pytest.fixture(scope="module")
def clips(folder: Path, films: list[StepFilm]) -> dict[str, Clip]:
    made = make(films, folder / "kho", folder / "ra")
    assert [one.error for one in made] == [""] * len(films)
    return {one.clip.key: one.clip for one in made if one.clip}


def frames(path: Path) -> Iterator[av.VideoFrame]:
    with av.open(str(path)) as file:
        yield from file.decode(video=0)


@pytest.mark.parametrize("key", ["39189", "11111", "22222", "33333", "48217"])
def test_plays_on_an_old_phone(clips: dict[str, Clip], key: str) -> None:
    clip = clips[key]
    with av.open(str(clip.video)) as file:
        stream = file.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert "Baseline" in str(stream.codec_context.profile)
        assert (stream.width, stream.height, stream.codec_context.pix_fmt) == (WIDTH, HEIGHT, "yuv420p")
        assert float(stream.duration * stream.time_base) == pytest.approx(clip.seconds, abs=0.01)
    times = [float(frame.pts * frame.time_base) for frame in frames(clip.video)]
    assert len(times) >= clip.seconds
    assert (
        max(after - before for before, after in zip(times, [*times[1:], clip.seconds], strict=True)) <= 1.01
    )
    content = clip.video.read_bytes()
    assert len(content) == clip.size
    assert content.index(b"moov") < content.index(b"mdat")
    assert clip.size < 60_000 * max(clip.seconds / 20, 1) + (clip.seconds * 5_000 if clip.voice else 0)


@pytest.mark.parametrize("key", ["39189", "11111", "48217"])
def test_captions_are_well_formed(clips: dict[str, Clip], films: list[StepFilm], key: str) -> None:
    text = clips[key].captions.read_text(encoding="utf-8")
    head, *cues = text.strip().split("\n\n")
    assert head == "WEBVTT"
    last = 0.0
    for number, cue in enumerate(cues, start=1):
        ident, time, words = cue.split("\n")
        match = re.match(r"00:00:(\d\d\.\d{3}) --> 00:00:(\d\d\.\d{3})(?: \S+:\S+)*$", time)
        assert match
        start, end = float(match[1]), float(match[2])
        assert ident == str(number)
        assert last <= start < end <= clips[key].seconds + 0.001
        assert words
        last = end
    assert "bác đã lưu trong danh bạ" in text


def test_narration_sets_the_time_and_is_heard(clips: dict[str, Clip]) -> None:
    clip = clips["48217"]
    assert clip.voice
    for path in (clip.video, clip.voice):
        with av.open(str(path)) as file:
            stream = file.streams.audio[0]
            assert (stream.codec_context.name, stream.codec_context.profile, stream.channels) == (
                "aac",
                "LC",
                1,
            )
            loudest = max(
                max(abs(sample) for sample in memoryview(bytes(frame.planes[0])).cast("f"))
                for frame in file.decode(stream)
            )
            assert 0.7 < loudest <= 1.1
    with av.open(str(clip.voice)) as file:
        assert 12.2 < (file.duration or 0) / 1e6 < 12.7, "the silence around the voice is trimmed"
    assert 12.2 < clip.seconds < 16
    with av.open(str(clips["39189"].video)) as file:
        assert not file.streams.audio


def test_the_picture_changes_from_title_to_pressed_button(clips: dict[str, Clip]) -> None:
    shown = list(frames(clips["39189"].video))
    first, last = shown[0].to_image(), shown[-1].to_image()
    red, blue, ink = (150, 41, 26), (14, 70, 87), (30, 27, 24)
    assert near(first.getpixel((110, 210)), red), "the stone's cap"
    assert near(last.getpixel((100, 293)), blue), "the tapped row"
    assert near(last.getpixel((20, 800)), ink), "the caption band"
    band = last.crop((34, 640, 446, 840)).convert("L")
    assert band.getextrema()[1] > 200, "words on the band"


def near(pixel: object, wanted: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(
        abs(have - want) < 14 for have, want in zip(pixel, wanted, strict=True)
    )


@pytest.mark.parametrize(("seed", "memory"), [("0", "1"), ("7", "170")])
def test_same_bytes_whatever_the_hash_seed_and_the_memory(
    clips: dict[str, Clip], films: list[StepFilm], tmp_path: Path, seed: str, memory: str
) -> None:
    """`MALLOC_PERTURB_` fills fresh memory (of the GNU C library) with a pattern: an engine that reads it
    unwritten shows."""
    code = (
        "import pickle, sys; from pathlib import Path; from tungbuoc.clips import make\n"
        "make(pickle.load(sys.stdin.buffer), Path(sys.argv[1]) / 'kho', Path(sys.argv[1]) / 'ra')"
    )
    pattern = {"MALLOC_PERTURB_": memory, "MALLOC_MMAP_THRESHOLD_": "1000000000"}
    environment = {**os.environ, **pattern, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    chosen = [films[1], films[4]]
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], input=pickle.dumps(chosen), env=environment, check=True
    )
    for name in ("11111.mp4", "11111.vtt", "48217.mp4", "48217.vtt", "48217.m4a"):
        assert (tmp_path / "ra" / name).read_bytes() == clips["11111"].video.with_name(name).read_bytes(), (
            name
        )


def test_a_warm_build_makes_nothing_and_loads_no_engine(
    folder: Path, films: list[StepFilm], clips: dict[str, Clip], tmp_path: Path
) -> None:
    code = (
        "import pickle, sys; from pathlib import Path; from tungbuoc.clips import make\n"
        "begun = []\n"
        "made = make(pickle.load(sys.stdin.buffer), Path(sys.argv[1]), Path(sys.argv[2]), progress=lambda *step: begun.append(step))\n"
        "print(len(made), begun, sorted({'av', 'resvg_py', 'PIL'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code, str(folder / "kho"), str(tmp_path)],
        input=pickle.dumps(films),
        env=environment,
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode().strip() == f"{len(films)} [] []"
    assert (tmp_path / "39189.mp4").read_bytes() == clips["39189"].video.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Gọi người nhà"},
        {"number": 4},
        {"total": 7},
        {"address": "khac.vn/39189"},
        {"screens": (HOLD,)},
        {"sentences": ()},
    ],
)
def test_whatever_is_seen_is_in_the_fingerprint(
    folder: Path, films: list[StepFilm], clips: dict[str, Clip], change: dict[str, object]
) -> None:
    begun: list[str] = []
    changed = replace(films[0], **change)  # type: ignore[arg-type]
    (made,) = make(
        [changed], folder / "kho", folder / "khac", progress=lambda _n, _all, name: begun.append(name)
    )
    assert len(begun) == 1
    assert made.clip
    assert made.clip.video.read_bytes() != clips["39189"].video.read_bytes()


def test_a_new_recording_makes_a_new_clip(
    folder: Path, films: list[StepFilm], clips: dict[str, Clip], tmp_path: Path
) -> None:
    again = replace(films[4], narration=tone(tmp_path / "48217.wav", 3.0))
    (made,) = make([again], folder / "kho", tmp_path / "ra")
    assert made.clip
    assert made.clip.seconds < clips["48217"].seconds


@pytest.mark.parametrize("content", [b"", b"not a sound", b"RIFF" + bytes(300)])
def test_a_broken_recording_is_told_and_stops_no_other_film(
    folder: Path, films: list[StepFilm], tmp_path: Path, content: bytes
) -> None:
    broken = tmp_path / "99999.webm"
    broken.write_bytes(content)
    bad, good = make([film("99999", CONTACTS, narration=broken), films[0]], folder / "kho", tmp_path / "ra")
    assert bad.clip is None
    assert bad.error.startswith("Không đọc được tiếng trong tệp 99999.webm")
    assert good.clip
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["39189.mp4", "39189.vtt"]


def test_silence_and_an_endless_recording_are_told(tmp_path: Path) -> None:
    silent = film("1", CONTACTS, narration=tone(tmp_path / "a.wav", 2, level=0))
    endless = film("2", CONTACTS, narration=tone(tmp_path / "b.wav", 200))
    errors = [made.error for made in make([silent, endless], tmp_path / "kho", tmp_path / "ra")]
    assert "không có tiếng" in errors[0]
    assert "dài hơn 3 phút" in errors[1]


def test_a_missing_font_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontMissingError, match="sudo apt install fonts-noto-core"):
        fonts.find([tmp_path])
    (tmp_path / "NotoSans-Regular.ttf").touch()
    with pytest.raises(fonts.FontMissingError):
        fonts.find([tmp_path, tmp_path / "nowhere"])


def test_finds_the_recording_beside_the_lesson(tmp_path: Path) -> None:
    lesson = tmp_path / "bai.md"
    assert narration_beside(lesson, "48217") is None
    (tmp_path / "48217.webm").touch()
    assert narration_beside(lesson, "48217") == tmp_path / "48217.webm"


def test_a_good_recorded_video_is_taken_and_looked_at_once(
    clips: dict[str, Clip], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = clips["48217"]
    found = check_recorded(clip.video, "docs/a.md", 9, tmp_path)
    assert isinstance(found, recorded.Recorded)
    assert found.size == clip.size
    assert round(found.seconds) == round(clip.seconds)
    monkeypatch.setattr(recorded, "_examine", None)
    assert check_recorded(clip.video, "docs/a.md", 9, tmp_path) == found


def encoded(path: Path, container: str, codec: str, pixels: str) -> Path:
    with av.open(str(path), "w", format=container) as file:
        stream = file.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 64, pixels
        for _frame in range(5):
            file.mux(stream.encode(av.VideoFrame(64, 64, pixels)))
        file.mux(stream.encode(None))
    return path


def test_videos_phones_cannot_play_are_told(clips: dict[str, Clip], tmp_path: Path) -> None:
    def told(path: Path) -> str:
        problems = check_recorded(path, "docs/a.md", 9, tmp_path / "kho")
        assert isinstance(problems, list)
        assert isinstance(problems[0], Problem)
        assert (problems[0].path, problems[0].line) == ("docs/a.md", 9)
        return str(problems[0])

    assert "[V04]" in told(tmp_path / "thieu.mp4")
    large = tmp_path / "lon.mp4"
    large.write_bytes(bytes(8_000_001))
    assert "nặng 8,0 MB, quá 8 MB" in told(large)
    (tmp_path / "hong.mp4").write_bytes(b"khong phai video")
    assert "tệp hỏng" in told(tmp_path / "hong.mp4")
    assert "không phải tệp MP4 thật" in told(encoded(tmp_path / "doi.mp4", "matroska", "libx264", "yuv420p"))
    assert "«mpeg4»" in told(encoded(tmp_path / "cu.mp4", "mp4", "mpeg4", "yuv420p"))
    assert "H.264" in told(encoded(tmp_path / "444.mp4", "mp4", "libx264", "yuv444p"))
    assert clips["48217"].voice
    assert "không có hình" in told(clips["48217"].voice)
