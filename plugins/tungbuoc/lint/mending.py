"""Everything `tungbuoc fix` would write: mended lessons with their keys, tables, the logs; and what it
leaves, with the reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from unicodedata import normalize

from tungbuoc.lesson.model import Scan
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.text import read_source
from tungbuoc.lint import orthography
from tungbuoc.lint.causes import causes_first, damaged
from tungbuoc.lint.check import ground_of, is_lesson, only, only_paths, scans
from tungbuoc.lint.entries import FIELDS, tidy
from tungbuoc.lint.fixes import diff, fix_bytes
from tungbuoc.lint.ground import Ground, judge
from tungbuoc.lint.project import Project, unconfigured
from tungbuoc.lint.skeleton import step_names
from tungbuoc.lint.translations import is_translation
from tungbuoc.permalink import editions, ledger
from tungbuoc.permalink.log import both_sides
from tungbuoc.permalink.mend import Mended, mend
from tungbuoc.permalink.recode import recode, write_code
from tungbuoc.permalink.restore import Swaps


@dataclass(frozen=True, slots=True)
class Fixed:
    """`files` holds only what changes: path → whole new bytes, the ledger with its new `rows` too.

    `did` says in sentences what was done with codes, `left` what was not and why: problems of the project as
    it would be. `exchanged` are the codes that may stand under each other's titles, which only a person can
    say.
    """

    files: dict[str, bytes]
    rows: tuple[ledger.LedgerRow, ...]
    did: tuple[str, ...] = ()
    left: tuple[Problem, ...] = ()
    exchanged: tuple[Problem, ...] = ()

    def diff(self, project: Project) -> str:
        """What would change, as one unified diff of all files."""
        written = [path for path in sorted(self.files) if path.endswith((".md", ".yml"))]
        return "".join(
            diff(project.naming.real(path), project.files.get(path, b""), self.files[path])
            for path in written
        )


def fix(project: Project, paths: Sequence[str] = (), *, rng: Random, swaps: Swaps = "ask") -> Fixed:
    """Mend the lessons of `paths` (all when empty). Keys are judged over the whole course, so that none is
    given twice.

    A file that cannot be read as it was meant stays as it is. With a ledger that cannot be read no key is
    touched.
    """
    if cause := unconfigured(project):
        return Fixed({}, (), (), tuple(in_order(cause)))
    logs, did = _logs(project)
    tables = {
        path: tidy(project.files[path], path)
        for path in only_paths(sorted(FIELDS.keys() & project.files.keys()), paths)
    }
    did += [
        f"{path}: mỗi mục một dòng, xếp theo chữ cái."
        for path, new in tables.items()
        if new != project.files[path]
    ]
    before = _with(project, {**logs, **tables})
    lessons = [path for path in sorted(project.files) if is_lesson(project, path)]
    wanted = set(only_paths(lessons, paths))
    hosts = project.course.video_hosts if project.course else ()
    twins = only_paths(sorted(path for path in project.files if is_translation(project, path)), paths)
    mended = _with(
        before,
        {path: _letters(project.files[path], path, hosts) for path in wanted}
        | {path: _joined(project.files[path]) for path in twins},
    )
    keyed, rows, told = _keys(mended, wanted, rng, swaps)
    content = keyed.files.get(ledger.PATH, b"")
    after = _with(keyed, {ledger.PATH: ledger.LOG.appended(content, rows)}) if rows else keyed
    files = {path: new for path, new in after.files.items() if new != project.files.get(path)}
    left = _left(after, paths)
    return Fixed(
        files, rows, (*did, *told), left, tuple(problem for problem in left if problem.code == "K11")
    )


def _with(project: Project, files: dict[str, bytes]) -> Project:
    return replace(project, files={**project.files, **files})


def _logs(project: Project) -> tuple[dict[str, bytes], list[str]]:
    """The logs without marks of a merge, and the ledger with every row of the last commit."""
    made: dict[str, bytes] = {}
    did: list[str] = []
    for log in (ledger.LOG, editions.LOG):
        content = project.files.get(log.path, b"")
        merged = both_sides(content)
        if merged != content:
            made[log.path] = merged
            did.append(f"{log.name.capitalize()}: giữ dòng của cả hai bên, bỏ dấu gộp của git.")
    content = made.get(ledger.PATH, project.files.get(ledger.PATH, b""))
    gone = ledger.missing(content, project.committed.get(ledger.PATH, b""))
    if gone:
        made[ledger.PATH] = ledger.LOG.appended(ledger.without_broken(content, gone), gone)
        did.append(f"Sổ mã: trả lại {len(gone)} dòng mà bản đã lưu trong git còn giữ.")
    return made, did


def _letters(content: bytes, path: str, hosts: Sequence[str]) -> bytes:
    """What is safe to mend in one file; nothing where steps cannot be told, for numbers and keys would go
    astray."""
    if damaged(scan_bytes(content, path, hosts=hosts).problems):
        try:
            content_in_one_piece = orthography.nfc(content.decode("utf-8")).encode()
        except UnicodeDecodeError:
            return content
        if damaged(scan_bytes(content_in_one_piece, path, hosts=hosts).problems):
            return content
    return fix_bytes(content, hosts=hosts)


def _joined(content: bytes) -> bytes:
    """What is safe in any language: no BOM, and letters with their marks as one sign each."""
    text = read_source(content, "")
    return content if isinstance(text, Problem) else normalize("NFC", text.lstrip("\ufeff")).encode()


def _keys(
    project: Project, wanted: set[str], rng: Random, swaps: Swaps
) -> tuple[Project, tuple[ledger.LedgerRow, ...], list[str]]:
    """Codes of lessons, then keys of steps; only files of `wanted` change, and only their rows are told."""
    ground = ground_of(project)
    if not ground.sound:
        return project, (), []
    codes = {
        path: code
        for path, code in recode(ground.lessons, ground.known.ledger, ground.known.committed).items()
        if path in wanted
    }
    sources = {lesson.path: lesson.source for lesson in ground.lessons}
    project = _with(project, {path: write_code(sources[path], code).encode() for path, code in codes.items()})
    ground = ground_of(project)
    names = step_names(project.course.words) if project.course else ()
    keyed = mend(
        ground.lessons, ground.known.ledger, site=project.site, today=project.today.isoformat(), rng=rng,
        standing=ground.known.standing, committed=ground.known.committed, swaps=swaps, samples=names,
    )  # fmt: skip
    project = _with(project, {path: text.encode() for path, text in keyed.sources.items() if path in wanted})
    there = {
        step.key for path, scan in scans(project).items() if path in wanted for step in scan.lesson.steps
    }
    rows = tuple(row for row in keyed.rows if row.code in there)
    return (
        project,
        rows,
        [
            *(f"{path}: mã bài thành {code}." for path, code in codes.items()),
            *_told(keyed, wanted, rows, ground),
        ],
    )


def _told(keyed: Mended, wanted: set[str], rows: Sequence[ledger.LedgerRow], ground: Ground) -> list[str]:
    number = {(lesson.path, step.line): step.number for lesson in ground.lessons for step in lesson.steps}
    back = [
        f"{path}: trả mã cũ {code} về bước {number[path, line]}."
        for (path, line), code in keyed.given.items()
        if path in wanted
    ]
    new = sum(path in wanted for path, _ in keyed.minted)
    logged = {event: sum(row.event == event for row in rows) for event in ("issued", "moved", "renamed")}
    said = ", ".join(f"{count} mã {_EVENTS[event]}" for event, count in logged.items() if count)
    return [
        *back,
        *([f"Tạo mã mới cho {new} bước."] if new else []),
        *([f"Sổ mã ghi thêm: {said}."] if said else []),
    ]


_EVENTS = {"issued": "mới", "moved": "đổi chỗ", "renamed": "đổi tên bước"}


def _left(project: Project, paths: Sequence[str]) -> tuple[Problem, ...]:
    """What still keeps codes from being right: causes in files, front matter, and everything a person must
    decide."""
    scanned = scans(project)
    ground = ground_of(project)
    grammar = [problem for scan in _some(scanned.values(), paths) for problem in scan.problems]
    keep = causes_first([*grammar, *judge(ground)])
    return tuple(
        in_order(
            only(
                [problem for problem in keep if problem.code in _CODES or problem.path in ground.closed],
                _places(paths),
            )
        )
    )


def _some(found: Iterable[Scan], paths: Sequence[str]) -> list[Scan]:
    scans_by_path = {scan.lesson.path: scan for scan in found}
    return [scans_by_path[path] for path in only_paths(scans_by_path, paths)]


def _places(paths: Sequence[str]) -> list[str]:
    return [*paths, ledger.PATH] if paths else []


_CODES = frozenset(
    {
        "B03",
        "B04",
        "B09",
        "F01",
        "F02",
        "F03",
        "F04",
        "F05",
        "K01",
        "K02",
        "K03",
        "K04",
        "K05",
        "K08",
        "K10",
        "K11",
        "L01",
        "L02",
    }
)
