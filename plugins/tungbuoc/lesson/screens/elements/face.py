"""An oval frame with a face in it."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..hand import Box
from ..pen import MIDDLE, Pen, num


@element
class Face(Element):
    """`face: Đưa mặt vào khung` — an oval frame for the face, with its line of text."""

    kind = "face"
    guide = Guide(
        "Máy ảnh, vân tay, khuôn mặt",
        "Khung khuôn mặt.",
        """title: Xác thực
body:
  - face: Đưa mặt vào khung
""",
    )

    face: Text

    def draw(self, pen: Pen, y: float) -> float:
        dashes = f'stroke="{pen.tokens.son}" stroke-width="3.2" stroke-dasharray="8 6"'
        pen.add(f'<ellipse cx="{num(MIDDLE)}" cy="{num(y + 37)}" rx="29" ry="36" {dashes}/>')
        cy = y + 37
        pen.path(
            f"M{num(MIDDLE - 9)} {num(cy - 8)}v4m18-4v4m-9-2v9h-4M{num(MIDDLE - 8)} {num(cy + 15)}h16",
            width=2.4,
        )
        pen.target(self, Box(MIDDLE - 29, y, MIDDLE + 29, y + 74))
        return pen.paragraph(pen.left, pen.right, y + 78, self.face, 14, centre=True)

    def say(self, words: Wording) -> str:
        return words.say("khung khuôn mặt, {what}", what=self.face)
