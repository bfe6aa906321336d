"""What is wrong, told by a build: every warning in the log, where `--strict` counts it; errors all at
once, as the reason it stops."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from tungbuoc.lesson.problems import Problem

log = get_plugin_logger("tungbuoc")


def tell(problems: Sequence[Problem], *, serving: bool) -> None:
    """Log the warnings, and stop at errors; a preview logs these too and goes on. Raises `PluginError`."""
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems:
        if problem.severity == "warning" or serving:
            log.warning(str(problem))
    if errors and not serving:
        raise PluginError(refusal(errors))


def refusal(problems: Sequence[Problem]) -> str:
    """The errors under a line that says how many there are."""
    many = "" if len(problems) == 1 else f" ({len(problems)} lỗi)"
    return f"Chưa dựng được trang{many}:\n" + "\n".join(str(problem) for problem in problems)
