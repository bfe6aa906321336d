"""Put the search into a built site: our engine where the theme's worker looks for it, a small index, no
dead weight."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.wording import Wording
from tungbuoc.web.scripts import minified
from tungbuoc.web.search.engine_file import engine_file
from tungbuoc.web.search.index_file import allowed, as_text, slim
from tungbuoc.web.search.vocabulary import Vocabulary
from tungbuoc.works.atomic import write

ENGINE = "assets/javascripts/lunr/min/lunr.vi.min.js"
"""Where the theme's worker loads the language `vi` from."""

POLYFILLS = ("assets/javascripts/search-box.js", "assets/javascripts/iframe-worker.js")
"""For `extra.polyfills` in `mkdocs.yml`, so that they run before the theme's own script. The second lets
search work from `file://`; the offline plugin takes its name as a sign not to fetch one from elsewhere."""

_STEMMER = "assets/javascripts/lunr/min/lunr.stemmer.support.min.js"
_PAGE = Path(__file__).parent / "page"
_WORKER = "assets/javascripts/workers/search.*.min.js"
# What must stand in the worker for it to load our file and to ask and answer as we do.
_CONTRACT = (r"importScripts\(", r"/min/lunr\.\$\{\w+\}\.min\.js", r"\.lang\.length===1\b", r"case 2:")


def install(
    site: Path,
    vocabulary: Vocabulary,
    lessons: Mapping[str, Lesson],
    words: Wording = Wording(),  # noqa: B008 (frozen)
    *,
    twins: Mapping[str, Lesson] | None = None,
    files: bool = False,
) -> list[Problem]:
    """Finish the search of the site built in `site`; `lessons` and their translations, `twins`, stand by page
    address (as in `page.url`).

    `files` says that pages will be opened as files: no byte crosses a network then, so the index holds all.
    Problems say why the theme would not use our engine; then nothing is changed. Errands of lessons yet to
    come wait silently. Raises `OSError` when the site cannot be written.
    """
    path = site / "search/search_index.json"
    index = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    problems = _contract(site, index, words.language)
    if problems:
        return problems
    index["config"]["lang"] = ["vi"]  # the slot that holds our engine
    most = None if files else allowed(len(lessons) + len(twins or {}))
    write(path, as_text(slim(index, lessons, vocabulary, most, twins)))
    write(site / ENGINE, engine_file(words))
    write(site / _STEMMER, "/* Not needed: the only language is vi, and its engine brings its own. */\n")
    for polyfill in POLYFILLS:
        write(site / polyfill, minified((_PAGE / Path(polyfill).name).read_text(encoding="utf-8")) + "\n")
    _prune(site)
    return []


def _contract(site: Path, index: dict[str, object], language: str) -> list[Problem]:
    theme = f"mkdocs-material {version('mkdocs-material')}"
    config = index.get("config")
    if not isinstance(config, dict):
        return [_broken("Trang không có chỉ mục tìm kiếm.", "Thêm «search» vào «plugins» trong mkdocs.yml.")]
    if config.get("lang") not in (["vi"], [language]):
        fix = f"Đặt «lang: {language}» cho «search» trong mkdocs.yml."
        return [_broken("Ô tìm kiếm chưa đặt tiếng của bộ bài.", fix)]
    workers = list(site.glob(_WORKER))
    code = workers[0].read_text(encoding="utf-8") if len(workers) == 1 else ""
    if not all(re.search(sign, code) for sign in _CONTRACT):
        fix = "Dùng lại bản cũ hơn, hoặc sửa site/search cho hợp bản này."
        return [_broken(f"Giao diện {theme} không còn nạp bộ tìm kiếm của ta ({ENGINE}).", fix)]
    return []


def _prune(site: Path) -> None:
    folder = site / "assets/javascripts/lunr"
    for path in sorted(folder.rglob("*.js")):
        if path not in (site / ENGINE, site / _STEMMER):
            path.unlink()


def _broken(text: str, fix: str) -> Problem:
    return Problem("mkdocs.yml", 1, "T09", text, fix)
