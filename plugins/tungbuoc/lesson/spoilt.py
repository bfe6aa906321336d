"""What keeps a lesson from being read as it was meant: a block that is not closed, a step's heading that is
none.

Such a slip swallows steps, and with them codes on paper; whatever else could be said of the file follows from
it and would advise wrongly. So these problems are told first and alone (`SPOILT`), each with the very line to
write. Pure, linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tungbuoc.lesson import grammar
from tungbuoc.lesson.problems import Problem, quoted
from tungbuoc.lesson.slugs import fold

SPOILT = frozenset({"B05", "B07"})
"""Codes of the problems that this module tells."""

_MARK = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_SPOILT_MARK = re.compile(r"^\W{1,6}phone\W*$")
_YAML = re.compile(r"^\s*(?:- )?[a-z]+:(?:\s|$)")
_LOOKALIKES = str.maketrans("ВвОоСсБ０１２３４５６７８９＃", "BbOoCcB0123456789#")  # Cyrillic and full-width
_STEP_WORDS = re.compile(r"^(?:buoc|step)\W{0,3}\d")
_HEADING_SIGN = re.compile(r"^(?:\\?[#＃]|[*_]{2})")
_BEFORE, _AFTER = " \t\u00a0\u200b\ufeff>\\#＃*_~`", " \t\u00a0\u200b*_#`~"
_KEY_AT_END = re.compile(r"\{#[0-9]{5}\}$")
_ALONE = re.compile(r"^\{#[0-9]{5}\}$")
_NUMBER = re.compile(r"^[^\W\d]+\W{0,3}?(\d{1,5})[\s.,:：;)\-–—]*")
_LIST_MARK = re.compile(r"^(?:[-+•–—]|\d{1,3}[.)])\s+")


def spoilt(body: Sequence[str], first: int, path: str) -> list[Problem]:
    """Every such slip in the lines below the front matter; the first of them is the file's line `first`."""
    lines = list(body)
    closed, unclosed = grammar.fences(lines)
    begins, yaml = _blocks(lines)
    ends = [(i, len(lines)) for i in unclosed]
    for fence in closed:
        holds = _is_foreign if fence.info == "phone" or yaml[fence.start] else _is_keyed
        inner = next((i for i in range(fence.start + 1, fence.end) if holds(lines[i])), None)
        if inner is not None:
            ends.append((fence.start, inner))
    found = list(_fences(lines, ends, begins, yaml, first, path)) if ends else []
    inside = grammar.inside_fences(closed)
    return found + list(_headings(lines, inside, first, path))


def _is_foreign(line: str) -> bool:
    """A line that no block holds: a section's heading, or the beginning of a block of its own."""
    level, text = grammar.heading(line)
    if level >= 2 and (grammar.kind_of(text) != grammar.UNKNOWN or _is_step(text)):
        return True
    mark = _MARK.match(line)
    return _is_keyed(line) or bool(mark and mark[2].strip())


def _is_keyed(line: str) -> bool:
    """A heading with a code: it stands in a block of words only by mistake."""
    return bool(_KEY_AT_END.search(grammar.heading(line)[1]))


def _fences(
    lines: list[str], ends: list[tuple[int, int]], begins: list[int], yaml: list[bool], first: int, path: str
) -> Iterator[Problem]:
    """Fences without their other mark, as (line of the mark, line that it cannot reach over): what opens
    is not closed, or what closes was never opened. `begins` and `yaml` are those of `_blocks`."""
    blank = len(lines)
    after = [0] * len(lines)
    for i in range(len(lines) - 1, -1, -1):
        after[i] = blank
        blank = i if not lines[i].strip() else blank
    for start, end in ends:
        above = begins[start]
        info = (_MARK.match(lines[start]) or ["", "", ""])[2].strip()
        if not info and above < start and _SPOILT_MARK.match(lines[above]):
            yield Problem(
                path,
                first + above,
                "B07",
                f"Dòng {quoted(lines[above])} không mở được khối màn hình.",
                "Viết cả dòng: «```phone».",
            )
        elif not info and yaml[start]:
            text = f"Dòng ``` này đóng một khối chưa mở (khối bắt đầu ở dòng {first + above})."
            yield Problem(
                path, first + start, "B07", text, f"Thêm một dòng «```phone» ngay trước dòng {first + above}."
            )
        else:
            text = "Khối mở ở dòng này chưa đóng, nên máy không thấy các phần ở dưới."
            fix = f"Thêm một dòng «```» ngay sau dòng {first + min(after[start], end) - 1}."
            yield Problem(path, first + start, "B07", text, fix)


def _blocks(lines: list[str]) -> tuple[list[int], list[bool]]:
    """For each line where its stretch without blank lines, headings and marks begins, and whether a line
    of YAML stands before it there."""
    begins, yaml = [0] * len(lines), [False] * len(lines)
    for i in range(len(lines)):
        if (
            i
            and lines[i - 1].strip()
            and not grammar.heading(lines[i - 1])[0]
            and not _MARK.match(lines[i - 1])
        ):
            begins[i], yaml[i] = begins[i - 1], yaml[i - 1] or bool(_YAML.match(lines[i - 1]))
        else:
            begins[i] = i
    return begins, yaml


def _headings(lines: list[str], inside: set[int], first: int, path: str) -> Iterator[Problem]:
    steps = 0
    word = grammar.step_word(grammar.heading(line)[1] for line in lines)
    for i, line in enumerate(lines):
        if i in inside or grammar.COMMENT.match(line):
            continue
        level, text = grammar.heading(line)
        title = grammar.split_key(text)[0]
        if level == 2 and grammar.STEP.match(title):
            steps += 1
            continue
        bare = line.strip(_BEFORE).rstrip(_AFTER)
        keyed = _KEY_AT_END.search(bare)
        bare = _LIST_MARK.sub("", bare).lstrip(_BEFORE) if keyed else bare
        if not (_is_meant(line, level, bare) or (keyed and not _is_section(level, title))):
            continue
        alone = _ALONE.match(bare)
        if alone:
            yield Problem(path, first + i, "B05", *_fallen(lines, i, first, alone[0]))
            continue
        steps += 1
        yield Problem(path, first + i, "B05", *_told(line, level, bare, word, steps))


def _fallen(lines: list[str], i: int, first: int, key: str) -> tuple[str, str]:
    """A code that stands on a line of its own: it belongs at the end of the heading above."""
    above = next((j for j in range(i - 1, -1, -1) if lines[j].strip()), -1)
    title = lines[above].rstrip() if above >= 0 else ""
    text = f"Mã {key} đứng riêng một dòng, ngoài tiêu đề của bước."
    if _is_step(title.strip(_BEFORE)) and not _KEY_AT_END.search(title):
        return text, f"Xóa dòng này, rồi sửa dòng {first + above} thành: «{title} {key}»."
    return (
        text,
        (
            f"Chuyển «{key}» về cuối tiêu đề của bước mang mã ấy; không biết bước nào thì xóa dòng này, rồi"
            " chạy «tungbuoc fix»."
        ),
    )


def _is_meant(line: str, level: int, bare: str) -> bool:
    """Whether somebody meant this line to head a step: by a sign of headings or bold before it, or by a
    key behind it."""
    if not _is_step(bare):
        return False
    return bool(
        level or _HEADING_SIGN.match(line.strip()) or "{#" in bare or re.match(r"^(?:Bước|Step) \d+:", bare)
    )


def _is_section(level: int, title: str) -> bool:
    return level == 2 and grammar.kind_of(title) != grammar.UNKNOWN


def _is_step(text: str) -> bool:
    return bool(_STEP_WORDS.match(fold(text.translate(_LOOKALIKES)).strip()))


def _told(line: str, level: int, bare: str, word: str, number: int) -> tuple[str, str]:
    """What is wrong with the line, and the whole line to write instead."""
    right = f"Viết cả dòng: «{_right(bare, word, number)}»."
    if not unicodedata.is_normalized("NFC", line) and grammar.STEP.match(
        grammar.split_key(grammar.heading(_nfc(line))[1])[0]
    ):
        return "Tiêu đề bước này gõ dấu rời (Unicode tổ hợp).", "Chạy «tungbuoc fix» để ghép lại."
    if "\u00a0" in line or "\u200b" in line:
        return (
            "Tiêu đề bước này có dấu cách lạ, nhìn không thấy (U+00A0), nên máy không nhận ra bước.",
            f"Xóa dòng, gõ lại. {right}",
        )
    shown = quoted(line.strip(), 60)
    if level != 2 and _is_step(bare):
        said = "chưa phải là tiêu đề bước" if not level else f"có {level} dấu #, tiêu đề bước phải có 2"
        return f"Dòng {shown} {said}.", right
    if not _is_step(bare):
        return f"Dòng {shown} mang mã của một bước mà không phải tiêu đề bước.", right
    return f"{shown} không đúng mẫu tiêu đề bước.", right


def _right(bare: str, word: str, number: int) -> str:
    """The heading as it should stand: the word that the lesson's steps have, the typed number when there is
    one, the title and the key as they were typed."""
    title, key = grammar.split_key(_nfc(bare).replace("\u00a0", " ").replace("\u200b", ""))
    plain = title.translate(_LOOKALIKES)
    match = _NUMBER.match(plain) if _is_step(title) else None
    name = title[match.end() :] if match else title
    name = " ".join(name.strip(_AFTER).split()) or "Tên bước"
    return f"## {word} {match[1] if match else number}: {name}" + (f" {{#{key}}}" if key else "")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
