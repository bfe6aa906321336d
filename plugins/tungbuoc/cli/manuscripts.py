"""What `tungbuoc new --from` takes in and says, and `tungbuoc export`: the way back to Word."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lesson.scan import scan_bytes
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.report import terminal
from tungbuoc.manuscript import arrival
from tungbuoc.manuscript.archive import LONGEST, UnreadableDocumentError
from tungbuoc.manuscript.export import docx
from tungbuoc.manuscript.outline import Outline, outline
from tungbuoc.works.atomic import write


def received(source: str) -> tuple[Outline, tuple[str, ...]]:
    """A document, or what is pasted for “-” → its parts and all that must be told. What cannot be read
    ends the command."""
    try:
        data = sys.stdin.buffer.read(LONGEST + 1) if source == "-" else _bytes(Path(source))
        text, notes = arrival.read(data, "" if source == "-" else Path(source).name)
    except UnreadableDocumentError as error:
        raise click.UsageError(f"{error} Chưa ghi gì.") from error
    made = outline(text)
    return made, (*notes, *made.notes)


def tell(root: Path, file: Path, code: str, notes: Sequence[str] | None, words: Wording) -> None:
    """What was made; of a document also what was decided, and what the ordinary check says of it."""
    shown = file.relative_to(root).as_posix()
    if notes is None:
        click.echo(words.say("Đã viết khung bài {code}: {shown}", code=code, shown=shown))
        then = "Sửa các dòng có chữ «điền», rồi chạy: tungbuoc check {shown} và tungbuoc fix"
        click.echo(words.say(then, shown=shown))
        return
    click.echo(f"Đã viết bài {code}: {shown}")
    for note in notes:
        click.echo(f"  {note}")
    project = lint.read_project(root, today=today())
    problems = lint.only(map(project.naming.told, lint.check(project)), [shown])
    click.echo()
    click.echo(terminal(problems, 1), nl=False)
    click.echo(f"Chạy «tungbuoc fix {shown}» để máy sửa chỗ chắc chắn, rồi sửa nốt các chỗ còn lại.")


@click.command()
@click.argument("lesson", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BÀI")
@click.option(
    "--docx",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="TỆP",
    help="Tệp Word sẽ ghi.",
)
def export(lesson: Path, target: Path) -> None:
    """Ghi một bài thành tệp Word, cho người đọc duyệt chỉ có Word. Màn hình vẽ được tả bằng lời."""
    found = scan_bytes(lesson.read_bytes(), lesson.as_posix()).lesson
    if not found.title:
        raise click.UsageError(
            f"{lesson.as_posix()} chưa phải một bài học. Chạy «tungbuoc check {lesson.as_posix()}»."
        )
    if target.suffix.lower() != ".docx":
        raise click.UsageError("Tên tệp Word phải kết thúc bằng .docx.")
    write(target, docx(found))
    click.echo(f"Đã ghi {target}.")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST + 1)
    except OSError as error:
        raise UnreadableDocumentError(f"Không mở được «{path}» ({error.strerror}).") from error
