"""Pictures: what no phone or printer shows alike, and what a file hides, told at the line that calls it;
plain pictures are let be."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lint import check
from tungbuoc.lint.catalogue import CATALOGUE
from tungbuoc.lint.pictures import LONGEST_SIDE, look, metadata

SHOWN = ("A04", "A08", "A11", "A13")
WORDS = "Tối nay bác lưu thêm số Công an xã, phường."


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 8), **options: Any) -> bytes:
    """A picture's file as Pillow writes it."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def exif(*tags: int) -> Image.Exif:
    """EXIF with those tags; 0x8825 leads to a place."""
    made = Image.Exif()
    for tag in tags:
        made[tag] = {1: "N", 2: (10.0, 46.0, 0.0)} if tag == 0x8825 else 6 if tag == 0x0112 else "Máy"
    return made


def _note(**said: str) -> PngImagePlugin.PngInfo:
    note = PngImagePlugin.PngInfo()
    for name, text in said.items():
        note.add_text(name, text)
    return note


def _sixteen_bit() -> bytes:
    """A PNG of 16 bits a colour, which Pillow itself cannot write: one line of one dot."""
    import struct
    import zlib

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 1, 1, 16, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 7))
        + chunk(b"IEND", b"")
    )


FRAMES = {"save_all": True, "append_images": [Image.new("RGB", (8, 8), "red")]}
BAD = {
    "a GIF named png": (saved("GIF"), "A12"),
    "a BMP": (saved("BMP"), "A12"),
    "a TIFF": (saved("TIFF"), "A12"),
    "an animated PNG": (saved("PNG", **FRAMES), "A12"),
    "an animated WebP": (saved("WEBP", **FRAMES), "A12"),
    "CMYK": (saved("JPEG", "CMYK"), "A12"),
    "grey of 16 bits": (saved("PNG", "I;16"), "A12"),
    "colour of 16 bits": (_sixteen_bit(), "A12"),
    "nothing": (b"", "A11"),
    "words": ("Bàn tay".encode(), "A11"),
    "half a JPEG": (saved("JPEG", size=(400, 400))[:600], "A11"),
    "half a PNG": (saved("PNG", size=(400, 400))[:60], "A11"),
    "a PNG with its middle gone": (saved("PNG")[:50] + saved("PNG")[60:], "A11"),
    "HEIC of a phone": (b"\0\0\0\x18ftypheic" + b"\0" * 40, "A11"),
    "a wide one": (saved("PNG", "1", (LONGEST_SIDE + 1, 2)), "A13"),
    "a bomb": (saved("PNG", "1", (20_000, 20_000)), "A13"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_picture_that_cannot_be_used_is_told_at_its_line(name: str) -> None:
    content, code = BAD[name]
    project = with_file(
        with_text(sample(), LESSON, WORDS, "![Bàn tay](tay.png)"), "docs/mau/tay.png", content
    )
    assert [(problem.path, problem.line, problem.code, problem.severity) for problem in check(project)] == [
        (LESSON, 80, code, CATALOGUE[code].severity)
    ]


@pytest.mark.parametrize(
    "content",
    [saved("PNG"), saved("PNG", "RGBA"), saved("PNG", "P"), saved("PNG", "L"), saved("PNG", "1"), saved("JPEG"), saved("JPEG", "L"), saved("WEBP"),
     saved("PNG", size=(1600, 1200)), saved("JPEG", size=(1080, 2400)), saved("JPEG", progressive=True), saved("WEBP", lossless=True)],
)  # fmt: skip
def test_a_plain_picture_is_let_be(content: bytes) -> None:
    assert (look(content), metadata(content)) == ((), "")


@pytest.mark.parametrize("name", ["tay.gif", "tay.heic", "tay.bmp", "tay.tiff"])
def test_another_kind_is_told_by_its_name(name: str) -> None:
    project = with_file(with_text(sample(), LESSON, WORDS, f"![Bàn tay]({name})"), f"docs/mau/{name}", b"x")
    assert {problem.code for problem in check(project)} == {"A12"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (saved("JPEG", exif=exif(0x0110)), "thông tin máy chụp, ngày giờ"),
        (saved("JPEG", exif=exif(0x0110, 0x8825)), "tọa độ nơi chụp"),
        (saved("PNG", exif=exif(0x8825)), "tọa độ nơi chụp"),
        (saved("WEBP", exif=exif(0x8825)), "tọa độ nơi chụp"),
        (saved("WEBP", exif=exif(0x0110)), "thông tin máy chụp, ngày giờ"),
        (saved("WEBP", xmp=b"<x:xmpmeta/>"), "thông tin của chương trình sửa ảnh"),
        (saved("PNG", pnginfo=_note(Author="Ai đó")), "thông tin của chương trình sửa ảnh"),
        (saved("JPEG", comment="Ai đó".encode()), "thông tin của chương trình sửa ảnh"),
        (saved("JPEG"), ""),
        (saved("PNG"), ""),
        (b"\xff\xd8\xff\xe1\x00", ""),
        (b"", ""),
    ],
)
def test_what_a_picture_hides(content: bytes, said: str) -> None:
    assert metadata(content) == said


def test_pictures_that_hide_a_place_and_pictures_too_heavy() -> None:
    project = with_text(sample(), LESSON, WORDS, "![Bàn tay](tay.jpg)")
    assert not check(with_file(project, "docs/mau/tay.jpg", saved("JPEG")))
    assert {
        problem.code
        for problem in check(with_file(project, "docs/mau/tay.jpg", saved("JPEG", exif=exif(0x8825))))
    } == {"A08"}
    assert {problem.code for problem in check(with_file(project, "docs/mau/tay.jpg", b"x" * 1_000_001))} == {
        "A04"
    }


@settings(deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 200), st.binary(max_size=4))
def test_any_damage_is_judged_without_raising(kind: str, at: int, noise: bytes) -> None:
    content = saved(kind)
    broken = content[:at] + noise + content[at + len(noise) :]
    look(broken)
    metadata(broken)
