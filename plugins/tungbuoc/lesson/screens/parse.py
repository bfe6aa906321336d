"""A `phone` block as text → a `Screen`, and everything wrong with it told at its line.

| code | what is wrong |
|---|---|
| M01 | YAML that cannot be read, or uses what is refused (anchors, tags, a word twice) |
| M02 | a wrong shape: not a mapping, `body` not a list, an element that is plain text |
| M03 | an unknown word of the screen itself |
| M04 | an element without a kind, or of an unknown kind |
| M05 | an element of two kinds |
| M06 | an attribute that this kind does not have |
| M07 | a value that does not fit: not a number, not one of the words allowed, too long, missing |
| M08 | a mark on a part that is not there, or a mark that this kind cannot have |
| M09 | more than one mark on a screen |
| M10 | higher than 176 units |
| M11 | a word too long for its place (warning: it is cut) |
| M12 | the finger would cover words (warning) |
| M13 | an empty screen |
| M14 | a second `bar`, or something below `more` |
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from ..problems import Problem, nearest
from ..strict_yaml import KeyPath, load
from .element import KINDS, Element
from .fitting import check_drawing, check_mark, check_marks, check_order
from .misfits import tell_misfits
from .report import BlockReport
from .screen import Screen


def parse(source: str, *, path: str, line: int) -> tuple[Screen | None, list[Problem]]:
    """Read the inside of a `phone` block; `line` is the lesson's line of its first line.

    The screen is None when anything in it is an error of reading (M01–M09, M13); what only does not fit
    (M10–M12) still gives a screen. Never raises; a wrong element does not hide the problems of the others.
    """
    loaded = load(source)
    report = BlockReport(path, line, loaded)
    for fault in loaded.faults:
        report.at(fault.line, "M01", fault.text, fault.fix)
    screen = None if report.found else _screen(loaded.value, report)
    if screen is None or report.found:
        return None, report.found
    check_drawing(screen, report)
    return screen, report.found


def _screen(value: object, report: BlockReport, where: KeyPath = ()) -> Screen | None:
    """The screen at `where`: the block itself, or its `result`."""
    if not isinstance(value, dict):
        fix = "Xem mẫu ở trang «Vẽ màn hình điện thoại»."
        report.tell(where, "M02", "Khối màn hình phải gồm các mục như «title:» và «body:».", fix)
        return None
    body = value.get("body", [])
    if not isinstance(body, list):
        if body != "":
            report.tell(
                (*where, "body"),
                "M02",
                "«body» phải là danh sách.",
                "Mỗi phần viết trên một dòng mới, bắt đầu bằng «- ».",
            )
        body = []
    elements = [_element(item, (*where, "body", place), report) for place, item in enumerate(body)]
    result = None
    if "result" in value and not where:
        result = _screen(value["result"], report, ("result",))
    made = _head(value, where, report)
    if made is None:
        return None
    if not made.title and not elements and not made.status:
        report.tell(where, "M13", "Màn hình này trống.", "Thêm «title:» hoặc «body:».")
    good = tuple(e for e in elements if e is not None)
    check_order(elements, where, report)
    check_marks(elements, where, report)
    return made.model_copy(update={"body": good, "result": result})


def _head(value: dict[str, Any], where: KeyPath, report: BlockReport) -> Screen | None:
    """All of a screen but its body; a result has neither a kind of phone nor a result of its own."""
    head = {key: part for key, part in value.items() if key not in ("body", *(() if where else ("result",)))}
    for key in ("on", "result") if where else ():
        if head.pop(key, None) is not None:
            report.tell(
                (*where, key),
                "M03",
                f"«result» không có mục «{key}».",
                "Chỉ viết các mục title, back, status, computer, body.",
            )
    try:
        return Screen.model_validate(head)
    except ValidationError as error:
        tell_misfits(error, where, "màn hình", Screen, report)
        return None


def _element(item: object, where: KeyPath, report: BlockReport) -> Element | None:
    if not isinstance(item, dict):
        said = item if isinstance(item, str) else "…"
        report.tell(
            where,
            "M02",
            f"Phần «{said}» chưa nói là gì.",
            f"Viết loại trước, ví dụ «button: {said}» hay «text: {said}».",
        )
        return None
    kinds = [key for key in item if key in KINDS]
    if not kinds:
        _no_kind(item, where, report)
        return None
    kind = kinds[0]
    if len(kinds) > 1:
        both = " và ".join(f"«{name}»" for name in kinds)
        report.tell(
            (*where, kinds[1]),
            "M05",
            f"Một phần có hai loại: {both}.",
            "Tách thành hai phần, mỗi phần một dấu «- ».",
        )
        return None
    try:
        made = KINDS[kind].model_validate(item)
    except ValidationError as error:
        tell_misfits(error, where, kind, KINDS[kind], report)
        return None
    check_mark(made, where, report)
    return made


def _no_kind(item: dict[str, Any], where: KeyPath, report: BlockReport) -> None:
    shared = set(Element.model_fields) | {"note", "value", "icon", "state", "plain", "strong"}
    strange = next((key for key in item if key not in shared), None)
    if strange is None:
        listed = ", ".join(f"«{key}»" for key in item)
        report.tell(
            where,
            "M04",
            f"Phần này chỉ có {listed}, chưa nói là gì.",
            "Thêm một loại, ví dụ «button:», «row:» hay «text:».",
        )
    else:
        report.tell((*where, strange), "M04", f"Không có loại «{strange}».", nearest(strange, KINDS))
