"""The words that stand for a drawing where it cannot be seen."""

from __future__ import annotations

from .model import Screen


def alt(screen: Screen) -> str:
    return screen.title
