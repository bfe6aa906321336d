"""Sentences that the product itself adds to every lesson, on screen and on paper: one place for each."""

from __future__ import annotations

PHONES = {"android": "Máy Android", "iphone": "Máy iPhone"}
"""What the reader calls each kind of phone."""

_PHONES_DIFFER = "Máy mỗi hãng khác nhau đôi chút"
_TRIED = "Thử lần cuối:"


def phones_differ(reader: str) -> str:
    """The hedge under steps that press a button ([XM-MÁY] in the fact sheet); `reader` is how the lesson
    calls its reader."""
    return f"{_PHONES_DIFFER}. Nếu {reader} không thấy nút này, hỏi người ngồi cạnh hoặc Tổ công nghệ số."


def is_ours(line: str) -> bool:
    """Does a line say what the product adds by itself?"""
    return line.startswith((_PHONES_DIFFER, _TRIED))
