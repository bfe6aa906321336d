"""Languages that lessons are translated into, by their tag (BCP 47): those of the peoples of Việt Nam, and
those of its neighbours and guests.

Tags are those of ISO 639; a course adds or renames its own (`languages` in `mkdocs.yml`).
"""

from __future__ import annotations

from collections.abc import Mapping

from tungbuoc.lesson.wording import Wording, ours

NAMES: Mapping[str, str] = {
    "bdq": ours("tiếng Ba Na"),
    "blt": ours("tiếng Thái"),
    "cjm": ours("tiếng Chăm"),
    "cmo": ours("tiếng Mnông"),
    "en": ours("tiếng Anh"),
    "fr": ours("tiếng Pháp"),
    "hmn": ours("tiếng H’Mông"),
    "hre": ours("tiếng Hrê"),
    "ium": ours("tiếng Dao"),
    "ja": ours("tiếng Nhật"),
    "jra": ours("tiếng Gia Rai"),
    "km": ours("tiếng Khmer"),
    "ko": ours("tiếng Hàn"),
    "kpm": ours("tiếng Cơ Ho"),
    "lo": ours("tiếng Lào"),
    "mtq": ours("tiếng Mường"),
    "nut": ours("tiếng Nùng"),
    "rad": ours("tiếng Ê Đê"),
    "rog": ours("tiếng Ra Glai"),
    "sed": ours("tiếng Xơ Đăng"),
    "sti": ours("tiếng X’Tiêng"),
    "tyz": ours("tiếng Tày"),
    "vi": ours("tiếng Việt"),
    "zh": ours("tiếng Hoa"),
}
"""Tag → what the language is called in Vietnamese."""


def name(tag: str, words: Wording, own: Mapping[str, str]) -> str:
    """What a course calls a language: by its `own` names, else by ours, also for a tag that says more
    (`zh-Hant`); empty for one that nobody knows."""
    known = NAMES.get(tag) or NAMES.get(tag.partition("-")[0], "")
    return own.get(tag) or (words.say(known) if known else "")
