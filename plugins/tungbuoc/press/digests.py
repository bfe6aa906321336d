"""What decides the bytes of a handout, as digests: the press itself, a format's folder, a galley and
its pictures."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import engine, shelf
from tungbuoc.press.formats import Format, extended
from tungbuoc.works.fingerprint import fingerprint

CODE = (
    "press",
    "permalink/address.py",
    "permalink/qr.py",
    "lesson/dates.py",
    "lesson/galley.py",
    "lesson/grammar.py",
    "lesson/languages.py",
    "lesson/said.py",
    "lesson/sayings.py",
    "lesson/slugs.py",
    "lesson/text.py",
    "lesson/wording.py",
    "lesson/screens/metrics.py",
    "lesson/screens/widths.py",
)
"""The code that shapes paper: the press, and what it takes from the reading of a lesson. What the site makes
of a lesson stands in its galley."""
_IMAGE = re.compile(r'<img\b[^>]*\bsrc="((?!data:)[^"]+)"')


class Digests:
    """The digests of one run, each computed once."""

    def __init__(self, formats_dir: Path, root: Path) -> None:
        self.shared = shared_digest(formats_dir)
        self._formats_dir, self._root = formats_dir, root
        self._formats: dict[str, str] = {}
        self._galleys: dict[int, str] = {}

    def format(self, format: Format) -> str:
        """The digest of a format's folder and of those it extends."""
        if format.name not in self._formats:
            places = shelf.formats(self._formats_dir)
            names = (format.name, *extended(self._formats_dir, format.name))
            self._formats[format.name] = fingerprint([places[name] for name in names])
        return self._formats[format.name]

    def galley(self, galley: Galley) -> str:
        """The digest of a galley and of the pictures in it; a galley is read once however many formats use
        it."""
        if id(galley) not in self._galleys:
            # Errands are of the book alone, translations galleys of their own.
            text = galley.model_dump_json(exclude={"asks", "translations"})
            self._galleys[id(galley)] = fingerprint(text, images(text.replace('\\"', '"'), self._root))
        return self._galleys[id(galley)]


def images(html: str, root: Path) -> list[Path]:
    """The files below `root` that the pictures of a document show, for a fingerprint."""
    return [root / image for image in sorted(set(_IMAGE.findall(html)))]


def shared_digest(formats_dir: Path) -> str:
    """The digest of all that reaches every sheet: shared pieces, fonts, versions of the engine, the press
    itself."""
    machine = engine.machine()
    shared = shelf.shared(formats_dir)
    code = [Path(str(files("tungbuoc") / part)) for part in CODE]
    sources = [source for place in code for source in ([place] if place.is_file() else _sources(place))]
    return fingerprint(shared, sources, list(machine.fonts), machine.versions)


def _sources(folder: Path) -> list[Path]:
    """What people wrote; what Python compiles of it comes and goes."""
    return sorted(file for file in folder.rglob("*.*") if file.suffix in (".py", ".yml"))
