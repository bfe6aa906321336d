"""What is safe to mend without asking what was meant: left-over marks, letters, tone places, i/y, quotes,
step numbers, videos, BOM.

Pure: bytes of a lesson in, new bytes out; nothing else in the file changes, and mending twice is mending
once. Keys are `permalink.mend`'s. Code spans keep their quotes and words; in the YAML of a `phone` block
letters are mended and quotes are not, for a straight one there means something to the machine.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import without_code
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.text import read_source
from tungbuoc.lesson.video import Video, read_video
from tungbuoc.lint import orthography
from tungbuoc.lint.unmark import unmark

_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_NUMBER = re.compile(r"Bước (\d+)")
_QUOTES = re.compile(r"[\"“”]")


def fix_bytes(content: bytes, *, hosts: Collection[str] = ()) -> bytes:
    """A lesson's bytes → mended bytes; bytes that cannot be read come back as they are. `hosts` are the
    allowed video hosts."""
    text = read_source(content, "")
    if isinstance(text, Problem):
        return content
    return fix_text(text, hosts=hosts).encode()


def fix_text(source: str, *, hosts: Collection[str] = ()) -> str:
    """A lesson's text → mended text."""
    ended = _LINE_END.split(unmark(orthography.nfc(source.lstrip("\ufeff"))))
    lines = [line.rstrip("\r\n") for line in ended]
    tails = [line[len(text) :] for line, text in zip(ended, lines, strict=True)]
    start = _body(lines)
    body = lines[start:]
    fences = grammar.fences(body)[0]
    inside, phones = (
        grammar.inside_fences(fences),
        grammar.inside_fences([fence for fence in fences if fence.info == "phone"]),
    )
    videos = grammar.video_lines(body)
    number = 0
    for i, line in enumerate(body):
        if i in inside:
            lines[start + i] = _letters(line) if i in phones else line
            continue
        if i in videos:
            lines[start + i] = _video(line, videos[i], hosts)
            continue
        if step := _step(line):
            number += 1
            line = f"{line[: step.start(1)]}{number}{line[step.end(1) :]}"
        lines[start + i] = _words(line)
    return "".join(line + tail for line, tail in zip(lines, tails, strict=True))


def diff(path: str, old: bytes, new: bytes) -> str:
    """A unified diff of one file, empty when nothing changes; undecodable bytes show as `�`."""
    before, after = (part.decode("utf-8", "replace").splitlines(keepends=True) for part in (old, new))
    return "".join(
        line if line.endswith("\n") else line + "\n"
        for line in difflib.unified_diff(before, after, path, path, n=1)
    )


def _body(lines: list[str]) -> int:
    """The index of the first line after the front matter; 0 without one."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), len(lines))


def _step(line: str) -> re.Match[str] | None:
    """A step's heading → the match of its number, as the scanner reads it."""
    level, text = grammar.heading(line)
    if level != 2 or not grammar.STEP.match(grammar.split_key(text)[0]):
        return None
    return _NUMBER.search(line)


def _video(line: str, raw: str, hosts: Collection[str]) -> str:
    verdict = read_video(raw, hosts)
    return f"Video: {verdict.address}" if isinstance(verdict, Video) else line


def _words(line: str) -> str:
    if line.isascii() and '"' not in line:
        return line
    return curl(_outside_code(line, _letters))


def _letters(line: str) -> str:
    """Tone marks and i/y of every word; as many letters as before."""
    return orthography.replace_all(orthography.replace_all(line, orthography.misplaced), orthography.i_or_y)


def _outside_code(line: str, mend: Callable[[str], str]) -> str:
    """`mend` applied to the stretches that are no code, address or tag; it must keep the length of every
    word."""
    masked = without_code(line)
    pieces, at = [], 0
    for match in re.finditer("¦+", masked):
        pieces += [mend(line[at : match.start()]), line[match.start() : match.end()]]
        at = match.end()
    return "".join([*pieces, mend(line[at:])])


def curl(line: str) -> str:
    """Straight double quotes as “ ”, in pairs within a line; a line with an odd one keeps them (nobody
    knows which is missing)."""
    masked = without_code(line)
    straight = [match.start() for match in re.finditer('"', masked)]
    if len(straight) % 2 or not straight or not _balanced(masked):
        return line
    signs = list(line)
    for opening, closing in zip(straight[::2], straight[1::2], strict=True):
        signs[opening], signs[closing] = "“", "”"
    return "".join(signs)


def _balanced(masked: str) -> bool:
    """Whether curly quotes already there open and close, and never hold a straight one."""
    inside = False
    for match in _QUOTES.finditer(masked):
        if match[0] == "“":
            if inside:
                return False
            inside = True
        elif match[0] == "”":
            if not inside:
                return False
            inside = False
        elif inside:
            return False
    return not inside
