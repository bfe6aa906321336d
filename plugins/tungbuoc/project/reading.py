"""The project's files → the values a build is made from, and every problem that would stop it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tungbuoc import lint
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.text import alone
from tungbuoc.lesson.translation import Translation
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.check import scans
from tungbuoc.lint.config import check_extension, load_config
from tungbuoc.lint.data import Data, read_data
from tungbuoc.lint.project import CONFIG
from tungbuoc.lint.translations import survey
from tungbuoc.permalink import editions, ledger
from tungbuoc.press import formats, plan, teams
from tungbuoc.press.proof import pull
from tungbuoc.press.stamping.layout import Team
from tungbuoc.press.typeset import templates
from tungbuoc.project import options
from tungbuoc.web import films, forms, search
from tungbuoc.web.course import Course
from tungbuoc.works.recollection import REMEMBERED, recollection


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read. Keys of `lessons`, `translations` and `forms` are paths below `docs/`; `handouts` is
    None when nothing is printed."""

    project: lint.Project
    lessons: Mapping[str, Lesson]
    translations: Mapping[str, Translation]
    forms: Mapping[str, forms.PaperForm]
    data: Data
    vocabulary: search.Vocabulary
    ledger: ledger.Ledger
    editions: tuple[editions.EditionRow, ...]
    handouts: options.Handouts | None
    formats: Mapping[str, formats.Format]
    team: Team | None
    problems: tuple[Problem, ...]

    def course(self, root: Path, site_name: str, *, serving: bool) -> Course | None:
        """What the site below `root` is made from, None where `mkdocs.yml` does not say which files are
        lessons; a preview (`serving`) prints only when asked to."""
        if self.project.course is None:
            return None
        prints = self.handouts if self.handouts and (self.handouts.serve or not serving) else None
        return Course(
            root=root, docs=root / self.project.naming.docs, options=self.project.course,
            site=self.project.site, site_name=site_name, serving=serving,
            lessons=self.lessons, translations=self.translations,
            problems=self.problems, ledger=self.ledger, vocabulary=self.vocabulary,
            glossary={word: entry.means for word, entry in self.data.glossary.items()},
            forms=self.forms, editions=self.editions,
            numbers={key: entry.purpose for key, entry in self.data.printable.items() if entry.number},
            formats=self.formats if prints else {}, plan=prints.plan if prints else None,
            pulls=serving and pull.SHEET in self.formats,
        )  # fmt: skip


def read(root: Path, *, today: dt.date, environ: Mapping[str, str] | None = None) -> Reading:
    """Read and judge the project below `root`. Never raises for what an editor can do wrong.

    What only the machine lacks (fonts, Pango) is no problem of the project; a build finds it.
    """
    environ = os.environ if environ is None else environ
    recall = recollection(root / REMEMBERED)
    project = replace(lint.read_project(root, today=today, environ=environ), recall=recall)
    problems = lint.check(project)
    scanned = scans(project)
    lessons = {path.removeprefix("docs/"): scan.lesson for path, scan in scanned.items()}
    translations = survey(project, scanned)
    shown = {path.removeprefix("docs/"): translations.known[path] for path in sorted(translations.ready)}
    found_forms, told = forms.read_forms(project.files)
    problems += told
    vocabulary, told = search.read_vocabulary(project.files.get(search.PATH, b""))
    problems += told
    released, told = editions.read(project.files.get(editions.PATH, b""))
    problems += told
    config = load_config(project.files.get(CONFIG, b""), environ)
    handouts, told = (None, [config]) if isinstance(config, Problem) else options.read(config)
    problems += [*told, *([] if isinstance(config, Problem) else check_extension(config))]
    known, team, told = _paper(root, project, handouts, lessons, found_forms)
    problems += told
    hosts = project.course.video_hosts if project.course else ()
    problems += films.check(lessons, root / project.naming.docs, hosts, root / ".cache/clips")
    book, _ = ledger.read(project.files.get(ledger.PATH, b""))
    data, _ = read_data(project.files)
    recall.keep("scan", "judged", "template", "translation")
    problems = [project.naming.told(problem) for problem in alone(_cause_first(project, problems))]
    return Reading(
        project,
        lessons,
        shown,
        found_forms,
        data,
        vocabulary,
        book,
        released,
        handouts,
        known,
        team,
        tuple(problems),
    )


def _cause_first(project: lint.Project, problems: list[Problem]) -> list[Problem]:
    """All of them in order; only those of `mkdocs.yml` when it does not even say which files are lessons."""
    return in_order(lint.unconfigured(project) or problems)


def _paper(
    root: Path,
    project: lint.Project,
    handouts: options.Handouts | None,
    lessons: Mapping[str, Lesson],
    found_forms: Mapping[str, forms.PaperForm],
) -> tuple[Mapping[str, formats.Format], Team | None, list[Problem]]:
    """The formats, the team on the sheets, and what is wrong with what is to be printed."""
    if handouts is None:
        return {}, None, []
    folder = root / "print/formats"
    loaded = formats.load(folder, root=root, words=project.course.words if project.course else Wording())
    problems = [*loaded.problems, *templates.check(folder, loaded.known, root, project.recall)]
    codes = {lesson.code for lesson in lessons.values()}
    named = {f"docs/{path}": form.front.form for path, form in found_forms.items()}
    problems += plan.check_plan(handouts.plan, loaded.known, codes, named, handouts.places.line)
    team, told = teams.find(project.files, handouts.team, handouts.places.line(("team",)))
    return loaded.known, team, [*problems, *told]
