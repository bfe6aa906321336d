"""Ward teams: whose name, phone and hours a sheet carries instead of lines to write on.

The list is a table `team,place,phone,hours`. The real one, `print/teams.local.csv`, stays out of git; `print/teams.csv` is
the example it is copied from. Spreadsheets may save it with semicolons and a byte-order mark.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from tungbuoc.lesson.galley import Galley, Team
from tungbuoc.lesson.problems import Problem, Severity, nearest
from tungbuoc.lesson.text import read_text
from tungbuoc.press.typeset import fitting

FILES = ("print/teams.local.csv", "print/teams.csv")
"""Where teams are looked up; a team of the first stands before one of the same name in the second."""
FIELDS = ("team", "place", "phone", "hours")
_PHONE = re.compile(r"(?:\+84|0|1[89]00)\d{4,10}")
_SAMPLE = "0900000000"


def find(files: Mapping[str, bytes], name: str, line: int = 1) -> tuple[Team | None, list[Problem]]:
    """The team that `line` of mkdocs.yml names, and what is wrong with it or its list; without a name there is none, and no problem.

    `files` holds the lists by path, and may hold anything else.
    """
    if not name:
        return None, []
    teams, problems = read([(path, files[path]) for path in FILES if path in files])
    team = teams.get(name)
    if team is None:
        known = nearest(name, teams) if teams else f"Ghi tổ vào {FILES[0]} trước."
        problems.append(Problem("mkdocs.yml", line, "P14", f"Không có tổ «{name}» trong danh sách tổ.", known))
    return team, problems


def signed(galleys: Sequence[Galley], team: Team | None) -> list[Galley]:
    """The galleys with the team on every sheet; without one they are as they were."""
    if team is None:
        return list(galleys)
    return [galley.model_copy(update={"imprint": galley.imprint.model_copy(update={"team": team})}) for galley in galleys]


def read(files: Sequence[tuple[str, bytes]]) -> tuple[dict[str, Team], list[Problem]]:
    """Path and bytes of every list → teams by name, the first of a name kept, and every row that cannot be printed."""
    teams: dict[str, Team] = {}
    problems: list[Problem] = []
    for path, data in files:
        text = read_text(data, path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        for line, found in _rows(text):
            if isinstance(found, Team):
                teams.setdefault(found.name, found)
            wrong = found if isinstance(found, str) else _wrong(found)
            if wrong:
                severity: Severity = "warning" if isinstance(found, Team) and _digits(found.phone) == _SAMPLE else "error"
                problems.append(Problem(path, line, "P15", wrong, "Sửa dòng này trong danh sách tổ.", severity=severity))
    return teams, [problem for problem in problems if problem.severity == "error" or problem.path == FILES[0]]


def _rows(text: str) -> Iterator[tuple[int, Team | str]]:
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    try:
        if tuple(field.strip() for field in next(reader, ())) != FIELDS:
            yield 1, f"Dòng đầu phải là {','.join(FIELDS)}."
            return
        for fields in reader:
            said = [field.strip() for field in fields]
            if len(said) == len(FIELDS) and said[0]:
                yield reader.line_num, Team(name=said[0], place=said[1], phone=said[2], hours=said[3])
            elif any(said):
                yield reader.line_num, f"Dòng này phải có {len(FIELDS)} ô, ô đầu là tên tổ."
    except csv.Error:  # a cell of more than 128 kB, mostly a quote that nothing closes
        yield reader.line_num, "Từ dòng này danh sách không đọc được."


def _wrong(team: Team) -> str:
    """What would look wrong on a thousand sheets, or nothing."""
    digits = _digits(team.phone)
    if not _PHONE.fullmatch(digits):
        lost = " Bảng tính hay làm mất số 0 ở đầu." if digits.isdigit() and not digits.startswith("0") else ""
        return f"Số điện thoại «{team.phone}» của tổ «{team.name}» không gọi được.{lost}"
    if not fitting.team_fits(team):
        return f"Tên tổ «{team.name}» dài quá ô trên tờ."
    return f"Số {team.phone} là số mẫu, không phải số của tổ." if digits == _SAMPLE else ""


def _digits(phone: str) -> str:
    return re.sub(r"[\s.\-()]", "", phone)
