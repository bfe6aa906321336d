"""The course's data files under `docs/`: buttons, new words, foreign words, facts, numbers and addresses that
may be printed.

Each is a YAML list of small mappings that an editor can open in any text program; what is wrong with one is a
problem.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.shape import Line, Shape
from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.text import CONFLICT, read_text

BUTTONS, GLOSSARY, FOREIGN, FACTS, PRINTABLE = (
    f"docs/{name}.yml" for name in ("nut", "tu-moi", "tu-ngoai", "du-kien", "so-duoc-in")
)
PATHS = (BUTTONS, GLOSSARY, FOREIGN, FACTS, PRINTABLE)
JOINED = (BUTTONS, GLOSSARY, FOREIGN)
"""Tables that `fix` puts in order after a merge (`lint.entries`)."""
FactId = Annotated[str, StringConstraints(pattern=r"^(?:[0-9]{1,2}\.[0-9]{1,2})?$")]


class DataEntry(BaseModel):
    """One mapping of a data file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NamedButton(DataEntry):
    """A button's or menu's name exactly as on the phone; `tried` is the day somebody saw it there, or
    nothing, `seen` in which version of the app and on which phone.
    """

    name: Line
    app: str = ""
    fact: FactId = ""
    tried: dt.date | None = None
    seen: str = ""

    @field_validator("tried", mode="before")
    @classmethod
    def _nothing(cls, value: object) -> object:
        return value or None


class NewWord(DataEntry):
    """A word new to a beginner, and how a neighbour would say it."""

    word: Line
    means: Line


class Foreign(DataEntry):
    """A word that is not spelt the Vietnamese way and may stand in lessons."""

    word: Line


class Fact(DataEntry):
    """A paragraph of the fact sheet: `mark` is XM, XM-MÁY, RÀO, CXM, or nothing for common knowledge."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}$")]
    title: Line
    mark: Literal["", "XM", "XM-MÁY", "RÀO", "CXM"] = ""


class Printable(DataEntry):
    """A telephone number (digits in groups) or an address that may stand on paper."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9 ]*$")] = ""
    address: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]*$")] = ""
    purpose: Line
    note: str = ""
    fact: FactId = ""


@dataclass(frozen=True, slots=True)
class Data:
    """What the rules ask: every table by its key. `lines` is path → key → line of the entry."""

    buttons: Mapping[str, NamedButton]
    glossary: Mapping[str, NewWord]
    foreign: frozenset[str]
    facts: Mapping[str, Fact]
    printable: Mapping[str, Printable]
    numbers: Mapping[str, str]
    addresses: frozenset[str]
    lines: Mapping[str, Mapping[str, int]]


_WANTED = {
    "id": "số của dữ kiện, như \"2.5\"", "fact": "số của dữ kiện, như \"2.5\"", "number": (
        "số chia cụm bằng dấu cách, như 1800 1096"
    ),
    "address": "tên trang chữ thường, như vneid.gov.vn",
}  # fmt: skip
_Kind = TypeVar("_Kind", bound=DataEntry)


def read_data(files: Mapping[str, bytes]) -> tuple[Data, list[Problem]]:
    """Files of the project → the tables and what is wrong with them. A file that is not there is an empty
    table.

    `numbers` maps the bare digits to the form that is printed: `19000368` → `1900 0368`; `foreign` is in
    lower case.
    """
    problems: list[Problem] = []
    lines: dict[str, dict[str, int]] = {}

    def table(path: str, kind: type[_Kind], key: Callable[[_Kind], str]) -> dict[str, _Kind]:
        made, lines[path] = _table(files.get(path, b""), path, kind, key, problems)
        return made

    printable = table(PRINTABLE, Printable, lambda entry: entry.number.replace(" ", "") or entry.address)
    data = Data(
        table(BUTTONS, NamedButton, lambda entry: entry.name),
        table(GLOSSARY, NewWord, lambda entry: entry.word),
        frozenset(word.lower() for word in table(FOREIGN, Foreign, lambda entry: entry.word)),
        table(FACTS, Fact, lambda entry: entry.id),
        printable,
        {key: entry.number for key, entry in printable.items() if entry.number},
        frozenset(entry.address for entry in printable.values() if entry.address),
        lines,
    )
    return data, problems


def _table(
    content: bytes, path: str, kind: type[_Kind], key: Callable[[_Kind], str], problems: list[Problem]
) -> tuple[dict[str, _Kind], dict[str, int]]:
    text = read_text(content, path)
    if isinstance(text, Problem):
        both = path in JOINED and text.code == CONFLICT
        problems.append(
            replace(text, fix="Chạy «tungbuoc fix»: máy giữ mục của cả hai bên.") if both else text
        )
        return {}, {}
    loaded = load(text)
    problems += [Problem(path, fault.line, "E01", fault.text, fault.fix) for fault in loaded.faults]
    made: dict[str, _Kind] = {}
    lines: dict[str, int] = {}
    shape = Shape(kind, "tệp này", "E02", "E02", "E02", _WANTED)
    if loaded.value and not isinstance(loaded.value, list):
        problems.append(
            Problem(path, 1, "E01", "Tệp này phải là một danh sách.", "Mỗi mục bắt đầu bằng dấu gạch «- ».")
        )
        return made, lines
    for i, value in enumerate(loaded.value or []):
        line = loaded.line((i,))
        entry, told = shape.fit(value, path=path, line=lambda where, i=i: loaded.line((i, *where)))  # type: ignore[misc]
        problems += told
        if entry is None:
            continue
        name = key(entry)
        if name in made:
            same = (
                "Chạy «tungbuoc fix» để gộp; hai mục nói khác nhau thì giữ một mục."
                if path in JOINED
                else "Xóa mục trùng."
            )
            problems.append(
                Problem(path, line, "E03", f"«{name}» đã có ở dòng {lines[name]}.", same, "warning")
            )
            continue
        made[name], lines[name] = entry, line
    return made, lines
