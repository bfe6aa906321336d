"""A video somebody filmed, named by a step's `Video:` line: can every phone play it, and is it small
enough?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson.problems import Problem
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.workshop import Wanted, make_stale

LARGEST = 8_000_000
_RULES = 1
"""Raised when what `_examine` writes down changes, so that old findings in the cache are not used."""
_AGAIN = "Xuất lại thành tệp .mp4 (H.264, tiếng AAC); phần mềm dựng video nào cũng có lựa chọn này."


@dataclass(frozen=True, slots=True)
class Recorded:
    """A local video that is fit to be shown: length in seconds, size in bytes."""

    seconds: float
    size: int


def check_recorded(video: Path, lesson: str, line: int, cache_dir: Path) -> Recorded | list[Problem]:
    """What is known of the file `video`, or what is wrong with it, told at `line` of the file shown as
    `lesson`.

    The file is examined once; a later check of the same bytes reads the finding from the cache and imports no
    engine.
    """

    def wrong(code: str, text: str, fix: str) -> list[Problem]:
        return [Problem(lesson, line, code, text, fix)]

    try:
        size = video.stat().st_size
    except OSError:
        return wrong(
            "V04",
            f"Không thấy tệp video «{video.name}» cạnh bài học.",
            "Chép tệp vào thư mục của bài, hoặc sửa tên cho đúng.",
        )
    if size > LARGEST:
        told = f"{size / 1e6:.1f}".replace(".", ",")
        return wrong(
            "V05",
            f"Tệp video «{video.name}» nặng {told} MB, quá 8 MB.",
            "Cắt ngắn, hoặc xuất lại khổ 480 × 854.",
        )
    try:
        found = _finding(video, cache_dir)
    except OSError as error:
        return wrong(
            "V04", f"Không mở được tệp video «{video.name}» ({error.strerror}).", "Xem lại quyền đọc của tệp."
        )
    fault = _fault(found)
    return (
        wrong("V05", f"Tệp video «{video.name}»: {fault}.", _AGAIN)
        if fault
        else Recorded(float(str(found["seconds"])), size)
    )


def _finding(video: Path, cache_dir: Path) -> dict[str, object]:
    wanted = Wanted(video.name, fingerprint("recorded", _RULES, video), video)
    (outcome,) = make_stale(_examine, [wanted], Cache(cache_dir))
    found: dict[str, object] = json.loads(outcome.value) if outcome.value else {"unreadable": True}
    return found


def _examine(video: Path) -> bytes:
    """The facts of a file as JSON."""
    import av  # the engine is heavy: only a file not seen before loads it

    try:
        with av.open(str(video)) as file:
            picture = file.streams.video[0].codec_context if file.streams.video else None
            facts: dict[str, object] = {
                "container": file.format.name,
                "video": picture.name if picture else "",
                "pixels": picture.pix_fmt if picture else "",
                "sound": [stream.codec_context.name for stream in file.streams.audio],
                "seconds": round((file.duration or 0) / 1e6, 1),
            }
            if picture and next(iter(file.decode(video=0)), None) is None:
                facts["seconds"] = 0
    except (av.FFmpegError, OSError):
        facts = {"unreadable": True}
    return json.dumps(facts).encode()


def _fault(found: dict[str, object]) -> str:
    """Why phones would not play it, in Vietnamese; empty when they do."""
    if found.get("unreadable"):
        return "tệp hỏng hoặc không phải video"
    if "mp4" not in str(found["container"]).split(","):
        return "không phải tệp MP4 thật (chỉ đổi đuôi tên thì chưa đủ)"
    if found["video"] != "h264" or found["pixels"] not in ("yuv420p", "yuvj420p"):
        return f"hình nén kiểu «{found['video'] or 'không có hình'}», nhiều máy không mở được"
    sound = found["sound"]
    if isinstance(sound, list) and any(codec != "aac" for codec in sound):
        return f"tiếng nén kiểu «{sound[0]}», nhiều máy không nghe được"
    return "" if found["seconds"] else "tệp không có hình nào"
