"""A person's recording of a step → mono speech at an even loudness, without the silence before and after
it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.resampler import AudioResampler

RATE = 24_000
"""Samples a second: all a voice needs, and every phone plays it."""
KINDS = (".opus", ".ogg", ".webm", ".mp3", ".m4a", ".wav")
LONGEST = 180.0
_BLOCK = RATE // 50
_EDGE = RATE // 5
_QUIET = 0.03
_LOUD = 29_000
_MOST_GAIN = 10.0


class UnreadableError(Exception):
    """The recording cannot be used; the text says why and what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Mono 16-bit samples at `RATE`."""

    samples: array[int]

    @property
    def seconds(self) -> float:
        """How long it speaks."""
        return len(self.samples) / RATE


def read(path: Path) -> Voice:
    """The speech in any sound file ffmpeg's libraries read. Raises `UnreadableError`."""
    try:
        samples = _decoded(path)
    except (av.FFmpegError, IndexError, OSError) as error:
        raise UnreadableError(
            f"Không đọc được tiếng trong tệp {path.name} ({error}). Thu lại ở trang «Thu tiếng»."
        ) from error
    if len(samples) > LONGEST * RATE:
        raise UnreadableError(
            f"Tệp {path.name} dài hơn 3 phút. Mỗi tệp chỉ đọc một bước, hãy thu lại ngắn hơn."
        )
    loudest = _peak(samples)
    if loudest < 100:
        raise UnreadableError(f"Tệp {path.name} không có tiếng. Kiểm tra micro rồi thu lại.")
    return Voice(_louder(_trimmed(samples, loudest), loudest))


def _decoded(path: Path) -> array[int]:
    samples = array("h")
    with av.open(str(path)) as file:
        resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in file.decode(file.streams.audio[0]):
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: piece.samples * 2])
            if len(samples) > (LONGEST + 1) * RATE:
                return samples
        for piece in resampler.resample(None):
            samples.frombytes(bytes(piece.planes[0])[: piece.samples * 2])
    return samples


def _peak(samples: array[int]) -> int:
    return max(max(samples), -min(samples)) if samples else 0


def _trimmed(samples: array[int], loudest: int) -> array[int]:
    """What lies between the first and the last sound, with a fifth of a second of room on both sides."""
    floor = loudest * _QUIET
    spoken = [at for at in range(0, len(samples), _BLOCK) if _peak(samples[at : at + _BLOCK]) > floor]
    return samples[max(0, spoken[0] - _EDGE) : spoken[-1] + _BLOCK + _EDGE]


def _louder(samples: array[int], loudest: int) -> array[int]:
    gain = min(_LOUD / loudest, _MOST_GAIN)
    return array("h", [int(sample * gain) for sample in samples])
