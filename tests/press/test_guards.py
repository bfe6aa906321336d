"""Whatever reaches paper makes those handouts again that it reaches, and no others; and these tests can fail: with
any digest replaced by a constant one of them does."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.press.galleys import IMPRINT, full, step, whole

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley
from tungbuoc.press import digests, engine, pressing, reach, shelf
from tungbuoc.press.plan import Plan
from tungbuoc.press.stamping import Team
from tungbuoc.works.pool import Job, Outcome

FORMATS = ("lesson-sheet", "memory-card", "worksheet", "lesson-book", "course-book")
ALL = {f"{code} {name}" for name in FORMATS[:4] for code in ("E1", "E2")} | {"book course-book"}
E1_SHEETS = {"E1 lesson-sheet", "E1 lesson-book", "book course-book"}
MADE = b'{"pages": 1, "picture": "", "missing": [], "hidden": [], "facts": {}}\n%PDF'


@dataclass
class Project:
    """What goes into a run, to be changed one thing at a time."""

    root: Path
    galleys: tuple[Galley, ...]
    machine: engine.Machine
    patch: pytest.MonkeyPatch
    team: Team | None = None

    def change(self, name: str, old: str, new: str) -> None:
        """One file of `print/`."""
        file = self.root / "print" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def pressed(self) -> set[str]:
        """The handouts that a run would press, by code and format."""
        names: set[str] = set()

        def runner(
            _function: object, jobs: list[Job], *, finished: Callable[..., None], **_: object
        ) -> list[Outcome]:  # type: ignore[type-arg]
            outcomes = [Outcome(job.name, value=MADE) for job in jobs]
            for index, job in enumerate(jobs):
                handout = job.argument.handout
                whose = "book" if handout.format.per == "course" else handout.code
                names.add(f"{whose} {handout.format.name}")
                finished(index, outcomes[index])
            return outcomes

        report = pressing.run(
            self.galleys,
            formats_dir=self.root / "print/formats",
            out_dir=self.root / "site/in",
            cache_dir=self.root / ".cache/press",
            root=self.root,
            plan=Plan(formats=FORMATS),
            team=self.team,
            runner=runner,
        )
        assert report.problems == ()
        self.last = report
        return names


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two lessons, one with a picture, whose handouts are all pressed."""
    shutil.copytree(shelf.OURS, tmp_path / "print")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/anh.png").write_bytes(b"a picture")
    shown = '<p><img alt="Ảnh" src="docs/anh.png"></p>'
    first = step(1).model_copy(update={"html": f"<p>Bấm nút.</p>\n{shown}"})
    lesson = full(code="E1", title="Bài có ảnh")
    lesson = lesson.model_copy(update={"steps": (first, *lesson.steps[1:])})
    lesson = changed(lesson, grammar.WORKSHEET, "Ngày đi", f"{shown} Ngày đi")
    made = Project(tmp_path, (lesson, full(code="E2", title="Bài không ảnh")), engine.machine(), monkeypatch)
    monkeypatch.setattr(engine, "machine", lambda: made.machine)
    monkeypatch.setattr(pressing, "stamp", lambda data, _team: data)
    made.pressed()
    assert made.pressed() == set()
    return made


def changed(galley: Galley, kind: str, old: str, new: str) -> Galley:
    """The lesson with other words in one section."""
    sections = tuple(
        part.model_copy(
            update={
                "html": part.html.replace(old, new),
                "items": tuple(item.replace(old, new) for item in part.items),
            }
        )
        if part.kind == kind
        else part
        for part in galley.sections
    )
    assert sections != galley.sections
    return whole(galley.model_copy(update={"sections": sections}))


def base(project: Project) -> None:
    project.change("base.css", "{", " {")


def art(project: Project) -> None:
    name = min(file.name for file in (project.root / "print/art").iterdir())
    with (project.root / "print/art" / name).open("ab") as file:
        file.write(b" ")


def parts(project: Project) -> None:
    project.change("parts.html", "<", " <")


def style(project: Project) -> None:
    project.change("formats/memory-card/style.css", "{", " {")


def template(project: Project) -> None:
    project.change("formats/memory-card/template.html", "<", " <")


def settings(project: Project) -> None:
    with (project.root / "print/formats/memory-card/format.yml").open("a", encoding="utf-8") as file:
        file.write("# why\n")


def picture(project: Project) -> None:
    (project.root / "docs/anh.png").write_bytes(b"another picture")


def font(project: Project) -> None:
    other = project.root / "other.ttf"
    other.write_bytes(b"another version")
    project.machine = replace(project.machine, fonts=(*project.machine.fonts[:-1], other))


def version(project: Project) -> None:
    project.machine = replace(project.machine, versions=(*project.machine.versions, "71.0"))


def code(name: str) -> Callable[[Project], None]:
    def change(project: Project) -> None:
        package = Path(digests.__file__).parents[1]
        copied = project.root / "package"
        shutil.copytree(package, copied, ignore=shutil.ignore_patterns("__pycache__", "print", "site", "web"))
        project.patch.setattr(digests, "files", lambda _name: copied)
        assert project.pressed() == set(), "the same code in another place"
        with (copied / name).open("a", encoding="utf-8") as file:
            file.write("\n# another version\n")

    return change


def words(project: Project) -> None:
    first, second = project.galleys
    other = first.steps[1].model_copy(update={"html": "<p>Bấm nút Đóng.</p>"})
    steps = (first.steps[0], other, *first.steps[2:])
    project.galleys = (whole(first.model_copy(update={"steps": steps})), second)


def remember(project: Project) -> None:
    first, second = project.galleys
    project.galleys = (changed(first, grammar.REMEMBER, "Gọi lại", "Bấm gọi lại"), second)


def edition(project: Project) -> None:
    imprint = IMPRINT.model_copy(update={"edition": "3", "edition_date": "2026-11-21"})
    project.galleys = tuple(one.model_copy(update={"imprint": imprint}) for one in project.galleys)


def site(project: Project) -> None:
    imprint = IMPRINT.model_copy(update={"shown": "khac.vn", "url": "https://khac.vn/"})
    project.galleys = tuple(one.model_copy(update={"imprint": imprint}) for one in project.galleys)


CARDS = {"E1 memory-card", "E2 memory-card"}
ROWS: dict[str, tuple[Callable[[Project], None], set[str]]] = {
    "base.css": (base, ALL),
    "art": (art, ALL),
    "parts.html": (parts, ALL),
    "style of a format": (style, CARDS),
    "template of a format": (template, CARDS),
    "settings of a format": (settings, CARDS),
    "picture": (picture, E1_SHEETS | {"E1 worksheet"}),
    "version of the font": (font, ALL),
    "version of the engine": (version, ALL),
    "words of a step": (words, E1_SHEETS),
    "words to remember": (remember, E1_SHEETS | {"E1 memory-card"}),
    "edition": (edition, ALL),
    "address of the site": (site, ALL),
    **{
        f"code of {name}": (code(name), ALL)
        for name in ("press/typeset/markup.py", "press/gate/reading.py", *digests.CODE[1:])
    },
}


@pytest.mark.parametrize("name", ROWS)
def test_what_it_reaches_is_made_again_and_nothing_else(project: Project, name: str) -> None:
    change, expected = ROWS[name]
    change(project)
    assert project.pressed() == expected
    assert project.pressed() == set()


def test_a_team_is_stamped_on_what_was_pressed(project: Project) -> None:
    """Its files are others, and say so by their fingerprints; nothing is pressed anew."""
    before = {one.path: one.fingerprint for one in project.last.handouts}
    project.team = Team("Tổ 3", "0912 000 003")
    assert project.pressed() == set()
    first = {one.path: one.fingerprint for one in project.last.handouts}
    project.team = Team("Tổ 4", "0912 000 003")
    assert project.pressed() == set()
    second = {one.path: one.fingerprint for one in project.last.handouts}
    assert before.keys() == first.keys() == second.keys()
    assert all(len({before[path], first[path], second[path]}) == 3 for path in before)


@pytest.mark.parametrize(
    ("owner", "digest", "constant", "row"),
    [
        (digests, "shared_digest", "0", "base.css"),
        (digests.Digests, "format", "0", "style of a format"),
        (digests.Digests, "galley", "0", "words of a step"),
        (digests, "images", [], "picture"),
        (reach, "images", [], "picture"),
        (reach, "_documents", "0", "words to remember"),
    ],
)
def test_a_digest_that_is_a_constant_is_found_out(
    project: Project, owner: object, digest: str, constant: object, row: str
) -> None:
    shutil.rmtree(project.root / ".cache")
    project.patch.setattr(owner, digest, lambda *_: constant)
    project.pressed()
    change, expected = ROWS[row]
    change(project)
    assert project.pressed() != expected


JUDGING = {"problems", "recall", "shape", "strict_yaml", "yaml_faults", "editions"}
"""What these say is told to authors, or stands in a galley; none of it is made into paper by the press."""


def test_all_code_that_the_press_takes_from_elsewhere_is_digested() -> None:
    package = Path(digests.__file__).parents[1]
    taken: set[str] = set()
    for file in (package / "press").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                taken |= {name.removeprefix("tungbuoc.").replace(".", "/") for name in names}
    modules = {f"{name}.py" for name in taken if name.startswith(("lesson/", "permalink/"))}
    found = {name for name in modules if (package / name).is_file() and Path(name).stem not in JUDGING}
    assert found <= set(digests.CODE)
