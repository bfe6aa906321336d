"""Tables that several people add to at once, kept so that git joins them: one entry a line, in order, each
once. Pure.

Two branches that each add a line then meet without a conflict (`merge=union` where lines touch). What such a
merge leaves, lines of both sides, an entry twice, an old line beside a new one, marks where a server ignores
`merge=union`, is put in order by `tidy`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from tungbuoc.lesson.slugs import fold
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.text import is_mark, read_text
from tungbuoc.lint.data import BUTTONS, FOREIGN, GLOSSARY

FIELDS: Mapping[str, tuple[str, ...]] = {
    BUTTONS: ("name", "app", "fact", "tried", "seen"),
    GLOSSARY: ("word", "means"),
    FOREIGN: ("word",),
}
"""The tables that are kept so, each with its fields in their order; the first is the entry's name."""

_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_PLAIN = re.compile(r"^[^\W\d_][\w ]*(?<! )$")
Fields = dict[str, str]


def line(entry: Mapping[str, str], fields: tuple[str, ...]) -> str:
    """An entry as its line: `- {name: "Gửi", app: "Zalo", fact: "", tried: 2026-11-01}`; one field alone
    needs no brackets."""
    if len(fields) == 1 and _PLAIN.match(entry[fields[0]]):
        return f"- {fields[0]}: {entry[fields[0]]}\n"
    said = ", ".join(f"{field}: {_said(entry[field])}" for field in fields if field in entry)
    return f"- {{{said}}}\n" if len(fields) > 1 else f"- {said}\n"


def tidy(content: bytes, path: str) -> bytes:
    """A table with its entries in order, each once; as it is when something in it cannot be read or is no
    field of an entry.

    Lines of comment at the top stay there; one before an entry goes with it. Two entries of one name become
    one when all that they say of it is the same, or said by one of them only, and of two days of trying the
    later counts, with what was seen on it.
    """
    fields = FIELDS[path]
    text = read_text(b"".join(row for row in content.splitlines(keepends=True) if not is_mark(row)), path)
    if not isinstance(text, str):
        return content
    loaded = load(text)
    entries = _entries(loaded.value, fields)
    if loaded.faults or not entries:
        return content
    lines = text.split("\n")
    starts = [loaded.line((i,)) - 1 for i in range(len(entries))]
    head, notes = _comments(lines, starts)
    kept: dict[str, tuple[Fields, list[str]]] = {}
    for entry, said in _joined(list(zip(entries, notes, strict=True)), fields):
        kept[line(entry, fields)] = (entry, said)
    order = sorted(kept, key=lambda made: (fold(kept[made][0][fields[0]]), made))
    body = "".join("".join(f"{note}\n" for note in kept[made][1]) + made for made in order)
    return ("".join(f"{note}\n" for note in head) + body).encode()


def replaced(content: bytes, path: str, entry: Fields) -> bytes | None:
    """The table in order with `entry` in the place of the one of its name; None when something in it
    cannot be read."""
    fields = FIELDS[path]
    made = tidy(content, path)
    text = read_text(made, path)
    loaded = load(text) if isinstance(text, str) else None
    entries = _entries(loaded.value, fields) if loaded and not loaded.faults else []
    at = [i for i, other in enumerate(entries) if other[fields[0]] == entry[fields[0]]]
    if loaded is None or len(at) != 1:
        return None
    lines = made.decode().splitlines(keepends=True)
    lines[loaded.line((at[0],)) - 1] = line(entry, fields)
    return "".join(lines).encode()


def _said(value: str) -> str:
    return value if _DATE.match(value) else json.dumps(value, ensure_ascii=False)


def _entries(value: object, fields: tuple[str, ...]) -> list[Fields]:
    """The entries, or none when one of them is no flat mapping of known fields with a name."""
    found = value if isinstance(value, list) else []
    whole = all(
        isinstance(entry, dict)
        and entry.get(fields[0])
        and entry.keys() <= set(fields)
        and all(isinstance(part, str) for part in entry.values())
        for entry in found
    )
    return found if whole else []


def _comments(lines: list[str], starts: list[int]) -> tuple[list[str], list[list[str]]]:
    """The comment at the head of the file, and what stands in comments before each entry."""
    head = next((i for i, text in enumerate(lines) if not text.startswith("#")), 0)
    before = [head, *(start + 1 for start in starts[:-1])]
    notes = [
        [text for text in lines[begin:start] if text.lstrip().startswith("#")]
        for begin, start in zip(before, starts, strict=True)
    ]
    return lines[:head], notes


def _joined(
    entries: list[tuple[Fields, list[str]]], fields: tuple[str, ...]
) -> Iterator[tuple[Fields, list[str]]]:
    """Entries of one name joined where they do not contradict each other."""
    made: dict[str, list[tuple[Fields, list[str]]]] = {}
    for entry, notes in entries:
        same = made.setdefault(entry[fields[0]], [])
        for i, (other, said) in enumerate(same):
            if (both := _both(other, entry)) is not None:
                same[i] = (both, [*said, *(note for note in notes if note not in said)])
                break
        else:
            same.append((entry, notes))
    return (pair for pairs in made.values() for pair in pairs)


def _both(one: Fields, other: Fields) -> Fields | None:
    joined: Fields = {}
    if one.get("tried", "") != other.get("tried", ""):
        earlier = min(one, other, key=lambda entry: entry.get("tried", ""))
        one, other = (
            {field: value for field, value in entry.items() if field != "seen" or entry is not earlier}
            for entry in (one, other)
        )
    for field in {**one, **other}:
        values = {entry.get(field, "") for entry in (one, other)} - {""}
        if len(values) > 1 and not (field == "tried" and all(map(_DATE.match, values))):
            return None
        joined[field] = max(values, default="")
    return joined
