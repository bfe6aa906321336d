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

from typing import Any, get_args

from pydantic import ValidationError

from ..problems import Problem, Severity, nearest
from ..strict_yaml import Loaded, Path, load
from .draw import TALLEST, draw
from .element import KINDS, Element
from .hand import covers
from .screen import Screen
from .tokens import PRINT


class _Report:
    """Problems of one block, each with its line in the lesson."""

    def __init__(self, path: str, line: int, loaded: Loaded) -> None:
        self.found: list[Problem] = []
        self._path, self._line, self._loaded = path, line, loaded

    def tell(self, where: Path, code: str, text: str, fix: str = "", severity: Severity = "error") -> None:
        """Add a problem at the line of `where` in the block."""
        self.at(self._loaded.line(where), code, text, fix, severity)

    def at(self, line: int, code: str, text: str, fix: str = "", severity: Severity = "error") -> None:
        """Add a problem at a line of the block, from 1."""
        self.found.append(Problem(self._path, self._line + line - 1, code, text, fix, severity))


def parse(source: str, *, path: str, line: int) -> tuple[Screen | None, list[Problem]]:
    """Read the inside of a `phone` block; `line` is the lesson's line of its first line.

    The screen is None when anything in it is an error of reading (M01–M09, M13); what only does not fit
    (M10–M12) still gives a screen. Never raises; a wrong element does not hide the problems of the others.
    """
    loaded = load(source)
    report = _Report(path, line, loaded)
    for fault in loaded.faults:
        report.at(fault.line, "M01", fault.text, fault.fix)
    screen = None if report.found else _screen(loaded.value, report)
    if screen is None or report.found:
        return None, report.found
    _measure(screen, report)
    return screen, report.found


def _screen(value: object, report: _Report, where: Path = ()) -> Screen | None:
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
    _places(elements, where, report)
    _one_mark(elements, where, report)
    return made.model_copy(update={"body": good, "result": result})


def _head(value: dict[str, Any], where: Path, report: _Report) -> Screen | None:
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
        _tell_all(error, where, "màn hình", Screen, report)
        return None


def _element(item: object, where: Path, report: _Report) -> Element | None:
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
        _tell_all(error, where, kind, KINDS[kind], report)
        return None
    _check_mark(made, where, report)
    return made


def _no_kind(item: dict[str, Any], where: Path, report: _Report) -> None:
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


def _tell_all(error: ValidationError, where: Path, kind: str, owner: type[Any], report: _Report) -> None:
    faults = error.errors()
    deeper = {fault["loc"][0] for fault in faults if len(fault["loc"]) > 1}
    for fault in faults:
        if fault["type"] == "too_short" and fault["loc"][0] in deeper:
            continue  # a list is too short only because its wrong part was left out
        place = tuple(step for step in fault["loc"] if isinstance(step, str | int))
        name = str(place[-1]) if place else kind
        spot = (*where, *place)
        if fault["type"] == "extra_forbidden" and len(place) == 1:
            known = [
                field for field in owner.model_fields if field not in ("body", "result") or owner is Screen
            ]
            if owner is Screen:
                report.tell(spot, "M03", f"Màn hình không có mục «{name}».", nearest(name, known))
            else:
                report.tell(spot, "M06", f"«{kind}» không có thuộc tính «{name}».", nearest(name, known))
        elif fault["type"] == "extra_forbidden":
            report.tell(
                spot, "M06", f"Ở đây không có thuộc tính «{name}».", nearest(name, _cell_words(owner, place))
            )
        else:
            report.tell(spot, "M07", *_value_fault(fault, name))


def _cell_words(owner: type[Any], place: tuple[str | int, ...]) -> list[str]:
    """What the cells of the list at `place` may say."""
    listed = get_args(owner.model_fields[str(place[0])].annotation)
    return list(listed[0].model_fields) if listed and hasattr(listed[0], "model_fields") else []


def _value_fault(fault: Any, name: str) -> tuple[str, str]:
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    shown = f"«{given}»" if isinstance(given, str) else "giá trị này"
    if kind == "literal_error":
        words = [
            word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")
        ]
        return f"«{name}» không nhận {shown}.", nearest(str(given), words)
    if kind == "missing":
        return f"Thiếu «{name}».", f"Thêm «{name}: …»."
    if kind in ("string_too_short", "too_short"):
        return f"«{name}» đang trống hoặc thiếu.", "Viết thêm nội dung."
    if kind in ("string_too_long", "too_long"):
        return f"«{name}» dài quá (nhiều nhất {context.get('max_length')}).", "Viết ngắn lại."
    if kind.startswith("bool"):
        return f"«{name}» không nhận {shown}.", "Viết «true» (có) hoặc bỏ mục này."
    if kind.startswith(("int", "greater", "less")):
        limits = [
            f"từ {context['ge']}" if "ge" in context else "",
            f"đến {context['le']}" if "le" in context else "",
        ]
        return (
            f"«{name}» phải là số nguyên phù hợp, không phải {shown}.",
            " ".join(["Viết một số", *filter(None, limits)]) + ".",
        )
    if kind == "string_type":
        return (
            f"«{name}» phải là một dòng chữ.",
            "Nếu có dấu hai chấm trong chữ thì đặt cả dòng trong ngoặc kép.",
        )
    if kind == "tuple_type":
        return f"«{name}» phải là danh sách.", f"Viết «{name}: [một, hai]»."
    return f"«{name}» không đúng kiểu.", "Xem mẫu ở trang «Vẽ màn hình điện thoại»."


def _check_mark(e: Element, where: Path, report: _Report) -> None:
    if not e.verbs:
        return
    verb = e.verbs[0]
    spot = (*where, verb)
    if len(e.verbs) > 1:
        report.tell(
            (*where, e.verbs[1]),
            "M09",
            f"Một phần chỉ có một dấu tay, đang có {len(e.verbs)}.",
            "Giữ lại một dấu.",
        )
    if e.part is not None and e.part not in e.parts:
        if e.parts:
            report.tell(spot, "M08", f"«{e.kind}» không có phần «{e.part}».", nearest(e.part, e.parts))
        else:
            report.tell(
                spot,
                "M08",
                f"«{e.kind}» không chia phần, không nhận «{verb}: {e.part}».",
                f"Viết «{verb}: true».",
            )
    elif e.part is None and len(e.parts) > 1 and verb in e.needs_part:
        names = ", ".join(e.parts)
        report.tell(
            spot,
            "M08",
            f"Chưa rõ bấm vào phần nào của «{e.kind}».",
            f"Viết «{verb}:» rồi một trong các phần: {names}.",
        )
    if verb == "type" and not e.typed:
        *others, last = [f"«{kind}»" for kind, made in KINDS.items() if made.typed]
        fix = f"Dùng «type» với {', '.join(others)} hay {last}."
        report.tell(spot, "M08", f"Không gõ chữ vào «{e.kind}» được.", fix)


def _places(elements: list[Element | None], where: Path, report: _Report) -> None:
    """What stands in the title bar is there once, and nothing follows the cut end of a list."""
    bars = [(place, e) for place, e in enumerate(elements) if e is not None and e.in_head]
    for place, e in bars[1:]:
        text, fix = f"Một màn hình chỉ có một «{e.kind}».", f"Gộp các hình vào một «{e.kind}»."
        report.tell((*where, "body", place), "M14", text, fix)
    for place, end in enumerate(elements[:-1]):
        if end is not None and end.ends:
            text, fix = f"Sau «{end.kind}» không còn phần nào.", f"Chuyển «{end.kind}» xuống cuối màn hình."
            report.tell((*where, "body", place), "M14", text, fix)


def _one_mark(elements: list[Element | None], where: Path, report: _Report) -> None:
    marked = [place for place, e in enumerate(elements) if e is not None and e.verbs]
    for place in marked if where else marked[1:]:
        element = elements[place]
        verb = element.verbs[0] if element else ""
        if where:
            text, fix = (
                "«result» là hình sau khi làm xong, không có dấu tay.",
                "Bỏ dấu này, hoặc vẽ thành khối màn hình riêng.",
            )
        else:
            text, fix = (
                "Một màn hình chỉ có một dấu tay, đây là dấu thứ hai.",
                "Tách thành hai khối màn hình, hoặc bỏ bớt một dấu.",
            )
        report.tell((*where, "body", place, verb), "M09", text, fix)


def _measure(screen: Screen, report: _Report, where: Path = ()) -> None:
    drawing = draw(screen, PRINT)
    if drawing.phone_height > TALLEST:
        over = round(drawing.phone_height - TALLEST)
        report.tell(
            where,
            "M10",
            f"Màn hình cao quá khung {over} đơn vị (nhiều nhất {TALLEST:.0f}).",
            "Bớt một phần, hoặc viết ngắn lại.",
        )
    for word in dict.fromkeys(drawing.cut):
        fix = "Viết ngắn lại hoặc thêm dấu cách."
        report.tell(where, "M11", f"Chữ «{word}» dài quá chỗ của nó nên bị ngắt.", fix, "warning")
    for mark in drawing.marks:
        if mark.verb in ("tap", "hold", "type") and covers(mark.pose, drawing.letters) > 2:
            report.tell(
                where,
                "M12",
                "Bàn tay sẽ che mất chữ.",
                "Viết ngắn lại phần được bấm và phần ngay dưới nó.",
                "warning",
            )
    if screen.result:
        _measure(screen.result, report, ("result",))
