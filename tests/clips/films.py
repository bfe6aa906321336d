"""Films and recordings that the tests of this folder share."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

from tungbuoc.clips import StepFilm, read_sentences
from tungbuoc.lesson.inline import read_inline
from tungbuoc.lesson.screens import Screen
from tungbuoc.lesson.screens.elements.button import Button
from tungbuoc.lesson.screens.elements.field import FieldBox
from tungbuoc.lesson.screens.elements.row import Row
from tungbuoc.lesson.screens.elements.text import TextLine

CONTACTS = Screen(
    title="Danh bạ", body=(Row(row="Con gái"), Row(row="Công an xã", tap="true"), Row(row="Ngân hàng"))
)
NUMBER = Screen(
    title="Gọi", body=(FieldBox(field="Số điện thoại", type="0900 000 000"), Button(button="Gọi"))
)
SWIPE = Screen(title="Màn hình", body=(Row(row="Tin nhắn", swipe="up"), Row(row="Gọi")))
HOLD = Screen(title="Ảnh", body=(Row(row="Ảnh 1", hold="true"),))
DONT = Screen(
    title="Tin nhắn", body=(TextLine(text="Bác trúng quà!"), Button(button="Nhận quà", dont="true"))
)


def film(key: str, *screens: Screen, narration: Path | None = None, title: str = "Gọi số đã lưu") -> StepFilm:
    """Step 5 of 6 with two sentences."""
    words = read_sentences(
        [read_inline("Chọn số **bác đã lưu** trong danh bạ."), read_inline("Không gọi số trong tin nhắn.")]
    )
    return StepFilm(
        key, 5, 6, title, "Dừng lại, hỏi người thân", f"tungbuoc.vn/{key}", words, screens, narration
    )


def tone(path: Path, seconds: float, *, quiet: float = 0.0, level: int = 6000) -> Path:
    """A sound file: `quiet` seconds of silence, a tone, the same silence again."""
    rate = 16_000
    silence = [0] * int(quiet * rate)
    sound = [int(level * math.sin(place / 12)) for place in range(int(seconds * rate))]
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(array("h", [*silence, *sound, *silence]).tobytes())
    return path
