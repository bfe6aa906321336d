"""What a picture's file hides beside the picture: place, camera, names. Bytes in, a Vietnamese phrase out."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_GPS_POINTER = 0x8825


def metadata(content: bytes) -> str:
    """What is hidden in a JPEG, PNG or WebP: `tọa độ nơi chụp`, or empty. Damaged files hide nothing we can tell."""
    blocks = list(_exif_blocks(content))
    if any(_has_gps(block) for block in blocks):
        return "tọa độ nơi chụp"
    if blocks:
        return "thông tin máy chụp, ngày giờ"
    if b"<x:xmpmeta" in content or b"XML:com.adobe.xmp" in content:
        return "thông tin của chương trình sửa ảnh"
    return ""


def _exif_blocks(content: bytes) -> Iterator[bytes]:
    """TIFF blocks that carry EXIF."""
    if content.startswith(b"\xff\xd8"):
        yield from _jpeg(content)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from (body for name, body in _chunks(content, 8, ">") if name == b"eXIf")
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        yield from (body.removeprefix(b"Exif\0\0") for name, body in _chunks(content, 12, "<") if name == b"EXIF")


def _jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        if content[at + 1] == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0":
            yield content[at + 10 : at + 2 + size]
        at += 2 + max(size, 2)


def _chunks(content: bytes, at: int, order: str) -> Iterator[tuple[bytes, bytes]]:
    """Chunks of PNG (length, name, body, checksum) and RIFF (name, length, body padded to even)."""
    while at + 8 <= len(content):
        if order == ">":
            size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
            yield name, content[at + 8 : at + 8 + size]
            at += 12 + size
        else:
            name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
            yield name, content[at + 8 : at + 8 + size]
            at += 8 + size + size % 2


def _has_gps(block: bytes) -> bool:
    """Whether the first directory of a TIFF block points to a directory of places."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return False
    try:
        (first,) = struct.unpack_from(order + "I", block, 4)
        (count,) = struct.unpack_from(order + "H", block, first)
        return any(struct.unpack_from(order + "H", block, first + 2 + 12 * i)[0] == _GPS_POINTER for i in range(count))
    except struct.error:
        return False
