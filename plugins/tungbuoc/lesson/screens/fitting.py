"""Whether what a screen holds fits together: marks, order, and the drawing itself."""

from __future__ import annotations

from ..problems import nearest
from ..strict_yaml import KeyPath
from .draw import TALLEST, draw
from .element import KINDS, Element
from .hand import covers
from .report import BlockReport
from .screen import Screen
from .tokens import PRINT


def check_mark(e: Element, where: KeyPath, report: BlockReport) -> None:
    """One mark at most on an element, at a part it has, of a kind it can have (M08, M09)."""
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


def check_order(elements: list[Element | None], where: KeyPath, report: BlockReport) -> None:
    """What stands in the title bar is there once, and nothing follows the cut end of a list (M14)."""
    bars = [(place, e) for place, e in enumerate(elements) if e is not None and e.in_head]
    for place, e in bars[1:]:
        text, fix = f"Một màn hình chỉ có một «{e.kind}».", f"Gộp các hình vào một «{e.kind}»."
        report.tell((*where, "body", place), "M14", text, fix)
    for place, end in enumerate(elements[:-1]):
        if end is not None and end.ends:
            text, fix = f"Sau «{end.kind}» không còn phần nào.", f"Chuyển «{end.kind}» xuống cuối màn hình."
            report.tell((*where, "body", place), "M14", text, fix)


def check_marks(elements: list[Element | None], where: KeyPath, report: BlockReport) -> None:
    """One mark at most on a screen, none on a result (M09)."""
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


def check_drawing(screen: Screen, report: BlockReport, where: KeyPath = ()) -> None:
    """The drawing fits its frame, words their places, and the finger covers none (M10–M12)."""
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
        check_drawing(screen.result, report, ("result",))
