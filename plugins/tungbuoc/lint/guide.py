"""The editors' page of all problems, `docs/nguoi-viet/loi.md`, made from the catalogue."""

from __future__ import annotations

import re

from tungbuoc.lint.catalogue import CATALOGUE, Entry

GUIDE = "docs/nguoi-viet/loi.md"
_HEAD = """# Máy báo lỗi: nghĩa là gì, sửa thế nào

Chạy `tungbuoc check`, máy nói hết mọi chỗ chưa ổn, mỗi chỗ một dòng: tệp nào, dòng mấy, chưa ổn điều gì, sửa
sao. Cuối dòng là một mã trong ngoặc vuông, như `[S01]`. Tìm mã ấy ở trang này để xem ví dụ.

**Lỗi** thì trang không dựng được, phải sửa. **Nhắc** thì trang vẫn dựng, nhưng nên sửa trước khi in.
Nhiều chỗ máy tự sửa được: chạy `tungbuoc fix`, máy cho xem trước rồi mới ghi.

Có lúc luật không hợp với một câu của bạn. Viết ngay trên dòng ấy một dòng như sau, nói rõ lý do;
trang và tờ in không hiện dòng này:

```
[//]: # (bỏ qua S10: trích lời người bán)
```

"""
_GROUPS = {
    "T": "Tệp", "F": "Phần đầu bài", "H": "Tiêu đề", "B": "Bước", "G": "Khung của bài",
    "S": "Câu và cách nói", "D": "Chính tả, dấu câu",
    "N": "Tên nút, từ mới", "Q": "Dữ kiện, ngày tháng", "R": "Số, địa chỉ, tên người",
    "A": "Hình và đường dẫn", "X": "Những gì không phải Markdown",
    "U": "Dấu còn sót, kiểu trình bày lạ",
    "M": "Màn hình vẽ", "V": "Video", "K": "Mã của bước, địa chỉ trang", "L": "Sổ mã",
    "C": "Cấu hình, vị trí trong bộ bài", "E": "Tệp dữ liệu",
    "Y": "Dòng bỏ qua, dòng nhắc", "P": "Tờ in", "W": "Bản dịch",
}  # fmt: skip


def guide() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD]
    for letter, title in _GROUPS.items():
        entries = sorted(
            (entry for entry in CATALOGUE.values() if entry.code[0] == letter), key=lambda entry: entry.code
        )
        if entries:
            parts += [f"## {title}\n\n", *map(_entry, entries)]
    return "".join(parts).rstrip("\n") + "\n"


def _entry(entry: Entry) -> str:
    kind = "Lỗi, phải sửa." if entry.severity == "error" else "Nhắc, nên sửa."
    examples = f"{_example('Chưa ổn', entry.bad)}{_example('Nên viết', entry.good)}"
    return f"### {entry.code} · {entry.title}\n\n{kind} {_escaped(entry.advice)}\n\n{examples}"


def _escaped(text: str) -> str:
    """Words that show as they stand: signs that Markdown would read are escaped."""
    return re.sub(r"([`*_\[\]{}])", r"\\\1", text)


def _example(label: str, example: str) -> str:
    """One line as a code span (plain words in brackets as they are), several lines as a fence longer than
    any inside."""
    if "\n" in example:
        fence = "````" if "```" in example else "```"
        return f"{label}:\n\n{fence}\n{example}\n{fence}\n\n"
    if example.startswith("(") and example.endswith(")"):
        return f"{label}: {_escaped(example[1:-1])}.\n\n"
    ticks = "``" if "`" in example else "`"
    pad = " " if ticks == "``" or example.startswith("`") else ""
    return f"{label}: {ticks}{pad}{example}{pad}{ticks}\n\n"
