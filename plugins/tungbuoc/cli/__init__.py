"""The command `tungbuoc`: parse, call, print, exit."""

from __future__ import annotations

import sys
from typing import Any

import click

from tungbuoc.cli.bundles import editions
from tungbuoc.cli.changes import diff
from tungbuoc.cli.codes import fix
from tungbuoc.cli.formats import formats
from tungbuoc.cli.freshness import stale, tried, where_is
from tungbuoc.cli.lessons import check, new
from tungbuoc.cli.manuscripts import export
from tungbuoc.cli.outside import links
from tungbuoc.cli.paper import proof, release
from tungbuoc.cli.retiring import retire
from tungbuoc.cli.serve import serve
from tungbuoc.cli.speaking import CommandCall, told
from tungbuoc.cli.starting import init
from tungbuoc.cli.usb import usb
from tungbuoc.cli.videos import videos
from tungbuoc.cli.visits import stats
from tungbuoc.works.output import speak_utf8


class _Commands(click.Group):
    """The group itself: before anything is parsed, and so before anything is told, the streams write
    UTF-8; all it tells is Vietnamese."""

    context_class = CommandCall

    def add_command(self, command: click.Command, name: str | None = None) -> None:
        """Enter a command."""
        command.context_class = CommandCall
        for below in command.commands.values() if isinstance(command, click.Group) else ():
            below.context_class = CommandCall
        super().add_command(command, name)

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


main.add_command(check)
main.add_command(diff)
main.add_command(editions)
main.add_command(export)
main.add_command(fix)
main.add_command(formats)
main.add_command(init)
main.add_command(new)
main.add_command(proof)
main.add_command(release)
main.add_command(retire)
main.add_command(serve)
main.add_command(stale)
main.add_command(links)
main.add_command(stats)
main.add_command(tried)
main.add_command(usb)
main.add_command(videos)
main.add_command(where_is)
