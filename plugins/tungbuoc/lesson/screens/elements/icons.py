"""Apps with their names below, three a row, or two where a name is long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, IconCell, element
from ..hand import Box
from ..metrics import cut_words, wrap
from ..pen import SMALL, Pen

_SIDE = 32.0


@element
class IconGrid(Element):
    """`icons: [{label: Zalo, icon: chat}, …]` — apps on the home screen, two or three a row; `tap: Zalo`
    marks one."""

    kind = "icons"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Các biểu tượng trên màn hình chính. Ứng dụng là tên gọi, không vẽ logo. Hai ứng dụng dễ lẫn "
        "hình thì một cái dùng `letter`: một chữ cái trong ô.",
        """body:
  - icons:
      - {label: Gọi, icon: phone}
      - {label: Zalo, letter: Z}
      - {label: Ảnh, icon: image}
      - {label: VNeID, icon: id}
    tap: VNeID
""",
    )

    icons: Annotated[tuple[IconCell, ...], Field(min_length=1, max_length=9)]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(cell.label for cell in self.icons)

    def draw(self, pen: Pen, y: float) -> float:
        columns = _columns(pen, self)
        wide = (pen.right - pen.left + 6) / columns
        for start in range(0, len(self.icons), columns):
            cells = self.icons[start : start + columns]
            shift = (columns - len(cells)) * wide / 2
            bottoms = [y]
            for place, cell in enumerate(cells):
                centre = pen.left - 3 + shift + wide * (place + 0.5)
                self._tile(pen, cell, centre, y)
                x0, x1 = centre - wide / 2 + 1, centre + wide / 2 - 1
                bottoms.append(pen.paragraph(x0, x1, y + _SIDE + 2, cell.label, SMALL, centre=True))
            y = max(bottoms) + 5
        return y - 5

    def _tile(self, pen: Pen, cell: IconCell, centre: float, y: float) -> None:
        tone = pen.tone(self, cell.label) if self.part else pen.tone(self)
        box = Box(centre - _SIDE / 2, y, centre + _SIDE / 2, y + _SIDE)
        pen.rect(box, 9, fill=tone.fill, stroke=tone.line)
        if cell.letter:
            pen.text(centre, y + 23, cell.letter, 20, anchor="middle", ink=tone.ink)
        else:
            pen.icon(cell.icon, centre - 10.5, y + 5.5, 21, tone.ink)
        if self.part and cell.label != self.part:
            pen.pictures.append(box)  # the hand on one app leaves its neighbours whole, if it can
        pen.target(self, box, cell.label)

    def say(self, words: Wording) -> str:
        return words.say("các biểu tượng {names}", names=", ".join(self.parts))


def _columns(pen: Pen, e: IconGrid) -> int:
    """Three a row where names are short; two where the hand on one of three would lie on the next one."""
    count = len(e.icons)
    wide = (pen.right - pen.left + 6) / 3 - 2
    easy = all(
        not cut_words(c.label, SMALL, True, wide) and len(wrap(c.label, SMALL, True, wide)) <= 2
        for c in e.icons
    )
    squeezed = count == 3 and e.part in e.parts[:2] and not e.dont
    return 3 if easy and count != 4 and count > 2 and not squeezed else min(count, 2)
