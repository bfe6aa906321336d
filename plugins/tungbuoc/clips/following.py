"""The screen that a film ends with: what the learner sees after the tap."""

from __future__ import annotations

from tungbuoc.lesson.screens import Screen

_ONWARD = ("tiếp", "gửi yêu cầu", "xác nhận", "xác thực")
"""Buttons that lead to whatever comes next, by how their names begin."""


def follows(shown: Screen, following: Screen | None) -> Screen | None:
    """What comes after the tap on `shown`: its own `result`, else `following`, the first screen of the next
    step.

    The next step often begins elsewhere, and a film that shows a wrong result teaches it: `following` is
    taken only where its title is the name of what was tapped, or where that is a button that leads on.
    """
    if shown.result:
        return shown.result
    tapped = tapped_name(shown)
    if following is None or not tapped or any(element.scene == "away" for element in following.body):
        return None
    words, name = set(tapped.split()), set(following.title.casefold().split())
    return following if tapped.startswith(_ONWARD) or (name and (name <= words or words <= name)) else None


def tapped_name(screen: Screen) -> str:
    """The name of what is tapped, small; empty where nothing is."""
    for element in screen.body:
        if element.tap:
            named = element.part or getattr(element, element.kind, "")
            return named.casefold() if isinstance(named, str) else ""
    return ""
