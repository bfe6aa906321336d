"""A label and a track with its knob."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Icon, Label, element
from ..hand import Box
from ..pen import BODY, Pen, num

_ICON = 20.0


@element
class Slider(Element):
    """`slider: Cỡ chữ`, `value: 70` (0–100), `icon: text-size` — a slider."""

    kind = "slider"
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Thanh kéo, `value` từ 0 đến 100.",
        """title: Cỡ chữ
body:
  - slider: Cỡ chữ
    icon: text-size
    value: 70
    swipe: right
""",
    )

    slider: Label
    value: Annotated[int, Field(ge=0, le=100)] = 50
    icon: Icon | None = None

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x0 = pen.left + (28 if self.icon else 2)
        bottom = max(pen.paragraph(x0, pen.right - 2, y, self.slider, BODY), y + (20 if self.icon else 0))
        if self.icon:
            pen.icon(self.icon, pen.left + 2, y - 1, _ICON)
        line = bottom + 11
        x1, x2 = pen.left + 8, pen.right - 8
        knob = x1 + (x2 - x1) * self.value / 100
        pen.path(f"M{num(knob)} {num(line)}H{num(x2)}", stroke=pen.tokens.vach, width=2.4)
        pen.path(f"M{num(x1)} {num(line)}H{num(knob)}", width=5)
        pen.circle(knob, line, 8.5, fill=tone.fill or pen.tokens.trang, stroke=tone.line, width=2.4)
        pen.target(self, Box(knob - 8, line - 8, knob + 8, line + 8))
        return line + 10

    def say(self, words: Wording) -> str:
        said = "thanh kéo {name} ở mức {value} trên 100"
        return words.say(said, name=self.slider, value=self.value)
