"""Ward teams: whose name, phone and hours a sheet carries instead of lines to write on.

The list is a table with the columns `team` and `phone`, and those of `place`, `hours`, `ward`, `link` that
there are. The real one, `print/teams.local.csv`, stays out of git; `print/teams.csv` is the example it is
copied from. It is read as spreadsheets save it: UTF-8, UTF-16 or the old Vietnamese code page, with commas,
semicolons or tabs.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.text import read_text
from tungbuoc.press.stamping.code import LONGEST
from tungbuoc.press.stamping.layout import Team
from tungbuoc.press.stamping.letters import LETTERS
from tungbuoc.press.typeset import fitting

FILES = ("print/teams.local.csv", "print/teams.csv")
"""Where teams are looked up; a team of the first stands before one of the same name in the second."""
NEEDED, OTHERS = ("team", "phone"), ("place", "hours", "ward", "link")
_SAMPLE = "0900000000"
_PHONE = re.compile(r"(?:\+84|0|1[89]00)\d{4,10}")
_LINK = re.compile(r"https://[!-~]+")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&#?\w+;")
_FIX = "Sửa dòng này trong danh sách tổ."
_SHOWN, _LONGEST = 40, 200


@dataclass(frozen=True, slots=True)
class Listed:
    """A team of a list, the ward it belongs to (or empty), and the line it stands on."""

    team: Team
    ward: str
    line: int


def find(files: Mapping[str, bytes], name: str, line: int = 1) -> tuple[Team | None, list[Problem]]:
    """The team that `line` of mkdocs.yml names, and what is wrong with it or its list; without a name there
    is none, and no problem.

    `files` holds the lists by path, and may hold anything else.
    """
    if not name:
        return None, []
    teams, problems = read([(path, files[path]) for path in FILES if path in files])
    found = teams.get(name)
    if found is None:
        known = nearest(name, teams) if teams else f"Ghi tổ vào {FILES[0]} trước."
        problems.append(
            Problem("mkdocs.yml", line, "P14", f"Không có tổ «{name}» trong danh sách tổ.", known)
        )
    return found.team if found else None, problems


def read(files: Sequence[tuple[str, bytes]]) -> tuple[dict[str, Listed], list[Problem]]:
    """Path and bytes of every list → teams by name, the first of a name kept, and every row that cannot be
    printed."""
    teams: dict[str, Listed] = {}
    problems: list[Problem] = []
    for path, data in files:
        here: dict[str, int] = {}
        text = _decoded(data, path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        for line, found in _rows(text):
            told, fatal = (found, True) if isinstance(found, str) else _judged(found, here)
            if isinstance(found, Listed) and not fatal:
                teams.setdefault(found.team.name, found)
            if told and (fatal or path == FILES[0]):
                problems.append(
                    Problem(path, line, "P15", told, _FIX, severity="error" if fatal else "warning")
                )
    return teams, problems


def is_sample(phone: str) -> bool:
    """Is it the number of the example, which reaches nobody?"""
    return _digits(phone) == _SAMPLE


def _decoded(data: bytes, path: str) -> str | Problem:
    """The text of a list, whatever a spreadsheet saved it as; the old code page has tone marks of their
    own, so they are joined."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "cp1258"):
        with contextlib.suppress(UnicodeDecodeError):
            return read_text(unicodedata.normalize("NFC", data.decode(encoding)).encode(), path)
    return read_text(data, path)


def _rows(text: str) -> Iterator[tuple[int, Listed | str]]:
    """Every row with its line: a team, or why it is none."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    try:
        columns = [field.strip().lower() for field in next(reader, ())]
        if wrong := _wrong_head(columns):
            yield 1, f"Dòng đầu {wrong}. Phải có {', '.join(NEEDED)}; có thể thêm {', '.join(OTHERS)}."
            return
        for fields in reader:
            if not any(field.strip() for field in fields):
                continue
            if len(fields) > len(columns):
                yield reader.line_num, f"Dòng này có {len(fields)} ô, dòng đầu chỉ có {len(columns)}."
            else:
                yield reader.line_num, _listed(columns, fields, reader.line_num)
    except csv.Error:  # a cell of more than 128 kB, mostly a quote that nothing closes
        yield (
            reader.line_num,
            "Từ dòng này danh sách không đọc được, thường vì một dấu nháy kép không có dấu đóng.",
        )


def _wrong_head(columns: list[str]) -> str:
    """What is wrong with the names of the columns, as the end of a sentence; empty when nothing is."""
    if lacking := [name for name in NEEDED if name not in columns]:
        return f"thiếu cột {', '.join(lacking)}"
    strange = [name for name in columns if name not in (*NEEDED, *OTHERS)]
    if strange or len(set(columns)) < len(columns):
        return f"có cột lạ hoặc lặp: {', '.join(strange or columns)[:_SHOWN]}"
    return ""


def _listed(columns: list[str], fields: list[str], line: int) -> Listed:
    words = (" ".join(re.split(r"[ \t\u00a0]+", field)).strip() for field in fields)
    row = dict(zip(columns, words, strict=False))
    cells = {name: row.get(name, "") for name in ("place", "hours", "link")}
    return Listed(Team(row.get("team", ""), row.get("phone", ""), **cells), row.get("ward", ""), line)


def _judged(found: Listed, here: dict[str, int]) -> tuple[str, bool]:
    """What would look wrong on a thousand sheets, and whether it may not be printed; `here` are the names
    so far, by line."""
    team = found.team
    cells = {
        "team": team.name,
        "phone": team.phone,
        "place": team.place,
        "hours": team.hours,
        "ward": found.ward,
        "link": team.link,
    }
    for column, said in cells.items():
        if told := _wrong_cell(column, said):
            return f"Cột {column}: {told}", True
    if told := _wrong_phone(team):
        return f"Cột phone: {told}", True
    if team.link and (not _LINK.fullmatch(team.link) or len(team.link) > LONGEST):
        return f"Cột link: phải bắt đầu bằng https:// và dài nhất {LONGEST} chữ.", True
    if not fitting.team_fits(team.name, team.phone):
        return f"Cột team: tên tổ «{_shown(team.name)}» dài quá ô trên tờ. Viết ngắn lại.", True
    first = here.setdefault(team.name.casefold(), found.line)
    if first != found.line:
        return f"Cột team: tổ «{_shown(team.name)}» đã có ở dòng {first}.", True
    return (
        (f"Số {team.phone} là số mẫu, không phải số của tổ.", False) if is_sample(team.phone) else ("", False)
    )


def _wrong_cell(column: str, said: str) -> str:
    if not said:
        return "còn trống." if column == "team" else ""
    hidden = [
        letter
        for letter in said
        if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
    ]
    if hidden:
        return f"có ký tự không nhìn thấy (U+{ord(hidden[0]):04X}). Gõ lại ô này."
    if said[0] in "=@" or (said[0] in "+-" and column != "phone"):
        return f"«{_shown(said)}» bắt đầu bằng «{said[0]}», bảng tính sẽ hiểu là công thức."
    if _MARKUP.search(said):
        return f"«{_shown(said)}» có mã trang mạng, chỉ ghi chữ thường."
    lacking = "".join(dict.fromkeys(letter for letter in said if letter not in LETTERS))
    if lacking:
        return f"phông trên tờ không có chữ «{lacking[:_SHOWN]}»."
    return f"«{_shown(said)}» dài {len(said)} chữ, nhiều nhất {_LONGEST}." if len(said) > _LONGEST else ""


def _wrong_phone(team: Team) -> str:
    digits = _digits(team.phone)
    if _PHONE.fullmatch(digits):
        return ""
    lost = " Bảng tính hay làm mất số 0 ở đầu." if digits.isdigit() and not digits.startswith("0") else ""
    return f"số điện thoại «{_shown(team.phone)}» của tổ «{_shown(team.name)}» không gọi được.{lost}"


def _digits(phone: str) -> str:
    return re.sub(r"[\s.\-()]", "", phone)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
