"""`tungbuoc fix` and `tungbuoc retire`: the only two that write keys and the ledger."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

import click

from tungbuoc import lint
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.keys import is_key
from tungbuoc.works.atomic import write


def today() -> dt.date:
    """The day, for the ledger and for what is due; SOURCE_DATE_EPOCH fixes it for tests and packagers."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--yes", is_flag=True, help="Ghi ngay, không hỏi.")
def fix(paths: tuple[str, ...], yes: bool) -> None:
    """Sửa những chỗ máy sửa được chắc chắn: mã bước, số bước, NFC, ngoặc kép, dấu thanh, địa chỉ video.

    Cho xem trước chỗ sẽ đổi. Chạy lần thứ hai thì không còn gì để sửa.
    """
    root = Path.cwd()
    project = lint.read_project(root, today=today())
    mended = lint.fix(project, paths, rng=SystemRandom())
    if not mended.files and not mended.rows:
        click.echo("Không có gì phải sửa.")
        return
    click.echo(mended.diff(project), nl=False)
    if not yes and not click.confirm(f"Ghi {len(mended.files)} tệp và {len(mended.rows)} dòng sổ mã?"):
        click.echo("Chưa ghi gì.")
        return
    # The ledger first: a key in the log without its step is told, a printed step without its log would be lost.
    _append(root, mended.rows)
    for path, content in mended.files.items():
        write(root / path, content)
    click.echo(f"Đã ghi {len(mended.files)} tệp, sổ mã thêm {len(mended.rows)} dòng.")


@click.command()
@click.argument("code")
@click.option("--by", "instead", default="", help="Mã của bước thay cho nó.")
def retire(code: str, instead: str) -> None:
    """Thôi dùng một mã đã in; trang của mã sẽ nói bước nào thay."""
    root = Path.cwd()
    ledger = _ledger(root)
    for key in (code, instead):
        if key and not is_key(key):
            raise click.UsageError(f"«{key}» không phải mã: chữ số cuối không khớp.")
    if code not in ledger.live:
        raise click.UsageError(f"Sổ mã không có mã {code} đang dùng.")
    if instead and (instead == code or instead not in ledger.live):
        raise click.UsageError(f"Mã thay {instead} phải là một mã khác đang dùng.")
    last = ledger.live[code]
    _append(root, [book.Row(today().isoformat(), code, "retired", last.lesson, last.step_title, instead, last.host)])
    click.echo(f"Mã {code} đã thôi dùng." + (f" Trang của mã dẫn tới {instead}." if instead else ""))


def _ledger(root: Path) -> book.Ledger:
    file = root / book.PATH
    ledger, problems = book.read(file.read_bytes() if file.exists() else b"")
    if problems:
        raise click.ClickException("\n".join(str(problem) for problem in problems))
    return ledger


def _append(root: Path, rows: Sequence[book.Row]) -> None:
    if not rows:
        return
    _ledger(root)
    file = root / book.PATH
    write(file, book.LOG.appended(file.read_bytes() if file.exists() else b"", rows))
