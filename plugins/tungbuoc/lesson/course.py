"""The course as its editors configure it in `mkdocs.yml`: topics, allowed video hosts, earlier hosts,
hotline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from tungbuoc.lesson.addresses import Listings, Pages, usual
from tungbuoc.lesson.front import Skill
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

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
_TRANSLATION = re.compile(r"^(.+)\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\.md$")


class Switches(BaseModel):
    """Options of the same plugin that say how the site is built; lessons, codes and paper do not depend on
    them."""

    clips: bool = Field(
        default=False, description="Bản xem thử cũng làm video; bản dựng thì lúc nào cũng làm."
    )
    offline: bool = Field(
        default=True,
        description="Trang đã mở nằm lại trong máy người đọc, lần sau mở không cần mạng. Đặt `false` thì lần"
        " ghé tới máy bỏ các trang ấy đi.",
    )
    cache_limit: int = Field(
        default=1000,
        ge=0,
        description="Kho tạm `.cache` được chiếm bao nhiêu MB. Quá thì thứ lâu không dùng nhất bỏ trước, khi"
        " nào cần sẽ làm lại; thứ lần dựng này vừa dùng thì giữ.",
    )


SWITCHES = tuple(Switches.model_fields)


class Topic(BaseModel):
    """One folder of `docs/`: its letter begins the codes of its lessons; `errand` is what a resident would
    come for: a few words by the code of the lesson they promise, said only where that lesson exists.
    `offline` asks every lesson of it for the way without a smartphone.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    folder: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")] = Field(
        description="Thư mục trong `docs/` có các bài của chủ đề: chữ thường không dấu, số, gạch nối."
    )
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")] = Field(
        description="Chữ cái hoa đứng đầu mã mọi bài của chủ đề, như `E`. In trên giấy, nên đừng đổi."
    )
    title: Line = Field(description="Tên chủ đề, hiện trong menu và trên tờ in.")
    errand: Annotated[dict[str, Line], Field(min_length=1)] = Field(
        description="Người ta tới vì việc gì, theo mã bài, như `{E1: Có người gọi lạ}`. Việc nào chưa có bài"
        " thì trang đầu không nói tới."
    )
    icon: Line = Field(
        description="Hình nhỏ trên trang đầu, một tên của `icon` ở trang màn hình, như `phone`."
    )
    leads: Listings = Field(
        default=(), description="Trang chủ đề còn dẫn tới trang nào, như `family`; ghi như ở `menu`."
    )
    offline: bool = Field(
        default=False, description="Mỗi bài của chủ đề phải có phần nói cách làm không cần máy thông minh."
    )


class OldHost(BaseModel):
    """A host that printed codes still name, and who keeps it redirecting."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    host: Line = Field(description="Địa chỉ cũ mà mã trên giấy còn ghi, như `bai-cu.vn`.")
    kept_by: Line = Field(description="Ai giữ cho địa chỉ ấy còn dẫn sang địa chỉ mới.")


class CourseOptions(BaseModel):
    """Everything of `mkdocs.yml` that lessons, codes and paper depend on; `report` is how a reader says
    that a step is not as on the phone, `editing` switches the form for editors on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)] = Field(
        description="Các chủ đề, theo thứ tự trong menu."
    )
    video_hosts: tuple[Line, ...] = Field(
        default=(), description="Dòng `Video:` của bước được dẫn tới những trang nào, như `youtu.be`."
    )
    old_hosts: tuple[OldHost, ...] = Field(
        default=(),
        description="Trang đã đổi địa chỉ: kể địa chỉ cũ mà giấy đã in còn ghi. Thiếu thì trang không dựng"
        " được, vì mã trên giấy sẽ dẫn vào chỗ trống.",
    )
    hotline: str = Field(default="", description="Số để hỏi người thật, hiện trên mọi trang của mã.")
    hotline_note: str = Field(default="", description="Gọi số ấy tốn bao nhiêu, có người nghe lúc nào.")
    report: Report = Field(
        default="",
        description="Người đọc báo bước không giống máy mình bằng đường nào: `sms:SỐ`, `mailto:HỘP-THƯ` hay"
        " `https://…`; trong địa chỉ, `{ma}` là mã bước, `{noi-dung}` là câu mở đầu. Để trống thì không"
        " hiện.",
    )
    editing: Editing = Field(
        default="",
        description="Kho chứa bài, để sửa bằng mẫu điền ở `/admin/`: `github:CHỦ/KHO` hay `gitlab:CHỦ/KHO`,"
        " thêm `@NHÁNH` nếu khác `main`. Để trống thì không có.",
    )
    languages: Mapping[LanguageTag, Line] = Field(
        default={},
        description="Bài dịch ra tiếng nào mà máy chưa biết tên: mã tiếng (ISO 639), rồi tên, như"
        " `{cja: tiếng Chăm Tây}`.",
    )
    skills: Mapping[Skill, Line] = Field(
        default={},
        description="Các nhóm kỹ năng: một chữ cái, rồi việc người ta tự làm được. Mục `skills` ở đầu bài ghi"
        " các chữ ấy, sổ kèm năm người đánh dấu theo chúng; không ghi thì sổ đánh dấu từng bài.",
    )
    pages: Pages = Field(
        default=Pages(), description="Địa chỉ các trang máy làm, menu và chân trang kể những trang nào."
    )
    words: Wording = Field(
        default=Wording(), description="Trang, tờ in và tiếng đọc xưng hô thế nào, nói tiếng gì."
    )

    @model_validator(mode="before")
    @classmethod
    def _addressed_in_its_language(cls, said: object) -> object:
        """Addresses that are not said are those of the language."""
        if not isinstance(said, dict) or not isinstance(pages := said.get("pages", {}), dict):
            return said
        words, own = said.get("words"), pages.get("addresses", {})
        language = words.get("language") if isinstance(words, dict) else getattr(words, "language", "vi")
        if language != "en" or not isinstance(own, dict):
            return said
        return {**said, "pages": {**pages, "addresses": {**usual("en"), **own}}}

    def topic_of(self, path: str) -> Topic | None:
        """The topic whose folder holds `path` (relative to `docs/`, forward slashes)."""
        folder = path.split("/", 1)[0]
        return next((topic for topic in self.topics if topic.folder == folder), None)

    def is_lesson(self, path: str) -> bool:
        """True for every Markdown file of a topic's folder but its index page and translations; `path` is
        relative to `docs/`."""
        return (
            path.endswith(".md")
            and "/" in path
            and not path.endswith("/index.md")
            and self.topic_of(path) is not None
            and self.translated(path) is None
        )

    def translated(self, path: str) -> tuple[str, str] | None:
        """Of a translation, which is called as its lesson and its language (`vneid/kich-hoat.km.md`), the
        path of that lesson and the tag; None for any other file."""
        match = _TRANSLATION.match(path) if self.topic_of(path) and "/" in path else None
        return (f"{match[1]}.md", match[2]) if match else None


_WANTED = {
    "letter": "một chữ cái hoa, như B",
    "folder": "tên thư mục: chữ thường không dấu, như an-toan",
    "report": "sms:SỐ, mailto:HỘP-THƯ hoặc https://…; để trống thì không hiện",
    "editing": "github:CHỦ/KHO hoặc gitlab:CHỦ/KHO, thêm @NHÁNH nếu khác main; để trống thì không có",
    "languages": "mã tiếng và tên, như {cja: tiếng Chăm Tây}",
    "addresses": "chữ thường không dấu, số, gạch nối ở giữa, như tat-ca-bai-hoc",
    "skills": "một chữ cái thường và việc làm được, như {b: Dùng máy và ứng dụng}",
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
    course, problems = SHAPE.fit(
        {name: value for name, value in options.items() if name not in SWITCHES}, path=path, line=line
    )
    strange = [
        Problem(path, line(("words", "sentences", key)), "C02", text, fix)
        for key, text, fix in (course.words.strange() if course else ())
    ]
    return None if strange else course, [*problems, *strange]
