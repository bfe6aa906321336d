"""Where one chooses a photo or a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, IconCell, Label, element
from ..hand import Box
from ..pen import SMALL, Pen, num

_TILE = 32.0


@element
class Files(Element):
    """`files: [{label: Căn cước, icon: id}, …]`, `chosen: Căn cước` — photos or files to choose from;
    `tap: Căn cước`."""

    kind = "files"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Chỗ chọn ảnh hay tệp, hai đến bốn tấm. `chosen` là tấm đã chọn.",
        """title: Chọn ảnh
body:
  - files:
      - {label: Mặt trước, icon: id}
      - {label: Mặt sau, icon: card}
      - {label: Ảnh cháu, icon: photo}
      - {label: Giấy hẹn, icon: document}
    chosen: Mặt trước
    tap: Mặt sau
""",
    )

    files: Annotated[tuple[IconCell, ...], Field(min_length=2, max_length=4)]
    chosen: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(cell.label for cell in self.files)

    def draw(self, pen: Pen, y: float) -> float:
        gap = 6.0
        wide = (pen.right - pen.left - gap) / 2
        for start in range(0, len(self.files), 2):
            bottoms = [y]
            for place, cell in enumerate(self.files[start : start + 2]):
                x0 = pen.left + place * (wide + gap)
                box = Box(x0, y, x0 + wide, y + _TILE)
                self._tile(pen, cell, box)
                pen.target(self, box, cell.label if self.part else None)
                bottoms.append(
                    pen.paragraph(x0 - 3, x0 + wide + 3, y + _TILE + 1, cell.label, SMALL, centre=True)
                )
            y = max(bottoms) + 5
        return y - 5

    def _tile(self, pen: Pen, cell: IconCell, box: Box) -> None:
        tone = pen.tone(self, cell.label if self.part else None)
        pen.rect(box, 4, fill=tone.fill or pen.tokens.thanh, stroke=tone.line, width=1.6)
        pen.icon(cell.icon, (box.x0 + box.x1) / 2 - 13, box.y0 + 3, 26, tone.ink)
        if cell.label == self.chosen:
            x, y = box.x0 + 9, box.y0 + 9
            pen.circle(x, y, 7, fill=pen.tokens.cham, stroke="none")
            pen.path(f"M{num(x - 3.5)} {num(y)}l2.6 2.8 4.6-5.4", stroke=pen.tokens.cham_chu, width=2)

    def say(self, words: Wording) -> str:
        said = words.say("chọn ảnh hay tệp: {names}", names=", ".join(self.parts))
        return f"{said}, {words.say('đã chọn {name}', name=self.chosen)}" if self.chosen else said
