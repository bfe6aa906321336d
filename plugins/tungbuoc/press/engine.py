"""What the press needs on a machine: Pango, HarfBuzz-subset and the family Noto Sans. Looks without
importing WeasyPrint."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from tungbuoc.lesson.problems import Problem

FAMILY = "Noto Sans"
INSTALL = {
    "linux": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core",
    "darwin": "brew install pango harfbuzz && brew install --cask font-noto-sans",
    "win32": (
        "cài MSYS2 rồi chạy «pacman -S mingw-w64-x86_64-pango mingw-w64-x86_64-noto-fonts», thêm"
        " C:\\msys64\\mingw64\\bin vào PATH"
    ),
}
_NAMES = {
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0"),
    "pangoft2": (
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
        "libpangoft2-1.0-0",
    ),
    "subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
        "libharfbuzz-subset-0",
    ),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "libfontconfig-1"),
}
_REGULAR, _BOLD = 80, 200
_MATCH_PATTERN, _RESULT_MATCH = 0, 0


@dataclass(frozen=True, slots=True)
class Machine:
    """What was found: `missing` names in Vietnamese, the two font files, versions of the engine."""

    missing: tuple[str, ...]
    fonts: tuple[Path, ...]
    versions: tuple[str, ...]


def require() -> Problem | None:
    """None when the press may start, else one problem that names what is missing and the command that
    installs it."""
    missing = machine().missing
    if not missing:
        return None
    command = INSTALL.get(sys.platform, INSTALL["linux"])
    text = f"Chưa in được PDF: máy này thiếu {', '.join(missing)}."
    return Problem("mkdocs.yml", 1, "P10", text, f"Chạy: {command}")


@lru_cache(maxsize=1)
def machine() -> Machine:
    """Look once a process; about 10 ms."""
    found = {name: _library(names) for name, names in _NAMES.items()}
    missing = [
        shown
        for name, shown in (("pango", "Pango"), ("pangoft2", "PangoFT2"), ("fontconfig", "Fontconfig"))
        if not found[name]
    ]
    if not found["subset"] or not hasattr(found["subset"], "hb_subset_or_fail"):
        missing.append("HarfBuzz-subset (libharfbuzz-subset0; không có thì in chậm gấp ba)")
    fonts = tuple(file for weight in (_REGULAR, _BOLD) if (file := _font(found["fontconfig"], weight)))
    if found["fontconfig"] and len(set(fonts)) < 2:
        missing.append(f"phông chữ {FAMILY} thường và đậm")
    return Machine(
        tuple(missing),
        fonts,
        (version("weasyprint"), version("pydyf"), version("pikepdf"), _pango_version(found["pango"])),
    )


def _library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _pango_version(pango: ctypes.CDLL | None) -> str:
    if pango is None:
        return ""
    pango.pango_version_string.restype = ctypes.c_char_p
    return str(pango.pango_version_string().decode())


def _font(fontconfig: ctypes.CDLL | None, weight: int) -> Path | None:
    """The file Fontconfig gives for this weight of the family; None when it would give another family."""
    if fontconfig is None:
        return None
    fc = fontconfig
    for name in ("FcNameParse", "FcFontMatch"):
        getattr(fc, name).restype = ctypes.c_void_p
    pattern = ctypes.c_void_p(fc.FcNameParse(f"{FAMILY}:weight={weight}".encode()))
    fc.FcConfigSubstitute(None, pattern, _MATCH_PATTERN)
    fc.FcDefaultSubstitute(pattern)
    result = ctypes.c_int()
    match = ctypes.c_void_p(fc.FcFontMatch(None, pattern, ctypes.byref(result)))
    try:
        family, file = _text(fc, match, b"family"), _text(fc, match, b"file")
        return Path(file) if family == FAMILY and file else None
    finally:
        fc.FcPatternDestroy(match)
        fc.FcPatternDestroy(pattern)


def _text(fc: ctypes.CDLL, pattern: ctypes.c_void_p, field: bytes) -> str:
    value = ctypes.c_char_p()
    if (
        not pattern
        or fc.FcPatternGetString(pattern, field, 0, ctypes.byref(value)) != _RESULT_MATCH
        or value.value is None
    ):
        return ""
    return value.value.decode("utf-8", "replace")
