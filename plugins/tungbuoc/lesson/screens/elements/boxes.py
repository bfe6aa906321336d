"""A box for every digit of a PIN or code."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, element, plain
from ..hand import Box
from ..pen import Pen


@element
class CodeBoxes(Element):
    """`boxes: 123`, `of: 6` — boxes for a PIN or a one-time code; `secret: true` shows dots."""

    kind = "boxes"
    typed = True
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Các ô cho mã hoặc PIN. `of` là số ô, `secret: true` thì che.",
        """title: Passcode
body:
  - boxes: "12"
    of: 6
    secret: true
""",
    )

    boxes: Annotated[str, StringConstraints(strip_whitespace=True, max_length=8), BeforeValidator(plain)]
    of: Annotated[int, Field(ge=3, le=8)] = 6
    secret: bool = False

    def draw(self, pen: Pen, y: float) -> float:
        filled = self.type or self.boxes
        if self.type and pen.typed is not None:
            filled = filled[: pen.typed]
        gap = 4.0
        wide = min(24.0, (pen.right - pen.left - gap * (self.of - 1)) / self.of)
        x = (pen.left + pen.right - wide * self.of - gap * (self.of - 1)) / 2
        tone = pen.tone(self)
        whole = Box(x, y, x + wide * self.of + gap * (self.of - 1), y + 26)
        last = whole
        for place in range(self.of):
            cell = Box(x, y, x + wide, y + 26)
            pen.rect(cell, 5, fill=tone.fill, stroke=tone.line)
            if place < len(filled):
                if self.secret:
                    # Larger, a reader takes the box for a Micro QR.
                    pen.circle(x + wide / 2, y + 13, 2.6, fill=tone.ink, stroke="none")
                else:
                    pen.text(x + wide / 2, y + 18.4, filled[place], 15, anchor="middle", ink=tone.ink)
            if place == min(len(filled), self.of - 1):
                last = cell
            x += wide + gap
        pen.target(self, Box(last.x0, y, max(last.x1, whole.x1 - wide), y + 26) if self.type else whole)
        return y + 26

    def say(self, words: Wording) -> str:
        said = words.say("{count} ô để gõ số", count=self.of)
        if self.type or self.secret or not self.boxes:
            return said
        return f"{said}, {words.say('đã có {digits}', digits=' '.join(self.boxes))}"
