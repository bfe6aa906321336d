"""`mkdocs.yml` read without MkDocs: the options of `tungbuoc/lessons`, and the site's address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tungbuoc.lesson.course import Course, read_course
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.strict_yaml import Loaded, from_node
from tungbuoc.permalink.address import Site, read_site

PLUGIN = "tungbuoc/lessons"


def read_config(path: Path, environ: Mapping[str, str]) -> tuple[Course | None, Site, list[Problem]]:
    """The file → the course (None when it is missing or wrong), the site and every problem."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None, read_site(""), [Problem(path.name, 1, "C06", "Không đọc được mkdocs.yml.", "Chạy lệnh trong thư mục của dự án.")]
    return parse_config(text, environ, name=path.name)


def parse_config(text: str, environ: Mapping[str, str], *, name: str = "mkdocs.yml") -> tuple[Course | None, Site, list[Problem]]:
    """The text of `mkdocs.yml` → course, site, problems; `!ENV` is looked up in `environ`."""

    try:
        config = yaml.load(text, Loader=_loader(environ))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return None, read_site(""), [Problem(name, line, "C06", "Không đọc được mkdocs.yml.", "Xem lại dấu hai chấm và chỗ thụt đầu dòng.")]
    if not isinstance(config, dict):
        config = {}
    site = read_site(str(config.get("site_url") or ""))
    options = _options(config.get("plugins"), PLUGIN)
    if options is None:
        return None, site, [Problem(name, 1, "C06", f"mkdocs.yml chưa có phần «{PLUGIN}».", "Chép phần plugins từ README.")]
    course, problems = read_course(options, path=name)
    return course, site, problems


def read_options(text: str, environ: Mapping[str, str], plugin: str) -> tuple[dict[str, Any] | None, Loaded]:
    """The options of any plugin, None when it is not there or the file is unreadable, and the line of each."""
    try:
        config = yaml.load(text, Loader=_loader(environ))
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        whole = from_node(node) if node else Loaded(None)
    except yaml.YAMLError:
        return None, Loaded(None)
    options = _options(config.get("plugins") if isinstance(config, dict) else None, plugin)
    # Plugins are a list of names and one-key mappings, or one mapping: the options stand one or two places deeper.
    depth = next((len(path) for path in whole.lines if path[:1] == ("plugins",) and path[-1] == plugin), 0)
    lines = {path[depth:]: line for path, line in whole.lines.items() if depth and plugin in path[1:3]}
    return options, Loaded(None, lines)


def _loader(environ: Mapping[str, str]) -> type[yaml.SafeLoader]:
    class Loader(yaml.SafeLoader):
        """YAML as MkDocs reads it, with the variables of this call."""

    Loader.add_constructor("!ENV", lambda loader, node: _env(loader, node, environ))
    Loader.add_multi_constructor("", _nothing)
    return Loader


def _options(plugins: Any, plugin: str) -> dict[str, Any] | None:
    """The options of a plugin: plugins are a list of names and one-key mappings, or one mapping."""
    listed = [{key: value} for key, value in plugins.items()] if isinstance(plugins, dict) else plugins
    for entry in listed if isinstance(listed, list) else []:
        if entry == plugin:
            return {}
        if isinstance(entry, dict) and plugin in entry:
            return entry[plugin] if isinstance(entry[plugin], dict) else {}
    return None


def _env(loader: Any, node: yaml.Node, environ: Mapping[str, str]) -> Any:
    """`!ENV NAME` or `!ENV [NAME, …, default]`: the first variable that is set, else the last entry."""
    if isinstance(node, yaml.ScalarNode):
        return environ.get(str(node.value))
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
    for name in names[:-1] if len(names) > 1 else names:
        if str(name) in environ:
            return yaml.safe_load(environ[str(name)])
    return names[-1] if len(names) > 1 else None


def _nothing(_loader: Any, _suffix: str, _node: yaml.Node) -> None:
    """Tags of other tools (`!!python/name:`, `!relative`) say nothing to us."""
