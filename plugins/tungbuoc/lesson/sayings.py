"""Sentences that the product itself adds to every lesson, on screen and on paper: one place for each."""

from __future__ import annotations

from tungbuoc.lesson.wording import Wording, ours

PHONES = {"android": ours("Máy Android"), "iphone": ours("Máy iPhone")}
"""What the reader calls each kind of phone."""

_PHONES_DIFFER = "Máy mỗi hãng khác nhau đôi chút."
_TRIED = "Thử lần cuối:"


def phones_differ(words: Wording, reader: str) -> str:
    """The hedge under steps that press a button ([XM-MÁY] in the fact sheet); `reader` is how the lesson
    calls its reader."""
    ask = words.say("Nếu {reader} không thấy nút này, hỏi người ngồi cạnh hoặc {team}.", reader=reader)
    return f"{words.say(_PHONES_DIFFER)} {ask}"


def is_ours(line: str, words: Wording) -> bool:
    """Does a line say what the product adds by itself?"""
    return line.startswith((words.say(_PHONES_DIFFER).rstrip("."), words.say(_TRIED)))
