"""Proof: every finished PDF opened again and tried as a reader, a copier, a printer and a screen reader
would.

Slower than the gate of every build, and told the same way. What a machine cannot judge (a real copier, a real
phone, a reader of 71) is not claimed here.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.press import engine, formats, gate, plan
from tungbuoc.press.plan import Handout, Plan
from tungbuoc.press.stamping.letters import LETTERS
from tungbuoc.press.typeset import fitting
from tungbuoc.works import pool
from tungbuoc.works.pool import Job, OnProgress

LESSON_BYTES, BOOK_BYTES = 500_000, 5_000_000


@dataclass(frozen=True, slots=True)
class ProofTask:
    """One PDF to prove: where it is and what it should be."""

    handout: Handout
    file: Path


def prove_all(
    galleys: Sequence[Galley], *, formats_dir: Path, out_dir: Path, wanted: Plan | None = None,
    workers: int | None = None, progress: OnProgress | None = None,
) -> list[Problem]:  # fmt: skip
    """Prove every PDF that the plan says should lie in `out_dir`; an empty list means all of them hold."""
    loaded = formats.load(formats_dir)
    made = plan.handouts(galleys, loaded.known, wanted or Plan())
    jobs = [
        Job(handout.file, ProofTask(handout, out_dir / handout.file))
        for handout in made
        if handout.format.alone
    ]
    problems = [Problem("print/base.css", 1, "P40", said, "Cài lại phông.") for said in coverage()]
    for job, outcome in zip(jobs, pool.run(prove, jobs, workers=workers, progress=progress), strict=True):
        path = job.argument.handout.galleys[0].path
        found = [outcome.error] if outcome.value is None else outcome.value
        problems += [
            Problem(path, 1, "P41", f"Tờ «{job.name}»: {said}.", "Sửa khuôn in hoặc bài rồi dựng lại.")
            for said in found
        ]
    return in_order(problems)


def coverage() -> list[str]:
    """Letters of Vietnamese that the press fonts lack."""
    from fontTools.ttLib import TTFont

    said = []
    for file in engine.machine().fonts:
        with TTFont(file, lazy=True) as font:
            lacking = [sign for sign in LETTERS if ord(sign) not in font.getBestCmap()]
        said += [f"Phông {file.name} thiếu chữ {' '.join(lacking)}"] if lacking else []
    return said


def prove(trial: ProofTask) -> list[str]:
    """Everything wrong with one PDF, each a short Vietnamese clause; module-level, so that a worker can
    run it."""
    from tungbuoc.press.proof import paper, scan, tagging

    if not trial.file.is_file():
        return ["chưa có tệp này. Dựng trang trước"]
    data, handout = trial.file.read_bytes(), trial.handout
    wanted = gate.promise(handout.galleys, handout.format)
    report = gate.check(data, wanted)
    found = [
        *(fault.text for fault in (*report.missing, *report.hidden)),
        *_size(data, report.pages, handout),
    ]
    found += scan.check(data, dict.fromkeys(code.text for code in wanted.codes), handout.format.code_mm)
    rows = handout.format.rows
    found += paper.check(
        data, smallest(handout), rows.drawn if rows else paper.DRAWN, handout.format.size.safe
    )
    if not handout.imposed:
        found += tagging.check(data, handout.galleys[0].wording.language)
        found += _verapdf(trial.file)
    return list(dict.fromkeys(found))


def smallest(handout: Handout) -> float:
    """The smallest type a handout may have, in pt: its format's, or that of an address too long for its
    column."""
    addresses = [fitting.host_pt(step.typed) for galley in handout.galleys for step in galley.steps]
    return min([handout.format.type.get("smallest", 0.0), *addresses])


def _size(data: bytes, pages: int, handout: Handout) -> Iterator[str]:
    most = BOOK_BYTES if handout.format.insides else LESSON_BYTES
    if len(data) > most:
        yield f"nặng {len(data) // 1000} kB, nhiều nhất {most // 1000} kB"
    if handout.format.pages and pages > handout.format.pages and not handout.imposed:
        yield f"dài {pages} trang, nhiều nhất {handout.format.pages}"


def _verapdf(file: Path) -> list[str]:
    """What veraPDF says of PDF/UA-1, where it is installed."""
    program = shutil.which("verapdf")
    if program is None:
        return []
    command = [program, "--flavour", "ua1", "--format", "text", str(file)]
    said = subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", check=False
    ).stdout
    return [] if said.startswith("PASS") else [f"veraPDF không nhận: {' '.join(said.split())[:200]}"]
