"""An outline → the whole text of a lesson in the grammar's order, with what is missing to be filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tungbuoc.lesson import grammar
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint import skeleton
from tungbuoc.manuscript.bodies import body, buttons, step_body
from tungbuoc.manuscript.outline import Outline, OutlinePart

_MINUTES = re.compile(r"^- (\d{1,3}) phút: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class About:
    """What a lesson's head says."""

    code: str
    title: str
    audience: str
    minutes: int


def steps_of(made: Outline) -> list[str]:
    """Titles of the steps in order; `draft` wants a key for each."""
    return [part.title for part in made.parts if part.kind == grammar.STEPS]


def planned(made: Outline) -> int:
    """The minutes that the trainer's plan adds up to, 0 without one that can be."""
    plans = [body(part.kind, part.lines) for part in made.parts if part.kind == grammar.TRAINER]
    total = sum(int(minutes) for plan in plans for minutes in _MINUTES.findall(plan))
    return total if 5 <= total <= 120 else 0


def draft(
    made: Outline,
    about: About,
    *,
    keys: Sequence[str],
    known: Collection[str],
    today: dt.date,
    words: Wording,
    offline: bool,
) -> str:
    """The lesson's text. `keys` are fresh, one a step; `known` are the names of buttons; a section that the
    outline has not comes from the skeleton with its comment; `words` are the course's, `offline` the topic's.
    """
    form = skeleton.form_for(about.audience, words)
    texts = _texts(_named(made, known), form, keys)
    texts += [
        (kind, text)
        for kind, text in skeleton.sections(
            form=form, minutes=about.minutes, words=words, offline=offline
        ).items()
        if kind not in dict(texts)
    ]
    front = skeleton.front(about.code, about.audience, about.minutes, today)
    return (
        "\n\n".join(
            [front, f"# {about.title}", *(text for _, text in sorted(texts, key=lambda pair: _rank(pair[0])))]
        )
        + "\n"
    )


def _named(made: Outline, known: Collection[str]) -> Outline:
    """With buttons marked as such wherever they are pressed; a quiz's answers name none."""
    parts = (
        (
            part
            if part.kind == grammar.QUIZ
            else OutlinePart(part.kind, part.title, buttons(part.lines, known), part.level)
        )
        for part in made.parts
    )
    return replace(made, parts=tuple(parts))


def _texts(made: Outline, form: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """(kind, text) of every part; a part of no known kind follows the one before it, parts of one kind are
    joined."""
    texts: list[tuple[str, str]] = []
    left = list(keys)
    for part in made.parts:
        if part.kind == grammar.STEPS:
            number = len(keys) - len(left) + 1
            texts.append(
                (
                    part.kind,
                    _joined(
                        f"## Bước {number}: {part.title} {{#{left.pop(0)}}}",
                        step_body(part.title, part.lines),
                    ),
                )
            )
        elif part.kind == "":
            texts.append(("", body("", part.lines)))
        elif part.kind == grammar.UNKNOWN:
            kind = texts[-1][0] if texts else ""
            texts.append((kind, _joined(f"## {part.title}", body(part.kind, part.lines))))
        elif part.kind in dict(texts):
            at = next(i for i, (kind, _) in enumerate(texts) if kind == part.kind)
            texts[at] = (part.kind, _joined(texts[at][1], body(part.kind, part.lines)))
        else:
            texts.append((part.kind, _section(part, form)))
    return [pair for pair in texts if pair[1]]


def _section(part: OutlinePart, form: str) -> str:
    kept = (
        part.title
        if part.kind == grammar.OUTCOMES and grammar.reader_in(part.title)
        else skeleton.title(part.kind, form)
    )
    return _joined(f"## {kept}", body(part.kind, part.lines))


def _joined(above: str, below: str) -> str:
    return f"{above}\n\n{below}" if below else above


def _rank(kind: str) -> int:
    return grammar.ORDER.index(kind) if kind in grammar.ORDER else -1
