"""A box with a thick edge, a question and its buttons."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import BODY, EDGE, Pen, line_pitch, room_for
from ..saying import joined


@element
class Dialog(Element):
    """`dialog: Cho phép dùng máy ảnh?`, `buttons: [Không, Có]` — a box over the screen; `tap: Có` marks a
    button."""

    kind = "dialog"
    needs_part = frozenset({"tap"})
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Hộp hỏi hiện lên trên màn hình, nhiều nhất ba nút.",
        """title: VNeID
body:
  - dialog: Cho phép dùng máy ảnh?
    buttons: [Không, Có]
    tap: Có
""",
    )

    dialog: Text
    title: Text = ""
    buttons: Annotated[tuple[Label, ...], Field(max_length=3)] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        return self.buttons

    def draw(self, pen: Pen, y: float) -> float:
        x0, x1 = pen.left + 3, pen.right - 3
        frame = len(pen.shapes)
        bottom = y + 8
        if self.title:
            bottom = pen.paragraph(x0, x1, bottom, self.title, 15, centre=True) + 2
        if self.dialog:
            bottom = pen.paragraph(
                x0, x1, bottom, self.dialog, 13 if pen.dense else 14, centre=True, bold=not self.title
            )
        bottom = _dialog_buttons(pen, self, bottom + 6) if self.buttons else bottom + 3
        box = Box(pen.left - 1, y, pen.right + 1, bottom + 6)
        pen.rect(box, 9, width=EDGE)
        pen.shapes.insert(frame, pen.shapes.pop())
        if not self.part and len(self.buttons) != 1:
            pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        asked = " ".join(filter(None, (self.title, self.dialog)))
        buttons = words.say("nút {names}", names=", ".join(self.buttons)) if self.buttons else ""
        return joined(words.say("hộp hỏi “{question}”", question=asked), buttons)


def _dialog_buttons(pen: Pen, e: Dialog, y: float) -> float:
    x0, x1, gap = pen.left + 4, pen.right - 4, 4.0
    count = len(e.buttons)
    needs = [room_for(name, 14) + 5 for name in e.buttons]
    spare = x1 - x0 - gap * (count - 1) - sum(needs)
    beside = count > 1 and spare >= 0
    for place, name in enumerate(e.buttons):
        left = x0 + sum(needs[:place]) + place * (gap + spare / count) if beside else x0
        right = left + needs[place] + spare / count if beside else x1
        tone = pen.tone(e, name if e.part else None)
        marked = bool(e.verbs) and e.part in (None, name)
        size = 14 if beside else BODY
        pad = 1.5 if beside else 4
        limit = right - (pad if beside else 20 if marked else 4)
        lines = pen.fill(name, size, limit - left - pad)
        high = len(lines) * line_pitch(size) + 10
        box = Box(left, y, right, y + high)
        pen.rect(box, 13.5 if len(lines) < 2 else 10, fill=tone.fill, stroke=tone.line)
        shift = 4 if marked and beside and metrics.fits(name, size, True, right - left - 12) else 0
        pen.paragraph(left + pad - shift, limit - shift, y + 5, name, size, centre=True, ink=tone.ink)
        pen.target(e, box, name)
        if not beside or place == count - 1:
            y += high + gap
    return y - gap
