"""The words that stand for a drawing where it cannot be seen: what is on the screen, from top to bottom,
and the finger."""

from __future__ import annotations

from .element import Element
from .screen import Screen

_HERE = {"tap": "bấm vào đây", "hold": "giữ ngón tay ở đây", "dont": "đừng bấm vào đây"}
_SWIPES = {"up": "vuốt lên", "down": "vuốt xuống", "left": "vuốt sang trái", "right": "vuốt sang phải"}


def alt(screen: Screen) -> str:
    """One Vietnamese sentence: `Màn hình “Danh bạ”: Con gái; Công an xã (bấm vào đây); Ngân hàng.`"""
    name = (
        "Hình vẽ"
        if screen.beside_the_phone and not screen.title
        else "Màn hình máy tính"
        if screen.computer
        else "Màn hình"
    )
    if screen.title:
        name += f" “{screen.title}”"
    said = [f"thanh trên cùng có {', '.join(screen.status)}"] if screen.status else []
    said += [_say(e) for e in screen.body]
    text = "; ".join(part for part in said if part)
    return f"{name}: {text}." if text else f"{name}."


def _say(e: Element) -> str:
    words = e.say().replace("\n", " ").rstrip(".;: ")
    number = f"{e.number}. " if e.number else ""
    if not e.verbs:
        return number + words
    verb = e.verbs[0]
    if verb == "type":
        doing = f"gõ {e.type}" if not getattr(e, "secret", False) else "gõ vào đây"
    elif verb == "swipe":
        doing = _SWIPES[e.swipe or "up"]
    elif e.part is None:
        doing = _HERE[verb]
    else:
        doing = f"{_HERE[verb].removesuffix(' vào đây').removesuffix(' ở đây')} “{e.part}”"
    return f"{number}{words} ({doing})"
