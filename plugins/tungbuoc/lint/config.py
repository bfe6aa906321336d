"""`mkdocs.yml` read without MkDocs: the options of our plugins with their lines, the site's address, what
must be switched on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tungbuoc.lesson.course import CourseOptions, read_course
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.strict_yaml import Loaded, from_node, too_deep
from tungbuoc.lesson.text import read_text
from tungbuoc.lesson.yaml_faults import explain
from tungbuoc.permalink.address import Site, read_site

PLUGIN, EXTENSION = "tungbuoc/lessons", "tungbuoc"
_NAME = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Config:
    """The whole file as a value, and the line of everything in it."""

    value: Mapping[str, Any]
    places: Loaded

    def options(self, plugin: str) -> tuple[dict[str, Any] | None, Loaded]:
        """The options of a plugin, None when it is not there, and the line of each."""
        # Plugins are a list of names and one-key mappings, or one mapping: the options stand one or two
        # places deeper.
        depth = next(
            (len(path) for path in self.places.lines if path[:1] == ("plugins",) and path[-1] == plugin), 0
        )
        lines = {
            path[depth:]: line for path, line in self.places.lines.items() if depth and plugin in path[1:3]
        }
        return _options(self.value.get("plugins"), plugin), Loaded(None, lines)


def load_config(content: bytes | str, environ: Mapping[str, str], *, name: str = _NAME) -> Config | Problem:
    """The file → its value with `!ENV` looked up in `environ`, or why it cannot be read."""
    return _load(content, tuple(sorted(environ.items())), name)


# One check asks for it several times.
@lru_cache(maxsize=4)
def _load(content: bytes | str, environ: tuple[tuple[str, str], ...], name: str) -> Config | Problem:
    text = read_text(content, name) if isinstance(content, bytes) else content
    if isinstance(text, Problem):
        return text
    try:
        if fault := too_deep(text):
            return Problem(name, fault.line, "C06", fault.text, fault.fix)
        value = yaml.load(text, Loader=_loader(dict(environ)))
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        fault = explain(error, text)
        return Problem(name, fault.line, "C06", f"Không đọc được mkdocs.yml. {fault.text}", fault.fix)
    places = from_node(node) if node else Loaded({})
    if places.faults:
        return Problem(name, places.faults[0].line, "C06", places.faults[0].text, places.faults[0].fix)
    return Config(value if isinstance(value, dict) else {}, places)


def read_config(path: Path, environ: Mapping[str, str]) -> tuple[CourseOptions | None, Site, list[Problem]]:
    """The file → the course (None when it is missing or wrong), the site and every problem."""
    try:
        content = path.read_bytes()
    except OSError:
        return (
            None,
            read_site(""),
            [
                Problem(
                    path.name, 1, "C06", "Không đọc được mkdocs.yml.", "Chạy lệnh trong thư mục của dự án."
                )
            ],
        )
    return parse_config(content, environ, name=path.name)


def parse_config(
    content: bytes | str, environ: Mapping[str, str], *, name: str = _NAME
) -> tuple[CourseOptions | None, Site, list[Problem]]:
    """What stands in `mkdocs.yml` → course, site, problems; `!ENV` is looked up in `environ`."""
    config = load_config(content, environ, name=name)
    if isinstance(config, Problem):
        return None, read_site(""), [config]
    site = read_site(str(config.value.get("site_url") or ""))
    options, places = config.options(PLUGIN)
    if options is None:
        return (
            None,
            site,
            [Problem(name, 1, "C06", f"mkdocs.yml chưa có phần «{PLUGIN}».", "Chép phần plugins từ README.")],
        )
    course, problems = read_course(options, path=name, line=places.line)
    return course, site, problems


def site_folder(root: Path, environ: Mapping[str, str]) -> Path:
    """Where a build of the project below `root` puts the site: `site_dir`, or the generator's own `site`."""
    try:
        config = load_config((root / _NAME).read_bytes(), environ)
    except OSError:
        return root / "site"
    said = None if isinstance(config, Problem) else config.value.get("site_dir")
    return root / str(said or "site")


def check_extension(config: Config, *, name: str = _NAME) -> list[Problem]:
    """Told when the extension that draws screens and reads keys is not switched on: pages would show YAML."""
    listed = config.value.get("markdown_extensions")
    if any(entry == EXTENSION or (isinstance(entry, dict) and EXTENSION in entry) for entry in listed or ()):
        return []
    line = config.places.lines.get(("markdown_extensions",), 1)
    fix = f"Thêm hai dòng «markdown_extensions:» và «  - {EXTENSION}» như trong README."
    return [
        Problem(
            name, line, "C07", f"mkdocs.yml chưa bật «{EXTENSION}» trong phần «markdown_extensions».", fix
        )
    ]


def _loader(environ: Mapping[str, str]) -> type[yaml.SafeLoader]:
    class EnvLoader(yaml.SafeLoader):
        """YAML as MkDocs reads it, with the variables of this call."""

    EnvLoader.add_constructor("!ENV", lambda loader, node: _env(loader, node, environ))
    EnvLoader.add_multi_constructor("", _nothing)
    return EnvLoader


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
