"""A neutral picture with its name."""

from __future__ import annotations

from typing import Literal

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Text, element
from ..faces import portrait
from ..hand import Box
from ..pen import MIDDLE, Pen


@element
class Photo(Element):
    """`photo: Ảnh cháu` — a picture with its label: a landscape, or `of: face` a face."""

    kind = "photo"
    guide = Guide(
        "Máy ảnh, vân tay, khuôn mặt",
        "Một tấm ảnh: phong cảnh, hay khuôn mặt nếu viết `of: face`.",
        """title: Ảnh
body:
  - photo: Ảnh cháu
  - button: Gửi
    icon: send
    tap: true
""",
        variants=(
            (
                "`photo` với `of: face`",
                """title: Ảnh
body:
  - photo: Ảnh con gái
    of: face
""",
            ),
        ),
    )

    photo: Text
    of: Literal["landscape", "face"] = "landscape"

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        high = 44.0 if pen.dense else 58.0
        box = Box(pen.left + 14, y, pen.right - 14, y + high)
        pen.rect(box, 6, fill=tone.fill or pen.tokens.thanh, stroke=tone.line)
        if self.of == "face":
            portrait(pen, MIDDLE, y + high / 2, high * 0.44)
        else:
            pen.icon("image", MIDDLE - high * 0.38, y + high * 0.12, high * 0.76, tone.ink, 2.2)
        pen.target(self, box)
        return (
            pen.paragraph(pen.left, pen.right, box.y1 + 3, self.photo, 14, centre=True)
            if self.photo
            else box.y1
        )

    def say(self, words: Wording) -> str:
        said = "ảnh khuôn mặt {name}" if self.of == "face" else "ảnh {name}"
        return words.say(said, name=self.photo).strip()
