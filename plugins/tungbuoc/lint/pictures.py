"""A picture's file, looked at with Pillow: can every phone and printer show it, and what does it hide
beside the picture?"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

LONGEST_SIDE = 4_000
"""Pixels: A4 at 300 dots an inch is 2480 × 3508."""
KINDS = ("jpg", "jpeg", "png", "webp")
_FORMATS = frozenset({"JPEG", "MPO", "PNG", "WEBP"})
_SAVE = "Mở bằng chương trình xem ảnh, lưu lại thành PNG hoặc JPEG."
_HEIC = re.compile(rb"^....ftyp(?:hei|mif|msf|avi)", re.DOTALL)
_PROGRAM = (
    "xmp",
    "XML:com.adobe.xmp",
    "photoshop",
    "comment",
    "Comment",
    "Author",
    "Software",
    "Description",
    "Copyright",
    "Artist",
    "Title",
)


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why a picture cannot be used: the code of the rule, what is wrong (after “Tệp hình «…» ”), how to
    mend it."""

    code: str
    text: str
    fix: str


@lru_cache(maxsize=256)
def look(content: bytes) -> tuple[PictureFault, ...]:
    """The bytes of a file → everything that keeps it from being shown and printed the same everywhere.
    Never raises."""
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            _strictly(),
            Image.open(io.BytesIO(content)) as picture,
        ):
            found = tuple(_faults(picture))
            if not any(fault.code == "A13" for fault in found):
                picture.load()
            return found
    except Image.DecompressionBombError:
        return (_too_large("to quá mức mở được"),)
    except UnidentifiedImageError:
        heic = "là HEIC của iPhone hay kiểu lạ" if _HEIC.match(content) else "hỏng, không mở được"
        return (PictureFault("A11", heic, _SAVE if _HEIC.match(content) else "Chép lại hình từ nơi lấy."),)
    except Exception:  # a decoder given nonsense fails in ways of its own
        return (PictureFault("A11", "hỏng, mở ra không đủ hình", "Chép lại hình từ nơi lấy."),)


@contextmanager
def _strictly() -> Iterator[None]:
    """A cut file is a fault, though the press's engine has asked Pillow in this process to pass it over."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@lru_cache(maxsize=256)
def metadata(content: bytes) -> str:
    """What is hidden beside the picture: `tọa độ nơi chụp`, or empty. Damaged files hide nothing we can
    tell."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as picture:
            return _hidden(picture) if picture.format in _FORMATS else ""
    except Exception:  # told by `look`
        return ""


def _faults(picture: Image.Image) -> Iterator[PictureFault]:
    width, height = picture.size
    if picture.format not in _FORMATS:
        yield PictureFault("A12", f"thật ra là {picture.format}", _SAVE)
    if max(width, height) > LONGEST_SIDE:
        yield _too_large(f"to {width} × {height} điểm, mỗi chiều nhiều nhất {LONGEST_SIDE}")
    if getattr(picture, "n_frames", 1) > 1:
        yield PictureFault("A12", "có nhiều hình trong một tệp (hình động), giấy chỉ in được một", _SAVE)
    if picture.mode in ("CMYK", "LAB", "HSV"):
        yield PictureFault(
            "A12", f"có màu kiểu nhà in ({picture.mode}), lên màn hình sai màu", "Lưu lại với màu RGB."
        )
    if picture.mode[0] in "IF" or any(";16" in str(tile[3]) for tile in getattr(picture, "tile", ())):
        yield PictureFault("A12", "có 16 bit mỗi màu, nhiều máy không mở được", "Lưu lại với 8 bit mỗi màu.")


def _too_large(text: str) -> PictureFault:
    return PictureFault("A13", text, "Thu nhỏ hình rồi chép lại.")


def _hidden(picture: Image.Image) -> str:
    exif = picture.getexif()
    if exif.get_ifd(ExifTags.IFD.GPSInfo) or ExifTags.Base.GPSInfo in exif:
        return "tọa độ nơi chụp"
    if set(exif) - {ExifTags.Base.Orientation} or b"Exif\0\0" in picture.info.get("exif", b"")[:6]:
        return "thông tin máy chụp, ngày giờ"
    return "thông tin của chương trình sửa ảnh" if any(picture.info.get(name) for name in _PROGRAM) else ""
