"""What the library that parses commands says by itself, in Vietnamese: how a command is called, its parts,
and what was typed wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from tungbuoc.lesson.problems import nearest

_SECTIONS = {"Options": "Các mục", "Commands": "Các lệnh"}
_WORDS = {
    "[OPTIONS]": "[MỤC]...", "COMMAND [ARGS]...": "LỆNH ...",
    "Show this message and exit.": "Xem lời dẫn này.",
    "Show the version and exit.": "Xem số bản.", "[required]": "[phải ghi]", "[default: ": "[không ghi thì ",
    "INTEGER RANGE": "SỐ", "INTEGER": "SỐ",
    "DIRECTORY": "THƯ_MỤC", "FILE": "TỆP", "PATH": "TỆP", "TEXT": "CHỮ", "[PATHS]": "[TỆP]",
}  # fmt: skip
_ENGLISH = re.compile("|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))))


class Formatter(click.HelpFormatter):
    """The page of `--help`."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 (the library's own word is English)
        """The line that shows how the command is called."""
        super().write_usage(prog, _vietnamese(args), "Cách gọi: ")

    def section(self, name: str) -> Any:
        """One part of the page."""
        return super().section(_SECTIONS.get(name, name))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """A list of names and what each is for."""
        super().write_dl([(_vietnamese(name), _vietnamese(said)) for name, said in rows], *args, **kwargs)


class CommandCall(click.Context):
    """A call of a command."""

    formatter_class = Formatter


def told(error: click.ClickException) -> str:
    """The lines for a command that was called wrong or cannot do its work: what is wrong, and, where it is
    the call, how to call it."""
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    said = _said(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if said is None or context is None:
        return f"Lỗi: {said or error.format_message()}"
    return f"{context.get_usage()}\nLỗi: {said}\nXem lời dẫn: {context.command_path} --help"


def _said(error: click.ClickException) -> str | None:
    """What the parser found wrong; None for a sentence of our own."""
    if isinstance(error, click.NoSuchOption):
        hint = f" {nearest(error.option_name, error.possibilities)}" if error.possibilities else ""
        return f"Không có mục «{error.option_name}».{hint}"
    if isinstance(error, click.BadOptionUsage):
        return f"Mục «{error.option_name}» ghi thiếu hoặc thừa giá trị."
    if isinstance(error, click.MissingParameter):
        return f"Thiếu {_name(error.param)}."
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param, first=True)} ghi chưa đúng. {_wanted(error.param)}".strip()
    if command := re.match(r"No such command '(.*?)'", error.message):
        known = (
            error.ctx.command.list_commands(error.ctx)
            if isinstance(error, click.UsageError)
            and error.ctx
            and isinstance(error.ctx.command, click.Group)
            else ()
        )
        return f"Không có lệnh «{command[1]}». {nearest(command[1], known)}"
    if extra := re.match(r"Got unexpected extra arguments? \((.*?)\)", error.message):
        return f"Thừa «{extra[1]}» ở cuối lệnh."
    return None


def _name(param: click.Parameter | None, *, first: bool = False) -> str:
    if isinstance(param, click.Option):
        return f"{'Mục' if first else 'mục'} «{param.opts[0]}»"
    return (
        f"«{param.make_metavar(click.Context(click.Command('')))}»"
        if param
        else ("Lệnh" if first else "một mục")
    )


def _wanted(param: click.Parameter | None) -> str:
    kind = param.type if param else None
    if isinstance(kind, click.Choice):
        return f"Các từ dùng được: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange) or kind is click.INT:
        low, high = (kind.min, kind.max) if isinstance(kind, click.IntRange) else (None, None)
        return (
            "Phải là một số"
            + (f" từ {low}" if low is not None else "")
            + (f" đến {high}" if high is not None else "")
            + "."
        )
    if isinstance(kind, click.Path):
        return "Xem lại tên tệp, tên thư mục."
    return ""


def _vietnamese(text: str) -> str:
    return _ENGLISH.sub(lambda found: _WORDS[found[0]], text)
