"""The editors' search words, `docs/tu-tim.yml`: what people type for what lessons say, and what leads to
which lesson.

tu:                         # topic → what people type: what lessons say; several apart by “;”
  Chữ tắt:
    mk: mật khẩu
dem:                        # region or kind → words that say how somebody asks and not what about
  Miền Trung: mần răng, chi
viec:                       # group → errand: the lessons that answer it, the best first
  Giấy tờ:
    làm tạm trú: C2, C3
noi:                        # topic → lesson: how else people speak of it
  Giấy tờ:
    C2: nhập hộ khẩu, cần giấy gì
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.strict_yaml import Loaded, load
from tungbuoc.lesson.text import read_text

PATH = "docs/tu-tim.yml"
_CODE = re.compile(r"[A-Z]\d{1,2}")
_WORD = re.compile(r"\w+")
_PARTS = ("tu", "dem", "viec", "noi")
_NAMED = ", ".join(f"«{part}:»" for part in _PARTS)


@dataclass(frozen=True, slots=True)
class Errand:
    """Something people want done, in their words, with the codes of the lessons that answer it, the best
    first."""

    group: str
    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`swaps`: what people type → what lessons say instead; `stops`: words of questions; `sayings`: lesson
    code → how else people speak of it. All in NFC and in the file's order."""

    swaps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    errands: tuple[Errand, ...] = ()
    stops: tuple[str, ...] = ()
    sayings: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_vocabulary(content: bytes, shown: str = PATH) -> tuple[Vocabulary, list[Problem]]:
    """The file's content; an empty one has no words. Problems name the file as `shown`; what is wrong is
    left out."""
    text = read_text(content, shown)
    if isinstance(text, Problem):
        return Vocabulary(), [text]
    loaded = load(unicodedata.normalize("NFC", text))
    problems = [Problem(shown, fault.line, "T11", fault.text, fault.fix) for fault in loaded.faults]
    if not isinstance(loaded.value, dict):
        return Vocabulary(), problems or [
            Problem(shown, 1, "T11", "Tệp từ tìm chưa đúng khuôn.", f"Viết các phần {_NAMED}.")
        ]
    for name in loaded.value:
        if name not in _PARTS:
            problems.append(
                Problem(shown, loaded.line((name,)), "T12", f"Không có phần «{name}».", f"Chỉ dùng {_NAMED}.")
            )
    return Vocabulary(
        tuple(_swaps(loaded, shown, problems)), tuple(_errands(loaded, shown, problems)),
        tuple(_stops(loaded, shown, problems)), tuple(_sayings(loaded, shown, problems)),
    ), problems  # fmt: skip


def keys_by_code(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Lesson code → the errands that name it, as one text for the index."""
    names: dict[str, list[str]] = {}
    for errand in vocabulary.errands:
        for code in errand.codes:
            names.setdefault(code, []).append(errand.name)
    return {code: "; ".join(found) for code, found in names.items()}


def _parts(text: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(sign) if part.strip())


def _swaps(loaded: Loaded, shown: str, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line, _, said, means in _entries(loaded, "tu", shown, problems):
        ours = _parts(means, ";")
        if ours and _WORD.search(said):
            yield said.lower(), ours
        else:
            text, fix = f"«{said}» chưa có từ thay.", "Viết «từ người ta gõ: từ trong bài»."
            problems.append(Problem(shown, line, "T13", text, fix))


def _errands(loaded: Loaded, shown: str, problems: list[Problem]) -> Iterator[Errand]:
    for line, group, name, means in _entries(loaded, "viec", shown, problems):
        codes = _parts(means, ",")
        if codes and all(_CODE.fullmatch(code) for code in codes):
            yield Errand(group, name, codes)
        else:
            text, fix = f"Việc «{name}» chưa có mã bài đúng.", "Viết mã bài như «C2, C3»."
            problems.append(Problem(shown, line, "T14", text, fix))


def _sayings(loaded: Loaded, shown: str, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line, _, code, said in _entries(loaded, "noi", shown, problems):
        if _CODE.fullmatch(code):
            yield code, _parts(said, ",")
        else:
            text, fix = f"«{code}» chưa phải mã bài.", "Viết mã bài như «C2» rồi đến lời nói."
            problems.append(Problem(shown, line, "T14", text, fix))


def _stops(loaded: Loaded, shown: str, problems: list[Problem]) -> Iterator[str]:
    groups = loaded.value.get("dem", {}) if isinstance(loaded.value, dict) else {}
    for group, said in groups.items() if isinstance(groups, dict) else ():
        if isinstance(said, str):
            yield from (word.lower() for word in _parts(said, ","))
        else:
            fix = "Mỗi dòng viết «miền: lời, lời»."
            problems.append(
                Problem(shown, loaded.line(("dem", group)), "T11", f"Nhóm «{group}» chưa đúng khuôn.", fix)
            )


def _entries(
    loaded: Loaded, part: str, shown: str, problems: list[Problem]
) -> Iterator[tuple[int, str, str, str]]:
    groups = loaded.value.get(part, {}) if isinstance(loaded.value, dict) else {}
    for group, entries in groups.items() if isinstance(groups, dict) else ():
        if not isinstance(entries, dict):
            problems.append(
                Problem(
                    shown,
                    loaded.line((part, group)),
                    "T11",
                    f"Nhóm «{group}» chưa đúng khuôn.",
                    "Mỗi dòng viết «từ: nghĩa».",
                )
            )
            continue
        for key, value in entries.items():
            line = loaded.line((part, group, key))
            if isinstance(value, str):
                yield line, group, key.strip(), value
            else:
                problems.append(
                    Problem(shown, line, "T11", f"«{key}» chưa đúng khuôn.", "Mỗi dòng viết «từ: nghĩa».")
                )
