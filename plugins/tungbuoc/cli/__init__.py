"""The command `tungbuoc`: parse, call, print, exit."""

from __future__ import annotations

from typing import Any

import click

from tungbuoc.cli.bundles import editions
from tungbuoc.cli.codes import fix
from tungbuoc.cli.freshness import stale, tried, where_is
from tungbuoc.cli.lessons import check, new
from tungbuoc.cli.paper import proof, release
from tungbuoc.cli.retiring import retire
from tungbuoc.cli.serve import serve
from tungbuoc.cli.usb import usb
from tungbuoc.cli.videos import videos
from tungbuoc.works.output import speak_utf8


class _Command(click.Group):
    """The group itself: before anything is parsed, and so before anything is told, the streams write UTF-8."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        speak_utf8()
        return super().main(*args, **kwargs)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tungbuoc", message="tungbuoc %(version)s")
def main() -> None:
    """Từng Bước: bài học Markdown thành trang, mã QR, video và tờ in."""


main.add_command(check)
main.add_command(editions)
main.add_command(fix)
main.add_command(new)
main.add_command(proof)
main.add_command(release)
main.add_command(retire)
main.add_command(serve)
main.add_command(stale)
main.add_command(tried)
main.add_command(usb)
main.add_command(videos)
main.add_command(where_is)
