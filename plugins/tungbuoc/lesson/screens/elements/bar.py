"""Signs at the right of the title bar."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, IconCell, element
from ..hand import Box
from ..pen import FRAME, WIDTH, Pen

_PITCH = 25.0
_SIGN = 19.0


@element
class Bar(Element):
    """`bar: [{label: Tìm, icon: search}]` — signs at the right of the title bar; `tap: Tìm` marks one. The
    label is not drawn."""

    kind = "bar"
    place = "top"
    in_head = True
    guide = Guide(
        "Chữ, nút, danh sách",
        "Các hình nhỏ ở góc phải thanh trên cùng, nhiều nhất ba. Tên của hình chỉ để đọc thành lời và để"
        " `tap`, không vẽ ra.",
        """title: Con gái
back: true
body:
  - bar:
      - {label: Gọi tiếng, icon: phone}
      - {label: Gọi hình, icon: video}
    tap: Gọi hình
  - bubble: Tối nay con rảnh nhé.
""",
    )

    bar: Annotated[tuple[IconCell, ...], Field(min_length=1, max_length=3)]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(cell.label for cell in self.bar)

    def head_room(self) -> float:
        return _PITCH * len(self.bar)

    def draw(self, pen: Pen, y: float) -> float:
        """`y` is the middle of the title bar."""
        left = WIDTH - FRAME - 3 - _PITCH * len(self.bar)
        for place, cell in enumerate(self.bar):
            x0 = left + _PITCH * place
            box = Box(x0 + 1, y - 11.5, x0 + _PITCH - 1, y + 11.5)
            tone = pen.tone(self, cell.label if self.part else None)
            if tone.fill:
                pen.rect(box, 6, fill=tone.fill, stroke="none")
            pen.icon(cell.icon, x0 + (_PITCH - _SIGN) / 2, y - _SIGN / 2, _SIGN, tone.ink)
            pen.target(self, box, cell.label)
        return y

    def say(self, words: Wording) -> str:
        return words.say("góc phải thanh trên cùng có hình {names}", names=", ".join(self.parts))
