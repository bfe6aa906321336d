"""`tungbuoc formats`: which printables there are and where they come from; `tungbuoc formats copy` begins
one's own."""

from __future__ import annotations

from pathlib import Path

import click

from tungbuoc.lesson.problems import nearest
from tungbuoc.lesson.slugs import slugify
from tungbuoc.press import shelf
from tungbuoc.press.formats import load
from tungbuoc.works import atomic

_FOLDER = "print/formats"


@click.group(invoke_without_command=True)
@click.pass_context
def formats(context: click.Context) -> None:
    """Kể các khuôn in: tên, tên người đọc thấy, và khuôn có sẵn hay của dự án này."""
    if context.invoked_subcommand:
        return
    root = Path.cwd()
    loaded = load(root / _FOLDER, root=root)
    places = shelf.formats(root / _FOLDER)
    for name, format in loaded.known.items():
        replaces = " (thay khuôn có sẵn)" if (shelf.OURS / "formats" / name).is_dir() else ""
        click.echo(
            f"{name:<16} {'có sẵn' if shelf.ours(places[name]) else 'của dự án' + replaces:<10}"
            f" {format.label}"
        )
    for problem in loaded.problems:
        click.echo(str(problem), err=True)
    click.echo("Sửa một khuôn có sẵn: «tungbuoc formats copy TÊN», rồi sửa trong print/formats/TÊN.")
    if loaded.problems:
        raise SystemExit(1)


@formats.command()
@click.argument("name")
@click.option("--as", "new", default="", help="Tên mới, khi muốn thêm một khuôn chứ không thay khuôn cũ.")
def copy(name: str, new: str) -> None:
    """Chép khuôn NAME vào print/formats để sửa. Không bao giờ đè lên tệp có sẵn. NAME có thể là base.css,
    parts.html, art/stone.svg…"""
    root = Path.cwd()
    found = shelf.formats(root / _FOLDER)
    shared = {
        file.relative_to(shelf.OURS).as_posix(): file
        for file in shelf.shared(shelf.OURS / "formats").values()
    }
    if name not in found and name not in shared:
        raise click.UsageError(f"Không có khuôn «{name}». {nearest(name, [*found, *shared])}")
    if new and new != slugify(new):
        raise click.UsageError(
            "Tên mới của khuôn chỉ gồm chữ thường không dấu, số và gạch nối, như"
            f" «{slugify(new) or 'ap-phich-cho'}»."
        )
    to = root / "print" / (name if name in shared else f"formats/{new or name}")
    if to.exists():
        raise click.ClickException(
            f"Đã có {to.relative_to(root).as_posix()}, máy không đè lên. Sửa trong đó, hoặc thêm «--as"
            " TÊN-KHÁC»."
        )
    files = (
        {to: shared[name]}
        if name in shared
        else {to / file.name: file for file in sorted(found[name].glob("*.*"))}
    )
    for new_file, file in files.items():
        atomic.write(new_file, file.read_bytes())
    click.echo(
        f"Đã chép vào {to.relative_to(root).as_posix()}. Từ nay bản dựng dùng bản này; xóa đi thì dùng lại"
        " khuôn có sẵn."
    )
