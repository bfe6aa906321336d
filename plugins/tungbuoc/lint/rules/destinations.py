"""Links lead where their words and their hosts say: guarded like videos, by the rule of
`lesson.destination`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson.destination import misnamed, refuse
from tungbuoc.lesson.inline import without_code
from tungbuoc.lint.prose import join
from tungbuoc.lint.rule import Context, Found, quoted, rule

# As broad as can be: what opens like a link is judged, whatever stands in its words, whether or not it is
# one.
_OPENED = re.compile(r"\]\(\s*<?([^)\s>]*)")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^)\s>]*)")
_NAMED = re.compile(r"^ {0,3}\[(?!//\])[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_AUTO = re.compile(r"<((?:https?|tel|sms):[^<>\s]*)>", re.IGNORECASE)
_WRITTEN = re.compile(r"https:[^\s<>\"'“”()\[\]¦`…]+(?!…)", re.IGNORECASE)
_WITH_WORDS = re.compile(r"(?<!!)\[((?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?([^)\s>]*)")


def targets(context: Context) -> Iterator[tuple[int, str]]:
    """(line, address) of every link, and of every address that is written out, in words and on screens."""
    if not any(sign in context.lesson.source for sign in ("](", "]:", "<", "https:")):
        return
    text = join(context.passages)
    pictures = {match.start(1) for match in _PICTURE.finditer(text.text)}
    found = {
        (match.start(1), match[1])
        for pattern in (_OPENED, _NAMED, _AUTO)
        for match in pattern.finditer(text.text)
    }
    # What was found is filled there; what is broken off by “…” names nobody.
    found |= {
        (match.start(), match[0].rstrip(".,;:!?*_|")) for match in _WRITTEN.finditer(without_code(text.text))
    }
    for offset, address in sorted(found):
        if offset not in pictures:
            yield text.line_at(offset), address


@rule("A09")
def hidden_destination(context: Context) -> Iterator[Found]:
    """No address hides where it leads."""
    for line, address in targets(context):
        if refused := refuse(address):
            yield Found(
                line,
                f"Đường dẫn {quoted(address)}: {refused.text[:1].lower()}{refused.text[1:]}",
                refused.fix,
            )


@rule("A10")
def other_site(context: Context) -> Iterator[Found]:
    """The words of a link name no other site than the one it leads to."""
    if "](" not in context.lesson.source:
        return
    for passage in context.passages:
        for match in _WITH_WORDS.finditer(passage.raw):
            if named := misnamed(match[1], match[2]):
                text = f"Chữ của đường dẫn nói «{named}» mà lại dẫn tới {quoted(match[2])}."
                yield Found(
                    passage.line_at(match.start()), text, "Dẫn tới đúng trang mà chữ nói, hoặc đổi chữ."
                )
