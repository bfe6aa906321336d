"""`tungbuoc translate` and `translated`: a lesson in another language is begun, and is said to be as new as
its original."""

from __future__ import annotations

from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lesson import languages
from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import nearest
from tungbuoc.lint import translations
from tungbuoc.lint.check import scans
from tungbuoc.lint.translating import begun, looked_at
from tungbuoc.works.atomic import write


@click.command()
@click.argument("lesson", metavar="BÀI")
@click.option("--to", "tag", required=True, metavar="MÃ_TIẾNG", help="Dịch ra tiếng gì: km, tyz, hmn, en …")
def translate(lesson: str, tag: str) -> None:
    """Bắt đầu bản dịch của một bài (tệp hay mã bài): chép lời, giữ mã và hình, đặt chữ (dịch) trước mỗi
    chỗ cần dịch. Không bao giờ đè lên tệp có sẵn."""
    root = Path.cwd()
    project = lint.read_project(root, today=today())
    course = _course(project)
    original = _lesson(project, lesson)
    if not languages.name(tag, course.words, course.languages):
        hint = nearest(tag, {**languages.NAMES, **course.languages})
        raise click.UsageError(
            f"Máy chưa biết tiếng «{tag}». {hint} Thêm vào mục languages trong mkdocs.yml."
        )
    if tag == course.words.language:
        raise click.UsageError(f"Bài đã viết bằng tiếng ấy («{tag}»).")
    file = root / project.naming.real(f"{original.path.removesuffix('.md')}.{tag}.md")
    shown = file.relative_to(root).as_posix()
    if file.exists():
        raise click.UsageError(f"Đã có tệp {shown}. Sửa tệp ấy, hoặc xóa đi rồi chạy lại.")
    write(file, begun(original))
    click.echo(
        f"Đã có {shown}. Thay lời sau mỗi chữ (dịch) bằng lời dịch, xóa chữ ấy, rồi chạy «tungbuoc check»."
    )


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="TỆP …")
def translated(files: tuple[str, ...]) -> None:
    """Ghi rằng bản dịch đã khớp với bài gốc hôm nay. Chỉ chạy khi người biết tiếng ấy đã xem lại."""
    root = Path.cwd()
    project = lint.read_project(root, today=today())
    _course(project)
    found = translations.survey(project, scans(project))
    for name in files:
        path = project.naming.ours(Path(name).as_posix())
        wrong = [problem for problem in found.problems if problem.path == path and problem.code != "W06"]
        if wrong:
            raise click.ClickException("\n".join(str(project.naming.told(problem)) for problem in wrong))
        if path not in found.known:
            hint = (
                nearest(path, found.known) if found.known else "Chưa có bản dịch nào: «tungbuoc translate»."
            )
            raise click.UsageError(f"«{name}» không phải bản dịch của bài nào. {hint}")
        text = looked_at(project.files[path].decode("utf-8"), found.known[path].original)
        changed = write(root / project.naming.real(path), text)
        click.echo(f"{name}: {'đã ghi là khớp bài gốc.' if changed else 'đã khớp từ trước.'}")


def _course(project: lint.Project) -> CourseOptions:
    if project.course is None:
        raise click.ClickException("\n".join(str(problem) for problem in lint.unconfigured(project)))
    return project.course


def _lesson(project: lint.Project, said: str) -> Lesson:
    """The lesson that a path or a code names, when it can be read and every step has its code."""
    lessons = [scan.lesson for scan in scans(project).values()]
    named = {lesson.code: lesson for lesson in lessons if lesson.code}
    named |= {project.naming.real(lesson.path): lesson for lesson in lessons}
    found = named.get(said) or named.get(Path(said).as_posix())
    if found is None:
        raise click.UsageError(f"Không có bài «{said}». {nearest(said, named)}")
    if found.front is None or any(step.key is None for step in found.steps):
        raise click.ClickException(f"Bài {said} còn lỗi. Chạy «tungbuoc check {said}», sửa xong rồi dịch.")
    return found
