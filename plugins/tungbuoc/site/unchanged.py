"""A build with nothing to do: all that the last one was made from is as it was, and its site stands
untouched.

Only where no plugin or hook but ours takes part, since what others look at is not known here; and only after
a build without a single warning, which would otherwise be told once and then never again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from tungbuoc.press import GALLEYS, engine
from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint
from tungbuoc.works.product import product

_KNOWN = frozenset({"search", "material/search", "tungbuoc/lessons", "tungbuoc/handouts"})
_LOGS = ("mkdocs", "properdocs")


def ours_alone(config: MkDocsConfig) -> bool:
    """Does nobody but ours and the theme's search take part in this build?"""
    return not config.hooks and not set(config.plugins) - _KNOWN


class LastBuild:
    """What the last build into this site folder was made from, compared with today's; to be made as a
    build begins."""

    def __init__(self, config: MkDocsConfig, today: dt.date) -> None:
        root = Path(config.config_file_path).parent
        self._site, self._galleys = Path(config.site_dir), root / GALLEYS
        self._file = root / ".cache/last-build" / f"{fingerprint(str(self._site.resolve()))[:16]}.json"
        self._sources = _sources(config, root, today)
        self._warnings = _Warnings()

    def stands(self) -> bool:
        """Is the site what a build of today's sources would give?"""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return bool(self._sources) and kept["sources"] == self._sources and kept["files"] == self._made()
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def keep(self) -> None:
        """The build is whole: remember it, unless it told a warning."""
        self._warnings.stop()
        with contextlib.suppress(OSError):
            if self._sources and not self._warnings.seen:
                atomic.write(self._file, json.dumps({"sources": self._sources, "files": self._made()}))
            else:
                self._file.unlink(missing_ok=True)

    def _made(self) -> list[object]:
        """What a build leaves: the site, and the galleys for commands that run without it."""
        return [_files(self._site), fingerprint(self._galleys)]


def _sources(config: MkDocsConfig, root: Path, today: dt.date) -> str:
    """The digest of everything a build looks at; empty where that is not known."""
    if not ours_alone(config):
        return ""
    machine = engine.machine()
    theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    plugins = {name: _plain(plugin.config) for name, plugin in config.plugins.items()}
    asked = {
        "options": _plain(config),
        "plugins": plugins,
        "day": today.isoformat(),
        "fonts": os.environ.get("TUNGBUOC_FONTS", ""),
    }
    return fingerprint(
        product(),
        asked,
        Path(config.config_file_path),
        Path(config.docs_dir),
        root / "print",
        theme,
        list(machine.fonts),
        machine.versions,
    )


def _plain(options: Mapping[str, Any]) -> str:
    """The options that are plain values, with what the command line and the environment made of them."""
    said = {}
    for name, value in options.items():
        # Objects of the generator: what they stand for is asked for by itself.
        with contextlib.suppress(TypeError):
            said[name] = json.dumps(value, sort_keys=True)
    return json.dumps(said, sort_keys=True)


def _files(site: Path) -> dict[str, list[int]]:
    """Every file of a site with its size and the time it was written, in nanoseconds."""
    found = {}
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name)
            seen = path.stat()
            found[path.relative_to(site).as_posix()] = [seen.st_size, seen.st_mtime_ns]
    return found


class _Warnings(logging.Handler):
    """Notes whether the generator or one of its plugins warned of anything."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen = False
        for name in _LOGS:
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 the base class's signature
        self.seen = True

    def stop(self) -> None:
        for name in _LOGS:
            logging.getLogger(name).removeHandler(self)
