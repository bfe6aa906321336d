"""The course as its editors configure it in `mkdocs.yml`: topics, allowed video hosts, earlier hosts,
hotline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.shape import Line, Shape
from tungbuoc.lesson.strict_yaml import KeyPath
from tungbuoc.lesson.wording import Wording

CODE_PLACE, WORDS_PLACE = "{ma}", "{noi-dung}"
"""What an address of `report` may hold: the code that is reported, and the words that a message begins
with."""
Report = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:|sms:\+?[0-9]{3,15}|mailto:[^@\s?&<>\"]+@[a-z0-9.-]+|https://[a-z0-9.-]+/[^\s<>\"']*)$",
        max_length=300,
    ),
]

Editing = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?:github|gitlab):[\w.-]+(?:/[\w.-]+)+(?:@[\w./-]+)?)?$",
        max_length=300,
    ),
]
"""Where the form for editors finds the files: who keeps the repository, its name, a branch (`main`)."""

# Options of the same plugin that say how the site is built; lessons, codes and paper do not depend on them.
SWITCHES = ("clips", "offline")


class Topic(BaseModel):
    """One folder of `docs/`: its letter begins the codes of its lessons; `errand` is what a resident would
    come for: a few words by the code of the lesson they promise, said only where that lesson exists.
    `offline` asks every lesson of it for the way without a smartphone.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    folder: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    title: Line
    errand: Annotated[dict[str, Line], Field(min_length=1)]
    icon: Line
    offline: bool = False


class OldHost(BaseModel):
    """A host that printed codes still name, and who keeps it redirecting."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    host: Line
    kept_by: Line


class CourseOptions(BaseModel):
    """Everything of `mkdocs.yml` that lessons, codes and paper depend on; `report` is how a reader says
    that a step is not as on the phone, `editing` switches the form for editors on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    video_hosts: tuple[Line, ...] = ()
    old_hosts: tuple[OldHost, ...] = ()
    hotline: str = ""
    hotline_note: str = ""
    report: Report = ""
    editing: Editing = ""
    words: Wording = Wording()

    def topic_of(self, path: str) -> Topic | None:
        """The topic whose folder holds `path` (relative to `docs/`, forward slashes)."""
        folder = path.split("/", 1)[0]
        return next((topic for topic in self.topics if topic.folder == folder), None)

    def is_lesson(self, path: str) -> bool:
        """True for every Markdown file of a topic's folder but its index page; `path` is relative to
        `docs/`."""
        return (
            path.endswith(".md")
            and "/" in path
            and not path.endswith("/index.md")
            and self.topic_of(path) is not None
        )


_WANTED = {
    "letter": "một chữ cái hoa, như B",
    "folder": "tên thư mục: chữ thường không dấu, như an-toan",
    "report": "sms:SỐ, mailto:HỘP-THƯ hoặc https://…; để trống thì không hiện",
    "editing": "github:CHỦ/KHO hoặc gitlab:CHỦ/KHO, thêm @NHÁNH nếu khác main; để trống thì không có",
    "errand": "việc theo mã bài, như {E1: Có người gọi lạ, E3: tin nhắn lạ}",
}
SHAPE = Shape(
    CourseOptions,
    "phần «tungbuoc/lessons»",
    "C01",
    "C02",
    "C02",
    _WANTED,
    example="So với mục cùng tên trong README.",
)


def read_course(
    options: dict[str, Any], *, path: str = "mkdocs.yml", line: Callable[[KeyPath], int] = lambda _where: 1
) -> tuple[CourseOptions | None, list[Problem]]:
    """Options of the plugin `tungbuoc/lessons` → the course, or None and every problem; `line` gives the
    file's line of an option."""
    return SHAPE.fit(
        {name: value for name, value in options.items() if name not in SWITCHES}, path=path, line=line
    )
