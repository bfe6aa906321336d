"""Templates of formats, looked at before anything is pressed: can Jinja read them, are the files there
that they draw on?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from jinja2 import TemplateSyntaxError, meta

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.recall import Recall, forget
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.wording import Wording
from tungbuoc.press import shelf
from tungbuoc.press.typeset.markup import environment


def check(formats_dir: Path, names: Collection[str], root: Path, recall: Recall = forget) -> list[Problem]:
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
            read = recall("template", (text,), partial(_read, text, formats_dir))
            told = [read] if isinstance(read, tuple) else _strangers(read, formats_dir)
            problems += [Problem(shown, line, "P08", said, fix) for line, said in told]
    return problems


def _read(text: str, formats_dir: Path) -> tuple[int, str] | list[str]:
    """The names of the templates that this one calls, or why it cannot be read."""
    try:
        tree = environment(formats_dir, Wording()).parse(text)
    except TemplateSyntaxError as error:
        return error.lineno, f"Máy không đọc được khuôn này ({error.message})."
    return [name for name in meta.find_referenced_templates(tree) if name]


def _strangers(called: Iterable[str], formats_dir: Path) -> Iterator[tuple[int, str]]:
    for name in called:
        if not shelf.find(formats_dir, name).is_file():
            yield 1, f"Không có tệp «{name}» mà khuôn này gọi."
