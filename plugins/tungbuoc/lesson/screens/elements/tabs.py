"""A bar of tabs: the chosen one under a thick line, the tapped one reversed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import FRAME, SMALL, WIDTH, Pen, line_pitch
from ..saying import joined


@element
class Tabs(Element):
    """`tabs: [Tin nhắn, Danh bạ, Cá nhân]`, `chosen: Danh bạ` — a bar of tabs; `tap: Cá nhân` marks one."""

    kind = "tabs"
    at_edge = True
    guide = Guide(
        "Chữ, nút, danh sách",
        "Hàng mục. `chosen` là mục đang mở.",
        """title: Zalo
body:
  - bubble: Tối nay con về.
  - tabs: [Tin nhắn, Danh bạ]
    chosen: Tin nhắn
""",
    )

    tabs: Annotated[tuple[Label, ...], Field(min_length=2, max_length=5)]
    chosen: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return self.tabs

    def draw(self, pen: Pen, y: float) -> float:
        left, right = FRAME + 0.4, WIDTH - FRAME - 0.4
        wide = (right - left) / len(self.tabs)
        rows = [pen.fill(name, SMALL, wide - 3) for name in self.tabs]
        high = max(len(lines) for lines in rows) * line_pitch(SMALL) + 12
        pen.path(f"M{left:g} {y:.1f}H{right:g}", width=1.6)
        for place, (name, lines) in enumerate(zip(self.tabs, rows, strict=True)):
            x0 = left + place * wide
            tone = pen.tone(self, name) if self.part else pen.tone(self)
            box = Box(x0, y, x0 + wide, y + high)
            if tone.fill:
                pen.rect(Box(x0 + 1, y + 2, x0 + wide - 1, y + high), 6, fill=tone.fill, stroke="none")
            elif name == self.chosen:
                pen.path(f"M{x0 + 4:.1f} {y + 1.4:.1f}h{wide - 8:.1f}", width=4)
            top = y + (high - len(lines) * line_pitch(SMALL)) / 2 + 1
            pen.paragraph(x0 + 1.5, x0 + wide - 1.5, top, name, SMALL, centre=True, ink=tone.ink, bold=True)
            pen.target(self, box, name)
        return y + high

    def say(self, words: Wording) -> str:
        chosen = words.say("đang ở {name}", name=self.chosen) if self.chosen else ""
        return joined(words.say("hàng mục {names}", names=", ".join(self.tabs)), chosen)
