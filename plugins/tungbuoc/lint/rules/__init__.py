"""The rules, grouped by subject. Importing this package enters all of them in
`RULES` and `WIDE_RULES`."""

from tungbuoc.lint.rule import RULES, WIDE_RULES
from tungbuoc.lint.rules import (
    buttons,
    destinations,
    drawings,
    facts,
    headings,
    links,
    marks,
    pictures,
    private,
    quiz,
    reading,
    sections,
    skeleton,
    spelling,
    steps,
    words,
)

__all__ = [
    "RULES", "WIDE_RULES", "buttons", "destinations", "drawings", "facts", "headings", "links", "marks",
    "pictures", "private", "quiz", "reading", "sections", "skeleton", "spelling", "steps", "words",
]  # fmt: skip
