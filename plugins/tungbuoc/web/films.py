"""How each step is shown moving: the step's own clip, a recorded file beside the lesson, or a video
elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tungbuoc import clips
from tungbuoc.lesson.model import Lesson, Step
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.video import Video, read_video
from tungbuoc.web.course import Course, Film
from tungbuoc.works import atomic
from tungbuoc.works.progress import ProgressLine

FOLDER = "video"


def outside(course: Course) -> dict[str, Film]:
    """Steps whose `Video:` line names an address elsewhere, by key."""
    found = {}
    for _, lesson in course.lessons.items():
        for step in lesson.steps:
            video = _video(course, step)
            if step.key and video and not video.local:
                found[step.key] = Film("outside", video.address)
    return found


def check(lessons: Mapping[str, Lesson], docs: Path, hosts: tuple[str, ...], cache: Path) -> list[Problem]:
    """What is wrong with the files that `Video:` lines name; lessons by their path below `docs`."""
    problems: list[Problem] = []
    for path, lesson in lessons.items():
        for step in lesson.steps:
            video = read_video(step.video_raw, hosts) if step.video_raw is not None else None
            if isinstance(video, Video) and video.local:
                found = _examined(docs, path, step, video, cache)
                problems += found if isinstance(found, list) else []
    return problems


def make(
    course: Course, site_dir: Path, tell: Callable[[str], None]
) -> tuple[dict[str, Film], list[Problem]]:
    """Have every clip below `site_dir`/video, made or recorded; films by key, and why one could not be
    had."""
    films, problems, wanted, places = outside(course), [], [], {}
    for path, lesson in course.lessons.items():
        for step in lesson.steps:
            if not step.key or step.key in films:
                continue
            video = _video(course, step)
            if video:
                film, found = _recorded(course, path, step, video, site_dir)
                problems += found
                if film:
                    films[step.key] = film
            else:
                wanted.append(_film(course, path, lesson, step))
                places[step.key] = (lesson.path, step.line)
    made, failed = _clips(course, wanted, site_dir, places, tell)
    return films | made, problems + failed


def _clips(
    course: Course,
    wanted: list[clips.StepFilm],
    site_dir: Path,
    places: dict[str, tuple[str, int]],
    tell: Callable[[str], None],
) -> tuple[dict[str, Film], list[Problem]]:
    try:
        with ProgressLine("Đang quay bước") as progress:
            made = clips.make(
                wanted, course.root / ".cache/clips", site_dir / FOLDER, progress=progress, tell=tell
            )
    except clips.FontMissingError as error:
        return {}, [Problem("mkdocs.yml", 1, "V10", str(error))]
    films = {one.clip.key: _own(one.clip) for one in made if one.clip}
    failed = [
        Problem(*places[one.film.key], "V11", f"Không làm được video của bước này: {one.error}")
        for one in made
        if one.clip is None
    ]
    return films, failed


def _own(clip: clips.Clip) -> Film:
    voice = f"{FOLDER}/{clip.voice.name}" if clip.voice else ""
    return Film(
        "own", f"{FOLDER}/{clip.video.name}", clip.seconds, clip.size, f"{FOLDER}/{clip.captions.name}", voice
    )


def _film(course: Course, path: str, lesson: Lesson, step: Step) -> clips.StepFilm:
    after = lesson.steps[lesson.steps.index(step) + 1 :]
    following = clips.for_film(block.screen for block in after[0].screens if block.screen) if after else ()
    return clips.StepFilm(
        key=step.key or "", number=step.number, total=len(lesson.steps), title=step.title,
        lesson_title=lesson.title,
        address=course.site.typed(step.key or ""), sentences=clips.read_sentences(step.body.texts()),
        screens=clips.for_film(block.screen for block in step.screens if block.screen),
        narration=clips.narration_beside(course.docs / path, step.key or ""),
        following=following[0] if following else None, wording=course.words,
    )  # fmt: skip


def _recorded(
    course: Course, path: str, step: Step, video: Video, site_dir: Path
) -> tuple[Film | None, list[Problem]]:
    checked = _examined(course.docs, path, step, video, course.root / ".cache/clips")
    if isinstance(checked, list):
        return None, checked
    place = f"{FOLDER}/{step.key}.mp4"
    atomic.write(site_dir / place, _beside(course.docs, path, video).read_bytes())
    return Film("recorded", place, checked.seconds, checked.size), []


def _examined(docs: Path, path: str, step: Step, video: Video, cache: Path) -> clips.Recorded | list[Problem]:
    file = _beside(docs, path, video)
    if not file.is_file() or not file.resolve().is_relative_to(docs.resolve()):
        text = f"Không có tệp video «{video.address}» cạnh bài."
        return [
            Problem(
                f"docs/{path}",
                step.video_line,
                "V04",
                text,
                "Đặt tệp vào cùng thư mục với bài, hoặc xóa dòng «Video:».",
            )
        ]
    return clips.check_recorded(file, f"docs/{path}", step.video_line, cache)


def _beside(docs: Path, path: str, video: Video) -> Path:
    return (docs / path).parent / video.address


def _video(course: Course, step: Step) -> Video | None:
    video = read_video(step.video_raw, course.options.video_hosts) if step.video_raw is not None else None
    return video if isinstance(video, Video) else None
