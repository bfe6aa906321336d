"""Screens as they stand in a web page: inline drawings, the reader's own kind of phone first, one tap to
the other."""

from __future__ import annotations

from collections.abc import Sequence

from tungbuoc.lesson.sayings import PHONES
from tungbuoc.lesson.screens import WEB, Screen, draw
from tungbuoc.lesson.wording import Wording


def figure(screens: Sequence[Screen], words: Wording, *, ident: str) -> str:
    """Frames of a step in order as one `<figure>`; screens of one kind of phone fold behind a line that names
    it.

    Without JavaScript Android is open and iPhone folded; a script on the page turns them round on an iPhone.
    """
    common = [
        draw(screen, WEB, ident=f"{ident}-{i}", words=words).svg
        for i, screen in enumerate(screens)
        if screen.on is None
    ]
    folded = "".join(_folded(screens, words, kind, ident) for kind in PHONES)
    return f'<figure class="screens">{"".join(common)}{folded}</figure>' if common or folded else ""


def _folded(screens: Sequence[Screen], words: Wording, kind: str, ident: str) -> str:
    drawn = [
        draw(screen, WEB, ident=f"{ident}-{kind}-{i}", words=words).svg
        for i, screen in enumerate(screens)
        if screen.on == kind
    ]
    if not drawn:
        return ""
    opened = " open" if kind == "android" or not any(screen.on == "android" for screen in screens) else ""
    return (
        '<details class="kind"'
        f' data-on="{kind}"{opened}><summary>{words.say(PHONES[kind])}</summary>{"".join(drawn)}</details>'
    )
