"""The edge of a list that goes on below."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import FRAME, SMALL, WIDTH, Pen, num


@element
class More(Element):
    """`more: Vuốt lên để xem tiếp` — the last row, cut by the screen's edge, and what to do to see the
    rest."""

    kind = "more"
    at_edge = True
    ends = True
    guide = Guide(
        "Chữ, nút, danh sách",
        "Danh sách còn dài: dòng cuối bị cắt ở mép dưới, kèm lời chỉ cách xem tiếp. Luôn đặt cuối cùng.",
        """title: Danh bạ
body:
  - row: Con gái
    icon: person
  - row: Cháu nội
    icon: person
  - more: Vuốt lên để xem tiếp
    swipe: up
""",
    )

    more: Text

    def draw(self, pen: Pen, y: float) -> float:
        x1 = pen.room(self, y)
        bottom = pen.paragraph(pen.left + 3, x1, y + 3, self.more, SMALL, bold=False)
        top, low = bottom + 4, bottom + 15
        pen.rule(top)
        arc = f"M{num(pen.left + 4)} {num(low)}a8 8 0 0 1 16 0"
        pen.path(
            f"{arc}M{num(pen.left + 30)} {num(low - 1.5)}h{num(min(x1, 96) - pen.left - 30)}",
            stroke=pen.tokens.vach,
            width=2.4,
        )
        pen.target(self, Box(FRAME, y, WIDTH - FRAME, low))
        return low

    def say(self, words: Wording) -> str:
        said = words.say("danh sách còn tiếp")
        return f"{said}, {self.more}" if self.more else said
