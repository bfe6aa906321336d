"""A screen: a title and a body of elements."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .element import Element, Label, Text


class Screen(BaseModel):
    """One drawing of a phone. Several in a step are frames in order.

    `title` stands in the app's title bar, `back: true` puts an arrow before it; `status` names what the
    status bar shows, only where a lesson is about it (`status: [wifi, 4G, pin 20 %]`); `on` marks a screen of
    one kind of phone; `computer: true` draws a computer's monitor in the phone's place. `result` is the
    screen that follows what the finger does: a film shows it at its end, paper and page do not.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text = ""
    back: bool = False
    status: Annotated[tuple[Label, ...], Field(max_length=4)] = ()
    on: Literal["android", "iphone"] | None = None
    computer: bool = False
    body: tuple[Element, ...] = ()
    result: Screen | None = None

    @property
    def beside_the_phone(self) -> bool:
        """A scene without a phone: people, a notebook or papers in the hand, and nothing one could tap."""
        away = any(e.scene == "away" for e in self.body)
        papers = not self.title and any(e.paper for e in self.body) and not any(e.verbs for e in self.body)
        return (away or papers) and all(e.scene for e in self.body) and not self.status
