"""The picture of the other person with their name, and three round buttons with theirs."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from ..element import Element, Guide, Label, Text, element
from ..faces import HANG_UP, call_button, call_parts, portrait, round_button
from ..hand import Box
from ..pen import SMALL, Pen, line_pitch
from ..saying import joined


@element
class VideoCall(Element):
    """`videocall: Con gái`, `note: hình mờ, giật` — a large picture of a person, buttons Tiếng, Hình, Kết
    thúc; `tap: Kết thúc`.

    `muted: true` shows the microphone struck out.
    """

    kind = "videocall"
    needs_part = frozenset({"tap"})
    guide = Guide(
        "Hộp hỏi, tin nhắn, cuộc gọi",
        "Gọi có hình. `muted: true` là đang tắt tiếng bên mình.",
        """body:
  - videocall: Con gái
    note: hình mờ, giật
    tap: Kết thúc
""",
        variants=(
            (
                "`muted: true`",
                """body:
  - videocall: Con gái
    muted: true
    tap: Tiếng
""",
            ),
        ),
    )

    videocall: Label
    note: Text = ""
    muted: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        return call_parts("Tiếng", "Hình", "Kết thúc")

    def draw(self, pen: Pen, y: float) -> float:
        least = 46.0 if pen.dense else 56.0
        size = least - 12
        x0, x1 = pen.left + size + 9, pen.right
        name, note = pen.fill(self.videocall, 14, x1 - x0), pen.fill(self.note, 13, x1 - x0)
        inner = len(name) * line_pitch(14) + len(note) * line_pitch(13)
        high = max(least, inner + 6)
        box = Box(pen.left - 2, y, pen.right + 2, y + high)
        pen.rect(box, 7, fill=pen.tokens.thanh, width=1.6)
        portrait(pen, pen.left + 3 + size / 2, y + high / 2, size / 2)
        bottom = pen.paragraph(x0, x1, y + (high - inner) / 2, self.videocall, 14)
        pen.paragraph(x0, x1, bottom, self.note, 13, ink=pen.tokens.than2, bold=False)
        return _video_buttons(pen, self, box.y1 + 4)

    def say(self, words: Wording) -> str:
        muted = words.say("đang tắt tiếng") if self.muted else ""
        buttons = words.say("nút Tiếng, Hình, Kết thúc")
        return joined(words.say("gọi hình với {name}", name=self.videocall), self.note, muted, buttons)


def _video_buttons(pen: Pen, e: VideoCall, y: float) -> float:
    looks = {"Tiếng": "mic-off" if e.muted else "mic", "Hình": "video", "Kết thúc": HANG_UP}
    places = (("Tiếng", 28.0, 44.0), ("Hình", 71.0, 40.0), ("Kết thúc", 114.0, 46.0))
    # Names above, so that the hand below covers neither them nor the next button.
    if e.part and e.verbs[0] != "dont":
        y = max(
            pen.paragraph(
                x - wide / 2, x + wide / 2, y, call_button(pen, e, name)[1], SMALL, centre=True, pitch=13.5
            )
            for name, x, wide in places
        )
    lowest = y + 28
    for name, x, wide in places:
        part, shown = call_button(pen, e, name)
        round_button(
            pen, e, part, looks[name], x, y + 14, 14.0 if name == "Kết thúc" else 13.0, red=name == "Kết thúc"
        )
        pen.target(e, Box(x - 10, y + 17, x + 10.5, y + 27), part)
        if not (e.part and e.verbs[0] != "dont"):
            lowest = max(
                lowest,
                pen.paragraph(x - wide / 2, x + wide / 2, y + 28, shown, SMALL, centre=True, pitch=13.5),
            )
    return lowest
