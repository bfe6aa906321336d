"""A large tick and the result."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import MIDDLE, Pen, num


@element
class Done(Element):
    """`done: Đã gửi yêu cầu` — a result with a large tick."""

    kind = "done"
    scene = "quiet"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Việc đã xong.",
        """title: Hồ sơ
body:
  - done: Đã gửi yêu cầu
""",
    )

    done: Text

    def draw(self, pen: Pen, y: float) -> float:
        pen.circle(MIDDLE, y + 22, 21, fill=pen.tokens.cham, stroke="none")
        pen.path(f"M{num(MIDDLE - 10)} {num(y + 22)}l7.5 8 13-16", stroke=pen.tokens.cham_chu, width=4)
        pen.target(self, Box(MIDDLE - 20, y + 2, MIDDLE + 20, y + 42))
        return pen.paragraph(pen.left, pen.right, y + 47, self.done, 15, centre=True)

    def say(self, words: Wording) -> str:
        return words.say("dấu xong, {what}", what=self.done)
