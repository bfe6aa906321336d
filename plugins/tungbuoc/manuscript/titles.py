"""Lines that are meant as titles: the steps and fixed sections in whatever spelling they were typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tungbuoc.lesson import grammar
from tungbuoc.lesson.slugs import fold

_MARKS = re.compile(r"^(#{1,6})\s+(.*)$")
_BOLD = re.compile(r"^\*\*([^*]+)\*\*\s*:?\s*(.*)$")
_ITEM = re.compile(r"^(?:-|\d{1,2}\.)\s+(?!\[)")
_NUMBERING = re.compile(r"^(?:[ivx]{1,4}|\d{1,2}|[a-h])\s*[.):/-]\s*", re.IGNORECASE)
_WORDS = {
    "mot": 1,
    "nhat": 1,
    "hai": 2,
    "nhi": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_STEP = re.compile(
    rf"^(?:(?:step|buoc)\s*(?:thu\s+|so\s+)?|b)(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})(?![a-z0-9])\s*(?P<sign>[:.)/–—-]*)\s*"
)
_OUTCOMES = re.compile(r"^(?:sau (?:khi )?(?:bai|buoi) (?:hoc|nay).*|hoc xong.*|muc tieu.*|ket qua can dat)$")
_KNOWN = {
    **{fold(title): kind for kind, title in grammar.TITLES.items()},
    "can chuan bi": grammar.PREPARE, "chuan bi truoc": grammar.PREPARE, "do dung can co": grammar.PREPARE,
    "thuc hanh": grammar.TRY, "lam thu o nha": grammar.TRY, "bai tap ve nha": grammar.TRY,
    "luu y": grammar.BEWARE, "chu y": grammar.BEWARE, "canh bao": grammar.BEWARE, "can than": grammar.BEWARE,
    "neu gap su co": grammar.TROUBLE, "su co thuong gap": grammar.TROUBLE,
    "neu khong lam duoc": grammar.TROUBLE, "xu ly su co": grammar.TROUBLE,
    (
        "khong co dien thoai thong minh"
    ): grammar.OFFLINE, "ghi nho": grammar.REMEMBER, "ba dieu can nho": grammar.REMEMBER,
    "cau hoi": grammar.QUIZ, "trac nghiem": grammar.QUIZ, "cau hoi kiem tra": grammar.QUIZ,
    "tu kiem tra": grammar.QUIZ,
    "danh cho nguoi huong dan": grammar.TRAINER, "huong dan giang vien": grammar.TRAINER,
    "giao an": grammar.TRAINER,
    "loi doc loa": grammar.LOUDSPEAKER,
}  # fmt: skip

_NAMES = {
    name.lower(): name
    for name in (
        "OTP",
        "VNeID",
        "QR",
        "SIM",
        "Zalo",
        "CCCD",
        "BHYT",
        "NFC",
        "Wi-Fi",
        "YouTube",
        "iPhone",
        "Android",
    )
}


@dataclass(frozen=True, slots=True)
class Title:
    """A line as a title: `level` of its hashes (0: bold or plain), `words` without marks, `rest` what follows
    it on the line.

    `kind` is a section's, `grammar.STEPS`, or `grammar.UNKNOWN`; `step` the number that was typed.
    """

    level: int
    words: str
    kind: str
    rest: str = ""
    step: int = 0


def title_of(line: str) -> Title | None:
    """The title that a line is; None for a line that is a sentence, an item, a row."""
    marked, bold = _MARKS.match(line), _BOLD.match(_ITEM.sub("", line))
    words = (marked[2] if marked else bold[1] if bold else line).replace("**", "").strip()
    rest = bold[2].strip() if bold and not marked else ""
    level = len(marked[1]) if marked else 0
    step = _step(words, rest, stands_out=bool(marked or bold))
    if step:
        return Title(level, step[1], grammar.STEPS, step[2], step[0])
    kind = _kind(words)
    opens = not rest or words.endswith(":") or ":" in line[len(line) - len(rest) - 2 : len(line) - len(rest)]
    if kind != grammar.UNKNOWN and opens:
        return Title(level, words.rstrip(" :."), kind, rest)
    if marked or (bold and not rest and _short(words)) or _shouted(line):
        return Title(level, words.rstrip(" :"), grammar.UNKNOWN)
    return None


def quiet(words: str) -> str:
    """A title in capitals as a sentence has it: “GÕ MÃ OTP” → “Gõ mã OTP”; any other as it is."""
    if not _shouted(words):
        return words
    return re.sub(r"\w+", lambda word: _NAMES.get(word[0], word[0]), words.capitalize())


def step_in_cell(cell: str) -> int:
    """The number of a step that a table's cell is (“Bước 2”, “2”), 0 for any other."""
    folded = _letters(cell.replace("**", "").strip())
    match = _STEP.match(folded)
    if match and match.end() == len(folded):
        return _number(match["number"])
    return int(folded) if re.fullmatch(r"\d{1,2}", folded) else 0


def _step(words: str, rest: str, *, stands_out: bool) -> tuple[int, str, str] | None:
    """Number, title and what follows, of “Bước 1. Mở danh bạ”, “**Bước 1:** Mở danh bạ. Máy …”, “B1 - …”."""
    bare = re.sub(r"^\d{1,2}[.)]\s+(?=\D)", "", words) if stands_out else _ITEM.sub("", words)
    match = _STEP.match(_letters(bare))
    if not match or not (match["sign"] or stands_out) or (match["number"] in _WORDS and not match["sign"]):
        return None
    if bare[:1] in "bB" and not bare[1:2].isalpha() and not match["sign"]:
        return None
    name = bare[match.end() :].strip()
    if not name:
        name, rest = rest, ""
    if not name:
        return None
    first, _, after = _first_sentence(name)
    return (
        _number(match["number"]),
        quiet(first.rstrip(" .:")),
        " ".join(part for part in (after, rest) if part),
    )


def _first_sentence(text: str) -> tuple[str, str, str]:
    match = re.search(r"(?<=[^\d.][.!?])\s+(?=\S)", text)
    return (text[: match.start()], " ", text[match.end() :]) if match else (text, "", "")


def _number(said: str) -> int:
    return _WORDS.get(said) or int(said)


def _kind(words: str) -> str:
    exact = grammar.kind_of(words.strip(" :."))
    if exact != grammar.UNKNOWN:
        return exact
    folded = re.sub(r"[\s,;:.!?]+", " ", _NUMBERING.sub("", fold(words).strip())).strip()
    known = {re.sub(r"[\s,;:.!?]+", " ", title): kind for title, kind in _KNOWN.items()}
    if folded in known:
        return known[folded]
    return grammar.OUTCOMES if _OUTCOMES.match(folded) and len(folded.split()) <= 9 else grammar.UNKNOWN


def _short(words: str) -> bool:
    return len(words.split()) <= 12 and not words.endswith((".", "!", ","))


def _shouted(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return (
        len(letters) > 5
        and all(letter.isupper() for letter in letters)
        and _short(line)
        and not line.startswith(("-", "|"))
    )


def _letters(text: str) -> str:
    """Folded letter by letter, so that places stay."""
    return "".join(bare if len(bare := fold(sign)) == 1 else sign for sign in text)
