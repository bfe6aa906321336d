"""All films of a course: what is stale is filmed in the pool, the rest comes from the cache, every file is
written whole.

With nothing stale neither resvg nor ffmpeg's libraries are imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from tungbuoc.clips import fonts
from tungbuoc.clips.archive import CAPTIONS, VIDEO, VOICE, unpack
from tungbuoc.clips.model import Clip, FilmOrder, Made, StepFilm
from tungbuoc.lesson import screens
from tungbuoc.lesson.screens import Screen
from tungbuoc.works import atomic
from tungbuoc.works.cache import Cache
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.pool import OnProgress, Outcome
from tungbuoc.works.workshop import Wanted, make_stale

_ENGINES = ("av", "resvg_py", "pillow")
_UNREADABLE = "UnreadableError: "


def make(
    films: Sequence[StepFilm],
    cache_dir: Path,
    out_dir: Path,
    *,
    progress: OnProgress | None = None,
    workers: int | None = None,
    tell: Callable[[str], None] = lambda _sentence: None,
) -> list[Made]:
    """Have `<key>.mp4`, `<key>.vtt` and, for a narrated step, `<key>.m4a` of every film in `out_dir`; in
    order.

    A film that cannot be made has its reason in Vietnamese, and no new file. `progress` is called as each
    stale film begins, `tell` when the cache is of no use. Raises `fonts.FontMissingError`, and `OSError` when
    `out_dir` cannot be written.
    """
    if not films:
        return []
    lettering = fonts.find()
    cache = Cache(cache_dir, tell)
    engine = _engine(lettering)
    wanted = [
        Wanted(
            f"{film.lesson_title} – {film.name}",
            fingerprint(engine, _parts(film)),
            FilmOrder(film, lettering),
        )
        for film in films
    ]
    outcomes = make_stale(_film, wanted, cache, workers=workers, progress=progress)
    return [_delivered(film, outcome, out_dir) for film, outcome in zip(films, outcomes, strict=True)]


def for_film(shown: Iterable[Screen]) -> tuple[Screen, ...]:
    """The screens a film shows: of two kinds of phone the Android ones, unless there are only iPhone ones."""
    every = tuple(shown)
    kind = "android" if any(screen.on == "android" for screen in every) else "iphone"
    return tuple(screen for screen in every if screen.on in (None, kind))


def narration_beside(lesson: Path, key: str) -> Path | None:
    """The recording `<key>.opus|ogg|webm|mp3|m4a` in the folder of the lesson, if there is one."""
    names = (lesson.with_name(key + ending) for ending in (".opus", ".ogg", ".webm", ".mp3", ".m4a"))
    return next((path for path in names if path.is_file()), None)


def _film(order: FilmOrder) -> bytes:
    from tungbuoc.clips import reel  # the engines are heavy: only a stale film loads them

    return reel.make(order)


def _engine(lettering: tuple[Path, Path]) -> str:
    """All that shapes a film besides its words: this code, the drawing code, the fonts, the engines'
    versions."""
    own = (path for path in Path(__file__).parent.glob("*.py") if path.name != "links.py")
    code = [*sorted(own), *sorted(Path(screens.__file__).parent.rglob("*.py"))]
    return fingerprint(code, [version(name) for name in _ENGINES], lettering)


def _parts(film: StepFilm) -> dict[str, object]:
    """The film's fields as values with a fingerprint; the narration counts by its contents."""
    shown = [screen.model_dump_json(serialize_as_any=True) for screen in film.screens]
    return {
        "step": (film.number, film.total, film.title, film.address, film.place, film.name),
        "sentences": film.sentences,
        "screens": shown,
        "after": [screen and screen.model_dump_json(serialize_as_any=True) for screen in film.after],
        "narration": film.narration,
    }


def _delivered(film: StepFilm, outcome: Outcome[bytes], out_dir: Path) -> Made:
    if outcome.value is None:
        return Made(film, None, outcome.error.removeprefix(_UNREADABLE))
    archive = unpack(outcome.value)
    places = {name: out_dir / (film.key + Path(name).suffix) for name in archive.files}
    for name, place in places.items():
        atomic.write(place, archive.files[name])
    size = len(archive.files[VIDEO])
    return Made(
        film, Clip(film.key, places[VIDEO], places[CAPTIONS], places.get(VOICE), archive.seconds, size)
    )
