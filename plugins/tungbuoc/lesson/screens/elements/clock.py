"""The large time of a locked screen."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import Pen
from ..saying import joined


@element
class Clock(Element):
    """`clock: 08:00`, `note: Thứ Bảy` — the large clock of a locked screen."""

    kind = "clock"
    guide = Guide(
        "Máy và đồ vật",
        "Giờ trên màn hình khóa.",
        """body:
  - clock: 08:00
    note: Thứ Bảy
  - text: Vuốt lên để mở
    center: true
    swipe: up
""",
    )

    clock: Label
    note: Text = ""

    def draw(self, pen: Pen, y: float) -> float:
        right = min(pen.right, pen.edge)
        size = metrics.shrink(self.clock, 38, True, right - pen.left, 15)
        bottom = pen.paragraph(pen.left, right, y, self.clock, size, centre=True)
        if self.note:
            bottom = pen.paragraph(pen.left, right, bottom, self.note, 14, centre=True, bold=False)
        pen.target(self, Box(pen.left, y, pen.right, bottom))
        return bottom

    def say(self, words: Wording) -> str:
        return joined(words.say("đồng hồ {time}", time=self.clock), self.note)
