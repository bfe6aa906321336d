"""Templates of formats, looked at before anything is pressed: can Jinja read them, are the files there
that they draw on?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateSyntaxError, meta

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.wording import Wording
from tungbuoc.press import shelf
from tungbuoc.press.typeset.markup import environment


def check(formats_dir: Path, names: Collection[str], root: Path) -> list[Problem]:
    """What is wrong with the templates of these formats and with what all formats share; paths are
    relative to `root`."""
    places = shelf.formats(formats_dir)
    pages = [place for name, place in shelf.shared(formats_dir).items() if name.endswith(".html")]
    pages += [places[name] / "template.html" for name in sorted(names)]
    styles = [place for name, place in shelf.shared(formats_dir).items() if name.endswith(".css")]
    styles += [places[name] / "style.css" for name in sorted(names)]
    problems = []
    for file in (*pages, *styles):
        shown = shelf.shown(file, root)
        text = read_text(file.read_bytes(), shown)
        if isinstance(text, Problem):
            problems.append(text)
        elif file in pages:
            fix = "Xem lại ngoặc {{ }} và {% %}, hoặc so với một khuôn có sẵn."
            problems += [Problem(shown, line, "P08", told, fix) for line, told in _faults(text, formats_dir)]
    return problems


# A preview looks at every save; only what changed is read anew.
@lru_cache(maxsize=256)
def _faults(text: str, formats_dir: Path) -> tuple[tuple[int, str], ...]:
    try:
        tree = environment(formats_dir, Wording()).parse(text)
    except TemplateSyntaxError as error:
        return ((error.lineno, f"Máy không đọc được khuôn này ({error.message})."),)
    return tuple(_strangers(tree, formats_dir))


def _strangers(tree: object, formats_dir: Path) -> Iterator[tuple[int, str]]:
    for name in meta.find_referenced_templates(tree):  # type: ignore[arg-type]
        if name and not shelf.find(formats_dir, name).is_file():
            yield 1, f"Không có tệp «{name}» mà khuôn này gọi."
