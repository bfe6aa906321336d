"""Two sites from the same lessons: Material with its stock Vietnamese search, and the same site with ours
installed.

The lessons are those of `docs/`, with those of `corpus/` for the codes that `docs/` does not have yet. They
are rendered by Material alone, so that a figure says something about the search and nothing about the rest of
the build.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson import model
from tungbuoc.lesson.scan import scan
from tungbuoc.web.search import POLYFILLS, install, read_vocabulary

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"

_CODE = re.compile(r"^code: *([A-Z]\d{1,2})\b", re.MULTILINE)
_STEP = re.compile(r"^(## Bước \d+:.*?)(?: *\{#(\d{5})\})? *$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^```phone.*?^```\n", re.DOTALL | re.MULTILINE)
_VIDEO = re.compile(r"^Video:.*\n", re.MULTILINE | re.IGNORECASE)
_CONFIG = """\
site_name: Từng Bước
use_directory_urls: {urls}
theme:
  name: material
  language: vi
  font: false
  features: [search.highlight]
plugins:
  - search: {{lang: vi, pipeline: [], separator: '[\\s\\-,:!=\\[\\]()"/.]+'}}
{offline}
markdown_extensions: [attr_list, tables]
extra:
  polyfills: [{polyfills}]
"""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson, or a form (code M…): `text` is its Markdown without front matter, screens and video lines,
    for a plain theme; `place` its path without the ending; `source` the file with a key for every step."""

    code: str
    place: str
    text: str
    source: str


def lessons(*, real_only: bool = False) -> list[Lesson]:
    """The course: every lesson and form of `docs/`, and of the corpus the lessons that `docs/` lacks
    unless `real_only`."""
    found: dict[str, Lesson] = {}
    for folder in [ROOT / "docs"] if real_only else [ROOT / "docs", CORPUS]:
        for path in sorted(folder.glob("*/*.md")):
            source = path.read_text(encoding="utf-8")
            front = _FRONT.match(source)
            code = _CODE.search(front[0]) if front else None
            if code and code[1] not in found:
                keyed = _STEP.sub(_with_key, source)
                text = _VIDEO.sub("", _FENCE.sub("", _FRONT.sub("", keyed)))
                found[code[1]] = Lesson(
                    code[1], path.relative_to(folder).with_suffix("").as_posix(), text, keyed
                )
    return [found[code] for code in sorted(found)]


def is_lesson(lesson: Lesson) -> bool:
    """Whether it is a lesson of topics A to I, not a form."""
    return lesson.code[0] < "M"


def build(course: list[Lesson], target: Path, *, python: str = sys.executable, files: bool = False) -> Path:
    """Build the stock site of `course` in `target`/site; `python` may be of another environment; `files`
    for `file://`."""
    for lesson in course:
        path = target / "docs" / f"{lesson.place}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lesson.text, encoding="utf-8")
    (target / "docs/index.md").write_text("# Từng Bước\n\nBài học số cho bà con.\n", encoding="utf-8")
    polyfills = ", ".join(POLYFILLS)
    config = _CONFIG.format(
        urls=str(not files).lower(), offline="  - offline" if files else "", polyfills=polyfills
    )
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = subprocess.run(
        [python, "-m", "mkdocs", "build", "-q", "-f", str(target / "mkdocs.yml")],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return target / "site"


def with_ours(
    stock: Path,
    target: Path,
    course: list[Lesson],
    words: Path = ROOT / "docs/tu-tim.yml",
    *,
    files: bool = False,
) -> Path:
    """A copy of the `stock` site in `target` with our search installed."""
    shutil.copytree(stock, target)
    problems = install(
        target, read_vocabulary(words.read_bytes())[0], scanned(course, files=files), files=files
    )
    if problems:
        raise RuntimeError("\n".join(map(str, problems)))
    if files:
        # The offline plugin has run already; it only copies the index.
        index = (target / "search/search_index.json").read_text(encoding="utf-8")
        (target / "search/search_index.js").write_text(f"var __index = {index}", encoding="utf-8")
    return target


def scanned(course: list[Lesson], *, files: bool = False) -> dict[str, model.Lesson]:
    """The lessons (no forms) as the build knows them, by page address."""
    return {
        f"{one.place}{'.html' if files else '/'}": scan(one.source, one.place).lesson
        for one in course
        if is_lesson(one)
    }


def _with_key(heading: re.Match[str]) -> str:
    # A lesson that has no keys yet gets some for the measurement: as long and as random as the real ones.
    key = heading[2] or str(10000 + zlib.crc32(heading[1].encode()) % 90000)
    return f"{heading[1]} {{#{key}}}"
