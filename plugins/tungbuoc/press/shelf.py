"""Where the files of formats lie: `print/` of the project first, then the one that ships in this package.

Both have one shape: `formats/<name>/`, `base.css`, `parts.html`, `form.html`, `form.css`, `art/`. A format is
taken whole, so a project's folder replaces the package's of that name; of the other files each one does. What
comes in is `formats_dir`, the `print/formats` of a project, which need not be there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent / "print"
SHARED = ("base.css", "parts.html", "form.html", "form.css")


def folders(formats_dir: Path) -> tuple[Path, ...]:
    """The print folders to look in, the first one first."""
    return tuple(dict.fromkeys((formats_dir.parent, OURS)))


def formats(formats_dir: Path) -> Mapping[str, Path]:
    """The folder of every format, by name."""
    found = {
        place.name: place for folder in reversed(folders(formats_dir)) for place in _below(folder / "formats")
    }
    return dict(sorted(found.items()))


def find(formats_dir: Path, name: str) -> Path:
    """A file by its name below a print folder; the package's place for it when there is none."""
    kind, _, rest = name.partition("/")
    if kind == "formats" and (place := formats(formats_dir).get(rest.partition("/")[0])):
        return place.parent.parent / name
    return next((folder / name for folder in folders(formats_dir) if (folder / name).is_file()), OURS / name)


def shared(formats_dir: Path) -> Mapping[str, Path]:
    """What every format may draw on, by name: styles, templates, and the pictures of `art/`."""
    found: dict[str, Path] = {}
    for folder in reversed(folders(formats_dir)):
        found |= {file.name: file for file in folder.glob("*.*") if file.suffix in (".css", ".html")}
        found |= {f"art/{file.name}": file for file in folder.glob("art/*.*")}
    return dict(sorted(found.items()))


def ours(place: Path) -> bool:
    """Does it ship in this package?"""
    return place.is_relative_to(OURS)


def shown(place: Path, root: Path | None) -> str:
    """How a problem names a file: from the project on, or from the package."""
    for top in (root, OURS.parent.parent):
        if top and place.is_relative_to(top):
            return place.relative_to(top).as_posix()
    return place.as_posix()


def _below(folder: Path) -> list[Path]:
    return [place for place in folder.iterdir() if place.is_dir()] if folder.is_dir() else []
