"""The values that pages are made from: a course as it is read, and its galleys once every page is
rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tungbuoc.lesson.course import CourseOptions, Topic
from tungbuoc.lesson.galley import Galley, GalleyStep
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.translation import Translation
from tungbuoc.lesson.wording import Wording
from tungbuoc.permalink import editions
from tungbuoc.permalink.address import Site
from tungbuoc.permalink.ledger import Ledger
from tungbuoc.press.formats import Format
from tungbuoc.press.plan import Plan
from tungbuoc.web.calls import linked
from tungbuoc.web.forms import PaperForm
from tungbuoc.web.search import Vocabulary


@dataclass(frozen=True, slots=True)
class Film:
    """The clip of a step as pages show it: file name below `video/`, seconds, bytes; `source` own,
    recorded or outside."""

    source: str
    address: str
    seconds: float = 0.0
    size: int = 0
    captions: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """All that is known of a course before its pages are rendered. Keys of `lessons`, `forms` and `urls`
    (of lessons and translations), and `written`, are paths below `docs/`."""

    root: Path
    docs: Path
    options: CourseOptions
    site: Site
    site_name: str
    serving: bool
    lessons: Mapping[str, Lesson]
    problems: tuple[Problem, ...]
    ledger: Ledger
    glossary: Mapping[str, str]
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """Lessons in other languages, by their paths below `docs/`."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    forms: Mapping[str, PaperForm] = field(default_factory=dict)
    editions: tuple[editions.EditionRow, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Numbers that may be called, bare digits → what for."""
    formats: Mapping[str, Format] = field(default_factory=dict)
    plan: Plan | None = None
    """What is printed, and its formats; none where a preview prints nothing."""
    pulls: bool = False
    """A preview that shows the sheet of a lesson when it is asked for."""
    written: frozenset[str] = frozenset()
    """Pages that would be made from the lessons, had not an editor written them."""
    urls: Mapping[str, str] = field(default_factory=dict)
    films: Mapping[str, Film] = field(default_factory=dict)
    cards: frozenset[str] = frozenset()
    """Names of the pictures that pasted links show."""

    @property
    def words(self) -> Wording:
        """How the course speaks."""
        return self.options.words

    def in_topic(self, topic: Topic) -> list[tuple[str, Lesson]]:
        """The topic's lessons by code: E1, E2, … E10."""
        found = [
            (path, lesson) for path, lesson in self.lessons.items() if self.options.topic_of(path) == topic
        ]
        return sorted(found, key=lambda entry: (len(entry[1].code), entry[1].code, entry[0]))

    def by_topic(self) -> list[Lesson]:
        """Every lesson in the order of topics and codes."""
        return [lesson for topic in self.options.topics for _, lesson in self.in_topic(topic)]

    def asks(self, code: str) -> tuple[tuple[str, str], ...]:
        """The errands, as (group, words), that this lesson is the best of all lessons for."""
        known = {lesson.code for lesson in self.lessons.values()}
        best = (
            (errand, next((one for one in errand.codes if one in known), ""))
            for errand in self.vocabulary.errands
        )
        return tuple((errand.group, errand.name) for errand, one in best if one == code)

    def errand(self, topic: Topic) -> str:
        """What a resident comes to the topic for, as far as there are lessons for it; else its title."""
        here = {lesson.code for _, lesson in self.in_topic(topic)}
        said = ", ".join(words for code, words in topic.errand.items() if code in here) or topic.title
        return said[0].upper() + said[1:]

    def local(self, fragment: str, up: str) -> str:
        """A galley's fragment with its absolute links and its pictures made relative to a page again; `up`
        is the page's way to the root."""
        return fragment.replace(f'href="{self.site.url}', f'href="{up}').replace('src="docs/', f'src="{up}')

    def live(self, fragment: str, up: str) -> str:
        """`local`, with the numbers that may be called as links."""
        return linked(self.local(fragment, up), self.numbers)

    def files_of(self, path: str) -> list[str]:
        """The pages that change with a lesson, as files below the site."""
        lesson = self.lessons[path]
        codes = [f"{step.key}/index.html" for step in lesson.steps if step.key]
        own = [f"{self.urls[one]}index.html" for one in (path, *self.translations_of(path))]
        return [*own, *codes, f"in/{lesson.code}/index.html"]

    def original_of(self, path: str) -> str:
        """The path of the lesson that a page is about: of a translation that of its original."""
        twin = self.translations.get(path)
        return twin.original.path.removeprefix("docs/") if twin else path

    def translations_of(self, path: str) -> list[str]:
        """Paths of the translations of the lesson at `path`, in the order of their languages."""
        return sorted(one for one in self.translations if self.original_of(one) == path)

    def seen_from(self, path: str, outlines: Mapping[str, Lesson]) -> Course:
        """What the pages of one lesson are made from: its own words, films and problems, and of every other
        lesson its outline."""
        return replace(
            self,
            lessons={**outlines, path: self.lessons[path]},
            translations={one: self.translations[one] for one in self.translations_of(path)},
            films=self.films_of(path),
            problems=tuple(self.faults(path)),
            forms={},
        )

    def films_of(self, path: str) -> dict[str, Film]:
        """The films of one lesson's steps, by key."""
        keys = [step.key for step in self.lessons[path].steps if step.key]
        return {key: self.films[key] for key in keys if key in self.films}

    def outlines(self) -> dict[str, Lesson]:
        """Every lesson without its words: its front matter and its title."""
        return {
            path: Lesson(lesson.path, "", lesson.front, lesson.title, 0, (), ())
            for path, lesson in self.lessons.items()
        }

    def faults(self, path: str) -> list[Problem]:
        """Problems of one page, by its path below `docs/`."""
        return [
            problem
            for problem in self.problems
            if problem.path == (self.docs / path).relative_to(self.root).as_posix()
        ]


@dataclass(frozen=True, slots=True)
class Galleys:
    """The galleys of a whole course in the order of paper: lessons A1, A2, … A10, B1, then the forms by
    code."""

    in_order: tuple[Galley, ...]

    @classmethod
    def of(cls, galleys: Iterable[Galley]) -> Galleys:
        """Galleys as their pages were rendered → all in order, translations with their originals."""
        rendered = list(galleys)
        twins = sorted((one for one in rendered if one.language), key=lambda galley: galley.language)
        whole = [_with_twins(one, twins) for one in rendered if not one.language]
        return cls(
            tuple(
                sorted(
                    whole,
                    key=lambda galley: (bool(galley.form), galley.code[0], int(galley.code[1:])),
                )
            )
        )

    def get(self, code: str) -> Galley | None:
        """The galley of a lesson or form by its code."""
        return next((galley for galley in self.in_order if galley.code == code), None)

    def steps(self) -> Iterator[GalleyStep]:
        """Every step of the course, with its key."""
        return (step for galley in self.in_order for step in galley.steps)


def _with_twins(galley: Galley, twins: Iterable[Galley]) -> Galley:
    own = tuple(twin for twin in twins if twin.code == galley.code and not galley.form)
    return galley.model_copy(update={"translations": own}) if own else galley
