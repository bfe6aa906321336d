"""What the form for editors asks: made from the models that also read the files, so that the two never
differ. Pure.

A field is a mapping as Sveltia CMS reads it (`schema/sveltia-cms.json` of the package); words people read are
Vietnamese, names are those of the lesson's own fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tungbuoc.lesson.front import WANTED, Front
from tungbuoc.lesson.screens.element import KINDS
from tungbuoc.lesson.screens.schema import schema

FormField = dict[str, Any]

_FRONT = {
    "code": "Mã bài", "audience": "Dành cho ai", "minutes": "Số phút", "skills": "Nhóm kỹ năng",
    "facts": "Mã dữ kiện", "words": "Từ mới", "reviewed": "Ngày kiểm dữ kiện",
    "review_by": "Kiểm lại trước ngày",
    "tried": "Đã thử trên máy thật", "date": "Ngày thử", "app": "Ứng dụng, phiên bản", "phone": "Máy",
}  # fmt: skip
_SCREEN = {
    "title": "Tên màn hình", "back": "Có mũi tên quay lại", "status": "Dấu ở trên cùng", "on": "Chỉ cho máy",
    "computer": "Là màn hình máy tính", "body": "Các phần, từ trên xuống", "result": "Màn hình sau khi bấm",
    "tap": "Ngón tay chạm", "hold": "Ngón tay giữ", "dont": "Đừng bấm", "swipe": "Vuốt", "type": "Gõ chữ",
    "number": "Số thứ tự", "icon": "Hình nhỏ", "note": "Lời bên dưới", "value": "Giá trị",
    "state": "Đang thế nào",
    "label": "Tên", "lines": "Các dòng", "buttons": "Các nút", "chosen": "Đang chọn",
    "secret": "Che bằng chấm",
    "strong": "Chữ đậm", "center": "Ở giữa", "plain": "Nút chữ, không khung", "mine": "Tin của mình",
}  # fmt: skip
_WHOLE = "Gõ true để chỉ cả phần này, hoặc gõ tên một phần nhỏ bên trong."


def front_names() -> tuple[str, ...]:
    """The fields of a lesson's front matter, in their order."""
    return tuple(Front.model_fields)


def lesson_fields() -> list[FormField]:
    """Everything of one lesson: front matter, title, then sections and steps as one list in their order."""
    made = Front.model_json_schema()
    front = [
        _front(name, node, made["$defs"], name in made["required"])
        for name, node in made["properties"].items()
    ]
    section = {
        "name": "muc", "label": "Mục", "summary": "{{fields.title}}",
        "fields": [_words("title", "Tên mục"), _text("text", "Lời của mục"), _hidden("raw")],
    }  # fmt: skip
    step = {
        "name": "buoc", "label": "Bước", "summary": "Bước: {{fields.title}}",
        "fields": [_words("title", "Tên bước"), _hidden("key"), _blocks(), _hidden("raw")],
    }  # fmt: skip
    parts = {
        "name": "parts", "label": "Các mục và các bước", "label_singular": "mục hoặc bước", "widget": "list",
        "typeKey": "kind", "types": [section, step], "collapsed": True,
        "hint": "Số của bước tự đánh theo thứ tự. Mã đã in đi theo bước: kéo bước lên xuống thì mã đi cùng.",
    }  # fmt: skip
    return [
        _words("title", "Tên bài"),
        *front,
        _text("intro", "Lời mở đầu", required=False),
        parts,
        _hidden("head"),
    ]


def _blocks() -> FormField:
    made = schema()
    words = {"name": "loi", "label": "Lời", "fields": [_text("text", "Mỗi ý một câu ngắn")]}
    source = {
        "name": "nguon", "label": "Màn hình, viết tay",
        "fields": [_code("source", "Khối phone"), _hidden("raw")],
    }  # fmt: skip
    screen = {
        "name": "man-hinh", "label": "Màn hình", "summary": "Màn hình: {{fields.title}}",
        "fields": [*_screen(made, made), _hidden("raw")],
    }  # fmt: skip
    return {
        "name": "blocks", "label": "Lời và hình của bước", "label_singular": "lời hoặc hình",
        "widget": "list",
        "typeKey": "kind", "types": [words, screen, source],
    }  # fmt: skip


def _screen(node: Mapping[str, Any], made: Mapping[str, Any]) -> list[FormField]:
    """The fields of a screen, its parts as a list of their kinds."""
    fields = [
        _attribute(name, part, made, required=False)
        for name, part in node["properties"].items()
        if name not in ("body", "result")
    ]
    body = {
        "name": "body", "label": _SCREEN["body"], "label_singular": "phần", "widget": "list",
        "typeKey": "element",
        "required": False, "collapsed": "auto", "types": [_element(kind, made) for kind in sorted(KINDS)],
    }  # fmt: skip
    result = node["properties"].get("result")
    after = [
        {
            "name": "result", "label": _SCREEN["result"], "widget": "object", "required": False,
            "collapsed": "auto", "fields": _screen(made["$defs"]["result"], made),
        }
    ] if result else []  # fmt: skip
    return [*fields, body, *after]


def _element(kind: str, made: Mapping[str, Any]) -> FormField:
    node = made["$defs"][kind]
    own = [name for name in node["properties"] if name == kind]
    rest = [name for name in node["properties"] if name != kind]
    return {
        "name": kind, "label": f"{kind}: {KINDS[kind].guide.text.partition('. ')[0].rstrip('.')}",
        "summary": f"{kind}: {{{{fields.{kind}}}}}",
        "fields": [
            _attribute(name, node["properties"][name], made, required=name in node.get("required", ()))
            for name in (*own, *rest)
        ],
    }  # fmt: skip


def _attribute(name: str, node: Mapping[str, Any], made: Mapping[str, Any], *, required: bool) -> FormField:
    """One field of a drawn thing, by its shape in the schema."""
    head: FormField = {"name": name, "label": _SCREEN.get(name, name), "required": required}
    node = _resolved(node, made["$defs"])
    if "enum" in node:
        return {**head, "widget": "select", "options": [str(value) for value in node["enum"]]}
    if node.get("type") == "boolean":
        return {**head, "widget": "boolean", "default": False}
    if node.get("type") == "integer":
        return {**head, "widget": "number", "value_type": "int"}
    if node.get("type") == "array":
        return {**head, "widget": "list", **_items(node["items"], made)}
    if "properties" in node:
        fields = [
            _attribute(inner, part, made, required=inner in node.get("required", ()))
            for inner, part in node["properties"].items()
        ]
        return {**head, "widget": "object", "collapsed": "auto", "fields": fields}
    hint = {"hint": _WHOLE} if name in ("tap", "hold", "dont") else {}
    return {**head, "widget": "string", **hint}


def _items(node: Mapping[str, Any], made: Mapping[str, Any]) -> FormField:
    """What a list asks for each of its items."""
    node = _resolved(node, made["$defs"])
    if "properties" in node:
        return {"fields": _attribute("", node, made, required=True)["fields"]}
    return {"field": {**_attribute("o", node, made, required=True), "label": "Ô"}}


def _front(name: str, node: Mapping[str, Any], known: Mapping[str, Any], required: bool) -> FormField:
    """One field of the front matter, by its shape in the model."""
    head: FormField = {"name": name, "label": _FRONT[name], "required": required}
    if name in ("code", "minutes"):
        head["hint"] = WANTED[name]
    node = _resolved(next((one for one in node.get("anyOf", ()) if one.get("type") != "null"), node), known)
    if node.get("format") == "date":
        return {**head, "widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if node.get("type") == "integer":
        span = {"min": node["minimum"], "max": node["maximum"]}
        return {**head, "widget": "number", "value_type": "int", **span}
    if node.get("type") == "array":
        options = _resolved(node["items"], known).get("enum")
        return (
            {**head, "widget": "select", "multiple": True, "options": options}
            if options
            else {**head, "widget": "list"}
        )
    if "properties" in node:
        fields = [
            _front(inner, part, known, inner in node["required"])
            for inner, part in node["properties"].items()
        ]
        return {**head, "widget": "object", "collapsed": True, "fields": fields}
    pattern = {"pattern": [node["pattern"], WANTED.get(name, "")]} if "pattern" in node else {}
    return {**head, "widget": "string", **pattern}


def _resolved(node: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    """The node itself, or what its reference names."""
    name = str(node.get("$ref", "")).rpartition("/")[2]
    found: Mapping[str, Any] = known[name] if name else node
    return found


def _words(name: str, label: str) -> FormField:
    return {"name": name, "label": label, "widget": "string"}


def _text(name: str, label: str, *, required: bool = True) -> FormField:
    return {"name": name, "label": label, "widget": "text", "required": required}


def _code(name: str, label: str, language: str = "yaml") -> FormField:
    return {
        "name": name, "label": label, "widget": "code", "default_language": language,
        "allow_language_selection": False, "output_code_only": True,
    }  # fmt: skip


def _hidden(name: str) -> FormField:
    return {"name": name, "widget": "hidden"}


def file_fields(language: str) -> list[FormField]:
    """A file as it is, for forms and data: the whole text in one field."""
    return [_code("body", "Nội dung tệp", language)]


def every(fields: Iterable[FormField]) -> list[FormField]:
    """All fields and those within them."""
    found: list[FormField] = []
    for field in fields:
        found.append(field)
        inner = [*field.get("fields", ()), *field.get("types", ())]
        found += every([*inner, *([field["field"]] if "field" in field else [])])
    return found
