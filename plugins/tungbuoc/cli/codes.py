"""`tungbuoc fix`: what the machine can put right, the ledger and the keys among it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import SystemRandom

import click

from tungbuoc import lint
from tungbuoc.cli.asking import agree, ask
from tungbuoc.cli.day import today
from tungbuoc.lesson.problems import Problem
from tungbuoc.permalink import ledger
from tungbuoc.permalink.restore import Swaps
from tungbuoc.works.atomic import write

_LATER = "Chạy lại với «--yes» để ghi luôn, không hỏi."


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[TỆP]...")
@click.option(
    "--yes", is_flag=True, help="Ghi ngay, không hỏi. Chỗ nào cần người quyết thì để lại và nói ra."
)
def fix(paths: tuple[str, ...], yes: bool) -> None:
    """Sửa những chỗ máy sửa được chắc chắn: mã bước, số bước, NFC, ngoặc kép, dấu thanh, địa chỉ video.

    Cho xem trước chỗ sẽ đổi. Chạy lần thứ hai thì không còn gì để sửa.
    """
    root = Path.cwd()
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise click.UsageError(f"Không có tệp hay thư mục: {', '.join(missing)}.")
    project = lint.read_project(root, today=today())
    paths = tuple(project.naming.ours(Path(path).as_posix()) for path in paths)
    mended = lint.fix(project, paths, rng=SystemRandom())
    if mended.exchanged and not yes:
        mended = lint.fix(project, paths, rng=SystemRandom(), swaps=_exchange(mended.exchanged))
    if not mended.files:
        click.echo("Không có gì máy tự sửa được." if mended.left else "Không có gì phải sửa.")
        _say_left(map(project.naming.told, mended.left))
        return
    click.echo(mended.diff(project), nl=False)
    if not yes and not agree(f"Ghi {len(mended.files)} tệp?", otherwise=_LATER):
        click.echo("Chưa ghi gì.")
        return
    # The ledger first: a key in the log without its step is told, a printed step without its log would be
    # lost.
    for path in sorted(mended.files, key=lambda path: path != ledger.PATH):
        write(root / project.naming.real(path), mended.files[path])
    click.echo(f"Đã ghi {len(mended.files)} tệp, sổ mã thêm {len(mended.rows)} dòng.")
    for sentence in mended.did:
        click.echo(f"  {sentence}")
    _say_left(map(project.naming.told, mended.left))


def _exchange(problems: Sequence[Problem]) -> Swaps:
    for problem in problems:
        click.echo(f"{problem.path}:{problem.line}: {problem.text}")
    click.echo(
        "Gõ 1: mã bị đặt nhầm chỗ, trả về bước cũ. Gõ 2: mã đúng chỗ, chỉ tên bước đổi. Bấm Enter: để sau."
    )
    return ask("1, 2 hay để sau?", _choice, otherwise=_LATER)


def _choice(said: str) -> Swaps:
    choices: dict[str, Swaps] = {"1": "back", "2": "keep", "": "ask"}
    if said not in choices:
        raise ValueError("Gõ 1, gõ 2, hoặc chỉ bấm Enter.")
    return choices[said]


def _say_left(left: Iterable[Problem]) -> None:
    """What was not done, and why: the last lines, for they are what remains on the screen."""
    problems = list(left)
    if problems:
        click.echo("Chưa làm được, cần bạn xem:")
    for problem in problems:
        click.echo(f"  {problem}")
