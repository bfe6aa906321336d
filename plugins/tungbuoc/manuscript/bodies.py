"""The lines of each kind of section as the grammar wants them: items, answers with one [x], minutes,
situations."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from tungbuoc.lesson import grammar
from tungbuoc.lint.skeleton import fill, screen_to_fill

_ITEM = re.compile(r"^\s*(?:-|\d{1,2}\.)\s+(?!\[)")
_DASH = re.compile(r"\s+(?:-|–|--|—)\s+")
_BOLD_FIRST = re.compile(r"^\*\*(.+?)\*\*\s*(?:[:–—-]|→)?\s*(.+)$")
_PLAIN_PAIR = re.compile(r"^(.{3,60}?)\s*(?::|→|\s[–—-])\s+(.+)$")
_TIME = re.compile(r"^\(?(\d{1,3})\s*(?:phút|ph|p|’|')\)?\s*[:.–—-]?\s*(.+)$", re.IGNORECASE)
_TIME_LAST = re.compile(r"^(.+?)\s*[(:–—-]\s*(\d{1,3})\s*(?:phút|’|')\)?\s*(?:[:.]\s*(.*))?$", re.IGNORECASE)
_TASK = re.compile(r"^\s*- \[([ x])\] (.*)$")
_LETTER = re.compile(r"^(?:-\s+)?\**([A-Da-d])[.)]\**\s+(.+)$")
_ANSWER = re.compile(r"^\W*(?:đáp án|trả lời)(?: đúng)?\W*:?\W*([A-Da-d])\b\W*(.*)$", re.IGNORECASE)
_QUESTION = re.compile(
    r"^(?:-\s+|\d{1,2}\.\s+)?\**(?:câu(?: hỏi)? \d{1,2}\s*[:.)-]\s*)?(.+\?)\**$", re.IGNORECASE
)
_PRESS = re.compile(
    r"\b([Bb]ấm|[Cc]hạm)((?: vào)?(?: nút| mục| chữ| ô| biểu tượng| hình)?) "
    r"(?:“([^“”\n]+)”|\"([^\"\n]+)\"|\*\*[“\"]?([^*“”\"\n]{1,40})[”\"]?\*\*)"
)
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(hinh-(\d+)\)")


def body(kind: str, lines: list[str]) -> str:
    """Lines of a section of that kind → its text without the title."""
    text = "\n".join(_BODIES.get(kind, _apart)(_pictures(lines)))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def step_body(title: str, lines: list[str]) -> str:
    """A step's sentences with its buttons bold and quoted, and a screen to draw where there is none."""
    made = _without_single_mark(_pictures(lines))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(_apart(made))).strip("\n")
    if "```phone" in text:
        return text
    named = re.search(r"\*\*“([^“”*\n]+)”\*\*", text)
    return "\n\n".join(
        part
        for part in (text, screen_to_fill(title.replace("*", ""), tapped=named[1] if named else ""))
        if part
    )


def buttons(lines: list[str], known: Collection[str]) -> list[str]:
    """“Bấm "Lưu"”, “bấm **Lưu**” → bấm **“Lưu”**: what is pressed stands bold in curly quotes; words only
    bold must be a `known` button."""

    def name(match: re.Match[str]) -> str:
        said = (match[3] or match[4] or match[5]).strip()
        sure = match[3] or match[4] or said in known or re.search('[“"]', match[0])
        return f"{match[1]}{match[2]} **“{said}”**" if sure else match[0]

    inside = grammar.inside_fences(grammar.fences(lines)[0])
    return [line if i in inside else _PRESS.sub(name, line) for i, line in enumerate(lines)]


def _without_single_mark(lines: list[str]) -> list[str]:
    """A sentence that a word processor made a list of one loses its mark."""
    inside = grammar.inside_fences(grammar.fences(lines)[0])
    marked = [i for i, line in enumerate(lines) if i not in inside and _ITEM.match(line)]
    return [_ITEM.sub("", line) if marked == [i] else line for i, line in enumerate(lines)]


def _apart(lines: list[str]) -> list[str]:
    """Two paragraphs that were only lines in a word processor get a blank line between them."""
    made: list[str] = []
    fenced = False
    for line in lines:
        if _TASK.match(line) and len(made) > 1 and not made[-1] and _TASK.match(made[-2]):
            made.pop()  # boxes that were paragraphs are one list
        beside = (
            made
            and made[-1].strip()
            and line.strip()
            and not fenced
            and not line.startswith(("```", "|", " "))
        )
        if beside and not (_list(line) and _list(made[-1])):
            made.append("")
        fenced ^= line.lstrip().startswith("```")
        made.append(line)
    return made


def _list(line: str) -> bool:
    return bool(re.match(r"^\s*(?:-|\d{1,2}\.)\s", line))


def _pictures(lines: list[str]) -> list[str]:
    """A picture gives its place to a comment: screens are drawn, so that no photograph of a phone tells
    whose it is."""
    made: list[str] = []
    for line in lines:
        rest = _PICTURE.sub("", line).strip() if "](hinh-" in line else line
        made += [rest] if rest or rest == line else []
        for match in _PICTURE.finditer(line):
            made += [
                "",
                fill(
                    f"hình {match[2]} của bản gốc ở chỗ này{f' «{match[1]}»' if match[1] else ''}, vẽ lại"
                    " bằng khối phone"
                ),
                "",
            ]
    return made


def _items(lines: list[str], mend: Callable[[str], str] = lambda text: text) -> list[str]:
    """Every paragraph and every item as an item of one list; comments, tables and boxes stay as they are."""
    made = []
    for line in lines:
        bare = _ITEM.sub("", line).strip()
        if not bare:
            continue
        stays = grammar.COMMENT.match(line) or line.startswith(("|", "```", "#"))
        made += ["", line, ""] if stays else [f"- {mend(bare)}"]
    return made


def _situation(text: str) -> str:
    match = _BOLD_FIRST.match(text) or _PLAIN_PAIR.match(text)
    return f"**{match[1].strip(' :.*')}** — {_capital(match[2])}" if match else text


def _minutes(text: str) -> str:
    bare = text.replace("**", "")
    if match := _TIME.match(bare):
        return f"{match[1]} phút: {_capital(match[2])}"
    match = _TIME_LAST.match(bare)
    return f"{match[2]} phút: {match[1].strip(' :.')}. {_capital(match[3] or '')}".strip() if match else text


def _quiz(lines: list[str]) -> list[str]:
    """Questions as H3, answers as boxes; “Đáp án: B” ticks the box B of the question above."""
    made: list[str] = []
    choices: dict[str, int] = {}
    for line in lines:
        bare = line.strip()
        if match := _TASK.match(line):
            made.append(f"- [{match[1]}] {_reason(match[2])}")
        elif match := _ANSWER.match(bare):
            _tick(made, choices, match[1].lower(), match[2])
        elif match := _LETTER.match(bare):
            choices[match[1].lower()] = len(made)
            made.append(f"- [ ] {_reason(match[2])}")
        elif (match := _QUESTION.match(bare)) and not bare.startswith("#"):
            choices = {}
            made += ["", f"### {match[1].strip('* ')}", ""]
        elif bare.startswith("#"):
            choices = {}
            made += ["", re.sub(r"^#+", "###", bare), ""]
        elif bare:
            made += ["", bare, ""]
    return made


def _tick(made: list[str], choices: dict[str, int], letter: str, reason: str) -> None:
    if letter in choices:
        said = made[choices[letter]].replace("- [ ]", "- [x]", 1)
        why = reason.strip(" -–—:.")
        made[choices[letter]] = f"{said} — {_capital(why)}." if why and " — " not in said else said


def _reason(text: str) -> str:
    said = text.replace("**", "").strip()
    match = re.match(r"^(.+?[.!?…”]?)\s*\((?:vì |do )?([^()]{4,})\)\.?$", said)
    return (
        f"{match[1]} — {_capital(match[2])}"
        if match and " — " not in said
        else _DASH.sub(" — ", said, count=1)
    )


def _capital(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


_BODIES: dict[str, Callable[[list[str]], list[str]]] = {
    grammar.OUTCOMES: _items,
    grammar.PREPARE: _items,
    grammar.REMEMBER: _items,
    grammar.TROUBLE: lambda lines: _items(lines, _situation),
    grammar.TRAINER: lambda lines: _items(lines, _minutes),
    grammar.QUIZ: _quiz,
}
