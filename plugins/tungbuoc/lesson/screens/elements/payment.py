"""What is paid, and to whom."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, Text, element
from ..hand import Box
from ..pen import HAIR, SMALL, Pen
from ..saying import joined


@element
class Payment(Element):
    """`payment: 45.000 đồng`, `to: NGUYỄN VĂN A`, `note: …` — receiver and amount, as a bank asks to look
    at them again."""

    kind = "payment"
    guide = Guide(
        "Chữ, nút, danh sách",
        "Tên người nhận (`to`) và số tiền, để xem lại trước khi chuyển. `note` là dòng nhỏ ở dưới.",
        """title: Kiểm tra lại
body:
  - payment: 45.000 đồng
    to: NGUYỄN VĂN A
    note: Tiền rau
  - button: Xác nhận
    tap: true
""",
    )

    payment: Label
    to: Text = ""
    note: Text = ""

    def draw(self, pen: Pen, y: float) -> float:
        say, x0, x1 = pen.course.say, pen.left + 7, pen.right - 6
        frame = len(pen.shapes)
        bottom = y + 2
        if self.to:
            bottom = pen.paragraph(
                x0, x1, y + 4, pen.course.say("Người nhận"), SMALL, ink=pen.tokens.than2, bold=False
            )
            size = metrics.shrink(self.to, 15.5, True, x1 - x0, 13)
            bottom = pen.paragraph(x0, x1, bottom - 1, self.to, size) + 3
            pen.path(f"M{pen.left:g} {bottom:.1f}H{pen.right:g}", width=HAIR)
        bottom = pen.paragraph(x0, x1, bottom + 3, say("Số tiền"), SMALL, ink=pen.tokens.than2, bold=False)
        size = metrics.shrink(self.payment, 18, True, x1 - x0, 13)
        bottom = pen.paragraph(x0, x1, bottom - 1, self.payment, size)
        bottom = pen.paragraph(x0, x1, bottom, self.note, SMALL, bold=False)
        box = Box(pen.left, y, pen.right, bottom + 4)
        pen.rect(box, 7, fill=pen.tokens.trang)
        pen.shapes.insert(frame, pen.shapes.pop())
        pen.target(self, box)
        return box.y1

    def say(self, words: Wording) -> str:
        to = words.say("người nhận {name}", name=self.to) if self.to else ""
        return joined(to, words.say("số tiền {amount}", amount=self.payment), self.note)
