"""The files every page loads: our stylesheet and script without comments, and of the theme's only what is
used."""

from __future__ import annotations

import re
from pathlib import Path

import rjsmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from tungbuoc.lesson.wording import Wording
from tungbuoc.web.render import check_digit

_OURS = Path(__file__).parent / "theme/assets"
# The theme's own look, maps for its developers, its mark: nothing of ours asks for them (1.4 MB).
_UNUSED = re.compile(r"assets/(stylesheets/.*|images/favicon\.png|.*\.map)")


def prepare(files: Files, config: MkDocsConfig, words: Wording) -> None:
    """Leave the theme's unused files out of the site and put ours in, minified."""
    for file in [file for file in files if _UNUSED.fullmatch(file.src_uri)]:
        files.remove(file)
    for name, shorten in (("tb.css", _css), ("tb.js", _js)):
        path = f"assets/{name}"
        if old := files.get_file_from_path(path):
            files.remove(old)
        content = words.in_script(shorten((_OURS / name).read_text(encoding="utf-8")))
        files.append(File.generated(config, path, content=content))


def _js(text: str) -> str:
    return check_digit() + str(rjsmin.jsmin(text))


def _css(text: str) -> str:
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()
