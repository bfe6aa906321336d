"""What a lesson says: every word of its source once, in order, each with its line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.said import SaidPart, said
from tungbuoc.lesson.scan import scan

SOURCE = """# Dừng lại

## Chuẩn bị

- Điện thoại, **một cây** bút.
- Đọc [trang này](https://vi.example/) rồi
  hỏi người nhà. Xong!

## Bước 1: Nghe {#48217}

Bấm **“Gửi”** rồi ![Nút màu xanh](nut.png) đợi.

| Việc | Ai |
|---|---|
| Cúp máy | Bác |

## Nếu không được

- **Mất mạng** — Đợi. Rồi thử lại.

## Phiếu tập

Tên: ____ tuổi ____

## Tự kiểm

### Làm gì?

- [x] Cúp máy. — Người thật chờ được.
- [ ] Nghe. — Họ lừa.

## Cho người hướng dẫn

- 5 phút: Khởi động. Hỏi lớp.
"""


def parts(source: str) -> dict[str, SaidPart]:
    return {part.kind: part for part in said(scan(source, "docs/a.md").lesson)}


def test_sentences_cells_and_pictures_come_with_their_lines() -> None:
    found = parts(SOURCE)
    assert [(one.line, one.text) for one in found["prepare"].said] == [
        (5, "Điện thoại, một cây bút."), (6, "Đọc trang này rồi hỏi người nhà."), (7, "Xong!"),
    ]  # fmt: skip
    step = found["step"]
    assert (step.title, step.line, step.number, step.key) == ("Nghe", 9, 1, "48217")
    assert [(one.line, one.text, one.what) for one in step.said] == [
        (11, "Bấm “Gửi” rồi", "words"), (11, "Nút màu xanh", "picture"), (11, "đợi.", "words"),
        (13, "Việc", "words"), (13, "Ai", "words"), (15, "Cúp máy", "words"), (15, "Bác", "words"),
    ]  # fmt: skip


def test_what_paper_sets_apart_is_apart() -> None:
    found = parts(SOURCE)
    assert [one.text for one in found["trouble"].said] == ["Mất mạng", "Đợi.", "Rồi thử lại."]
    assert [one.text for one in found["worksheet"].said] == ["Tên:", "tuổi"]
    assert [(one.text, one.what) for one in found["quiz"].said] == [
        ("Làm gì?", "question"), ("Cúp máy.", "right answer"), ("Người thật chờ được.", "right reason"),
        ("Nghe.", "answer"), ("Họ lừa.", "wrong reason"),
    ]  # fmt: skip
    assert [(one.text, one.what) for one in found["trainer"].said] == [
        ("5 phút", "minutes"), ("Khởi động.", "words"), ("Hỏi lớp.", "words"),
    ]  # fmt: skip


WORDS = st.lists(
    st.sampled_from(["bấm", "**nút**", "Gửi.", "[xem](https://a.vn/)", "rồi", "đợi!", "“một”", "hai?"]),
    min_size=1,
    max_size=9,
)
BLOCKS = st.lists(st.tuples(st.sampled_from(["", "- ", "1. ", "### ", "> "]), WORDS), min_size=1, max_size=6)


@given(BLOCKS)
def test_no_word_of_the_source_is_lost_or_said_twice(blocks: list[tuple[str, list[str]]]) -> None:
    source = (
        "# Bài\n\n## Coi chừng\n\n" + "\n\n".join(mark + " ".join(words) for mark, words in blocks) + "\n"
    )
    plain = [
        word.replace("**", "").replace("[xem](https://a.vn/)", "xem") for _, words in blocks for word in words
    ]
    heard = " ".join(one.text for one in parts(source)["beware"].said)
    assert [word for word in heard.replace(">", "").split() if word not in ("-", "1.", "###")] == plain
