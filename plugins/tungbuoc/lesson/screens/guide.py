"""The part of the editors' page `docs/nguoi-viet/man-hinh.md` that is made: the table of elements, each
with its example."""

from __future__ import annotations

from typing import get_args

from .element import KINDS, Element, Icon
from .parse import parse

START = "## Các phần của màn hình"
_HEAD = f"""{START}

Mỗi phần bắt đầu bằng loại của nó. Cột cuối là tên các phần nhỏ mà dấu tay chỉ được, lấy từ ví dụ bên dưới.

| Loại | Vẽ gì | Dấu tay chỉ vào |
|---|---|---|
"""
_CHAPTERS = {
    "Chữ, nút, danh sách": "",
    "Ô gõ, phím, thanh kéo": "",
    "Hộp hỏi, tin nhắn, cuộc gọi": "",
    "Máy ảnh, vân tay, khuôn mặt": "",
    "Máy và đồ vật": (
        "Khi bước học không diễn ra trên màn hình. Có `people`, `notebook` hay `nfc`, hoặc chỉ có `card`,"
        " `table` mà không có `title`, và không có nút nào thì hình vẽ không có khung điện thoại."
    ),
}
_ICONS = "## Hình nhỏ\n\nCác tên dùng được cho `icon`:\n\n"


def guide() -> str:
    """Everything from the heading `START` to the end of the page. Raises `KeyError` for a chapter that is
    not there."""
    chapters: dict[str, list[type[Element]]] = {title: [] for title in _CHAPTERS}
    for _kind, made in sorted(KINDS.items()):
        chapters[made.guide.chapter].append(made)
    table = "".join(_row(made) for listed in chapters.values() for made in listed)
    parts = [_HEAD + table]
    for title, intro in _CHAPTERS.items():
        parts.append(f"## {title}\n" + (f"\n{intro}\n" if intro else ""))
        parts += [_entry(made) for made in chapters[title]]
    parts.append(_ICONS + ", ".join(f"`{name}`" for name in get_args(Icon)) + ".\n")
    return "\n".join(parts)


def _row(made: type[Element]) -> str:
    says = made.guide.text.partition(". ")[0].rstrip(".").replace("|", "\\|")
    return f"| [`{made.kind}`](#{made.kind}) | {says} | {_parts(made)} |\n"


def _parts(made: type[Element]) -> str:
    """The parts a mark may name, as the example has them; few enough for a table."""
    screen, _told = parse(made.guide.example, path="", line=1)
    parts = next((e.parts for e in screen.body if e.kind == made.kind), ()) if screen else ()
    return ", ".join(parts[:4]) + ("…" if len(parts) > 4 else "")


def _entry(made: type[Element]) -> str:
    blocks = f"### `{made.kind}`\n\n{made.guide.text}\n\n{_pair(made.guide.example)}"
    return blocks + "".join(
        f"\n### {heading}\n\n{_pair(example)}" for heading, example in made.guide.variants
    )


def _pair(example: str) -> str:
    return f"```yaml\n{example}```\n\n```phone\n{example}```\n"
