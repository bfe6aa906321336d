"""The command `tungbuoc`: parse, call, print, exit."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from tungbuoc.cli.speaking import CommandCall, told
from tungbuoc.works.output import speak_utf8

_COMMANDS = {
    "check": "checking:check",
    "diff": "changes:diff",
    "editions": "bundles:editions",
    "export": "manuscripts:export",
    "fix": "codes:fix",
    "formats": "formats:formats",
    "init": "starting:init",
    "links": "outside:links",
    "new": "lessons:new",
    "preview": "changes:preview",
    "proof": "paper:proof",
    "release": "paper:release",
    "retire": "retiring:retire",
    "serve": "serve:serve",
    "stale": "freshness:stale",
    "stats": "visits:stats",
    "translate": "translating:translate",
    "translated": "translating:translated",
    "tried": "freshness:tried",
    "usb": "usb:usb",
    "videos": "videos:videos",
    "where": "freshness:where_is",
}
"""Where each command is told; only the one that is called is loaded."""


class _Commands(click.Group):
    """The group itself: before anything is parsed, and so before anything is told, the streams write
    UTF-8; all it tells is Vietnamese."""

    context_class = CommandCall

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the library's signature)
        """Every command's name."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, loaded when it is asked for."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"tungbuoc.cli.{module}"), name)
        for one in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            one.context_class = CommandCall
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, tell, exit: 0 when all is well, 1 when something is left to mend, 2 for a command called
        wrong."""
        speak_utf8()
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.ClickException as error:
            click.echo(told(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Đã dừng.", err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tungbuoc", message="tungbuoc %(version)s")
def main() -> None:
    """Từng Bước: bài học Markdown thành trang, mã QR, video và tờ in."""
