"""The galley: the print-ready HTML of one lesson or form with its steps, screens and codes, as one JSON file.

It is the only thing that passes from the site build to the press, so the press runs and is tested without
MkDocs. All `html` fields are fragments made by the site's Markdown, safe by construction: no raw HTML, no
attributes of the author's, links absolute, images as paths relative to the project's root.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from tungbuoc.lesson.said import SaidPart
from tungbuoc.lesson.wording import Wording


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Drawn(_Frozen):
    """A screen drawn for paper: `svg` whole, size in drawing units (1 unit = 0.24 mm), `on` android,
    iphone or empty."""

    svg: str
    alt: str
    width: float
    height: float
    on: str = ""


class GalleyStep(_Frozen):
    """One step: `html` is its text as `<p>`s; `payload` what its code holds; `typed` the address to type."""

    number: int
    key: str
    title: str
    html: str
    screens: tuple[Drawn, ...]
    payload: str
    typed: str


class Answer(_Frozen):
    """One answer of a question; `reason` is shown after trying."""

    html: str
    right: bool
    reason: str


class Question(_Frozen):
    """One question of “Tự kiểm”."""

    html: str
    answers: tuple[Answer, ...]


class PlanItem(_Frozen):
    """One line of the trainer's plan."""

    minutes: int
    html: str


class Pair(_Frozen):
    """One line of “Nếu không được”: what happens, what to do."""

    trouble: str
    answer: str


class GalleySection(_Frozen):
    """A section: its kind (`lesson.grammar.TITLES`; empty in forms), the title it prints, whole `html`,
    the inner HTML of its items where it is one list and nothing else."""

    kind: str = ""
    title: str
    html: str
    items: tuple[str, ...] = ()


class Imprint(_Frozen):
    """What every sheet says about where it comes from. `draft` is the mark of a site without public address,
    or empty.

    `edition` is empty until the lesson was released; then the sheet's date is `edition_date`, never the
    clock's.
    """

    site_name: str
    shown: str
    url: str
    draft: str = ""
    licence: str = "CC BY 4.0"
    edition: str = ""
    edition_date: str = ""


class Galley(_Frozen):
    """One lesson (`form` empty) or one form (`form` names its format, `rows` how often a grid's last row
    repeats)."""

    code: str
    title: str
    path: str
    url: str
    imprint: Imprint
    topic: str = ""
    topic_letter: str = ""
    audience: str = ""
    wording: Wording = Wording()
    """How the course speaks."""
    reader: str = Wording().reader
    """How the lesson calls its reader."""
    minutes: int = 0
    skills: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    """What people want when this is the best lesson for it, as (group, errand)."""
    reviewed: str = ""
    review_by: str = ""
    tried: str = ""
    phones_differ: bool = False
    steps: tuple[GalleyStep, ...] = ()
    sections: tuple[GalleySection, ...] = ()
    pairs: tuple[Pair, ...] = ()
    quiz: tuple[Question, ...] = ()
    plan: tuple[PlanItem, ...] = ()
    form: str = ""
    label: str = ""
    rows: int = 0
    language: str = ""
    """Of a translation: the tag of its language; empty for the course's own."""
    language_name: str = ""
    """… and what the course calls it."""
    outdated: bool = False
    """… and whether its original says something else by now: it is then printed nowhere."""
    translations: tuple[Galley, ...] = ()
    """The lesson in other languages, without screens: those are its own."""
    said: tuple[SaidPart, ...] = ()
    """All that the source says, with its lines: what paper is measured against."""

    def section(self, kind: str) -> GalleySection | None:
        """The section of that kind."""
        return next((section for section in self.sections if section.kind == kind), None)
