"""What we tell people to type, follow and scan: README, CONTRIBUTING and the pages of `docs/` against the
project itself."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from PIL import Image

from tungbuoc.cli import main
from tungbuoc.lesson.addresses import Pages
from tungbuoc.permalink.keys import is_key

ROOT = Path(__file__).parents[1]
GUIDES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/nguoi-viet/index.md",
    "docs/nguoi-viet/tu-word.md",
    "docs/tinh-nguyen/index.md",
)
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
MADE = {f"docs/{page}" for page in ("index.md", *Pages().made())}
"""Pages that a build makes from the lessons; so is the index of every topic."""

_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_WRONG_ON_PURPOSE = re.compile(r"^Chưa ổn:.*?^(?=Nên viết:)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(<?([^)\s>]+)>?\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def typed(name: str) -> str:
    """The pieces of a page that stand as code: what a reader would type."""
    return "\n".join(_CODE.findall(read(name)))


@pytest.mark.parametrize("name", GUIDES)
def test_every_make_target_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", typed(name))) <= targets


def test_both_commands_of_the_readme_are_there() -> None:
    assert re.findall(r"^make\b ?([a-z-]*)", read("README.md"), re.MULTILINE)[:2] == ["", "test"]


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_exists(name: str) -> None:
    assert isinstance(main, click.Group)
    said = re.findall(r"\btungbuoc ([a-z][a-z-]*)", typed(name))
    options = re.findall(r"\btungbuoc ([a-z]+)[^\n`]* (--[a-z]+)", typed(name))
    context = click.Context(main)
    assert set(said) <= set(main.list_commands(context))
    for name_, option in options:
        command = main.get_command(context, name_)
        assert command
        assert option in {flag for parameter in command.params for flag in parameter.opts}, (
            f"{name_} {option}"
        )


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *PAGES])
def test_every_key_passes_its_check_digit(name: str) -> None:
    text = _WRONG_ON_PURPOSE.sub("", read(name))
    shown = re.findall(r"\{#([0-9]+)\}", text) + re.findall(r"(?:retire|--by|site/|/)\s?\b([0-9]{5})\b", text)
    assert [key for key in shown if not is_key(key)] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *PAGES])
def test_every_relative_link_leads_somewhere(name: str) -> None:
    here = ROOT / name
    lost = []
    for link in _LINK.findall(_CODE.sub("", read(name))):
        if re.match(r"[a-z]+:", link) or link.startswith("#"):
            continue
        target = (here.parent / re.split("[?#]", link)[0]).resolve()
        if not (target.exists() or target.relative_to(ROOT).as_posix() in MADE or _is_topic(target)):
            lost.append(link)
    assert lost == []


def test_paths_named_in_the_map_exist() -> None:
    parts = re.findall(r"^  ([a-z]+)/ ", read("README.md"), re.MULTILINE)
    assert sorted(parts) == sorted(
        path.name
        for path in (ROOT / "plugins/tungbuoc").iterdir()
        if path.is_dir() and path.name != "__pycache__"
    )


def test_the_picture_is_small_and_wide_enough() -> None:
    picture = ROOT / re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read("README.md"))[0]
    with Image.open(picture) as image:
        assert image.width >= 1000
    assert picture.stat().st_size <= 200_000


def test_paths_of_learning_name_lessons_as_they_are() -> None:
    """`[A1 · Cầm máy không sợ](…), 25 phút`: code, title and minutes of the lesson itself."""
    named = re.findall(r"\[([A-Z][0-9]+) · ([^\]]+)\]\(([^)]+)\), ([0-9]+) phút", read("docs/lo-trinh.md"))
    assert len(named) >= 8
    for code, title, path, minutes in named:
        lesson = read(f"docs/{path}")
        assert (
            f"code: {code}\n" in lesson,
            f"\n# {title}\n" in lesson,
            f"\nminutes: {minutes}\n" in lesson,
        ) == (True, True, True), path


def test_emergency_page_prints_only_allowed_numbers() -> None:
    allowed = {
        number.replace(" ", "")
        for number in re.findall(r'^- number: "?([0-9 ]+)', read("docs/so-duoc-in.yml"), re.MULTILINE)
    }
    links = re.findall(r"\[([0-9 ]+)[^\]]*\]\((?:tel|sms):([0-9]+)", read("docs/so-khan-cap.md"))
    assert len(links) >= 5
    assert [
        shown for shown, called in links if shown.replace(" ", "") != called or called not in allowed
    ] == []


def _is_topic(target: Path) -> bool:
    return target.name == "index.md" and f"folder: {target.parent.name}," in read("mkdocs.yml")


def test_the_map_names_every_folder_of_the_package() -> None:
    block = read("README.md").partition("plugins/tungbuoc/\n")[2].partition("\nsetup/")[0]
    named = re.findall(r"^  (\w+)/", block, re.MULTILINE)
    package = ROOT / "plugins/tungbuoc"
    assert sorted(named) == sorted(path.name for path in package.iterdir() if any(path.glob("[!_]*")))


def test_the_rooms_of_the_house_exist() -> None:
    block = read("CONTRIBUTING.md").partition("## The house")[2].partition("## ")[0]
    rooms = re.findall(r"^(\w+/\S+)  +(.*)$", block.split("```")[1], re.MULTILINE)
    assert len(rooms) > 10
    for room, said in rooms:
        place = ROOT / "plugins/tungbuoc" / room
        assert place.exists(), room
        folder = place.parent
        for other in re.findall(r"(?<![\w/])[a-z]+(?:\.py|/)", said):
            assert (folder / other).exists() or (place / other).exists(), f"{room}: {other}"
