"""Letter keys, one row or more, with the named key at the end (a microphone when it is called `mic`)."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .. import metrics
from ..element import Element, Guide, Label, element
from ..hand import Box
from ..pen import FRAME, WIDTH, Pen, line_pitch, num
from ..saying import joined

_KEY_GAP = 2.5
_FINGER = 10.0  # a tapped key is so much wider, for the tip of the finger


@element
class Keyboard(Element):
    """`keyboard: a b c` — a strip of letter keys; `tap: mic` marks the microphone key, `tap: Gửi` a named
    key."""

    kind = "keyboard"
    guide = Guide(
        "Ô gõ, phím, thanh kéo",
        "Một hàng phím chữ. `key` là phím cuối hàng, `mic` là phím micro.",
        """title: Con gái
body:
  - bubble: Mẹ ăn cơm chưa?
  - keyboard: a b c d
    key: mic
    hold: mic
""",
    )

    keyboard: Label
    key: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return (*self.keyboard.split(), *((self.key,) if self.key else ()))

    def draw(self, pen: Pen, y: float) -> float:
        left, right = FRAME + 3, WIDTH - FRAME - 3
        keys = [key for key in self.keyboard.split() if key != self.key] + ([self.key] if self.key else [])
        rows = next(
            (
                rows
                for narrow in (19, 17, 15)
                if len(rows := _key_rows(self, keys, right - left, narrow)) == 1
            ),
            None,
        )
        pen.path(f"M{num(FRAME)} {num(y)}H{num(WIDTH - FRAME)}", width=1.6)
        y += 5
        for row in rows or _key_rows(self, keys, right - left, 19):
            high, x = max(_key_height(pen, self, key, wide) for key, wide in row), left
            for key, wide in row:
                x0 = right - wide if key == self.key else x
                _key(pen, self, key, Box(x0, y, x0 + wide, y + high))
                x += wide + _KEY_GAP
            y += high + _KEY_GAP
        return y - _KEY_GAP

    def say(self, words: Wording) -> str:
        last = self.key or ("mic" if self.part == "mic" else "")
        said = "phím micro" if last == "mic" else "phím “{key}”"
        return joined(words.say("bàn phím chữ"), words.say(said, key=last) if last else "")


def _key_rows(e: Keyboard, keys: list[str], room: float, narrow: float) -> list[list[tuple[str, float]]]:
    """The keys in rows, each with its width; a single letter is `narrow` wide."""
    rows: list[list[tuple[str, float]]] = [[]]
    for key in keys:
        wide = (
            32.0
            if key == "mic"
            else max(narrow, metrics.text_width(key, 13) * metrics.RESERVE + (5 if len(key) < 2 else 8))
        )
        wide = min(wide + (_FINGER if key == e.part else 0), room)
        if rows[-1] and sum(w + _KEY_GAP for _key, w in rows[-1]) + wide > room:
            rows.append([])
        rows[-1].append((key, wide))
    return rows


def _key_height(pen: Pen, e: Keyboard, key: str, wide: float) -> float:
    room = wide - 6 - (_FINGER if key == e.part else 0)
    return 25.0 if key == "mic" else max(25.0, len(pen.fill(key, 13, room)) * line_pitch(13) + 8)


def _key(pen: Pen, e: Keyboard, key: str, box: Box) -> None:
    tone = pen.tone(e, key)
    pen.rect(box, 5, fill=tone.fill, stroke=tone.line)
    room = box.x1 - box.x0 - (_FINGER if key == e.part else 0)
    middle = box.x0 + room / 2
    if key == "mic":
        pen.icon("mic", middle - 9, (box.y0 + box.y1) / 2 - 9, 18, tone.ink)
    else:
        lines = pen.fill(key, 13, room - 6)
        top = (box.y0 + box.y1 - len(lines) * line_pitch(13)) / 2
        for place, line in enumerate(lines):
            pen.text(
                middle,
                top + place * line_pitch(13) + 12.4,
                line,
                13,
                anchor="middle",
                ink=tone.ink,
                soft=key != e.part,
            )
    pen.target(e, box, key)
