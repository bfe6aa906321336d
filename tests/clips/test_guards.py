"""Whatever reaches a film makes those films again that it reaches, and no others; and these tests can fail:
with either digest replaced by a constant one of them does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tungbuoc.clips import StepFilm, filming
from tungbuoc.lesson import screens
from tungbuoc.lesson.screens import Screen
from tungbuoc.works.pool import Outcome
from tungbuoc.works.workshop import Wanted

from .films import CONTACTS, HOLD, NUMBER, film, tone

BOTH = {"39189", "48217"}


@dataclass
class Studio:
    """What goes into the films of two steps, to be changed one thing at a time."""

    root: Path
    films: list[StepFilm]
    patch: pytest.MonkeyPatch

    def names(self) -> dict[str, str]:
        """The fingerprint of every film by its key, as the cache is asked for it."""
        found: dict[str, str] = {}

        def make_stale(
            _function: object, wanted: Sequence[Wanted], *_: object, **__: object
        ) -> list[Outcome]:  # type: ignore[type-arg]
            found.update({one.argument.film.key: one.fingerprint for one in wanted})
            return [Outcome(one.name, error="not filmed here") for one in wanted]

        self.patch.setattr(filming, "make_stale", make_stale)
        filming.make(self.films, self.root / "cache", self.root / "out")
        return found


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    for module, name in ((filming, "clips"), (screens, "screens")):
        folder = Path(module.__file__ or "").parent
        shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        monkeypatch.setattr(module, "__file__", str(tmp_path / name / Path(module.__file__ or "").name))
    fonts = tuple(shutil.copy(file, tmp_path) for file in filming.fonts.find())
    monkeypatch.setattr(filming.fonts, "find", lambda: tuple(map(Path, fonts)))
    spoken = tone(tmp_path / "48217.wav", 1.0)
    return Studio(tmp_path, [film("39189", CONTACTS), film("48217", NUMBER, narration=spoken)], monkeypatch)


def replaced(screen: Screen, title: str) -> Screen:
    """The screen under another title; a film shows the next step where that is what was tapped."""
    return screen.model_copy(update={"title": title})


def first(**changes: object) -> Callable[[Studio], None]:
    def change(studio: Studio) -> None:
        studio.films[0] = replace(studio.films[0], **changes)  # type: ignore[arg-type]

    return change


def append(name: str) -> Callable[[Studio], None]:
    def change(studio: Studio) -> None:
        with (studio.root / name).open("ab") as file:
            file.write(b"\n")

    return change


def font(studio: Studio) -> None:
    append(filming.fonts.find()[1].name)(studio)


def engine(name: str) -> Callable[[Studio], None]:
    def change(studio: Studio) -> None:
        known = filming.version
        studio.patch.setattr(filming, "version", lambda asked: "99" if asked == name else known(asked))

    return change


ROWS: dict[str, tuple[Callable[[Studio], None], set[str]]] = {
    "number": (first(number=4), {"39189"}),
    "total": (first(total=7), {"39189"}),
    "title": (first(title="Gọi lại"), {"39189"}),
    "address": (first(address="khac.vn/39189"), {"39189"}),
    "words": (first(sentences=()), {"39189"}),
    "screen": (first(screens=(HOLD,)), {"39189"}),
    "what is seen next": (first(following=replaced(HOLD, "Công an xã")), {"39189"}),
    "recording": (append("48217.wav"), {"48217"}),
    "font": (font, BOTH),
    **{f"version of {name}": (engine(name), BOTH) for name in ("av", "resvg_py", "pillow")},
    **{
        f"code of {name}": (append(name), BOTH)
        for name in ("clips/encode.py", "clips/stage.py", "screens/draw.py", "screens/elements/row.py")
    },
    "code of pictures for links": (append("clips/links.py"), set()),
}


@pytest.mark.parametrize("name", ROWS)
def test_what_it_reaches_is_made_again_and_nothing_else(studio: Studio, name: str) -> None:
    assert _remade(studio, name) == ROWS[name][1]


@pytest.mark.parametrize(
    ("digest", "row"), [("_engine", "font"), ("_engine", "code of clips/stage.py"), ("_parts", "words")]
)
def test_a_digest_that_is_a_constant_is_found_out(studio: Studio, digest: str, row: str) -> None:
    studio.patch.setattr(filming, digest, lambda _: "0")
    assert _remade(studio, row) != ROWS[row][1]


def _remade(studio: Studio, row: str) -> set[str]:
    before = studio.names()
    assert studio.names() == before
    ROWS[row][0](studio)
    after = studio.names()
    assert before.keys() == after.keys() == BOTH
    return {key for key in BOTH if before[key] != after[key]}
