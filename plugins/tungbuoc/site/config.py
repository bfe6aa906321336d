"""The options of `tungbuoc/lessons`, and what the command needs of MkDocs' configuration."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type


class LessonsConfig(Config):
    """Options of `tungbuoc/lessons`; their meaning is told once, in `lesson.course.CourseOptions`."""

    topics = Type(list, default=[])
    video_hosts = Type(list, default=[])
    old_hosts = Type(list, default=[])
    hotline = Type(str, default="")
    hotline_note = Type(str, default="")
    report = Type(str, default="")
    editing = Type(str, default="")
    languages = Type(dict, default={})
    skills = Type(dict, default={})
    pages = Type(dict, default={})
    words = Type(dict, default={})
    clips = Type(bool, default=False)
    offline = Type(bool, default=True)
    cache_limit = Type(int, default=1000)


def site_name(config: Path) -> str:
    """The site's name as the file `config` gives it."""
    return str(load_config(str(config)).site_name)


def site_dir(config: Path) -> Path:
    """The folder that a build with the file `config` writes."""
    return Path(load_config(str(config)).site_dir)
