"""The record that a person saw a button on a real phone: one entry of `docs/nut.yml` with its day, app and
phone. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tungbuoc.lint.data import BUTTONS, NamedButton
from tungbuoc.lint.entries import Fields, replaced


@dataclass(frozen=True, slots=True)
class Trial:
    """What somebody did: the app with its version (“VNeID 2.2.1”), the phone, the day."""

    app: str
    phone: str
    day: dt.date


def record(content: bytes, button: NamedButton, trial: Trial) -> bytes:
    """The table with the trial in the button's entry.

    Raises `ValueError` with a Vietnamese sentence when the trial says less than is asked, another app or an
    earlier day, and when something in the table cannot be read: then it stays whole for its author.
    """
    app, phone = (" ".join(part.split()) for part in (trial.app, trial.phone))
    if not app or not phone:
        raise ValueError(
            "Thiếu tên ứng dụng hoặc loại máy. Ghi cả hai, như --app «VNeID 2.2.1» --phone «Android»."
        )
    if button.app and not f"{app} ".casefold().startswith(f"{button.app} ".casefold()):
        raise ValueError(
            f"Nút «{button.name}» là của «{button.app}», không phải «{app}». Ghi --app «{button.app} …», hoặc"
            " sửa mục «app» trong bảng."
        )
    if button.tried and trial.day < button.tried:
        raise ValueError(
            f"Nút «{button.name}» đã có người thử ngày {button.tried:%d/%m/%Y}, sau ngày này. Bảng giữ lần"
            " thử mới hơn."
        )
    seen = {"tried": trial.day.isoformat(), "seen": f"{app}, {phone}"}
    entry: Fields = {"name": button.name, "app": button.app or app, "fact": button.fact, **seen}
    made = replaced(content, BUTTONS, entry)
    if made is None:
        raise ValueError("docs/nut.yml còn chỗ máy chưa đọc được. Chạy «tungbuoc check» rồi sửa trước.")
    return made
