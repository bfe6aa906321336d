"""What does not fit a screen's or an element's model, told in Vietnamese (M03, M06, M07)."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import ValidationError

from ..problems import nearest
from ..strict_yaml import KeyPath
from .report import BlockReport
from .screen import Screen


def tell_misfits(
    error: ValidationError, where: KeyPath, kind: str, owner: type[Any], report: BlockReport
) -> None:
    """Everything in `error` of the model `owner`, which people call `kind`, at its place below `where`."""
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
