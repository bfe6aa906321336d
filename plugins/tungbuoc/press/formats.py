"""Formats: one kind of printable each, as a folder `print/formats/<name>/` with format.yml, template.html and
style.css.

The package ships them; a project adds its own and replaces ours by name (`shelf`). Adding one needs no
Python. Whatever is wrong in a format.yml is told with its line and the nearest known name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from tungbuoc.lesson import grammar, strict_yaml
from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.shape import Shape
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.wording import Wording
from tungbuoc.lesson.yaml_faults import YamlFault
from tungbuoc.press import shelf
from tungbuoc.press.papers import IMPOSED, PAPERS, Paper, PaperSize

_EXTENDS = re.compile(r'{%-? extends "formats/([a-z0-9-]+)/template\.html"')
Per = Literal["lesson", "translation", "topic", "course", "form", "pack", "bundle"]
"""What one handout is made of; of a translation it is the lesson and that."""
Imposition = Literal["booklet"]
StepPart = Literal["words", "screens", "codes", "titles", "one code", "best code"]
Left = Literal["titles", "wrong reasons"]


def _section(name: object) -> object:
    if isinstance(name, str) and name not in grammar.TITLES:
        kind = grammar.kind_of(name)
        hint = (
            nearest(name, grammar.TITLES) if kind == grammar.UNKNOWN else f"Phần ấy ở đây viết là «{kind}»."
        )
        raise ValueError(f"Không có phần «{name}». {hint}")
    return name


SectionKind = Annotated[str, BeforeValidator(_section)]


class Grid(BaseModel):
    """How steps stand in rows; lengths in mm, type in pt. The defaults are the lesson sheet's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: float = 92
    """The width of the words beside one screen."""
    narrow: float = 53
    """… beside two screens; 0 when two never stand beside them."""
    wide: float = 135.5
    """… above their screens."""
    words: float = 16
    title: float = 19
    unit: float = 0.24
    """One unit of a drawing; a phone is 144 wide."""
    under_code: float = 13.2
    """The address under a code."""
    drawn: float = 9
    """The smallest words inside a drawn screen, in pt."""
    below: bool = False
    """Words run over the width of `text`, below them screens as large as old eyes need, and the code
    beside those."""


class Stamp(BaseModel):
    """Where the page number of a book is stamped: mm from the left and bottom edge, size in pt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    left: float
    bottom: float
    size: float = 13


class Format(BaseModel):
    """What a format.yml says. `name` is its folder's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    label: str = Field(min_length=1)
    per: Per
    paper: Paper = "A4"
    """The size of every page; a roll is as long as what stands on it."""
    safe_mm: float | None = Field(default=None, ge=3, le=40)
    """How far from every edge words stand; None: as far as the paper asks."""
    sections: tuple[SectionKind, ...] = ()
    """Kinds of sections (`lesson.grammar.TITLES`) that stand on the paper whole; the gate looks for every
    sentence of them."""
    titled: bool = True
    """The title of every lesson stands on the paper."""
    leaves_out: tuple[Left, ...] = ()
    """What of its sections is not printed: the reasons of wrong answers, the titles of a form's parts."""
    where_room: tuple[SectionKind, ...] = ()
    """Sections printed only where they need no further page."""
    needs: tuple[SectionKind, ...] = ()
    """A lesson without one of these has no such handout."""
    steps: tuple[StepPart, ...] = ()
    """What of each step stands on the paper."""
    rows: Grid | None = None
    """Steps stand in rows of the fold law."""
    fit: tuple[float, ...] = ()
    """Body sizes in pt to try, largest first, until the handout has no more than `pages` pages; steps in
    rows also until it needs the fewest sheets and its last side is a third full."""
    imposition: Imposition | None = None
    insides: str = ""
    """For a booklet or book: the format of the lessons in it."""
    stamp: Stamp | None = None
    """For a book: where its page numbers go."""
    two_up: tuple[int, ...] = ()
    """For a form: the parts, counted from 1, whose write-in lines stand two in a row."""
    flip: Literal["long", "short"] = "long"
    """Over which edge a printer turns the sheet."""
    after: str = ""
    """What is done with the printed sheet: “cắt thành bốn thẻ”."""
    pages: int = Field(default=0, ge=0)
    """The most pages one handout may have; 0 for any number."""
    code_mm: float = Field(default=25.0, ge=22.2, le=200)
    """The width of the code images."""
    type: Mapping[str, float] = Field(default_factory=dict)
    """Type sizes in points by role: what proof measures against, and what `print_type` gives to the
    stylesheet."""
    goes_to: str = ""
    """Who gets it, or where it lies: the cover of a pack says so."""
    alone: bool = True
    """Handed out by itself, not only bound in a book."""
    default: bool = True
    """Made when mkdocs.yml names no formats."""

    @property
    def size(self) -> PaperSize:
        """The paper, with the margin that this format keeps on it."""
        paper = PAPERS[self.paper]
        return paper if self.safe_mm is None else replace(paper, safe=self.safe_mm)

    @model_validator(mode="after")
    def _stands_on_its_paper(self) -> Format:
        if self.rows and self.size.roll:
            raise ValueError("Giấy cuộn không có nếp gấp để xếp hàng. Bỏ mục «rows», hoặc chọn giấy khác.")
        if self.imposition and self.paper not in IMPOSED:
            raise ValueError(
                f"Giấy {self.paper} không ghép hai trang một mặt được. Chọn giấy {', '.join(IMPOSED)}."
            )
        return self


SHAPE = Shape(Format, "khuôn in", "P03", "P04", "P05", example="Xem một khuôn có sẵn để viết cho đúng.")


@dataclass(frozen=True, slots=True)
class Formats:
    """All readable formats by name, and what is wrong with the others."""

    known: Mapping[str, Format]
    problems: tuple[Problem, ...]


def load(folder: Path, *, root: Path | None = None, words: Wording = Wording()) -> Formats:  # noqa: B008 (frozen)
    """Read every format of a project, whose `print/formats` is `folder`, and of the package, in a course's
    `words`; paths in problems are relative to `root`."""
    known: dict[str, Format] = {}
    problems: list[Problem] = []
    places = shelf.formats(folder)
    for place in places.values():
        found, wrong = _read(place, shelf.shown(place / "format.yml", root))
        problems += wrong
        if found:
            known[found.name] = found
    problems += [
        problem
        for name, format in known.items()
        for problem in _strangers(format, known, shelf.shown(places[name] / "format.yml", root))
    ]
    return Formats({name: _said(format, words) for name, format in known.items()}, tuple(sorted(problems)))


def _said(format: Format, words: Wording) -> Format:
    said = {name: words.fill(getattr(format, name)) for name in ("label", "goes_to", "after")}
    return format.model_copy(update=said)


def extended(formats_dir: Path, name: str) -> tuple[str, ...]:
    """The formats whose templates this one's extends: their styles come before its own."""
    said = shelf.find(formats_dir, f"formats/{name}/template.html").read_text(encoding="utf-8")
    return tuple(_EXTENDS.findall(said))


def _read(place: Path, shown: str) -> tuple[Format | None, list[Problem]]:
    missing = [name for name in ("format.yml", "template.html", "style.css") if not (place / name).is_file()]
    if missing:
        fix = "Chép từ một khuôn có sẵn rồi sửa, hoặc xóa thư mục này."
        return None, [
            Problem(shown, 1, "P01", f"Khuôn in «{place.name}» thiếu tệp {', '.join(missing)}.", fix)
        ]
    text = read_text((place / "format.yml").read_bytes(), shown)
    if isinstance(text, Problem):
        return None, [text]
    loaded = strict_yaml.load(text)
    if loaded.faults or not isinstance(loaded.value, dict):
        faults = loaded.faults or (
            YamlFault(1, "Tệp phải gồm các dòng «tên: nội dung».", "Xem một khuôn có sẵn."),
        )
        return None, [Problem(shown, fault.line, "P02", fault.text, fault.fix) for fault in faults]
    return SHAPE.fit({**loaded.value, "name": place.name}, path=shown, line=loaded.line)


def _strangers(format: Format, known: Mapping[str, Format], shown: str) -> list[Problem]:
    if format.insides and format.insides not in known:
        return [
            Problem(
                shown,
                1,
                "P07",
                f"Không có khuôn «{format.insides}» để đóng thành tập.",
                nearest(format.insides, known),
            )
        ]
    return []
