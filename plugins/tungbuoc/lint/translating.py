"""A translation's first file, made from its original with every word still to be translated, and the marks
that say that it was looked at again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.translation import UNDONE, as_line, marks_of
from tungbuoc.lint.translations import PRINTED

_KEPT = (*PRINTED, grammar.STEPS, grammar.TRY, grammar.OFFLINE, grammar.QUIZ)
"""What readers of a translation need; plans and notices are for who speaks the course's language."""
_BEGINNING = re.compile(r"^(\s*(?:#{3,} |[-*+] (?:\[[ x]\] )?|\d+\. )?)(?=\S)")
_FIELD = re.compile(r"^original:.*$", re.MULTILINE)
_LINE_END = re.compile(r"\r?\n")


def begun(original: Lesson) -> str:
    """The text of a new translation: keys and pictures kept, `UNDONE` before every line of words."""
    audience = original.front.audience if original.front else ""
    head = ["---", f"audience: {UNDONE} {audience}", f"original: {as_line(marks_of(original))}", "---"]
    return "\n".join([*head, "", f"# {UNDONE} {original.title}", "", *_body(original)]).rstrip() + "\n"


def looked_at(text: str, original: Lesson) -> str:
    """The text of a translation with the marks of what its original says today; nothing else in it changes.

    Raises `ValueError` for a text without front matter.
    """
    line = f"original: {as_line(marks_of(original))}"
    head, mark, rest = text.partition("\n---")
    if not text.lstrip("\ufeff").startswith("---") or not mark:
        raise ValueError("no front matter")
    end = "\r" if "\r\n" in head else ""
    if _FIELD.search(head):
        return _FIELD.sub(lambda _: line + end, head, count=1) + mark + rest
    return f"{head.rstrip()}{end}\n{line}{end}{mark}{rest}"


def _body(original: Lesson) -> Iterator[str]:
    lines = _LINE_END.split(original.source)
    fences = grammar.inside_fences(grammar.fences(lines)[0])
    steps = {step.line: step for step in original.steps}
    for part in original.parts():
        if part.kind not in _KEPT:
            continue
        step = steps.get(part.line)
        yield (
            f"{lines[step.line - 1].partition(':')[0]}: {UNDONE} {step.title} {{#{step.key}}}"
            if step
            else f"## {part.title}: {UNDONE} {part.title}"
        )
        apart = fences | ({step.video_line - 1} if step else set())
        below = range(part.line, part.line + len(part.lines))
        yield from _squeezed([lines[number] for number in below if number not in apart])


def _squeezed(lines: list[str]) -> Iterator[str]:
    """Lines of words, each still to be translated, without the holes that screens left."""
    blank = False
    yield ""
    for line in "\n".join(lines).strip("\n").split("\n"):
        if grammar.COMMENT.match(line):
            continue
        if line.strip() or not blank:
            yield _BEGINNING.sub(rf"\g<1>{UNDONE} ", line) if line.strip() else line
        blank = not line.strip()
    yield ""
