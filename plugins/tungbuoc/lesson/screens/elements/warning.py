"""A solid triangle and its text."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import FRAME, WIDTH, Pen, num


@element
class Warn(Element):
    """`warning: Tên người nhận không khớp` — a black triangle and its text."""

    kind = "warning"
    scene = "quiet"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Cảnh báo.",
        """title: Chuyển tiền
body:
  - warning: Tên người nhận không khớp
  - button: Dừng lại
    tap: true
""",
    )

    warning: Text

    def draw(self, pen: Pen, y: float) -> float:
        x0, x1 = pen.left + 32, pen.room(self, y, WIDTH - FRAME - 2)
        bottom = max(pen.paragraph(x0, x1, y + 2, self.warning, 14), y + 30)
        top = (y + bottom) / 2 - 12
        t = pen.tokens
        pen.path(f"M{num(pen.left + 14)} {num(top)}l13 23.5h-26z", fill=t.son, stroke=t.son, width=3)
        pen.path(f"M{num(pen.left + 14)} {num(top + 8)}v7.5m0 4.5v.01", stroke=t.trang, width=2.8)
        pen.target(self, Box(pen.left, y, pen.right, bottom))
        return bottom

    def say(self, words: Wording) -> str:
        return words.say("cảnh báo, {what}", what=self.warning)
