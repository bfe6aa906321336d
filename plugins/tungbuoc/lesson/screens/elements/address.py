"""A browser's address bar; a long address breaks at its dots and hyphens."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import Pen
from ..saying import joined
from ..typed import CARET, typed_lines

_SMALLEST_VALUE = 12.5


@element
class Address(Element):
    """`address: dichvucong.gov.vn` — a browser's address bar; `lock: true` draws the padlock of a closed
    connection."""

    kind = "address"
    typed = True
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Thanh địa chỉ của trang. `lock: true` vẽ hình ổ khóa ở đầu.",
        """title: Trình duyệt
body:
  - address: dichvucong.gov.vn
""",
        variants=(
            (
                "`lock: true`",
                """title: Trình duyệt
body:
  - address: dichvucong.gov.vn
    lock: true
""",
            ),
        ),
    )

    address: Label
    lock: bool = False

    def draw(self, pen: Pen, y: float) -> float:
        tone = pen.tone(self)
        x0, x1 = pen.left + 25, min(pen.room(self, y), pen.right - 5)
        text = f"{self.type}{CARET}" if self.type else self.address
        size = metrics.shrink(text, 13.5, True, x1 - x0, _SMALLEST_VALUE)
        lines = pen.fill(text, size, x1 - x0)
        high = max(30.0, len(lines) * 16 + 12)
        box = Box(pen.left, y, pen.right, y + high)
        pen.rect(box, 15 if len(lines) < 2 else 10, fill=tone.fill, stroke=tone.line)
        pen.icon("lock" if self.lock else "globe", pen.left + 6, y + high / 2 - 8, 16, tone.ink, 1.6)
        base = y + (high - len(lines) * 16) / 2 + 12.6
        for line in typed_lines(pen, self, lines):
            pen.text(x0, base, line, size, ink=tone.ink)
            base += 16
        pen.target(self, box)
        return y + high

    def say(self, words: Wording) -> str:
        return joined(
            words.say("địa chỉ trang {address}", address=self.address),
            words.say("có hình ổ khóa") if self.lock else "",
        )
