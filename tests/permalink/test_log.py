"""The log under ledger and editions: appended to, never rewritten; whatever a spreadsheet or git did to it
is read or told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.permalink import editions, ledger

DIGEST = st.text("0123456789abcdef", min_size=8, max_size=8)
EDITIONS = st.lists(
    st.builds(
        editions.EditionRow,
        lesson=st.sampled_from(["A1", "B12"]),
        format=st.sampled_from(["lesson-sheet", "memory-card"]),
        edition=st.integers(1, 99),
        date=st.dates().map(str),
        steps=st.lists(st.tuples(st.sampled_from(["48217", "khac"]), DIGEST), max_size=3).map(tuple),
    ),
    max_size=12,
    unique_by=lambda row: (row.lesson, row.format, row.edition),
)
ROW = b"2026-11-21,48217,issued,B2,M\xe1\xbb\x9f,,\n"


@given(EDITIONS)
def test_editions_read_back_as_they_were_written(rows: list[editions.EditionRow]) -> None:
    assert editions.read(editions.HEADER + editions.lines(rows)) == (tuple(rows), [])


@given(EDITIONS, EDITIONS)
def test_appending_changes_nothing_that_is_there(
    before: list[editions.EditionRow], after: list[editions.EditionRow]
) -> None:
    first = editions.LOG.appended(b"", before)
    second = editions.LOG.appended(first, after)
    assert second.startswith(first)
    assert editions.LOG.read(second)[0] == list(dict.fromkeys([*before, *after]))


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r"])
def test_a_row_is_appended_after_any_end_of_the_last(end: bytes) -> None:
    start = ledger.HEADER.encode() + ROW.rstrip(b"\n") + end
    rows, problems = ledger.LOG.read(
        ledger.LOG.appended(start, [ledger.LedgerRow("2026-11-22", "10019", "issued", "B2", "Lưu")])
    )
    assert problems == []
    assert [row.code for row in rows] == ["48217", "10019"]


def test_broken_editions_are_told_with_their_line_and_what_is_wrong() -> None:
    rows, problems = editions.read(
        editions.HEADER
        + "E1,lesson-sheet,một,2026-11-21,11=aa\nE1,lesson-sheet,1\nE1,lesson-sheet,1,21/11/2026,\nE1,,1,2026-11-21,\n"
    )
    assert rows == ()
    fix = "Lấy lại dòng đó từ bản trước; không sửa sổ ấn bản bằng tay. [P30]"
    assert [str(problem) for problem in problems] == [
        f"print/editions.csv:2: Dòng này của sổ ấn bản không đọc được: ấn bản «một» không phải số. {fix}",
        f"print/editions.csv:3: Dòng này của sổ ấn bản không đọc được: có 3 ô, phải có 5. {fix}",
        f"print/editions.csv:4: Dòng này của sổ ấn bản không đọc được: ngày «21/11/2026» sai. {fix}",
        f"print/editions.csv:5: Dòng này của sổ ấn bản không đọc được: thiếu bài, khuôn hay dấu của một bước. {fix}",
    ]


@pytest.mark.parametrize("log", [ledger.LOG, editions.LOG], ids=["ledger", "editions"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("mã,bước\n".encode("cp1258", "replace"), "T01"),
        ("mã,bước\n".encode("utf-16"), "T01"),
        (b"a,\0b\n", "T07"),
        (b'"' + b"x" * 200_000, None),
    ],
)
def test_files_that_are_no_table_are_told_and_never_raise(
    log: ledger.Log[object], content: bytes, code: str | None
) -> None:
    rows, (problem,) = log.read(content)
    assert rows == []
    assert (problem.path, problem.code) == (log.path, code or log.code)
