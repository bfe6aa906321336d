"""Pictures and a voice → an MP4 that any old phone plays: H.264 baseline, 4:2:0, index first; AAC-LC.

One encoder thread, so the same pictures give the same bytes. A picture is encoded when it changes, and once a
second while it stays, so that a film can be wound; the time between is carried by the duration of the frame.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from PIL import Image

from tungbuoc.clips.model import HEIGHT, TICKS, WIDTH
from tungbuoc.clips.voice import RATE, Voice

QUALITY = "25"
_AAC_FRAME = 1024
_VOICE_BITS = 32_000


def film(path: Path, shots: Iterable[tuple[int, Image.Image]], end: int, voice: Voice | None) -> None:
    """Write the film to `path`: each shot is shown from its tick on until the next one, the last until `end`.

    Ticks count from 0, `TICKS` a second. The voice begins with the film and is followed by silence to its
    end.
    """
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as file:
        picture = _video_stream(file)
        sound = _audio_stream(file) if voice else None
        packets: list[Packet[VideoStream] | Packet[AudioStream]] = []
        for frame in _frames(shots, end):
            packets += picture.encode(frame)
        packets += picture.encode(None)
        if voice and sound:
            packets += _sound(sound, voice.samples, max(end * RATE // TICKS, len(voice.samples)))
        for packet in sorted(packets, key=_moment):
            file.mux(packet)


def speech(path: Path, voice: Voice) -> None:
    """Write the voice alone to `path` (`.m4a`), for “Nghe”."""
    with av.open(str(path), "w", format="ipod", options={"movflags": "+faststart"}) as file:
        for packet in _sound(_audio_stream(file), voice.samples, len(voice.samples)):
            file.mux(packet)


def _video_stream(file: OutputContainer) -> VideoStream:
    """H.264 baseline at one quality throughout: words that stay and the finger that moves.

    `mbtree` stays off: x264 reads memory there that it never wrote, so the same film had other bytes once in
    thirty times.
    """
    colours = "colorprim=bt709:transfer=bt709:colormatrix=bt709"
    stream = file.add_stream(
        "libx264",
        rate=TICKS,
        options={
            "profile": "baseline",
            "preset": "veryfast",
            "crf": QUALITY,
            "flags": "+frame_duration",
            "x264-params": f"threads=1:lookahead-threads=1:keyint=300:mbtree=0:qcomp=1:{colours}",
        },
    )
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    stream.codec_context.thread_count = 1
    stream.codec_context.time_base = Fraction(1, TICKS)
    stream.time_base = Fraction(1, TICKS * 1000)
    return stream


def _frames(shots: Iterable[tuple[int, Image.Image]], end: int) -> Iterator[VideoFrame]:
    """Every shot at its tick, and again each second while it stays; durations reach to the next one."""
    for start, stop, image in _spans(shots, end):
        rgb = VideoFrame(image.width, image.height, "rgb24")
        rgb.planes[0].update(image.tobytes())
        frame = rgb.reformat(
            format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
        )
        for tick in range(start, stop, TICKS):
            frame.pts, frame.time_base = tick, Fraction(1, TICKS)
            frame.duration = min(TICKS, stop - tick)
            yield frame


def _spans(shots: Iterable[tuple[int, Image.Image]], end: int) -> Iterator[tuple[int, int, Image.Image]]:
    before: tuple[int, Image.Image] | None = None
    for tick, image in shots:
        if before:
            yield before[0], tick, before[1]
        before = tick, image
    if before:
        yield before[0], end, before[1]


def _audio_stream(file: OutputContainer) -> AudioStream:
    stream = file.add_stream("aac", rate=RATE, layout="mono", format="fltp")
    stream.bit_rate = _VOICE_BITS
    return stream


def _sound(stream: AudioStream, samples: array[int], length: int) -> list[Packet[AudioStream]]:
    """The packets of `samples`, then of silence up to `length` samples."""
    whole = array("f", [sample / 32768 for sample in samples])
    whole.frombytes(bytes(4 * max(length - len(samples), 0)))
    packets: list[Packet[AudioStream]] = []
    for start in range(0, len(whole), _AAC_FRAME):
        piece = whole[start : start + _AAC_FRAME]
        piece.frombytes(bytes(4 * (_AAC_FRAME - len(piece))))
        frame = AudioFrame(format="fltp", layout="mono", samples=_AAC_FRAME)
        frame.planes[0].update(piece.tobytes())
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        packets += stream.encode(frame)
    return packets + stream.encode(None)


def _moment(packet: Packet[VideoStream] | Packet[AudioStream]) -> Fraction:
    """When a packet is due, in seconds: players want sound and picture side by side in the file."""
    return (packet.dts or 0) * (packet.time_base or Fraction(0))
