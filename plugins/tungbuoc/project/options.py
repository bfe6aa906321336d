"""The options of `tungbuoc/handouts` in `mkdocs.yml`: what is printed, for whom, and whether the preview
prints too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.shape import Shape
from tungbuoc.lesson.strict_yaml import Loaded
from tungbuoc.lint.config import Config
from tungbuoc.lint.project import CONFIG
from tungbuoc.press.plan import Need, Occasion, Plan

PLUGIN = "tungbuoc/handouts"
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class PackOption(BaseModel):
    """A named set for an event: names of formats, and codes of lessons (none for all)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    formats: tuple[Name, ...] = Field(description="Tên các khuôn in của bộ.")
    lessons: tuple[Name, ...] = Field(default=(), description="Mã các bài của bộ; không ghi thì mọi bài.")


class Sheets(BaseModel):
    """What an occasion takes of one format; `every` 12 is one copy for 12 people, without it there is one
    in all."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format: Name = Field(description="Tên khuôn in.")
    lessons: tuple[Name, ...] = Field(
        default=(), description="Mã các bài cần in; không ghi thì bài người ta chọn, hoặc chính mẫu giấy ấy."
    )
    every: int = Field(
        default=0, ge=0, le=1000, description="Bao nhiêu người thì một tờ; không ghi thì cả buổi một tờ."
    )


class Tonight(BaseModel):
    """An occasion: what a volunteer has to do, how many people that is mostly for, and what to print."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Name = Field(description="Việc của buổi ấy, như `Dạy một lớp`.")
    ask: Name = Field(description="Câu hỏi để biết cần bao nhiêu tờ, như `Bao nhiêu người học?`.")
    people: int = Field(ge=1, le=10_000, description="Số người ghi sẵn trong ô.")
    pick: bool = Field(default=False, description="Người ta chọn bài trước, rồi mới chọn tờ.")
    sheets: tuple[Sheets, ...] = Field(min_length=1, description="Cần những tờ nào, mấy người một tờ.")


class Options(BaseModel):
    """The plugin's options as an editor writes them; each with what it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    formats: tuple[Name, ...] | None = Field(
        default=None,
        description="In những khuôn nào; không ghi thì mọi khuôn làm sẵn (`tungbuoc formats` kể ra).",
    )
    lessons: tuple[Name, ...] | None = Field(
        default=None, description="In những bài nào, theo mã bài; không ghi thì mọi bài."
    )
    packs: Mapping[Name, PackOption] = Field(
        default={}, description="Bộ tờ đặt tên cho một dịp: tên bộ, rồi khuôn và bài của bộ."
    )
    occasions: tuple[Tonight, ...] = Field(
        default=(),
        description="Trang “Tải tờ in” bắt đầu từ đây: tối nay làm gì, bao nhiêu người, cần tờ nào.",
    )
    team: str = Field(
        default="",
        description="Tên tổ trong `print/teams.local.csv`, in sẵn trên mọi tờ; để trống thì chừa dòng ghi.",
    )
    price: int = Field(
        default=0,
        ge=0,
        description="Chép một mặt giấy tốn bao nhiêu đồng; tờ bìa của bộ cộng lại. 0: không nói.",
    )
    scheduler: str = Field(
        default="",
        pattern="^(?:(?:tcp|tls|ucx)://.+)?$",
        description="Địa chỉ cụm máy Dask cùng in, như `tcp://10.0.0.5:8786`; để trống thì in trên máy này.",
    )
    serve: bool = Field(
        default=False,
        description=(
            "Bản xem thử cũng in PDF: tờ của bài vừa sửa thì in ngay, tập và sách nhiều bài thì đóng khi mở."
            " Bản dựng thì lúc nào cũng in tất cả."
        ),
    )


@dataclass(frozen=True, slots=True)
class Handouts:
    """What is to be printed; `price` of copying one side, in đồng (0: not known); `scheduler` is the address
    of a Dask cluster that presses (empty: this machine does); `places` has the line of every option in
    mkdocs.yml."""

    plan: Plan
    team: str
    price: int
    scheduler: str
    serve: bool
    places: Loaded


SHAPE = Shape(Options, f"phần «{PLUGIN}»", "P16", "P16", "P16", example="So với mục cùng tên trong README.")


def read(config: Config) -> tuple[Handouts | None, list[Problem]]:
    """`mkdocs.yml` → what to print, None when the plugin is off or its options are wrong, and every
    problem."""
    given, places = config.options(PLUGIN)
    if given is None:
        return None, []
    options, problems = SHAPE.fit(
        {name: value for name, value in given.items() if value is not None}, path=CONFIG, line=places.line
    )
    if options is None:
        return None, problems
    packs = {name: (pack.formats, pack.lessons) for name, pack in options.packs.items()}
    occasions = tuple(_occasion(one) for one in options.occasions)
    return (
        Handouts(
            Plan(options.formats, options.lessons, packs, occasions),
            options.team,
            options.price,
            options.scheduler,
            options.serve,
            places,
        ),
        [],
    )


def _occasion(said: Tonight) -> Occasion:
    needs = tuple(Need(sheets.format, sheets.lessons, sheets.every) for sheets in said.sheets)
    return Occasion(said.name, said.ask, said.people, said.pick, needs)
