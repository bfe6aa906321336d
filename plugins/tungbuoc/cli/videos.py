"""`tungbuoc videos`: how every step is served, and what to record next."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lint.check import scans
from tungbuoc.web.served import served


@click.command()
@click.option("--silent", is_flag=True, help="Chỉ liệt kê bước chưa có tiếng người đọc.")
def videos(silent: bool) -> None:
    """Liệt kê video của từng bước: tự làm, quay sẵn hay ở trang ngoài, đã có tiếng chưa."""
    root = Path.cwd()
    project = lint.read_project(root, today=today())
    hosts = project.course.video_hosts if project.course else ()
    lessons = sorted(
        (scan.lesson for scan in scans(project).values()),
        key=lambda lesson: (lesson.code[:1], len(lesson.code), lesson.code),
    )
    steps = served(lessons, root / project.naming.docs, hosts)
    for (code, title), found in groupby(
        (step for step in steps if not (silent and step.voiced)), key=lambda step: (step.code, step.lesson)
    ):
        click.echo(f"{code} · {title}")
        for step in found:
            click.echo(f"  {step.key}  {step.number}. {step.title}: {step.told}")
    click.echo(f"{len(steps)} bước, {sum(step.voiced for step in steps)} bước có tiếng người đọc.")
