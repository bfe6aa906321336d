"""`tungbuoc check` and `tungbuoc new`: what an author does all day."""

from __future__ import annotations

import re
from pathlib import Path
from random import SystemRandom

import click

from tungbuoc import lint, project
from tungbuoc.cli.codes import today
from tungbuoc.lesson.course import Topic
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lint.check import scans
from tungbuoc.lint.report import Format as Style
from tungbuoc.lint.report import report
from tungbuoc.lint.skeleton import STEPS, new_lesson
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.keys import mint
from tungbuoc.works.atomic import write


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "style", type=click.Choice(["terminal", "github", "json"]), default="terminal", help="Cách viết kết quả.")
def check(paths: tuple[str, ...], style: Style) -> None:
    """Nói hết mọi chỗ chưa đúng, xếp theo tệp và dòng. Thoát 0 khi sạch, 1 khi còn lỗi, 2 khi gọi sai lệnh."""
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise click.UsageError(f"Không có tệp hay thư mục: {', '.join(missing)}.")
    reading = project.read(Path.cwd(), today=today())
    problems = lint.only(reading.problems, paths)
    looked_at = lint.only_paths(scans(reading.project), paths)
    click.echo(report(problems, style, files=len(looked_at), untried=lint.untried(reading.project)), nl=False)
    if problems:
        raise SystemExit(1)


@click.command()
@click.option("--topic", "letter", prompt="Chữ cái của chủ đề (như E)", help="Chữ cái của chủ đề, như E.")
@click.option("--title", prompt="Tên bài (việc làm được)", help="Tên bài: việc người học làm được.")
@click.option("--minutes", prompt="Bao nhiêu phút", type=click.IntRange(5, 120), default=25, help="Số phút của buổi học.")
@click.option("--audience", prompt="Dành cho ai", default="mọi người", help="Dành cho ai, như «bác mới dùng máy».")
@click.option("--name", default="", help="Tên tệp không dấu; bỏ trống thì lấy từ tên bài.")
def new(letter: str, title: str, minutes: int, audience: str, name: str) -> None:
    """Viết khung một bài mới với mã của từng bước; không bao giờ đè lên tệp có sẵn."""
    root = Path.cwd()
    found = lint.read_project(root, today=today())
    topic = _topic(found, letter)
    file = root / "docs" / topic.folder / f"{slugify(name or title)}.md"
    if file.exists():
        raise click.UsageError(f"Đã có tệp {file.relative_to(root).as_posix()}. Đặt tên khác bằng --name.")
    ledger, _ = book.read(found.files.get(book.PATH, b""))
    lessons = [scan.lesson for scan in scans(found).values()]
    taken = set(ledger.state) | {step.key for lesson in lessons for step in lesson.steps if step.key}
    keys: list[str] = []
    while len(keys) < STEPS:
        keys.append(mint(taken | set(keys), SystemRandom()))
    code = _free_code(topic, [lesson.code for lesson in lessons])
    write(file, new_lesson(code=code, title=title.strip(), minutes=minutes, audience=audience, keys=keys, today=today()))
    shown = file.relative_to(root).as_posix()
    click.echo(f"Đã viết khung bài {code}: {shown}\nSửa các dòng có chữ «điền», rồi chạy: tungbuoc check {shown} và tungbuoc fix")


def _topic(found: lint.Project, letter: str) -> Topic:
    if found.course is None:
        raise click.ClickException("\n".join(str(problem) for problem in found.problems))
    for topic in found.course.topics:
        if topic.letter == letter.strip().upper():
            return topic
    known = ", ".join(f"{topic.letter} ({topic.title})" for topic in found.course.topics)
    raise click.UsageError(f"Không có chủ đề «{letter}». Các chủ đề: {known}.")


def _free_code(topic: Topic, used: list[str]) -> str:
    numbers = [int(match[1]) for code in used if (match := re.fullmatch(rf"{topic.letter}(\d+)", code))]
    return f"{topic.letter}{max(numbers, default=0) + 1}"
