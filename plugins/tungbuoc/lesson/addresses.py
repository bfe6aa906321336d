"""Where the pages lie that are made from all lessons, and what menu, home page and the foot of every page
list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from tungbuoc.lesson.wording import ours

_ADDRESS = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
PageAddress = Annotated[str, StringConstraints(pattern=_ADDRESS, max_length=60)]
"""One part of an address that anybody can type."""

_ENGLISH = {
    "all": "all-lessons", "questions": "i-want-to", "glossary": "new-words", "prints": "handouts",
    "video": "video", "family": "family-notebook", "mentor": "five-people",
    "projection": "show", "voices": "record",
}  # fmt: skip
"""The defaults of a course in English."""
TOPICS, FORMS = "topics", "forms"
"""What a menu may list besides pages: every topic with its lessons, every blank form."""


class PageAddresses(BaseModel):
    """The address of every page made from all lessons, by the name that menus call it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    all: PageAddress = Field(default="tat-ca-bai-hoc", description="Trang kể mọi bài học.")
    questions: PageAddress = Field(default="toi-muon", description="Trang kể mọi việc người ta muốn làm.")
    glossary: PageAddress = Field(default="tu-moi", description="Trang giải nghĩa từ mới.")
    prints: PageAddress = Field(default="tai-to-in", description="Trang để tải tờ in.")
    video: PageAddress = Field(default="video", description="Trang kể bước nào có video, video nào có tiếng.")
    family: PageAddress = Field(default="so-gia-dinh", description="Sổ gia đình: ai đã học bài nào.")
    mentor: PageAddress = Field(default="so-nam-nguoi", description="Sổ kèm năm người.")
    projection: PageAddress = Field(default="chieu", description="Thư mục của các trang chiếu lên tường.")
    voices: PageAddress = Field(default="thu-tieng", description="Trang thu tiếng đọc.")


LISTED = tuple(name for name in PageAddresses.model_fields if name not in ("projection", "voices"))
"""The names of the pages that a menu may list."""


def is_address(text: str) -> bool:
    """Whether an address has no signs but small letters, digits and hyphens between them."""
    return bool(re.match(_ADDRESS, text))


class Listing(BaseModel):
    """One entry of a list: a page under a name of its own or (`name` empty) under its title; or a group."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    page: str = ""
    """A name of `PageAddresses`, `TOPICS`, `FORMS`, or a file below `docs/`; empty for a group."""
    name: str = ""
    entries: tuple[Listing, ...] = ()


def _typed(value: Any) -> Any:
    """What people type, as in MkDocs' `nav`: `all`, `Lộ trình: lo-trinh.md`, `Người dạy: [prints, video]`."""
    if isinstance(value, Listing):
        return value
    if isinstance(value, str) and value.strip():
        return Listing(page=value.strip())
    if isinstance(value, Mapping) and len(value) == 1:
        name, said = next(iter(value.items()))
        if isinstance(said, str) and said.strip():
            return Listing(name=str(name), page=said.strip())
        if isinstance(said, list) and said:
            return Listing(name=str(name), entries=tuple(_typed(one) for one in said))
    raise ValueError(
        "Mục này không phải tên một trang. Viết «all», «Tên hiện ra: trang.md» hoặc «Tên nhóm: [all,"
        " trang.md]»."
    )


_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "minProperties": 1, "maxProperties": 1,
         "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1}]}},
    ]
}  # fmt: skip
Listings = tuple[Annotated[Listing, BeforeValidator(_typed), WithJsonSchema(_SCHEMA)], ...]
_MENU: Listings = tuple(
    map(
        _typed,
        (
            TOPICS, "all", "questions", "family", "glossary",
            {ours("Cho người dạy"): ["prints", "video", "mentor"]},
            {ours("Mẫu để ghi"): [FORMS]},
        ),
    )
)  # fmt: skip
_HOME: Listings = tuple(map(_typed, ("all", "family", "prints")))
_FOOT: Listings = tuple(map(_typed, ("all", "glossary", "prints")))


class Pages(BaseModel):
    """What a course says of its pages besides the lessons. In every list stands a name of `PageAddresses` or
    a file below `docs/`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    addresses: PageAddresses = Field(
        default=PageAddresses(),
        description="Địa chỉ của các trang máy làm từ mọi bài. Không ghi thì lấy địa chỉ sẵn có, tiếng Việt"
        " hay tiếng Anh theo bộ bài.",
    )
    old: Mapping[str, str] = Field(
        default={},
        description="Địa chỉ cũ, rồi trang nay, như `{bai-hoc: all}`: ai mở địa chỉ cũ thì tới trang ấy."
        " Địa chỉ sẵn có thì không cần kể.",
    )
    menu: Listings = Field(
        default=_MENU,
        description="Menu, sau trang đầu: `topics` là mọi chủ đề và bài, `forms` là mọi mẫu để ghi, rồi tên"
        " trang hay tệp trong `docs/`. `Tên hiện ra: trang.md` đặt tên khác,"
        " `Tên nhóm: [all, trang.md]` gộp nhóm.",
    )
    home: Listings = Field(default=_HOME, description="Trang đầu dẫn tới trang nào, dưới các chủ đề.")
    emergency: str = Field(
        default="",
        description="Tệp trong `docs/` kể số khẩn cấp, hiện thành ô cuối của các chủ đề ở trang đầu.",
    )
    foot: Listings = Field(default=_FOOT, description="Chân mọi trang dẫn tới trang nào.")

    def path_of(self, page: str) -> str:
        """A name of `PageAddresses` as the file below `docs/` that its page would be; any other page as it
        is."""
        return f"{getattr(self.addresses, page)}.md" if page in PageAddresses.model_fields else page

    def made(self) -> dict[str, str]:
        """File below `docs/` → name, for every page that menus may list and that is made from all lessons."""
        return {self.path_of(name): name for name in LISTED}

    def former(self, language: str) -> dict[str, str]:
        """Every address that leads on to another page → the page: those that the course tells, and those that
        its pages would have by themselves."""
        now = self.addresses.model_dump()
        first = usual(language)
        left = {first[name]: name for name in now if first[name] not in now.values()}
        return {**left, **self.old}


def usual(language: str) -> Mapping[str, str]:
    """The addresses, by name, of a course in this language that says none."""
    return _ENGLISH if language == "en" else PageAddresses().model_dump()
