"""Rules over lessons and the ledger: everything that is wrong, told in plain Vietnamese, and the safe part
of it mended."""

from tungbuoc.lint.check import check, only, only_paths
from tungbuoc.lint.mending import Fixed, fix
from tungbuoc.lint.project import Project, read_project, unconfigured
from tungbuoc.lint.tables import untried

__all__ = [
    "Fixed",
    "Project",
    "check",
    "fix",
    "only",
    "only_paths",
    "read_project",
    "unconfigured",
    "untried",
]
