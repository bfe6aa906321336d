"""`tungbuoc fix` and `tungbuoc retire`: the only two that write keys and the ledger."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from random import SystemRandom

import click

from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import read_site
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.mend import mend
from tungbuoc.site.read import read_ledger, read_lessons
from tungbuoc.site.settings import read_settings
from tungbuoc.works.atomic import write


@click.command()
def fix() -> None:
    """Tạo mã cho bước chưa có mã và ghi vào sổ mã."""
    root = Path.cwd()
    settings = read_settings(root)
    scans, _ = read_lessons(root, root / settings.docs_dir, settings.course)
    ledger, problems = read_ledger(root)
    if problems:
        raise click.ClickException("\n".join(str(problem) for problem in problems))
    lessons = [scan.lesson for scan in scans.values()]
    mended = mend(lessons, ledger, site=read_site(settings.site_url), today=_today(), rng=SystemRandom())
    for path, text in mended.sources.items():
        write(root / path, text.encode())
        click.echo(f"{path}: đã ghi mã mới.")
    _append(root, mended.rows)
    click.echo(f"Sổ mã thêm {len(mended.rows)} dòng." if mended.rows else "Không có gì phải sửa.")


@click.command()
@click.argument("code")
@click.option("--by", "instead", default="", help="Mã của bước thay cho nó.")
def retire(code: str, instead: str) -> None:
    """Thôi dùng một mã đã in; trang của mã sẽ nói bước nào thay."""
    root = Path.cwd()
    ledger, _ = read_ledger(root)
    for key in (code, instead):
        if key and not is_key(key):
            raise click.UsageError(f"«{key}» không phải mã: chữ số cuối không khớp.")
    if code not in ledger.live:
        raise click.UsageError(f"Sổ mã không có mã {code} đang dùng.")
    if instead and (instead == code or instead not in ledger.live):
        raise click.UsageError(f"Mã thay {instead} phải là một mã khác đang dùng.")
    last = ledger.live[code]
    _append(root, [book.Row(_today(), code, "retired", last.lesson, last.step_title, instead, last.host)])
    click.echo(f"Mã {code} đã thôi dùng." + (f" Trang của mã dẫn tới {instead}." if instead else ""))


def _append(root: Path, rows: tuple[book.Row, ...] | list[book.Row]) -> None:
    if not rows:
        return
    file = root / book.PATH
    before = file.read_text(encoding="utf-8") if file.exists() else book.HEADER
    write(file, (before if before.endswith("\n") else before + "\n").encode() + book.lines(rows).encode())


def _today() -> str:
    # SOURCE_DATE_EPOCH lets a test or a packager fix the ledger's date.
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()).isoformat()
