"""`tungbuoc proof` and `tungbuoc release`: what happens between a built course and a thousand copies."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import click

from tungbuoc.cli.day import today
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.config import site_folder
from tungbuoc.permalink import editions, ledger
from tungbuoc.press import formats, plan, releases, store
from tungbuoc.press.plan import Handout, Plan
from tungbuoc.press.proof import contact, prove_all
from tungbuoc.web import downloads
from tungbuoc.works.atomic import write
from tungbuoc.works.progress import ProgressLine


@click.command()
@click.option(
    "--sheets",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục để vẽ ảnh tổng quan của mỗi khuôn in.",
)
@click.option(
    "--in", "folder", type=click.Path(file_okay=False, path_type=Path), help="Thư mục có các tệp PDF."
)
def proof(sheets: Path | None, folder: Path | None) -> None:
    """Soát kỹ mọi tờ in đã dựng: đủ chữ, quét được mã, đủ phông, không tràn lề. Thoát 1 khi có chỗ chưa
    đạt."""
    root = Path.cwd()
    printed = root / folder if folder else built(root)
    galleys, wanted = last_build(root)
    if sheets:
        for file in contact.draw(handouts(root, galleys, wanted), printed, root / sheets):
            click.echo(file.relative_to(root).as_posix())
        return
    with ProgressLine("Đang soát tờ") as progress:
        problems = prove_all(
            galleys, formats_dir=root / "print/formats", out_dir=printed, wanted=wanted, progress=progress
        )
    for problem in problems:
        click.echo(str(problem))
    click.echo(
        f"Đã soát {len(handouts(root, galleys, wanted))} tờ: "
        + (f"{len(problems)} chỗ chưa đạt." if problems else "đạt hết.")
    )
    if problems:
        raise SystemExit(1)


@click.command()
@click.argument("codes", nargs=-1)
def release(codes: tuple[str, ...]) -> None:
    """Phát hành: ghi ấn bản và ngày của các bài (mặc định mọi bài) vào print/editions.csv. Dựng lại để in
    ngày lên tờ."""
    root = Path.cwd()
    galleys, wanted = last_build(root)
    lessons = [galley for galley in galleys if not galley.form and (not codes or galley.code in codes)]
    unknown = set(codes) - {galley.code for galley in lessons}
    if unknown:
        raise click.UsageError(f"Không có bài {', '.join(sorted(unknown))}.")
    everything = [*lessons, *(twin for galley in lessons for twin in galley.translations)]
    newer = [galley.path for galley in everything if store.older_than(root, root / galley.path)]
    if newer:
        raise click.ClickException(
            f"Bài đã sửa sau lần dựng trước: {', '.join(newer)}. Chạy «make» rồi phát hành."
        )
    file = root / editions.PATH
    before = file.read_bytes() if file.exists() else b""
    rows, problems = editions.read(before)
    if problems:
        raise click.ClickException("\n".join(str(problem) for problem in problems))
    made: dict[str, list[str]] = defaultdict(list)
    for handout in handouts(root, lessons, wanted):
        named = releases.name(handout.translation) if handout.translation else handout.code
        made[named].append(handout.format.name)
    new = releases.release(rows, everything, made, today().isoformat())
    if new:
        _name_steps(root, [galley for galley in lessons if galley.code in {row.lesson for row in new}])
        write(file, editions.LOG.appended(before, new))
    click.echo(
        f"Sổ ấn bản thêm {len(new)} dòng, {len({row.lesson for row in new})} bài."
        if new
        else "Không có bài nào đổi từ ấn bản trước."
    )


def _name_steps(root: Path, galleys: list[Galley]) -> None:
    """Log the titles under which steps go on paper from now on, where paper had others."""
    file = root / ledger.PATH
    before = file.read_bytes() if file.exists() else b""
    known, problems = ledger.read(before)
    if problems:
        raise click.ClickException("\n".join(str(problem) for problem in problems))
    rows = ledger.renamed(
        known, {step.key: step.title for galley in galleys for step in galley.steps}, today().isoformat()
    )
    if rows:
        write(file, ledger.LOG.appended(before, rows))


def last_build(root: Path) -> tuple[list[Galley], Plan]:
    """What the last build of the site handed to the press."""
    try:
        return store.read(root)
    except FileNotFoundError as error:
        raise click.ClickException("Chưa dựng lần nào với bản này. Chạy «make» trước.") from error


def built(root: Path) -> Path:
    """Where a build of the project puts its PDFs."""
    return site_folder(root, os.environ) / downloads.FOLDER


def handouts(root: Path, galleys: list[Galley], wanted: Plan) -> tuple[Handout, ...]:
    """Every PDF that it made."""
    words = galleys[0].wording if galleys else Wording()
    return plan.handouts(galleys, formats.load(root / "print/formats", root=root, words=words).known, wanted)
