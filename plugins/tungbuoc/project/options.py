"""The options of `tungbuoc/handouts` in `mkdocs.yml`: what is printed, for whom, and whether the preview prints too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.strict_yaml import Loaded
from tungbuoc.lint.config import read_options
from tungbuoc.lint.project import CONFIG
from tungbuoc.press.plan import Plan

PLUGIN = "tungbuoc/handouts"
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Pack(BaseModel):
    """A named set for an event: names of formats, and codes of lessons (none for all)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    formats: tuple[Name, ...]
    lessons: tuple[Name, ...] = ()


class Options(BaseModel):
    """The plugin's options as an editor writes them; what each means is told in `site.handouts`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    formats: tuple[Name, ...] | None = None
    lessons: tuple[Name, ...] | None = None
    packs: Mapping[Name, Pack] = {}
    team: str = ""
    serve: bool = False


@dataclass(frozen=True, slots=True)
class Handouts:
    """What is to be printed; `places` has the line of every option in mkdocs.yml."""

    plan: Plan
    team: str
    serve: bool
    places: Loaded


def read(text: str, environ: Mapping[str, str]) -> tuple[Handouts | None, list[Problem]]:
    """The text of `mkdocs.yml` → what to print, None when the plugin is off or its options are wrong, and every problem."""
    given, places = read_options(text, environ, PLUGIN)
    if given is None:
        return None, []
    try:
        options = Options.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        return None, [_told(fault, places) for fault in error.errors()]
    packs = {name: (pack.formats, pack.lessons) for name, pack in options.packs.items()}
    return Handouts(Plan(options.formats, options.lessons, packs), options.team, options.serve, places), []


def _told(fault: Any, places: Loaded) -> Problem:
    where = tuple(fault["loc"])
    line, shown = places.line(where), ".".join(map(str, where))
    if fault["type"] == "extra_forbidden":
        known = Pack.model_fields if where[0] == "packs" else Options.model_fields
        return Problem(CONFIG, line, "P16", f"{PLUGIN} không có mục «{shown}».", nearest(str(where[-1]), known))
    return Problem(CONFIG, line, "P16", f"{PLUGIN}: mục «{shown}» thiếu hoặc chưa đúng.", "So với mục cùng tên trong README.")
