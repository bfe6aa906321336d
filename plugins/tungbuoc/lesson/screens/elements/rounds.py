"""A row of round buttons."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Icon, Label, element
from ..faces import round_button
from ..hand import Box
from ..pen import SMALL, Pen

_RADIUS = 18.0


class RoundCell(BaseModel):
    """One button: `{label: Kết thúc, icon: phone-down, red: true}`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: Label
    icon: Icon
    red: bool = False


@element
class RoundButtons(Element):
    """`rounds: [{label: Kết thúc, icon: phone-down, red: true}]` — one to three round buttons with their
    names below."""

    kind = "rounds"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Một đến ba nút tròn, tên ở dưới. `red: true` là nút màu đỏ (in đen trắng thì viền đậm hơn).",
        """title: Đang gọi
body:
  - rounds:
      - {label: Loa, icon: speaker}
      - {label: Kết thúc, icon: phone-down, red: true}
    tap: Kết thúc
""",
    )

    rounds: Annotated[tuple[RoundCell, ...], Field(min_length=1, max_length=3)]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(cell.label for cell in self.rounds)

    def draw(self, pen: Pen, y: float) -> float:
        r = _RADIUS - (3 if pen.dense else 0)
        above = len(self.rounds) > 1 and self.part is not None and self.dont is None
        if above:  # so that the hand below covers neither the names nor the next button
            y = self._names(pen, y) + 1
        for cell, (x0, x1) in zip(self.rounds, self._columns(pen), strict=True):
            x = (x0 + x1) / 2
            round_button(pen, self, cell.label, cell.icon, x, y + r, r, red=cell.red)
            pen.target(self, Box(x - r * 0.8, y + r * 0.6, x + r * 0.85, y + r * 1.95), cell.label)
        return y + 2 * r if above else self._names(pen, y + 2 * r + 2)

    def _columns(self, pen: Pen) -> list[tuple[float, float]]:
        left, wide = pen.left - 3, (pen.right - pen.left + 6) / len(self.rounds)
        return [(left + wide * place, left + wide * (place + 1)) for place in range(len(self.rounds))]

    def _names(self, pen: Pen, y: float) -> float:
        spots = zip(self.rounds, self._columns(pen), strict=True)
        return max(
            pen.paragraph(x0 + 1, x1 - 1, y, cell.label, SMALL, centre=True) for cell, (x0, x1) in spots
        )

    def say(self, words: Wording) -> str:
        return "; ".join(
            words.say("nút tròn đỏ “{name}”" if cell.red else "nút tròn “{name}”", name=cell.label)
            for cell in self.rounds
        )
