"""`tungbuoc stale`, `where` and `tried`: what has grown old, where a button is named, and the record that
a person tried it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lesson.problems import nearest
from tungbuoc.lint import freshness
from tungbuoc.lint.data import BUTTONS, NamedButton
from tungbuoc.lint.tried import Trial, record
from tungbuoc.works.atomic import write

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_DAY_NAME = "NĂM-THÁNG-NGÀY"


@click.command()
@click.option("--date", "day", type=_DAY, metavar=_DAY_NAME, help="Tính tới ngày nào; mặc định là hôm nay.")
def stale(day: dt.datetime | None) -> None:
    """Kể bài nào tới hạn xem lại, đụng tới mã nào đã in, và nút nào chưa ai bấm thử. Dán vào một phiếu
    việc được ngay."""
    until = day.date() if day else today()
    project = lint.read_project(Path.cwd(), today=today())
    found = freshness.due(project, until)
    click.echo(f"## Bài tới hạn xem lại, tính đến {until:%d/%m/%Y}: {len(found)}\n")
    for one in found:
        click.echo(_due(one, until, project.naming.real(one.path)))
    untried = freshness.untried_buttons(project)
    click.echo(f"\n## Nút chưa ai bấm thử trên máy thật: {sum(map(len, untried.values()))}\n")
    for app, names in untried.items():
        click.echo(f"- {app or 'Máy nào cũng có'}: {', '.join(f'“{name}”' for name in names)}")
    if untried:
        click.echo('\nBấm thử rồi thì ghi lại: `tungbuoc tried "TÊN NÚT" --app … --phone …`')


@click.command("where")
@click.argument("name", metavar="TÊN_NÚT")
def where_is(name: str) -> None:
    """Tìm mọi bước, màn hình, mẫu giấy có tên một nút, để sửa cho hết khi ứng dụng đổi tên nút."""
    project = lint.read_project(Path.cwd(), today=today())
    found = freshness.where(project, name)
    if not found:
        raise click.ClickException(f"Không đâu nhắc tới «{name}». {_guess(name, freshness.names(project))}")
    for place in found:
        code = " · ".join(part for part in (place.code, place.what, place.key and f"mã {place.key}") if part)
        click.echo(f"{project.naming.real(place.path)}:{place.line}: {code}: {place.said}")
    lessons = {place.path for place in found if place.code}
    keys = {place.key for place in found if place.key}
    click.echo(f"Có {len(found)} chỗ, ở {len(lessons)} bài, {len(keys)} bước có mã.")


@click.command()
@click.argument("name", metavar="TÊN_NÚT")
@click.option("--app", required=True, help="Ứng dụng và bản đã thử, như «VNeID 2.2.1».")
@click.option("--phone", required=True, help="Máy đã thử, như «Android, máy của tổ».")
@click.option("--date", "day", type=_DAY, metavar=_DAY_NAME, help="Ngày thử; mặc định là hôm nay.")
def tried(name: str, app: str, phone: str, day: dt.datetime | None) -> None:
    """Ghi vào docs/nut.yml rằng có người đã bấm nút này trên máy thật. Chỉ ghi điều chính mắt thấy."""
    on = day.date() if day else today()
    if on > today():
        raise click.UsageError(f"Ngày {on:%d/%m/%Y} chưa tới. Ghi ngày đã bấm thử.")
    root = Path.cwd()
    project = lint.read_project(root, today=today())
    known = freshness.buttons(project)
    button = known.get(name.strip())
    if button is None:
        raise click.UsageError(f"docs/nut.yml chưa có nút «{name}». {_guess(name, set(known))}")
    try:
        made = record(project.files[BUTTONS], button, Trial(app, phone, on))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not write(root / project.naming.real(BUTTONS), made):
        click.echo("Đã ghi từ trước, không có gì thay đổi.")
        return
    click.echo(
        f"Đã ghi: nút «{button.name}» bấm thử ngày {on:%d/%m/%Y}, {app.strip()},"
        f" {phone.strip()}.{_before(button)}"
    )


def _due(one: freshness.Due, until: dt.date, path: str) -> str:
    days = (until - one.review_by).days
    late = f"quá {days} ngày" if days else "đúng hôm nay"
    said = [f"- **{one.code}** {one.title} (`{path}:{one.line}`): hạn {one.review_by:%d/%m/%Y}, {late}."]
    for what, steps in (
        ("Mã trên giấy đã phát hành", one.printed),
        ("Mã trong sổ, chưa phát hành", one.logged),
    ):
        if steps:
            said.append(f"  - {what}: {', '.join(f'{step.key} (bước {step.number})' for step in steps)}")
    return "\n".join(said)


def _before(button: NamedButton) -> str:
    return f" Lần trước: {button.tried:%d/%m/%Y}." if button.tried else ""


def _guess(name: str, known: set[str]) -> str:
    """The nearest name, and nothing rather than a list of hundreds."""
    hint = nearest(name, known)
    return hint if hint.startswith("Có phải") else "Viết đúng từng chữ như trên màn hình."
