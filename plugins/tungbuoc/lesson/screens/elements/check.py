"""A box with or without a tick."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, OnOff, element
from ..hand import Box
from ..pen import Pen
from ..rows import choice


@element
class Check(Element):
    """`check: Tôi đồng ý`, `state: on` — a box with a tick or without."""

    kind = "check"
    joins = "choice"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Ô đánh dấu. `state: on` là đã đánh dấu.",
        """title: Đồng ý
body:
  - check: Tôi đã đọc
    state: on
  - check: Tôi đồng ý
    tap: true
""",
    )

    check: Label
    state: OnOff = "off"

    def draw(self, pen: Pen, y: float) -> float:
        middle, tone, box = choice(pen, self, y, self.check)
        x = pen.left + 4
        pen.rect(Box(x, middle - 9, x + 18, middle + 9), 4, stroke=tone.ink, width=2)
        if self.state == "on":
            pen.path(f"M{x + 4:g} {middle:g}l4 4.5 7-9", stroke=tone.ink, width=2.6)
        return box.y1

    def say(self, words: Wording) -> str:
        said = "ô đã đánh dấu {name}" if self.state == "on" else "ô chưa đánh dấu {name}"
        return words.say(said, name=self.check)
