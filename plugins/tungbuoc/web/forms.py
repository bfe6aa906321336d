"""Forms: Markdown pages of `docs/mau/` that editors can change and that are printed to be filled in by
hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tungbuoc.lesson.galley import Galley, GalleySection, Imprint
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.said import said
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.shape import Line, Shape
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink.address import Site
from tungbuoc.web.galleys import printable
from tungbuoc.web.tree import Tree

FOLDER = "mau"
_FORM = re.compile(rf"docs/{FOLDER}/[^/]+\.md")


class FormFront(BaseModel):
    """Front matter of a form: `form` names its format, `rows` how often a grid's last row repeats."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Annotated[str, StringConstraints(pattern=r"^M[0-9]{2}$")]
    form: Line
    label: Line
    reviewed: dt.date
    rows: Annotated[int, Field(ge=0, le=60)] = 0


SHAPE = Shape(FormFront, "phần đầu mẫu", "F04", "F03", "F05", example="So với một mẫu khác trong docs/mau.")


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One form: its path below `docs/`, front matter, title, and the Markdown, blank lines where the front
    matter was."""

    path: str
    front: FormFront
    title: str
    body: str


def read_forms(files: Mapping[str, bytes]) -> tuple[dict[str, PaperForm], list[Problem]]:
    """Files of the project → every form of `docs/mau` by its path below `docs/`; what is wrong comes back
    as problems."""
    forms: dict[str, PaperForm] = {}
    problems: list[Problem] = []
    for name in sorted(files):
        if _FORM.fullmatch(name) and name != f"docs/{FOLDER}/index.md":
            path = name.removeprefix("docs/")
            text = read_text(files[name], name)
            form, found = (None, [text]) if isinstance(text, Problem) else _read(path, text)
            problems += found
            if form:
                forms[path] = form
    return forms, problems


def build(form: PaperForm, tree: Tree, *, site: Site, url: str, stamp: Imprint, wording: Wording) -> Galley:
    """A form's tree → its galley; what stands above the first H2 is the section without a title."""
    parts = [("", tree.intro, ()), *((part.title, part.html, part.items) for part in tree.parts)]
    sections = tuple(
        GalleySection(
            title=title,
            html=printable(html, site, url),
            items=tuple(printable(item, site, url) for item in items),
        )
        for title, html, items in parts if html or title
    )  # fmt: skip
    front = form.front
    return Galley(
        code=front.code, title=form.title, path=f"docs/{form.path}", url=url, imprint=stamp,
        wording=wording, reader=wording.reader,
        reviewed=front.reviewed.isoformat(),
        form=front.form, label=front.label, rows=front.rows, sections=sections,
        said=said(scan(form.body, f"docs/{form.path}").lesson),
    )  # fmt: skip


def _read(path: str, text: str) -> tuple[PaperForm | None, list[Problem]]:
    shown = f"docs/{path}"
    pieces = text.split("---\n", 2)
    if len(pieces) < 3 or pieces[0].strip():
        return None, [
            Problem(
                shown,
                1,
                "F01",
                "Mẫu chưa có phần đầu (giữa hai dòng ---).",
                "Chép phần đầu của một mẫu khác rồi sửa.",
            )
        ]
    loaded = load(pieces[1])
    problems = [Problem(shown, fault.line + 1, "F02", fault.text, fault.fix) for fault in loaded.faults]
    title = next((line[2:].strip() for line in pieces[2].split("\n") if line.startswith("# ")), "")
    if not title:
        problems.append(
            Problem(shown, 1, "H01", "Mẫu chưa có tên.", "Thêm dòng «# Tên mẫu» ngay dưới phần đầu.")
        )
    front, found = (
        SHAPE.fit(loaded.value, path=shown, line=lambda where: loaded.line(where) + 1)
        if loaded.value is not None
        else (None, [])
    )
    problems += found
    body = "\n" * (pieces[1].count("\n") + 2) + pieces[2]  # its lines keep their numbers
    return (PaperForm(path, front, title, body) if front and not problems else None), problems
