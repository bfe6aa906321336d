"""Everything `tungbuoc fix` would write: mended lessons with their keys, and new rows of the ledger. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lint.check import is_lesson, only_paths
from tungbuoc.lint.fixes import diff, fix_bytes
from tungbuoc.lint.project import Project
from tungbuoc.permalink import ledger
from tungbuoc.permalink.mend import mend


@dataclass(frozen=True, slots=True)
class Fixed:
    """`files` holds only what changes: path → whole new bytes; `rows` are to be appended to the ledger."""

    files: dict[str, bytes]
    rows: tuple[ledger.Row, ...]

    def diff(self, project: Project) -> str:
        """What would change, as one unified diff of all files."""
        return "".join(diff(path, project.files[path], new) for path, new in sorted(self.files.items()))


def fix(project: Project, paths: Sequence[str] = (), *, rng: Random) -> Fixed:
    """Mend the lessons of `paths` (all when empty). Keys are minted against the whole course, so that none is given twice."""
    hosts = project.course.video_hosts if project.course else ()
    lessons = [path for path in sorted(project.files) if is_lesson(project, path)]
    wanted = set(only_paths(lessons, paths))
    mended = {path: fix_bytes(project.files[path], hosts=hosts) if path in wanted else project.files[path] for path in lessons}
    book, _ = ledger.read(project.files.get(ledger.PATH, b""))
    scanned = [scan_bytes(content, path, hosts=hosts).lesson for path, content in mended.items()]
    keyed = mend(scanned, book, site=project.site, today=project.today.isoformat(), rng=rng)
    mended |= {path: text.encode() for path, text in keyed.sources.items() if path in wanted}
    rows = tuple(row for row in keyed.rows if any(f"{{#{row.code}}}".encode() in mended[path] for path in wanted))
    return Fixed({path: new for path, new in mended.items() if new != project.files[path]}, rows)
