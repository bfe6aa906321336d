"""Which pages the site has besides the lessons, what they are called, and the order of all in the
navigation."""

from __future__ import annotations

from typing import Any

from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.wording import ours
from tungbuoc.web import downloads, notebooks
from tungbuoc.web.course import Course
from tungbuoc.web.served import PAGE

HOME, ALL, QUESTIONS, GLOSSARY = "index.md", "tat-ca-bai-hoc.md", "toi-muon.md", "tu-moi.md"
GUIDES = tuple(
    f"tinh-nguyen/{name}.md"
    for name in ("index", "day-30-phut", "go-cua", "ki-ot-ngay-hoi", "chon-to-in", "in-va-gap")
)
TITLES = {
    HOME: ours("Hôm nay {reader} muốn làm gì?"), ALL: ours("Tất cả bài học"), QUESTIONS: ours("Tôi muốn …"),
    GLOSSARY: ours("Từ mới"),
    downloads.PAGE: ours("Tải tờ in"), PAGE: ours("Video"),
    **{path: notebook.title for path, notebook in notebooks.NOTEBOOKS.items()},
}  # fmt: skip


def made(course: Course) -> list[str]:
    """Paths below `docs/` of the pages that are made from the lessons."""
    return [*TITLES, *(f"{topic.folder}/index.md" for topic in _topics_with_lessons(course))]


def title(course: Course, path: str) -> str:
    """What a page made by us is called."""
    return course.words.say(TITLES[path])


def source(course: Course, path: str) -> str:
    """The Markdown the site generator gets for a made page: its title, and for lists their headings, so
    that search finds them."""
    topic = course.options.topic_of(path)
    preview = course.words.say("Bản xem thử không in tờ nào. Chạy `make` để có tờ in.")
    more = f"\n{preview}\n" if path == downloads.PAGE else ""
    return f"# {topic.title if topic else title(course, path)}\n{more}"


def nav(course: Course) -> list[Any]:
    """Home, each topic with its lessons by code, what readers look for, then the pages for those who teach
    and write."""
    say = course.words.say
    topics = [
        {topic.title: [f"{topic.folder}/index.md", *(path for path, _ in course.in_topic(topic))]}
        for topic in _topics_with_lessons(course)
    ]
    readers = [
        ALL,
        QUESTIONS,
        *written(course, "lo-trinh.md", "so-khan-cap.md"),
        notebooks.FAMILY.path,
        GLOSSARY,
        *written(course, "ve-du-an.md"),
    ]
    teachers = [downloads.PAGE, PAGE, notebooks.MENTOR.path, *written(course, *GUIDES)]
    writers = written(
        course, *(f"nguoi-viet/{name}.md" for name in ("index", "tu-word", "man-hinh", "loi", "cau-hinh"))
    )
    groups = [
        (say("Cho người dạy"), teachers),
        (say("Mẫu để ghi"), sorted(course.forms)),
        (say("Cho người viết bài"), writers),
    ]
    return [{say("Trang đầu"): HOME}, *topics, *readers, *({name: pages} for name, pages in groups if pages)]


def written(course: Course, *paths: str) -> list[str]:
    """Those of `paths` below `docs/` that an editor wrote."""
    return [path for path in paths if (course.docs / path).is_file()]


def _topics_with_lessons(course: Course) -> list[Topic]:
    return [topic for topic in course.options.topics if course.in_topic(topic)]
