"""Apps with their names below, three a row, or two where a name is long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..element import Element, Guide, IconCell, element
from ..hand import Box
from ..metrics import cut_words, wrap
from ..pen import SMALL, Pen


@element
class IconGrid(Element):
    """`icons: [{label: Zalo, icon: chat}, …]` — apps on the home screen, two or three a row; `tap: Zalo` marks one."""

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
        side = 32.0
        for start in range(0, len(self.icons), columns):
            cells = self.icons[start : start + columns]
            shift = (columns - len(cells)) * wide / 2
            bottoms = [y]
            for place, cell in enumerate(cells):
                centre = pen.left - 3 + shift + wide * (place + 0.5)
                tone = pen.tone(self, cell.label) if self.part else pen.tone(self)
                box = Box(centre - side / 2, y, centre + side / 2, y + side)
                pen.rect(box, 9, fill=tone.fill, stroke=tone.line)
                if cell.letter:
                    pen.text(centre, y + 23, cell.letter, 20, anchor="middle", ink=tone.ink, soft=True)
                else:
                    pen.icon(cell.icon, centre - 10.5, y + 5.5, 21, tone.ink)
                pen.target(self, box, cell.label)
                bottoms.append(pen.paragraph(centre - wide / 2 + 1, centre + wide / 2 - 1, y + side + 2, cell.label, SMALL, centre=True))
            y = max(bottoms) + 5
        return y - 5

    def say(self) -> str:
        return f"các biểu tượng {', '.join(self.parts)}"


def _columns(pen: Pen, e: IconGrid) -> int:
    count = len(e.icons)
    wide = (pen.right - pen.left + 6) / 3 - 2
    easy = all(not cut_words(c.label, SMALL, True, wide) and len(wrap(c.label, SMALL, True, wide)) <= 2 for c in e.icons)
    return 3 if easy and count != 4 and count > 2 else min(count, 2)
