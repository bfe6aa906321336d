"""The page of all options, `docs/nguoi-viet/cau-hinh.md`, made from the models of `mkdocs.yml`. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from tungbuoc.lesson.addresses import PageAddresses, Pages
from tungbuoc.lesson.course import CourseOptions, OldHost, Switches, Topic
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint import config
from tungbuoc.project.options import PLUGIN, Options, PackOption, Sheets, Tonight

PAGE = "docs/nguoi-viet/cau-hinh.md"
_PARTS: Mapping[str, tuple[type[BaseModel], ...]] = {
    config.PLUGIN: (CourseOptions, Switches),
    "topics": (Topic,),
    "old_hosts": (OldHost,),
    "pages": (Pages,),
    "addresses": (PageAddresses,),
    "words": (Wording,),
    PLUGIN: (Options,),
    "packs": (PackOption,),
    "occasions": (Tonight,),
    "sheets": (Sheets,),
}
"""By the heading of a part: a plugin, or the option whose entries are told there."""
_HEAD = """# Các mục của mkdocs.yml

Mọi điều riêng của một bộ bài nằm ở `mkdocs.yml`. Trang này kể mục nào của hai phần `tungbuoc/lessons` và
`tungbuoc/handouts` ghi gì. Ghi sai thì `tungbuoc check` nói dòng nào, sửa sao. Trong ngoặc là viết gì, và máy
hiểu thế nào khi không ghi.

```yaml
plugins:
  - tungbuoc/lessons:
      topics:
        - {folder: bai, letter: A, title: Bắt đầu, errand: {A1: Gọi cho người nhà}, icon: phone}
  - tungbuoc/handouts:
      formats: [lesson-sheet, memory-card, poster]

markdown_extensions:
  - tungbuoc
```
"""
_TITLES = {
    config.PLUGIN: "Bài học, trang, mã: tungbuoc/lessons",
    PLUGIN: "Tờ in: tungbuoc/handouts",
}
_KINDS = {
    "boolean": "`true` hay `false`",
    "integer": "số",
    "string": "chữ",
    "array": "danh sách",
    "object": "nhóm",
}


def page() -> str:
    """The whole page as Markdown. Raises `ValueError` for an option that says nothing about itself."""
    parts = [_HEAD]
    for name, models in _PARTS.items():
        title = _TITLES.get(name, f"Trong {name}")
        rows = "".join(row for model in models for row in _rows(model))
        parts.append(f"## {title}\n\n{rows}")
    return "\n".join(parts)


def _rows(model: type[BaseModel]) -> Iterator[str]:
    shapes: Mapping[str, Any] = model.model_json_schema()["properties"]
    for name, field in model.model_fields.items():
        if not field.description:
            raise ValueError(f"{model.__name__}.{name} has no description")
        otherwise = "; phải ghi" if field.is_required() else _default(field.default)
        yield f"- `{name}` ({_kind(shapes[name])}{otherwise}). {field.description}\n"


def _kind(shape: Mapping[str, Any]) -> str:
    """What to write, in a word or two: `danh sách`, `số từ 0`, `vi` hay `en`."""
    choices = [part for part in shape.get("anyOf", []) if part != {"type": "null"}]
    if choices:
        return _kind(choices[0])
    if "enum" in shape:
        return " hay ".join(f"`{choice}`" for choice in shape["enum"])
    least, most = shape.get("minimum"), shape.get("maximum")
    between = (f" từ {least}" if least is not None else "") + (f" đến {most}" if most is not None else "")
    return _KINDS[str(shape.get("type", "object"))] + between


def _default(value: object) -> str:
    if isinstance(value, bool):
        return f"; không ghi là `{str(value).lower()}`"
    return f"; không ghi là {value}" if isinstance(value, int) or (isinstance(value, str) and value) else ""
