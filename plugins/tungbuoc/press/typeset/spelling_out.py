"""Words of scripts whose letters change places, as they are written: so that a finished sheet can be
searched, copied and read aloud.

The engine names each drawn sign by the letters it first stood for. Where vowels stand before their consonant
and signs join (Khmer, Lao, Burmese, …) that gives other words. Those words are marked in the content with
their own text (`ActualText`, ISO 32000-1, 14.9.4); all other words stay as the engine writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

_SCRIPTS = re.compile("[\u0600-\u0dff\u0e00-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff]")
"""Blocks of Unicode with such scripts: Arabic, those of India, Thai to Burmese, Khmer to Cham, Tai Viet."""


class SpellingStream(Stream):  # type: ignore[misc]  # the engine has no types
    """The content of a page, with words of those scripts spelt out."""

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Begin and end the mark of a box."""
        with super().marked(box, tag):
            text = getattr(box, "text", "")
            if self._tags is not None and _SCRIPTS.search(text):
                spelt = pydyf.Dictionary({"MCID": self._tags[box]["mcid"], "ActualText": pydyf.String(text)})
                self.stream.pop()
                self.begin_marked_content(tag, spelt)
            yield


def install() -> None:
    """Have the engine write pages so, in this process."""
    weasyprint.pdf.Stream = SpellingStream
