"""What the form for editors asks: made from the models that also read the files, so that the two never
differ. Pure.

A field is a mapping as Sveltia CMS reads it (`schema/sveltia-cms.json` of the package); words people read are
the course's, names are those of the lesson's own fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tungbuoc.lesson.front import WANTED, Front
from tungbuoc.lesson.screens.element import KINDS
from tungbuoc.lesson.screens.schema import schema
from tungbuoc.lesson.wording import Wording, ours

FormField = dict[str, Any]

_FRONT = {
    "code": ours("Mã bài"), "audience": ours("Dành cho ai"), "minutes": ours("Số phút"),
    "skills": ours("Nhóm kỹ năng"),
    "facts": ours("Mã dữ kiện"), "words": ours("Từ mới"), "reviewed": ours("Ngày kiểm dữ kiện"),
    "review_by": ours("Kiểm lại trước ngày"),
    "tried": ours("Đã thử trên máy thật"), "date": ours("Ngày thử"), "app": ours("Ứng dụng, phiên bản"),
    "phone": ours("Máy"),
}  # fmt: skip
_SCREEN = {
    "title": ours("Tên màn hình"), "back": ours("Có mũi tên quay lại"),
    "status": ours("Dấu ở trên cùng"), "on": ours("Chỉ cho máy"),
    "computer": ours("Là màn hình máy tính"), "body": ours("Các phần, từ trên xuống"),
    "result": ours("Màn hình sau khi bấm"),
    "tap": ours("Ngón tay chạm"), "hold": ours("Ngón tay giữ"), "dont": ours("Đừng bấm"),
    "swipe": ours("Vuốt"), "type": ours("Gõ chữ"),
    "number": ours("Số thứ tự"), "icon": ours("Hình nhỏ"), "note": ours("Lời bên dưới"),
    "value": ours("Giá trị"),
    "state": ours("Đang thế nào"),
    "label": ours("Tên"), "lines": ours("Các dòng"), "buttons": ours("Các nút"),
    "chosen": ours("Đang chọn"),
    "secret": ours("Che bằng chấm"),
    "strong": ours("Chữ đậm"), "center": ours("Ở giữa"), "plain": ours("Nút chữ, không khung"),
    "mine": ours("Tin của mình"),
}  # fmt: skip
_SPOKEN = ("label", "label_singular", "hint", "summary")
_WHOLE = ours("Gõ true để chỉ cả phần này, hoặc gõ tên một phần nhỏ bên trong.")


def front_names() -> tuple[str, ...]:
    """The fields of a lesson's front matter, in their order."""
    return tuple(Front.model_fields)


def lesson_fields(words: Wording, skills: Iterable[str]) -> list[FormField]:
    """Everything of one lesson: front matter, title, then sections and steps as one list in their order;
    `words` and letters of `skills` are the course's."""
    made = [_said(field, words) for field in _lesson(words)]
    chosen = {"widget": "select", "multiple": True, "options": list(skills)}
    return [
        {**field, **chosen} if field["name"] == "skills" and chosen["options"] else field for field in made
    ]


def _lesson(words: Wording) -> list[FormField]:
    made = Front.model_json_schema()
    front = [
        _front(name, node, made["$defs"], name in made["required"])
        for name, node in made["properties"].items()
    ]
    section = {
        "name": "muc", "label": ours("Mục"), "summary": "{{fields.title}}",
        "fields": [_words("title", ours("Tên mục")), _text("text", ours("Lời của mục")), _hidden("raw")],
    }  # fmt: skip
    step = {
        "name": "buoc", "label": ours("Bước"), "summary": ours("Bước: {{fields.title}}"),
        "fields": [_words("title", ours("Tên bước")), _hidden("key"), _blocks(words), _hidden("raw")],
    }  # fmt: skip
    parts = {
        "name": "parts", "label": ours("Các mục và các bước"), "label_singular": ours("mục hoặc bước"),
        "widget": "list",
        "typeKey": "kind", "types": [section, step], "collapsed": True,
        "hint": ours(
            "Số của bước tự đánh theo thứ tự. Mã đã in đi theo bước: kéo bước lên xuống thì mã đi cùng."
        ),
    }  # fmt: skip
    return [
        _words("title", ours("Tên bài")),
        *front,
        _text("intro", ours("Lời mở đầu"), required=False),
        parts,
        _hidden("head"),
    ]


def _blocks(words: Wording) -> FormField:
    made = schema()
    said = {"name": "loi", "label": ours("Lời"), "fields": [_text("text", ours("Mỗi ý một câu ngắn"))]}
    source = {
        "name": "nguon", "label": ours("Màn hình, viết tay"),
        "fields": [_code("source", ours("Khối phone")), _hidden("raw")],
    }  # fmt: skip
    screen = {
        "name": "man-hinh", "label": ours("Màn hình"), "summary": ours("Màn hình: {{fields.title}}"),
        "fields": [*_screen(made, made, words), _hidden("raw")],
    }  # fmt: skip
    return {
        "name": "blocks", "label": ours("Lời và hình của bước"), "label_singular": ours("lời hoặc hình"),
        "widget": "list",
        "typeKey": "kind", "types": [said, screen, source],
    }  # fmt: skip


def _screen(node: Mapping[str, Any], made: Mapping[str, Any], words: Wording) -> list[FormField]:
    """The fields of a screen, its parts as a list of their kinds."""
    fields = [
        _attribute(name, part, made, required=False)
        for name, part in node["properties"].items()
        if name not in ("body", "result")
    ]
    body = {
        "name": "body", "label": _SCREEN["body"], "label_singular": ours("phần"), "widget": "list",
        "typeKey": "element",
        "required": False, "collapsed": "auto",
        "types": [_element(kind, made, words) for kind in sorted(KINDS)],
    }  # fmt: skip
    result = node["properties"].get("result")
    after = [
        {
            "name": "result", "label": _SCREEN["result"], "widget": "object", "required": False,
            "collapsed": "auto", "fields": _screen(made["$defs"]["result"], made, words),
        }
    ] if result else []  # fmt: skip
    return [*fields, body, *after]


def _element(kind: str, made: Mapping[str, Any], words: Wording) -> FormField:
    node = made["$defs"][kind]
    own = [name for name in node["properties"] if name == kind]
    rest = [name for name in node["properties"] if name != kind]
    # What each is for stands in the guide, which is in Vietnamese.
    told = f": {KINDS[kind].guide.text.partition('. ')[0].rstrip('.')}" if words.language == "vi" else ""
    return {
        "name": kind, "label": f"{kind}{told}",
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
    return {"field": {**_attribute("o", node, made, required=True), "label": ours("Ô")}}


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


def file_fields(language: str, words: Wording) -> list[FormField]:
    """A file as it is, for forms and data: the whole text in one field."""
    return [_said(_code("body", ours("Nội dung tệp"), language), words)]


def _said(field: FormField, words: Wording) -> FormField:
    """The field and all within it, as the course says them."""
    spoken: FormField = {name: words.fill(field[name]) for name in _SPOKEN if name in field}
    if "pattern" in field:
        spoken["pattern"] = [field["pattern"][0], words.fill(field["pattern"][1])]
    for name in ("fields", "types"):
        if name in field:
            spoken[name] = [_said(one, words) for one in field[name]]
    if "field" in field:
        spoken["field"] = _said(field["field"], words)
    return {**field, **spoken}


def every(fields: Iterable[FormField]) -> list[FormField]:
    """All fields and those within them."""
    found: list[FormField] = []
    for field in fields:
        found.append(field)
        inner = [*field.get("fields", ()), *field.get("types", ())]
        found += every([*inner, *([field["field"]] if "field" in field else [])])
    return found
