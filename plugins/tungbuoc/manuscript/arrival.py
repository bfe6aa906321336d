"""The bytes of a manuscript, whatever program wrote them → Markdown or plain text, and what its author
must know."""

from __future__ import annotations

import re

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.text import read_text
from tungbuoc.manuscript import opendocument, word
from tungbuoc.manuscript.archive import UnreadableDocumentError

KINDS = (".docx", ".odt", ".md", ".txt")

_CARRIED = re.compile(r"^\[[^\]\n]+\]: <?data:[^\n]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]\n]*)\](?:\[[^\]\n]+\]|\(data:[^)\n]*\))")


def read(data: bytes, name: str) -> tuple[str, list[str]]:
    """(text, sentences to tell). `name` is the file's; empty for pasted text.

    Raises `UnreadableDocumentError` with a Vietnamese sentence.
    """
    kind = next((ending for ending in (*KINDS, ".docm", ".doc", ".pdf") if name.lower().endswith(ending)), "")
    if kind in (".doc", ".pdf") or (name and not kind):
        raise UnreadableDocumentError(
            f"Tệp «{name}» không đọc được ở đây. Lưu lại thành .docx, .odt hoặc .md, hoặc dán chữ vào."
        )
    if kind in (".docx", ".docm"):
        text, notes = word.read(data)
    elif kind == ".odt":
        text, notes = opendocument.read(data)
    else:
        found = read_text(data, name or "chữ dán vào")
        if isinstance(found, Problem):
            raise UnreadableDocumentError(f"{found.text} {found.fix}")
        text, notes = _without_pictures(found)
    if not text.strip():
        raise UnreadableDocumentError("Văn bản trống: không có chữ nào để làm bài.")
    return text, notes


def _without_pictures(text: str) -> tuple[str, list[str]]:
    """Pictures that a Markdown file carries in itself, as Google Docs writes them at its end, give their
    place to a note."""
    bare = _CARRIED.sub("", text)
    count = 0

    def place(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"![{match[1]}](hinh-{count})"

    made = _PICTURE.sub(place, bare)
    return made, [
        f"Hình {i} không chép vào bài: vẽ lại bằng khối phone ở chỗ có dòng «điền»."
        for i in range(1, count + 1)
    ]
