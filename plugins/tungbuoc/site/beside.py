"""The preview presses the sheet of one lesson when it is asked for, from what the last build laid out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from tungbuoc.lesson.galley import Galley
from tungbuoc.press.proof.pull import Pulled, pull
from tungbuoc.press.stamping.layout import Team
from tungbuoc.site.serve import App, Start
from tungbuoc.web import beside


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What the last build laid out: code → galley of every lesson, the project, the team on its sheets."""

    galleys: Mapping[str, Galley] = field(default_factory=dict)
    root: Path = Path()
    team: Team | None = None

    def pull(self, code: str, cache_dir: Path) -> Pulled:
        return pull(self.galleys[code], root=self.root, cache_dir=cache_dir, team=self.team)


class Beside:
    """The sheets of one preview. `press` is held by whoever presses in this process."""

    def __init__(self) -> None:
        self.press = Lock()
        self._table = _LaidOut()

    def lay(self, galleys: Sequence[Galley], root: Path, team: Team | None) -> None:
        """Sheets are made from these from now on."""
        self._table = _LaidOut({galley.code: galley for galley in galleys if not galley.form}, root, team)

    def warm(self) -> None:
        """Press one sheet for nothing, beside everything else: the engine takes longer to load than to
        press."""
        Thread(target=self._warm, daemon=True).start()

    def app(self, app: App, mount: str) -> App:
        """A WSGI application that answers for the sheets below `mount`, and as `app` for everything
        else."""
        place = re.compile(re.escape(mount + beside.FOLDER) + r"/([^/]*)/?(?:index\.html)?")

        def answer(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
            asked = place.fullmatch(path)
            if not asked:
                return app(environ, start_response)
            found, text = self._show(asked[1])
            body = text.encode()
            about = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
            start_response("200 OK" if found else "404 Not Found", [*about, ("Cache-Control", "no-store")])
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

        return answer

    def _show(self, code: str) -> tuple[bool, str]:
        table = self._table
        galley = table.galleys.get(code)
        if galley is None:
            return False, beside.missing(code)
        with self.press:
            pulled = table.pull(code, table.root / ".cache/press")
        return True, beside.page(code, galley.title, pulled.pages, pulled.sheets, pulled.problems)

    def _warm(self) -> None:
        table = self._table
        with self.press, tempfile.TemporaryDirectory() as cache:
            for code in list(table.galleys)[:1]:
                table.pull(code, Path(cache))
