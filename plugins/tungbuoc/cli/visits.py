"""`tungbuoc stats`: which sheets are really scanned, from a web server's log, without following anybody."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lint.check import scans
from tungbuoc.permalink import ledger
from tungbuoc.web import visits
from tungbuoc.works.atomic import write


@click.command()
@click.argument(
    "logs",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="TỆP_NHẬT_KÝ...",
)
@click.option(
    "--svg",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục để vẽ mỗi tháng một hình.",
)
def stats(logs: tuple[Path, ...], folder: Path | None) -> None:
    """Đếm mã và bài được mở từng tháng, từ nhật ký của máy chủ. Không đọc, không giữ địa chỉ của ai, không
    cần mạng."""
    project = lint.read_project(Path.cwd(), today=today())
    try:
        opened = visits.count(_lines(logs), _pages(project), base=urlsplit(project.site.url).path or "/")
    except (OSError, EOFError) as error:
        raise click.ClickException(f"Không đọc được nhật ký: {error}.") from error
    if not opened.read:
        raise click.ClickException(
            "Không thấy dòng nhật ký nào. Cần nhật ký kiểu «common» hoặc «combined» của máy chủ."
        )
    click.echo(visits.table(opened), nl=False)
    for month in opened.counts if folder else ():
        write(Path(folder or "") / f"{month}.svg", visits.plot(opened, month))
    if opened.foreign:
        click.echo(f"Bỏ qua {opened.foreign} dòng không phải nhật ký.", err=True)


def _pages(project: lint.Project) -> dict[str, str]:
    """The pages behind codes, those that are no longer used too, and the lessons' own."""
    known, _ = ledger.read(project.files.get(ledger.PATH, b""))
    pages = {f"{code}/": f"{code} {row.lesson} {row.step_title}" for code, row in known.state.items()}
    for path, scan in scans(project).items():
        pages[path.removeprefix("docs/").removesuffix(".md") + "/"] = (
            f"{scan.lesson.code} {scan.lesson.title}"
        )
        pages |= {
            f"{step.key}/": f"{step.key} {scan.lesson.code}.{step.number} {step.title}"
            for step in scan.lesson.steps
            if step.key
        }
    return pages


def _lines(logs: tuple[Path, ...]) -> Iterator[str]:
    for log in logs:
        with gzip.open(log) if log.suffix == ".gz" else log.open("rb") as file:
            for line in file:
                yield line.decode("utf-8", "replace")
