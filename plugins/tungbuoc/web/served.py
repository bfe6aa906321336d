"""How every step is served: own clip, recorded file or a video elsewhere, with or without a voice; and the
page to record one.

The page “Video”, the command `tungbuoc videos` and the page “Thu tiếng” are made from the same list, so that
a volunteer knows what to record next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tungbuoc import clips
from tungbuoc.clips.words import plain
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.video import Video, read_video
from tungbuoc.lesson.wording import ours
from tungbuoc.web import voices
from tungbuoc.web.course import Course

Source = Literal["own", "recorded", "outside"]
_TOLD: dict[Source, str] = {
    "own": ours("video tự làm, chưa có tiếng"),
    "recorded": ours("video quay sẵn"),
    "outside": ours("video ở trang ngoài"),
}
_VOICED = ours("video tự làm, có tiếng")


@dataclass(frozen=True, slots=True)
class Served:
    """One step: its lesson, key, number, title, where its video comes from, and whether a person reads it
    aloud."""

    code: str
    lesson: str
    key: str
    number: int
    title: str
    source: Source
    voiced: bool

    @property
    def told(self) -> str:
        """How it is served, in words: “video tự làm, có tiếng”."""
        return _VOICED if self.voiced and self.source == "own" else _TOLD[self.source]


def served(lessons: Iterable[Lesson], docs: Path, hosts: Collection[str]) -> list[Served]:
    """Every step that has a key, in the order of the lessons. `docs` is the folder of pages."""
    return [
        Served(
            lesson.code, lesson.title, step.key, step.number, step.title, _source(step, hosts),
            _voiced(lesson, step, docs),
        )
        for lesson in lessons
        for step in lesson.steps
        if step.key
    ]  # fmt: skip


def voices_page(course: Course, *, home: str) -> str:
    """The page “Thu tiếng” with the words of every step."""
    docs = course.docs
    shown: list[voices.LessonToRead] = [
        {
            "code": lesson.code, "title": lesson.title, "folder": (
                f"{docs.name}/{lesson.path.removeprefix('docs/').rpartition('/')[0]}"
            ),
            "steps": [_to_read(lesson, step, docs) for step in lesson.steps if step.key],
        }
        for lesson in course.by_topic()
    ]  # fmt: skip
    return voices.page(shown, home=home, site_name=course.site_name, words=course.words)


def _to_read(lesson: Lesson, step: Step, docs: Path) -> voices.StepToRead:
    sentences = [plain(sentence) for sentence in clips.read_sentences(step.body.texts())]
    return {
        "key": step.key or "",
        "number": step.number,
        "title": step.title,
        "sentences": sentences,
        "voiced": _voiced(lesson, step, docs),
    }


def _source(step: Step, hosts: Collection[str]) -> Source:
    video = read_video(step.video_raw, hosts) if step.video_raw is not None else None
    return ("recorded" if video.local else "outside") if isinstance(video, Video) else "own"


def _voiced(lesson: Lesson, step: Step, docs: Path) -> bool:
    return clips.narration_beside(docs / lesson.path.removeprefix("docs/"), step.key or "") is not None
