"""The preview binds books, booklets and other prints of many lessons when they are opened, not at every saved
word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any
from urllib.parse import unquote

from tungbuoc.site.serve import App, Start
from tungbuoc.web.downloads import FOLDER

Press = Callable[[str], None]
"""Presses the handout with this file's name into the site of the preview."""


class OnDemand:
    """What one preview left as it was; `press` is held by whoever presses in this process."""

    def __init__(self, press: Lock) -> None:
        self._press = press
        self._waiting: dict[str, str] = {}
        self._make: Press = lambda _file: None

    def lay(self, waiting: Mapping[str, str], make: Press) -> None:
        """From now on `make` is called when one of `waiting` (name people see → name of its file) is
        opened."""
        self._waiting, self._make = dict(waiting), make

    def app(self, app: App, mount: str) -> App:
        """A WSGI application that answers as `app` does, after the PDF that is asked for below `mount` was
        pressed."""
        place = re.compile(re.escape(f"{mount}{FOLDER}/") + r"([^/]+\.pdf)")

        def answer(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
            asked = place.fullmatch(unquote(environ["PATH_INFO"]))
            if asked and asked[1] in (*self._waiting, *self._waiting.values()):
                self._bring(asked[1])
            return app(environ, start_response)

        return answer

    def _bring(self, name: str) -> None:
        with self._press:
            file = self._waiting.get(name, name)
            if file in self._waiting.values():  # nobody brought it while this one waited
                self._make(file)
                self._waiting = {shown: of for shown, of in self._waiting.items() if of != file}
