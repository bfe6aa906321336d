"""Number keys, three a row, as on a telephone."""

from __future__ import annotations

from typing import Literal

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, element
from ..hand import Box
from ..pen import Pen, num

ERASE = "xóa"


@element
class Keypad(Element):
    """`keypad: digits` (or `phone`, with * and #) — number keys; `tap: 4` marks one."""

    kind = "keypad"
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Bàn số: `digits`, hoặc `phone` có thêm * và #.",
        """title: Nhập mã OTP
body:
  - boxes: "123"
  - keypad: digits
    tap: "4"
""",
    )

    keypad: Literal["digits", "phone"]

    @property
    def parts(self) -> tuple[str, ...]:
        return (*"123456789", *("*0#" if self.keypad == "phone" else "0"), ERASE)

    def draw(self, pen: Pen, y: float) -> float:
        wide, high, gap = 38.0, 20.5, 2.0
        left = (pen.left + pen.right - 3 * wide - 2 * gap) / 2
        layout = [*"123456789", *("*0#" if self.keypad == "phone" else ("", "0", ERASE))]
        for place, key in enumerate(layout):
            if not key:
                continue
            x0, y0 = left + (place % 3) * (wide + gap), y + (place // 3) * (high + 1.5)
            box = Box(x0, y0, x0 + wide, y0 + high)
            tone = pen.tone(self, key)
            pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
            if key == ERASE:
                middle = f"M{num(x0 + 12)} {num(y0 + high / 2)}l6-5.5h9v11h-9z"
                pen.path(middle, stroke=tone.ink, width=1.6)
            else:
                pen.text(x0 + wide / 2, y0 + 15.2, key, anchor="middle", ink=tone.ink, soft=key != self.part)
            pen.target(self, box, key)
        return y + 4 * (high + 1.5) - 1.5

    def say(self, words: Wording) -> str:
        return words.say("bàn phím số")
