"""One to three persons with their roles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording, ours

from ..element import Element, Guide, Icon, Label, element
from ..hand import Box
from ..pen import SMALL, Pen

_HOLDS: dict[Icon, str] = {
    "mobile": ours("{name} cầm điện thoại"),
    "phone": ours("{name} cầm điện thoại"),
    "paper": ours("{name} cầm tờ giấy"),
    "document": ours("{name} cầm tờ giấy"),
    "notebook": ours("{name} cầm quyển sổ"),
    "qr": ours("{name} cầm mã vuông"),
    "card": ours("{name} cầm thẻ"),
    "id": ours("{name} cầm thẻ tên"),
    "money": ours("{name} cầm tiền"),
    "gift": ours("{name} cầm quà"),
    "receipt": ours("{name} cầm biên lai"),
    "book": ours("{name} cầm quyển sách"),
}
"""What is said of a thing in the hand; of any other icon nothing is said."""


@element
class People(Element):
    """`people: [Con gái, Tổ công nghệ số]` — one to three persons with their roles: when the step happens
    away from the screen.

    `holding: [mobile, paper]` is what they have in their hands, in the order of the persons.
    """

    kind = "people"
    scene = "away"
    guide = Guide(
        "Máy và đồ vật",
        "Một đến ba người. `holding` là vật mỗi người đang cầm, viết theo thứ tự người.",
        """body:
  - people: [Con gái, Tổ công nghệ số]
  - bubble: Bác cần giúp gì ạ?
""",
        variants=(
            ("`holding: [mobile, paper]`", """body:
  - people: [Bác Tư, Người chỉ]
    holding: [mobile, paper]
  - bubble: Bác bấm vào hình này.
"""),
        ),
    )  # fmt: skip

    people: Annotated[tuple[Label, ...], Field(min_length=1, max_length=3)]
    holding: Annotated[tuple[Icon, ...], Field(max_length=3)] = ()

    def draw(self, pen: Pen, y: float) -> float:
        count = len(self.people)
        wide = (pen.right - pen.left + 6) / count
        size = 46 if count < 3 else 36
        lowest = y
        for place, name in enumerate(self.people):
            x = pen.left - 3 + wide * (place + 0.5)
            pen.icon("person", x - size / 2, y, size, line=2.4)
            if place < len(self.holding):
                held = Box(x + size * 0.08, y + size * 0.42, x + size * 0.62, y + size * 0.96)
                pen.rect(held, 4, fill=pen.tokens.trang)
                pen.icon(self.holding[place], held.x0 + 2, held.y0 + 2, held.x1 - held.x0 - 4)
            lowest = max(
                lowest,
                pen.paragraph(
                    x - wide / 2 + 1,
                    x + wide / 2 - 1,
                    y + size + 1,
                    name,
                    13.5 if count < 3 else SMALL,
                    centre=True,
                ),
            )
        pen.target(self, Box(pen.left, y, pen.right, y + size))
        return lowest

    def say(self, words: Wording) -> str:
        held = [_HOLDS.get(icon, "{name}") for icon in self.holding] + ["{name}"] * len(self.people)
        said = (words.say(does, name=name) for name, does in zip(self.people, held, strict=False))
        return words.say("hình {people_drawn}", people_drawn=", ".join(said))
