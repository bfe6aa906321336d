"""Why a handout is not released, nor bound in anything, told at the author's line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tungbuoc.lesson.problems import Problem
from tungbuoc.press.plan import Handout
from tungbuoc.press.refusal import Fault, place


def unreleased(handout: Handout, report: Mapping[str, Any], root: Path) -> list[Problem]:
    """What the press refused or the gate found in the report of `making.make`, none for a good handout.

    `root` is the project."""
    if "refused" in report:
        fault = Fault(**report["refused"])
        text = f"Không in được {handout.label} của {handout.code}: {fault.text}."
        fix = fault.fix or "Sửa chỗ này rồi dựng lại."
        return [Problem(*_where(handout, fault, root), "P20", text, fix)]
    fix = "Xem lại dòng này; nếu bài không sai thì báo người giữ khuôn in."
    return [
        Problem(
            *_where(handout, fault, root),
            code,
            f"Tờ «{handout.file}» {what}, chưa được phát hành. {fault.text}.",
            fix,
        )
        for code, what, found in (("P21", "in thiếu", "missing"), ("P23", "in hỏng", "hidden"))
        for fault in (Fault(**one) for one in report[found])
    ]


def _where(handout: Handout, fault: Fault, root: Path) -> tuple[str, int]:
    if fault.path:
        return fault.path, fault.line
    return place(root, [galley.path for galley in handout.galleys], fault.near)
