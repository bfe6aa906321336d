"""The options of `tungbuoc/lessons`, and what the command needs of `mkdocs.yml`, as MkDocs itself reads
it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config


class LessonsConfig(Config):
    """Options of `tungbuoc/lessons`; their meaning is told once, in `lesson.course.Course`."""

    topics = option.Type(list, default=[])
    video_hosts = option.Type(list, default=[])
    old_hosts = option.Type(list, default=[])
    hotline = option.Type(str, default="")
    hotline_note = option.Type(str, default="")
    report = option.Type(str, default="")
    clips = option.Type(bool, default=False)
    """Make clips in the preview too; a build always makes them."""
    offline = option.Type(bool, default=True)
    """Pages stay on the phone that opened them; `false` takes them off every phone again, at its next
    visit."""


def site_name(config: Path) -> str:
    """The site's name as the file `config` gives it."""
    return str(load_config(str(config)).site_name)
