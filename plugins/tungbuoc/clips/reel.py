"""One film from first to last: plan, pictures, encoding, captions, packed as the bytes of one small archive.

Runs in a worker process; this is the module that brings in resvg and ffmpeg's libraries.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tungbuoc.clips import encode, voice, vtt
from tungbuoc.clips.archive import CAPTIONS, VIDEO, VOICE, Archive, pack
from tungbuoc.clips.cards import CAPTION, CAPTION_LINES, COLUMN
from tungbuoc.clips.model import TICKS, FilmOrder
from tungbuoc.clips.stage import Stage
from tungbuoc.clips.timeline import plan
from tungbuoc.clips.words import CardPage, pages


def make(order: FilmOrder) -> bytes:
    """The archive of one film. Raises `voice.UnreadableError` when its narration is of no use."""
    film = order.film
    spoken = voice.read(film.narration) if film.narration else None
    grouped = [pages(sentence, CAPTION, COLUMN, CAPTION_LINES) for sentence in film.sentences]
    captions = [page for group in grouped for page in group]
    stage = Stage(film, captions, order.fonts)
    texts = [[_text(page) for page in group] for group in grouped]
    planned = plan(film.name, stage.acts(), texts, spoken.seconds if spoken else None)
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        video = Path(folder) / VIDEO
        encode.film(video, ((tick, stage.picture(look)) for tick, look in planned.shots), planned.end, spoken)
        files[VIDEO] = video.read_bytes()
        if spoken:
            encode.speech(Path(folder) / VOICE, spoken)
            files[VOICE] = (Path(folder) / VOICE).read_bytes()
    files[CAPTIONS] = vtt.write(planned.cues).encode()
    return pack(Archive(files, planned.end / TICKS))


def _text(page: CardPage) -> str:
    return " ".join(word.text for line in page for word in line)
