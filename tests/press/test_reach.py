"""A word that changed makes those handouts again that it stands on, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.press.galleys import lesson

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley
from tungbuoc.press import making, pressing
from tungbuoc.press.plan import Plan
from tungbuoc.press.typeset import markup
from tungbuoc.works.pool import Job, Outcome

ROOT = Path(__file__).parents[2]
FORMATS = ("lesson-sheet", "memory-card", "counter-stand", "sticker-sheet")


@pytest.fixture
def pressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., set[str]]:
    """Run the press, without its engine, on these lessons; gives the formats that it would have pressed."""
    names: set[str] = set()

    def runner(_function: object, jobs: list[Job], *, finished: Callable, **_: object) -> list[Outcome]:  # type: ignore[type-arg]
        made = b'{"pages": 1, "picture": "", "missing": [], "hidden": []}\n%PDF'
        outcomes = [Outcome(job.name, value=made) for job in jobs]
        for index, job in enumerate(jobs):
            names.add(job.argument.format.name)
            finished(index, outcomes[index])
        return outcomes

    def run(*galleys: Galley) -> set[str]:
        names.clear()
        report = pressing.run(
            galleys,
            formats_dir=ROOT / "print/formats",
            out_dir=tmp_path / "in",
            cache_dir=tmp_path / "cache",
            plan=Plan(formats=FORMATS),
            runner=runner,
        )
        assert report.problems == ()
        return set(names)

    monkeypatch.setattr(making, "make", lambda _order: pytest.fail("the engine is not asked"))
    return run


def _said(galley: Galley, kind: str, old: str, new: str) -> Galley:
    """The lesson with another word in one section, in what is printed and in what is promised."""

    def swap(text: str) -> str:
        return text.replace(old, new)

    sections = tuple(
        part.model_copy(update={"html": swap(part.html), "items": tuple(map(swap, part.items))})
        if part.kind == kind
        else part
        for part in galley.sections
    )
    assert sections != galley.sections
    return galley.model_copy(update={"sections": sections})


def _step(galley: Galley) -> Galley:
    first, *others = galley.steps
    changed = first.model_copy(update={"html": first.html.replace("<p>", "<p>Nhớ: ", 1)})
    assert changed != first
    return galley.model_copy(update={"steps": (changed, *others)})


def test_a_word_of_a_step_leaves_the_card_alone(pressed: Callable[..., set[str]]) -> None:
    assert pressed(lesson(), lesson("E2")) == set(FORMATS)
    assert pressed(lesson(), lesson("E2")) == set()
    assert pressed(_step(lesson()), lesson("E2")) == {"lesson-sheet"}
    assert pressed(lesson(), lesson("E2")) == set(), "the first words are still known"


def test_a_word_to_remember_reaches_card_and_sheet(pressed: Callable[..., set[str]]) -> None:
    pressed(lesson())
    changed = _said(lesson(), grammar.REMEMBER, "Gọi lại", "Bấm gọi lại")
    assert pressed(changed) == {"lesson-sheet", "memory-card"}


def test_the_title_reaches_all(pressed: Callable[..., set[str]]) -> None:
    pressed(lesson())
    assert pressed(lesson(title="Tên mới, bài cũ")) == {"lesson-sheet", "memory-card", "counter-stand"}


def test_one_lesson_pressed_alone_leaves_what_is_known_of_the_others(
    pressed: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed(lesson(), lesson("E2"))
    pressed(lesson())
    monkeypatch.setattr(markup, "sizes", lambda *_, **__: pytest.fail("the documents are made again"))
    assert pressed(lesson(), lesson("E2")) == set()


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-9], lambda text: text.replace("a", "b"), lambda _: "{}"]
)
def test_a_torn_memory_is_no_memory(
    pressed: Callable[..., set[str]], tmp_path: Path, spoil: Callable[[str], str]
) -> None:
    pressed(lesson())
    file = tmp_path / "cache/reach.json"
    file.write_text(spoil(file.read_text()), encoding="ascii")
    assert pressed(lesson()) == set()
    assert pressed(lesson(title="Tên mới, bài cũ")) == {"lesson-sheet", "memory-card", "counter-stand"}
