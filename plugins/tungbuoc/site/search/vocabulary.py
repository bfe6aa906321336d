"""The editors' search words, `docs/tu-tim.yml`: what people type for what lessons say, and errands with their lessons.

tu:                         # topic → what people type: what lessons say; several apart by “;”
  Chữ tắt:
    mk: mật khẩu
viec:                       # group → errand: the lessons that answer it, the best first
  Giấy tờ:
    làm tạm trú: C2, C3
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.strict_yaml import Loaded, load

_CODE = re.compile(r"[A-Z]\d{1,2}")
_WORD = re.compile(r"\w+")
_PARTS = ("tu", "viec")


@dataclass(frozen=True, slots=True)
class Errand:
    """Something people want done, in their words, with the codes of the lessons that answer it, the best first."""

    group: str
    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`swaps`: what people type → what lessons say instead, in NFC; `errands` in the file's order."""

    swaps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    errands: tuple[Errand, ...] = ()


def read_vocabulary(path: Path, shown: str = "docs/tu-tim.yml") -> tuple[Vocabulary, list[Problem]]:
    """Read the file; a missing one is empty. Problems name the file as `shown`; what is wrong is left out."""
    if not path.is_file():
        return Vocabulary(), []
    loaded = load(unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig")))
    problems = [Problem(shown, fault.line, "T11", fault.text, fault.fix) for fault in loaded.faults]
    if not isinstance(loaded.value, dict):
        return Vocabulary(), problems or [Problem(shown, 1, "T11", "Tệp từ tìm chưa đúng khuôn.", "Viết hai phần «tu:» và «viec:».")]
    for name in loaded.value:
        if name not in _PARTS:
            problems.append(Problem(shown, loaded.line((name,)), "T12", f"Không có phần «{name}».", "Chỉ dùng «tu:» và «viec:»."))
    swaps, errands = [], []
    for line, _, said, means in _entries(loaded, "tu", shown, problems):
        ours = tuple(part.strip() for part in means.split(";") if part.strip())
        if not ours or not _WORD.search(said):
            problems.append(Problem(shown, line, "T13", f"«{said}» chưa có từ thay.", "Viết «từ người ta gõ: từ trong bài»."))
        else:
            swaps.append((said.lower(), ours))
    for line, group, name, means in _entries(loaded, "viec", shown, problems):
        codes = tuple(code.strip() for code in means.split(","))
        if not all(_CODE.fullmatch(code) for code in codes):
            problems.append(Problem(shown, line, "T14", f"Việc «{name}» chưa có mã bài đúng.", "Viết mã bài như «C2, C3»."))
        else:
            errands.append(Errand(group, name, codes))
    return Vocabulary(tuple(swaps), tuple(errands)), problems


def keys_by_code(errands: tuple[Errand, ...]) -> Mapping[str, str]:
    """Lesson code → the errands that name it, as one text for the index."""
    names: dict[str, list[str]] = {}
    for errand in errands:
        for code in errand.codes:
            names.setdefault(code, []).append(errand.name)
    return {code: "; ".join(found) for code, found in names.items()}


def _entries(loaded: Loaded, part: str, shown: str, problems: list[Problem]) -> Iterator[tuple[int, str, str, str]]:
    groups = loaded.value.get(part, {}) if isinstance(loaded.value, dict) else {}
    for group, entries in groups.items() if isinstance(groups, dict) else ():
        if not isinstance(entries, dict):
            problems.append(Problem(shown, loaded.line((part, group)), "T11", f"Nhóm «{group}» chưa đúng khuôn.", "Mỗi dòng viết «từ: nghĩa»."))
            continue
        for key, value in entries.items():
            line = loaded.line((part, group, key))
            if isinstance(value, str):
                yield line, group, key.strip(), value
            else:
                problems.append(Problem(shown, line, "T11", f"«{key}» chưa đúng khuôn.", "Mỗi dòng viết «từ: nghĩa»."))
