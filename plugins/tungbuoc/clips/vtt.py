"""Captions as WebVTT: what the band in the picture says, for players that show, enlarge or read out
captions."""

from __future__ import annotations

from collections.abc import Iterable

from tungbuoc.clips.model import TICKS
from tungbuoc.clips.timeline import Cue


def write(cues: Iterable[Cue]) -> str:
    """The file's text. The cues lie in the free ground above the caption band, where they hide nothing."""
    blocks = [
        f"{place}\n{_clock(cue.start)} --> {_clock(cue.end)} line:64% align:center\n{_escaped(cue.text)}\n"
        for place, cue in enumerate(cues, start=1)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(tick: int) -> str:
    thousandths = round(tick * 1000 / TICKS)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", " ")
