"""The words that stand for a drawing where it cannot be seen: what is on the screen, from top to bottom,
and the finger."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording

from .element import Element
from .screen import Screen

_HERE = {"tap": "bấm vào đây", "hold": "giữ ngón tay ở đây", "dont": "đừng bấm vào đây"}
_THERE = {"tap": "bấm “{part}”", "hold": "giữ ngón tay “{part}”", "dont": "đừng bấm “{part}”"}
_SWIPES = {"up": "vuốt lên", "down": "vuốt xuống", "left": "vuốt sang trái", "right": "vuốt sang phải"}


def alt(screen: Screen, words: Wording = Wording()) -> str:  # noqa: B008 (a frozen value)
    """One sentence: `Màn hình “Danh bạ”: Con gái; Công an xã (bấm vào đây); Ngân hàng.`"""
    name = words.say(
        "Hình vẽ"
        if screen.beside_the_phone and not screen.title
        else "Màn hình máy tính"
        if screen.computer
        else "Màn hình"
    )
    if screen.title:
        name += f" “{screen.title}”"
    said = [words.say("thanh trên cùng có {signs}", signs=", ".join(screen.status))] if screen.status else []
    said += [_say(e, words) for e in screen.body]
    text = "; ".join(part for part in said if part)
    return f"{name}: {text}." if text else f"{name}."


def _say(e: Element, words: Wording) -> str:
    told = e.say(words).replace("\n", " ").rstrip(".;: ")
    number = f"{e.number}. " if e.number else ""
    if not e.verbs:
        return number + told
    verb = e.verbs[0]
    if verb == "type":
        secret = getattr(e, "secret", False)
        doing = words.say("gõ vào đây" if secret else "gõ {typed}", typed=e.type)
    elif verb == "swipe":
        doing = words.say(_SWIPES[e.swipe or "up"])
    else:
        doing = words.say(_HERE[verb] if e.part is None else _THERE[verb], part=e.part)
    return f"{number}{told} ({doing})"
