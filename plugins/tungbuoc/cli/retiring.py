"""`tungbuoc retire`: a code on paper that no step has any more, what replaces it, and taking that back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.asking import agree
from tungbuoc.cli.day import today
from tungbuoc.lint.check import ground_of
from tungbuoc.lint.ground import Ground
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.ledger import LOG, PATH, Ledger, LedgerRow
from tungbuoc.permalink.seats import Seat, seated, seats
from tungbuoc.works.atomic import write

_YES = "Chạy lại với «--yes» nếu đã chắc."


@dataclass(frozen=True, slots=True)
class _Desk:
    """The ledger and the lessons as one command sees them."""

    root: Path
    project: lint.Project
    ground: Ground

    @property
    def ledger(self) -> Ledger:
        return self.ground.known.ledger

    def seat(self, code: str) -> Seat | None:
        """The step that carries a code now."""
        return next(iter(seated(seats(self.ground.lessons)).get(code, [])), None)

    def append(self, row: LedgerRow) -> None:
        file = self.root / PATH
        write(file, LOG.appended(self.project.files.get(PATH, b""), [row]))


@click.command()
@click.argument("code", metavar="MÃ")
@click.option(
    "--by", "instead", default="", metavar="MÃ", help="Mã của bước thay cho nó; gọi lại lần nữa để sửa."
)
@click.option("--undo", is_flag=True, help="Dùng lại một mã đã thôi dùng.")
@click.option("--still-there", "anyway", is_flag=True, help="Thôi dùng cả khi bước ấy còn trong bài.")
@click.option("--yes", is_flag=True, help="Ghi ngay, không hỏi.")
def retire(code: str, instead: str, undo: bool, anyway: bool, yes: bool) -> None:
    """Thôi dùng một mã đã in; trang của mã sẽ nói bước nào thay.

    Chỉ dùng khi bước ấy đã bỏ hẳn. Đổi tên, đổi số, chuyển bước sang bài khác thì không cần lệnh này.
    """
    desk = _desk(Path.cwd())
    key = _key(code)
    row = desk.ledger.state.get(key)
    if row is None:
        raise click.UsageError(f"Sổ mã không có mã {key}. Xem lại năm chữ số trên giấy.")
    if undo:
        if instead:
            raise click.UsageError("«--undo» và «--by» không đi cùng nhau.")
        _undo(desk, row, yes)
        return
    by = _replacement(desk, key, instead) if instead else None
    if row.event == "retired" and (by is None or row.replaced_by == by.code):
        leads = f", trang của mã dẫn tới {row.replaced_by}" if row.replaced_by else ""
        raise click.UsageError(
            f"Mã {key} đã thôi dùng từ {row.date}{leads}. Sửa mã thay: thêm «--by MÃ». Dùng lại: thêm"
            " «--undo»."
        )
    _show(desk, row, by)
    if row.event != "retired":
        _refuse_live(desk, key, anyway)
    question = (
        f"Đổi mã thay của {key} thành {instead}?"
        if row.event == "retired"
        else f"Giấy mang mã {key} vẫn còn ở nhà bà con. Thôi dùng mã này?"
    )
    if not yes and not agree(question, otherwise=_YES):
        click.echo("Chưa ghi gì.")
        return
    desk.append(
        LedgerRow(
            today().isoformat(), key, "retired", row.lesson, row.step_title, by.code if by else "", row.host
        )
    )
    leads = (
        f"Trang của mã dẫn tới {by.code} “{by.step_title}”." if by else "Trang của mã nói bước này không còn."
    )
    click.echo(f"Mã {key} đã thôi dùng. {leads} Lỡ tay thì chạy «tungbuoc retire --undo {key}».")


def _desk(root: Path) -> _Desk:
    project = lint.read_project(root, today=today())
    ground = ground_of(project)
    if told := lint.unconfigured(project) or ground.problems:
        raise click.ClickException("\n".join(str(problem) for problem in told))
    return _Desk(root, project, ground)


def _key(typed: str) -> str:
    """Five digits out of what people copy: `48217`, `{#48217}`, `tungbuoc.vn/48217`."""
    found = re.findall(r"(?<![0-9])[0-9]{5}(?![0-9])", typed)
    if len(found) != 1 or re.search(r"[0-9]{6}", typed):
        raise click.UsageError(f"«{typed}» không phải mã của bước. Mã có năm chữ số, như 48217.")
    if not is_key(found[0]):
        raise click.UsageError(f"Mã {found[0]} gõ nhầm một số: chữ số cuối không khớp. Xem lại trên giấy.")
    return str(found[0])


def _replacement(desk: _Desk, key: str, typed: str) -> LedgerRow:
    """The code that stands in for another: in use, and on a step that is there."""
    by = _key(typed)
    if by == key:
        raise click.UsageError(f"Mã {key} không thay cho chính nó được.")
    row = desk.ledger.live.get(by)
    if row is None:
        raise click.UsageError(
            f"Mã thay {by} phải là một mã khác đang dùng; sổ mã ghi mã này đã thôi dùng, hoặc không có."
        )
    if desk.seat(by) is None:
        raise click.UsageError(
            f"Mã thay {by} (“{row.step_title}”) nay không ở bước nào, giấy sẽ dẫn tới chỗ trống."
        )
    return row


def _show(desk: _Desk, row: LedgerRow, by: LedgerRow | None) -> None:
    """What the code is to people who hold paper with it."""
    seat = desk.seat(row.code)
    edition = desk.ground.known.editions.get(row.code)
    where = (
        f"{seat.lesson.path} dòng {seat.step.line}, bước {seat.step.number} “{seat.step.title}”"
        if seat
        else "không còn ở bài nào"
    )
    click.echo(f"Mã {row.code}: “{row.step_title}”, bài {row.lesson}.")
    click.echo(f"  Nay ở: {where}.")
    printed = (
        f"ấn bản {edition[0]}, {edition[1]}"
        if edition
        else "chưa có trong ấn bản nào phát hành, nhưng bản thử có thể đã in"
    )
    click.echo(f"  Đã in: {printed}.")
    if old := desk.ledger.state.get(row.replaced_by):
        click.echo(f"  Đang dẫn tới: {old.code} “{old.step_title}”.")
    if by and (target := desk.seat(by.code)):
        click.echo(
            f"  Sẽ dẫn tới: {by.code} “{target.step.title}”, {target.lesson.path} bước {target.step.number}."
        )


def _refuse_live(desk: _Desk, key: str, anyway: bool) -> None:
    if key in desk.ground.known.standing:
        raise click.UsageError(
            f"Mã {key} còn ở một tệp máy chưa đọc được. Chạy «tungbuoc check», sửa tệp ấy trước."
        )
    if desk.seat(key) and not anyway:
        raise click.UsageError(
            f"Bước mang mã {key} vẫn còn trong bài, nên giấy đã phát vẫn dẫn đúng chỗ: không cần thôi dùng."
            " Bỏ bước thì xóa bước khỏi bài trước. Thật sự muốn thôi dùng mã mà giữ bước thì thêm"
            " «--still-there»."
        )


def _undo(desk: _Desk, row: LedgerRow, yes: bool) -> None:
    if row.event != "retired":
        raise click.UsageError(f"Mã {row.code} đang dùng, không có gì để lấy lại.")
    _show(desk, row, None)
    if not yes and not agree(f"Dùng lại mã {row.code}?", otherwise=_YES):
        click.echo("Chưa ghi gì.")
        return
    desk.append(
        LedgerRow(today().isoformat(), row.code, "restored", row.lesson, row.step_title, "", row.host)
    )
    then = (
        ""
        if desk.seat(row.code)
        else f" Nay viết «{{#{row.code}}}» vào cuối tiêu đề bước của nó, hoặc lấy lại bước từ bản trước."
    )
    click.echo(f"Mã {row.code} dùng lại như cũ.{then}")
