"""A .docx → Markdown, by mammoth: headings by their styles, bold, lists, tables, boxes to tick, the text
with all changes accepted."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tungbuoc.lint.pictures import metadata
from tungbuoc.manuscript.archive import UnreadableDocumentError, parts
from tungbuoc.manuscript.hypertext import markdown
from tungbuoc.manuscript.package import CODE_NAME, PHONE_NAME, SCREEN_NAME

if TYPE_CHECKING:
    from mammoth.documents import Image

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_STYLES = f"""
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
r[style-name='{CODE_NAME}'] => code
p[style-name='{PHONE_NAME}'] => pre:fresh
p[style-name='{SCREEN_NAME}'] => !
"""
_MACROS = re.compile(r"vbaProject|activeX|\.bin$")


def read(data: bytes) -> tuple[str, list[str]]:
    """Bytes → Markdown and what an editor must know of the document, in sentences.

    Raises `UnreadableDocumentError`.
    """
    import mammoth  # late: of all that a command may do only this needs it

    found = parts(data)
    if _BODY not in found or "[Content_Types].xml" not in found:
        raise UnreadableDocumentError(
            "Tệp không có văn bản Word bên trong. Mở bằng Word, lưu lại thành .docx."
        )
    notes = list(_told(found))
    pictures = _Pictures()
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(pictures.one)
        ).value
    except Exception as error:  # the library stops at what no word processor writes
        raise UnreadableDocumentError(
            "Tệp hỏng: máy không đọc được văn bản bên trong. Mở bằng Word, lưu lại thành .docx."
        ) from error
    return markdown(html), [*notes, *pictures.notes]


class _Pictures:
    """Each picture by its number; its bytes stay out of the lesson."""

    def __init__(self) -> None:
        self.count = 0
        self.notes: list[str] = []

    def one(self, image: Image) -> dict[str, str]:
        self.count += 1
        try:
            with image.open() as file:
                hidden = metadata(file.read())
        except Exception:  # a picture that lies elsewhere, or is gone: it is not fetched
            hidden = ""
        secret = f" Hình này giấu {hidden}." if hidden else ""
        self.notes.append(
            f"Hình {self.count} không chép vào bài: vẽ lại bằng khối phone ở chỗ có dòng «điền».{secret}"
        )
        return {"src": f"hinh-{self.count}"}


def _told(found: Mapping[str, bytes]) -> Iterator[str]:
    body = ElementTree.fromstring(found[_BODY])
    changes = [
        node
        for kind in ("ins", "del", "moveFrom", "moveTo")
        for node in body.iter(_W + kind)
        if any(node.iter(_W + "r"))
    ]
    if changes:
        yield f"Văn bản còn {len(changes)} chỗ sửa chưa duyệt: máy lấy chữ đã sửa, bỏ chữ đã xóa."
    if "word/comments.xml" in found:
        for comment in ElementTree.fromstring(found["word/comments.xml"]).iter(_W + "comment"):
            said = " ".join("".join(text.text or "" for text in comment.iter(_W + "t")).split())
            yield f"Lời góp ý bên lề, không chép vào bài: «{said}»."
    if any(_MACROS.search(name) for name in found):
        yield "Tệp có macro: máy chỉ lấy chữ, không chạy gì cả."
