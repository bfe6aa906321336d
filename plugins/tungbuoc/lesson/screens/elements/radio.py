"""A ring with or without its dot."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, OnOff, element
from ..pen import Pen
from ..rows import choice
from ..saying import joined


@element
class Radio(Element):
    """`radio: Nhận qua tin nhắn`, `state: on` — one choice of several."""

    kind = "radio"
    joins = "choice"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Chọn một trong nhiều cách.",
        """title: Nhận mã
body:
  - radio: Qua tin nhắn
    state: on
  - radio: Qua cuộc gọi
""",
    )

    radio: Label
    state: OnOff = "off"

    def draw(self, pen: Pen, y: float) -> float:
        middle, tone, box = choice(pen, self, y, self.radio)
        pen.circle(pen.left + 13, middle, 9, stroke=tone.ink, width=2)
        if self.state == "on":
            pen.circle(pen.left + 13, middle, 4.5, fill=tone.ink, stroke="none")
        return box.y1

    def say(self, words: Wording) -> str:
        chosen = words.say("đang chọn") if self.state == "on" else ""
        return joined(words.say("lựa chọn {name}", name=self.radio), chosen)
