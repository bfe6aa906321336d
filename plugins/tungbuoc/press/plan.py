"""Which handouts to make: galleys × formats, narrowed by what mkdocs.yml asks for. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.strict_yaml import KeyPath
from tungbuoc.press.formats import Format
from tungbuoc.press.volumes import split

COURSE = "tron-bo"
Pack = tuple[tuple[str, ...], tuple[str, ...]]
"""A named set: names of formats; codes of lessons, and of topics for what is made for a whole topic (none
for all)."""


@dataclass(frozen=True, slots=True)
class Need:
    """What an occasion takes of one format: of these lessons (none named: those that the reader picks, or
    the form), one copy for `every` so many people; 0 for one copy in all."""

    format: str
    lessons: tuple[str, ...] = ()
    every: int = 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a volunteer does tonight: its name, what is counted (“Bao nhiêu người học?”) and how many there
    mostly are, whether the reader picks the lesson, and what it takes."""

    name: str
    ask: str
    people: int
    pick: bool
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted. `formats` None means every format with `default: true`; `lessons` None means all of
    them.

    `packs` are named sets for an event.
    """

    formats: tuple[str, ...] | None = None
    lessons: tuple[str, ...] | None = None
    packs: Mapping[str, Pack] | None = None
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Handout:
    """One PDF to make: of one lesson or form, of all lessons of a topic (`code` its letter), of the course
    or of a pack."""

    code: str
    title: str
    format: Format
    galleys: tuple[Galley, ...]
    imposed: bool = False
    """The booklet's pages two on a side, for the printer; made from the booklet for reading."""
    volume: str = ""
    """For a book in several volumes: “Tập 1 trong 2”."""
    pack: Pack | None = None
    """For the cover of a pack: what is in it."""

    @property
    def file(self) -> str:
        """The file's name: `E1-lesson-sheet.pdf`; for the printer `E-booklet-in-gap.pdf`, of a translation
        `E1-bilingual-km.pdf`."""
        language = f"-{self.translation.language}" if self.translation else ""
        return f"{self.code}-{self.format.name}{language}{'-in-gap' if self.imposed else ''}.pdf"

    @property
    def translation(self) -> Galley | None:
        """What stands beside the lesson, where the format is one of translations."""
        return self.galleys[1] if self.format.per == "translation" else None

    @property
    def shown(self) -> str:
        """The name people see in a chat: `B5-to-bai-hoc.pdf`."""
        return f"{self.code}-{slugify(self.label)}.pdf"

    @property
    def many(self) -> bool:
        """Is it made of every lesson of a topic or of the course, or only to be bound in such a one?"""
        return self.format.per in ("topic", "course") or not self.format.alone

    @property
    def label(self) -> str:
        """What people call it: “Tập bài (bản in gấp)”, “Tờ song ngữ (tiếng Khmer)”."""
        label, say = self.format.label, self.galleys[0].wording.say
        if self.translation:
            return say("{label} ({language})", label=label, language=self.translation.language_name)
        return say("{label} (bản in gấp)", label=label) if self.imposed else label


def handouts(galleys: Sequence[Galley], formats: Mapping[str, Format], plan: Plan) -> tuple[Handout, ...]:
    """Every PDF to make, lessons in order of their codes; formats that need others' pages come after
    those."""
    lessons = [
        galley
        for galley in galleys
        if not galley.form and (plan.lessons is None or galley.code in plan.lessons)
    ]
    forms = [galley for galley in galleys if galley.form]
    made: list[Handout] = []
    for format in sorted(formats.values(), key=lambda format: (bool(format.insides), format.name)):
        wanted = _wanted(format, plan)
        if format.per == "lesson":
            inside = any(other.insides == format.name and _wanted(other, plan) for other in formats.values())
            made += [
                Handout(g.code, g.title, format, (g,))
                for g in lessons
                if (wanted or inside or _packed(format, g, plan)) and has(g, format)
            ]
        elif format.per == "translation":
            made += [
                Handout(g.code, g.title, format, (g, twin))
                for g in lessons
                if (wanted or _packed(format, g, plan)) and has(g, format)
                for twin in g.translations
                if not twin.outdated
            ]
        elif format.per == "form":
            mine = [
                form for form in forms if form.form == format.name and (wanted or _packed(format, form, plan))
            ]
            made += [Handout(form.code, form.title, format, (form,)) for form in mine]
        elif format.per == "topic" and wanted:
            made += _by_topic(lessons, format)
        elif format.per == "course" and wanted and lessons:
            made += _of_course(lessons, format)
        elif format.per == "pack" and wanted:
            made += _covers(lessons, format, plan)
    return tuple(made) + tuple(
        replace(handout, imposed=True) for handout in made if handout.format.imposition
    )


def check_plan(
    plan: Plan,
    formats: Mapping[str, Format],
    lessons: Collection[str],
    forms: Mapping[str, str],
    line: Callable[[KeyPath], int] = lambda _place: 1,
) -> list[Problem]:
    """Names in the plan that no format and no lesson (by code) has, and forms (path → name of its format)
    without one.

    `line` gives the line of mkdocs.yml where a place of the plan stands: `("packs", "Ngày hội", "formats",
    0)`.
    """
    problems: list[Problem] = []
    for place, name in _named(plan, 0):
        if name not in formats:
            problems.append(
                Problem(
                    "mkdocs.yml", line(place), "P11", f"Không có khuôn in «{name}».", nearest(name, formats)
                )
            )
    for place, code in _named(plan, 1):
        if code not in lessons and not (place[0] == "packs" and code in {lesson[:1] for lesson in lessons}):
            problems.append(
                Problem(
                    "mkdocs.yml", line(place), "P12", f"Không có bài «{code}» để in.", nearest(code, lessons)
                )
            )
    known = {name for name, format in formats.items() if format.per == "form"}
    for path, name in forms.items():
        if name not in known:
            problems.append(
                Problem(path, 1, "P13", f"Không có khuôn cho mẫu «{name}».", nearest(name, known))
            )
    return problems


def in_pack(handout: Handout, pack: Pack) -> bool:
    """Is it one of the pack, or its cover? Forms and prints of the whole course are whatever lessons are
    named."""
    names, codes = pack
    here = not codes or handout.code in codes or handout.format.per in ("form", "course")
    return handout.pack == pack or (handout.format.name in names and handout.pack is None and here)


def has(galley: Galley, format: Format) -> bool:
    """Does the lesson have what this format needs?"""
    return all(galley.section(title) for title in format.needs) and (not format.steps or bool(galley.steps))


def _named(plan: Plan, kind: int) -> Iterator[tuple[KeyPath, str]]:
    """Every name of a format (`kind` 0) or code of a lesson (1) in the plan, with its place among the
    options."""
    option = ("formats", "lessons")[kind]
    for index, name in enumerate((plan.formats, plan.lessons)[kind] or ()):
        yield (option, index), name
    for title, pack in (plan.packs or {}).items():
        yield from ((("packs", title, option, index), name) for index, name in enumerate(pack[kind]))
    for number, occasion in enumerate(plan.occasions):
        for at, need in enumerate(occasion.needs):
            place = ("occasions", number, "sheets", at)
            if kind:
                yield from (((*place, option, index), code) for index, code in enumerate(need.lessons))
            else:
                yield (*place, "format"), need.format


def _wanted(format: Format, plan: Plan) -> bool:
    return format.default if plan.formats is None else format.name in plan.formats


def _packed(format: Format, galley: Galley, plan: Plan) -> bool:
    needs = (need for occasion in plan.occasions for need in occasion.needs if need.format == format.name)
    if any(not need.lessons or galley.code in need.lessons for need in needs):
        return True
    return any(
        in_pack(Handout(galley.code, galley.title, format, (galley,)), pack)
        for pack in (plan.packs or {}).values()
    )


def _covers(lessons: Sequence[Galley], format: Format, plan: Plan) -> list[Handout]:
    """The cover of every pack that has a lesson; its code is made from the pack's name."""
    packs = (plan.packs or {}).items()
    inside = [
        (name, pack, tuple(galley for galley in lessons if not pack[1] or galley.code in pack[1]))
        for name, pack in packs
    ]
    return [
        Handout(slugify(name), name, format, galleys, pack=pack) for name, pack, galleys in inside if galleys
    ]


def _of_course(lessons: Sequence[Galley], format: Format) -> list[Handout]:
    """One handout, or, of a book that would be thicker than its format allows, a volume for some topics
    each."""
    title, volumes = (
        lessons[0].imprint.site_name,
        split(lessons, format.pages) if format.insides else [tuple(lessons)],
    )
    if len(volumes) == 1:
        return [Handout(COURSE, title, format, volumes[0])]
    say, total = lessons[0].wording.say, len(volumes)
    said = [say("Tập {number} trong {total}", number=number, total=total) for number in range(1, total + 1)]
    titles = [say("{title}, tập {number}", title=title, number=number) for number in range(1, total + 1)]
    return [
        Handout(f"{COURSE}-{number}", titles[number - 1], format, galleys, volume=said[number - 1])
        for number, galleys in enumerate(volumes, start=1)
    ]


def _by_topic(lessons: Sequence[Galley], format: Format) -> list[Handout]:
    topics = dict.fromkeys((galley.topic_letter, galley.topic) for galley in lessons)
    return [
        Handout(letter, title, format, tuple(galley for galley in lessons if galley.topic_letter == letter))
        for letter, title in topics
    ]
