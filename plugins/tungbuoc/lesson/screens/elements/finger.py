"""A fingerprint."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import MIDDLE, Pen, num

_RIDGES = (
    "M8 19c4-16 28-16 32 0 1 5 1 9 0 14M9 34v-8a15 15 0 0 1 26-9M15 40c1.5-5 1.5-10 1.5-15a7.5 7.5 0 0 1 15 0"
    "c0 7-.5 12-2.5 17M24 25c0 7-.5 12-2.5 17M36 24c0 6-.3 10-1.5 14"
)


@element
class Finger(Element):
    """`finger: Chạm nhẹ vào cảm biến` — a fingerprint, with its line of text."""

    kind = "finger"
    guide = Guide(
        "Máy ảnh, vân tay, khuôn mặt",
        "Dấu vân tay.",
        """title: Mở khóa
body:
  - finger: Chạm nhẹ vào cảm biến
    tap: true
""",
    )

    finger: Text

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        if tone.fill:
            pen.circle(MIDDLE, y + 28, 28, fill=tone.fill, stroke="none")
        pen.add(
            f'<path transform="translate({num(MIDDLE - 24)} {num(y + 4)})" stroke="{tone.ink}"'
            f' stroke-width="2.6" d="{_RIDGES}"/>'
        )
        pen.pictures.append(Box(MIDDLE - 16, y + 10, MIDDLE + 14, y + 44))
        pen.target(self, Box(MIDDLE - 20, y + 6, MIDDLE + 22, y + 46))
        return pen.paragraph(pen.left, pen.right, y + 58, self.finger, 14, centre=True)

    def say(self, words: Wording) -> str:
        return words.say("hình dấu vân tay, {what}", what=self.finger)
