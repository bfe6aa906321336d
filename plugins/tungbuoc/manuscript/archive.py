"""The zip that .docx and .odt are, opened with care: nothing is unpacked beyond a limit, no XML with a
document type is read.

Word and LibreOffice never write a document type, so entities (which can grow without bounds, or name a file
of this machine) are refused before any library sees them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

LONGEST = 20_000_000
"""Bytes of a document. A lesson of two pages with five photographs has under 10 MB."""
LARGEST = 60_000_000
"""Bytes of all its parts unpacked, pictures too."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class UnreadableDocumentError(ValueError):
    """A document that cannot be read; the text says in Vietnamese why and what to do."""


def parts(data: bytes) -> Mapping[str, bytes]:
    """The document's parts by name.

    Raises `UnreadableDocumentError`: too long, locked, no zip, broken, a bomb, XML with a document type.
    """
    if len(data) > LONGEST:
        raise UnreadableDocumentError(
            f"Tệp nặng hơn {LONGEST // 1_000_000} MB: máy không nhận. Xóa bớt hình rồi lưu lại."
        )
    if data.startswith(_OLE):
        raise UnreadableDocumentError(
            "Tệp đặt mật khẩu, hoặc là .doc đời cũ. Mở bằng Word, bỏ mật khẩu, chọn «Lưu thành» (Save as),"
            " kiểu .docx."
        )
    try:
        if not data.startswith(b"PK"):  # `zipfile` finds a zip behind anything that stands before it
            raise zipfile.BadZipFile
        found = _unpacked(data)
    except UnreadableDocumentError:
        raise
    except Exception as error:  # zlib, lzma, struct and zipfile each fail in ways of their own
        raise UnreadableDocumentError(
            "Tệp hỏng, hoặc không phải tệp Word. Mở bằng Word, lưu lại thành .docx."
        ) from error
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            _plain(content)
    return found


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        # `zipfile` gives no more than an entry says of itself.
        if sum(entry.file_size for entry in entries) > LARGEST:
            raise UnreadableDocumentError(
                f"Tệp bung ra hơn {LARGEST // 1_000_000} MB: không phải văn bản thường. Chép chữ sang một văn"
                " bản mới."
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableDocumentError("Tệp đặt mật khẩu. Mở ra, bỏ mật khẩu rồi lưu lại.")
        return {entry.filename: archive.read(entry) for entry in entries}


def _plain(content: bytes) -> None:
    """Refuse XML that has a document type or is none."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise UnreadableDocumentError(
            "Tệp có đoạn mã lạ (DOCTYPE) mà Word không bao giờ viết. Đừng dùng tệp này; chép chữ sang một văn"
            " bản mới."
        )

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableDocumentError(
            "Tệp hỏng: một phần bên trong không đọc được. Mở bằng Word, lưu lại thành .docx."
        ) from error
