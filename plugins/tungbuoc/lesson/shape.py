"""What people typed in YAML against the model it must fit, and every fault told in Vietnamese, with its line.

Front matter, options of mkdocs.yml, data files, forms and formats are all judged here, so that one slip is
told in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, StringConstraints, ValidationError

from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.strict_yaml import KeyPath

Model = TypeVar("Model", bound=BaseModel)
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""One line of words."""

_KEY = "[key]"
"""How the model names a key that is wrong, behind the key itself."""
_LIST, _LINES = "một danh sách, như [a, b]", "các dòng «tên: nội dung», thụt vào bên dưới"
_WANTED = {
    "int": "một số", "float": "một số", "date": (
        "ngày theo thứ tự năm-tháng-ngày, như 2026-11-21"
    ), "bool": "true hoặc false",
    "string_pattern_mismatch": "", "string_too_short": "ít nhất một chữ", "string": "một dòng chữ",
    "tuple": _LIST, "list": _LIST, "too_short": "ít nhất một mục", "model": _LINES, "dict": _LINES,
    "mapping": _LINES,
}  # fmt: skip
"""By the kind of fault, or how its name begins; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Shape(Generic[Model]):
    """A model with the words its faults are told in.

    `place` names where people typed (“phần đầu bài”); the codes are those of a field nobody knows, one that
    is missing, and one whose content is wrong; `wanted` says by a field's name what to write; `example` where
    to look when nothing better is known.
    """

    model: type[Model]
    place: str
    unknown: str
    missing: str
    wrong: str
    wanted: Mapping[str, str] = field(default_factory=dict)
    example: str = "Xem các mục bên cạnh rồi viết theo."

    def fit(
        self, value: object, *, path: str, line: Callable[[KeyPath], int]
    ) -> tuple[Model | None, list[Problem]]:
        """The value as the model, or None and every fault. `line` gives the file's line of a place in the
        value."""
        try:
            return self.model.model_validate(value), []
        except ValidationError as error:
            # A list whose one entry is wrong is also “too short”: said once is enough.
            faults = [
                fault for fault in error.errors() if not (fault["type"] == "too_short" and fault["input"])
            ]
            return None, [self._told(fault, path, line(tuple(fault["loc"]))) for fault in faults]

    def _told(self, fault: Mapping[str, Any], path: str, line: int) -> Problem:
        where = tuple(part for part in fault["loc"] if part != _KEY)
        name = next((part for part in reversed(where) if isinstance(part, str)), "")
        if fault["loc"][-1:] == (_KEY,) and not isinstance(where[-1], str):
            text = f"Mục «{where[-1]}» ở {self.place} chưa đúng."
            return Problem(path, line, self.wrong, text, f'Đặt «{where[-1]}» trong dấu nháy: "{where[-1]}".')
        start = self.place[:1].upper() + self.place[1:]
        if fault["type"] == "extra_forbidden":
            return Problem(
                path,
                line,
                self.unknown,
                f"{start} không có mục «{name}».",
                nearest(name, _owner(self.model, where).model_fields),
            )
        if fault["type"] == "missing":
            return Problem(
                path,
                line,
                self.missing,
                f"{start} thiếu mục «{name}».",
                f"Thêm «{name}: …» ({self._wanted(where, fault)}).",
            )
        if fault["type"] == "value_error":
            text, _, fix = str(fault["msg"]).removeprefix("Value error, ").partition(". ")
            return Problem(path, line, self.wrong, f"{text.rstrip('.')}.", fix or self.example)
        if not name:
            return Problem(path, line, self.wrong, "Chỗ này phải gồm các dòng «tên: nội dung».", self.example)
        return Problem(
            path, line, self.wrong, f"Mục «{name}» ở {self.place} chưa đúng.", self._fix(where, fault)
        )

    def _fix(self, where: KeyPath, fault: Mapping[str, Any]) -> str:
        if fault["type"] == "literal_error" and not self._said(where):
            return nearest(str(fault["input"]), _choices(self.model, where))
        wanted = self._wanted(where, fault)
        if fault["type"] == "string_type" and type(fault["input"]) is int:
            wanted += "; nếu đúng là số ấy thì đặt trong dấu nháy"
        return f"Viết {wanted}." if wanted else self.example

    def _wanted(self, where: KeyPath, fault: Mapping[str, Any]) -> str:
        kind, limits = str(fault["type"]), fault.get("ctx", {})
        if kind == "missing":
            return self.wanted.get(str(where[-1]), "") or _of_annotation(_annotation(self.model, where))
        if said := self._said(where):
            return said
        if kind == "string_too_long":
            return f"ngắn hơn, nhiều nhất {limits['max_length']} chữ"
        if kind in ("greater_than_equal", "less_than_equal"):
            return (
                f"một số từ {limits['ge']} trở lên"
                if "ge" in limits
                else f"một số nhiều nhất là {limits['le']}"
            )
        return next(
            (words for name, words in _WANTED.items() if kind == name or kind.startswith(f"{name}_")), ""
        )

    def _said(self, where: KeyPath) -> str:
        return next(
            (self.wanted[part] for part in reversed(where) if isinstance(part, str) and part in self.wanted),
            "",
        )


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that stand anywhere in an annotation: `tuple[Topic, ...]` → Topic."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _owner(model: type[BaseModel], where: KeyPath) -> type[BaseModel]:
    """The model that the last field of a place belongs to."""
    for part in where[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models(model.model_fields[part].annotation), model)
    return model


def _annotation(model: type[BaseModel], where: KeyPath) -> object:
    names = [i for i, part in enumerate(where) if isinstance(part, str)]
    at = where[: names[-1] + 1] if names else where
    found = _owner(model, at).model_fields.get(str(at[-1])) if at else None
    return found.annotation if found else None


def _choices(model: type[BaseModel], where: KeyPath) -> list[str]:
    """What a field takes whose values are a fixed few, alone or in a list."""
    pending, found = [_annotation(model, where)], list[str]()
    while pending:
        annotation = pending.pop()
        if get_origin(annotation) is Literal:
            found += [str(choice) for choice in get_args(annotation) if choice]
        else:
            pending += get_args(annotation)
    return found


def _of_annotation(annotation: object) -> str:
    name = getattr(get_origin(annotation) or annotation, "__name__", "")
    return _WANTED.get({"str": "string"}.get(name, name), _WANTED["string"])
