"""The files of one clip as one run of bytes, so that a cache entry is all of a clip or nothing."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass

VIDEO, CAPTIONS, VOICE, _FACTS = "clip.mp4", "clip.vtt", "voice.m4a", "facts.json"


@dataclass(frozen=True, slots=True)
class Archive:
    """A made clip: its files by name (`VIDEO`, `CAPTIONS`, perhaps `VOICE`) and its length in seconds."""

    files: dict[str, bytes]
    seconds: float


def pack(archive: Archive) -> bytes:
    """Stored, not squeezed (films are squeezed already), with one fixed date: the same clip gives the same
    bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, content in archive.files.items():
            file.writestr(zipfile.ZipInfo(name), content)
        file.writestr(zipfile.ZipInfo(_FACTS), json.dumps({"seconds": round(archive.seconds, 3)}))
    return packed.getvalue()


def unpack(packed: bytes) -> Archive:
    """What `pack` packed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        files = {name: file.read(name) for name in file.namelist()}
    return Archive(
        {name: content for name, content in files.items() if name != _FACTS},
        json.loads(files[_FACTS])["seconds"],
    )
