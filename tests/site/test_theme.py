"""What `site/theme/` relies on in Material, by name: whoever leaves Material brings these, and a release of it
that drops one fails here."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins/tungbuoc"
THEME = PACKAGE / "site/theme"
SEARCH = PACKAGE / "web/search"
BLOCKS = {
    "content",
    "extrahead",
    "fonts",
    "footer",
    "header",
    "htmltitle",
    "libs",
    "scripts",
    "site_meta",
    "site_nav",
    "styles",
    "tabs",
}
"""Blocks of Material's base.html that main.html fills; `content` we leave as it is."""
PARTIALS = {"language.html", "logo.html", "search.html"}
"""Partials of Material that ours stand in for."""
COMPONENTS = {"search", "search-query", "search-result"}
"""Parts of the search box that Material's script looks for."""

ALLOWED = {"web/templates/beside.html"}
"""The pane beside a lesson moves the theme's own column."""


def _material() -> Path:
    spec = find_spec("material")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "templates"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_every_block_we_fill_is_there_to_be_filled() -> None:
    filled = set(re.findall(r"{% block (\w+) %}", _read(THEME / "main.html")))
    offered = set(re.findall(r"{%-? block (\w+) -?%}", _read(_material() / "base.html")))
    assert filled == BLOCKS - {"content"}
    assert offered >= BLOCKS


def test_our_partials_stand_in_for_partials_of_the_theme() -> None:
    assert {file.name for file in (THEME / "partials").iterdir()} == PARTIALS
    assert all((_material() / "partials" / name).is_file() for name in PARTIALS)
    assert all((_material() / f"partials/languages/{name}.html").is_file() for name in ("vi", "en"))


def test_the_search_box_has_the_parts_that_the_themes_script_asks_for() -> None:
    ours = _read(THEME / "main.html") + _read(THEME / "partials/search.html")
    said = set(re.findall(r'data-md-component="(search[\w-]*)"', ours))
    (script,) = (_material() / "assets/javascripts").glob("bundle.*.min.js")
    bundle = _read(script)
    assert said == COMPONENTS
    assert all(f'"{name}"' in bundle for name in COMPONENTS)
    assert 'id="__search"' in _read(_material() / "base.html")
    assert "assets/javascripts/bundle" in _read(_material() / "base.html")


def test_nothing_else_of_the_package_knows_material() -> None:
    """Its classes and marks stand in the theme, and in the search that its worker loads."""
    told = re.compile(r"\bmd-[a-z]|data-md-|__search\b|mkdocs.material")
    known = {
        file.relative_to(PACKAGE).as_posix()
        for ending in ("py", "js", "mjs", "css", "html")
        for file in PACKAGE.rglob(f"*.{ending}")
        if told.search(_read(file))
    }
    outside = {name for name in known if not name.startswith(("site/theme/", "web/search/"))}
    assert outside == ALLOWED


def test_the_way_out_is_written_down() -> None:
    said = _read(ROOT / "CONTRIBUTING.md").partition("## Leaving Material")[2].partition("\n## ")[0]
    assert "2027-05-05" in said
    assert all(f"`{name}`" in said for name in (*COMPONENTS, *PARTIALS))


def test_a_maintainer_hears_what_volunteers_do_not() -> None:
    makefile = _read(ROOT / "Makefile")
    assert re.findall(r"^export .*", makefile, re.MULTILINE) == [], "what is silenced everywhere nobody hears"
    (quiet,) = re.findall(r"^(.*): export NO_MKDOCS_2_WARNING := 1$", makefile, re.MULTILINE)
    assert set(quiet.split()) == {"site", "serve", "usb"}
    check = makefile.partition("\ncheck:")[2].partition("\n\n")[0]
    assert "setup/theme.py" in check


@pytest.mark.slow
def test_what_the_makers_say_is_passed_on() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "setup/theme.py"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    assert "Material for MkDocs" in done.stdout
