"""A site of the size and shape of ours, made in a moment: lessons, code pages, shared parts, a search
index, a film."""

from __future__ import annotations

import random
from pathlib import Path

from tungbuoc.lesson.wording import Wording
from tungbuoc.web import offline

STEPS = 6


def build(
    site: Path, lessons: int = 3, *, code_page: int = 2600, lesson_page: int = 8200, index: int = 12000
) -> Path:
    """`lessons` lessons of six steps; sizes are bytes of gzip, about those of the real pages at 48
    lessons."""
    _put(site / "assets/tb.css", f"body{{color:#111}}/*{words(1, 3000)}*/")
    _put(site / "assets/javascripts/bundle.0a1b2c3d.min.js", f"/*{words(2, 30000)}*/")
    _put(site / "search/search_index.json", f'"{words(3, index)}"')
    _put(site / "index.html", _page("Trang đầu", '<div class="tb-home"></div>', course=True, up=""))
    for name in ("404.html", "khong-mang/index.html"):
        _put(site / name, _page(name, "", up="/"))
    for lesson in range(lessons):
        write_lesson(site, lesson, lesson_page)
        for step in range(STEPS):
            write_step(site, lesson, step, code_page)
    film = site / "video/10000.mp4"
    film.parent.mkdir(parents=True, exist_ok=True)
    film.write_bytes(random.Random(4).randbytes(40_000))
    return finish(site, lessons)


def finish(site: Path, lessons: int) -> Path:
    """What a build does last."""
    offline.install(
        site,
        {
            f"B{lesson}": [
                f"bai/{lesson}/index.html",
                *(f"{key(lesson, step)}/index.html" for step in range(STEPS)),
            ]
            for lesson in range(lessons)
        },
        Wording(),
        ("chieu/", "tai-to-in/"),
    )
    return site


def key(lesson: int, step: int) -> str:
    """The code of a step; no real one, since nobody checks its last digit here."""
    return f"{10000 + lesson * 10 + step}"


def write_lesson(site: Path, lesson: int, size: int, said: str = "") -> None:
    """The page of a lesson, `size` bytes of gzip; `said` is what is new in it."""
    _put(
        site / f"bai/{lesson}/index.html",
        _page(f"Bài {lesson}", f"{said}<p>{words(lesson, size)}</p>", up="../../", css=True),
    )


def write_step(site: Path, lesson: int, step: int, size: int, said: str = "") -> None:
    """A code page, which brings everything with it."""
    _put(
        site / key(lesson, step) / "index.html",
        _page(f"Bước {step + 1}", f"{said}<p>{words(lesson * 10 + step + 100, size)}</p>"),
    )


def _page(title: str, body: str, *, up: str = "../", css: bool = False, course: bool = False) -> str:
    style = (
        f'<link rel="stylesheet" href="{up}assets/tb.css"><script type="text/x-later" src="{up}assets/javascripts/bundle.0a1b2c3d.min.js"></script>'
        if css
        else ""
    )
    page = f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{style}</head><body><h1>{title}</h1>{body}</body></html>'
    return offline.ended(page, up, worker=True, course=course)


def words(seed: int, size: int) -> str:
    # Gzip makes 58 bytes of 100 random hex digits.
    return random.Random(seed).randbytes(size).hex()[: size * 100 // 58]


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
