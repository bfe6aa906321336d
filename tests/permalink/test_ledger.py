"""The ledger: an event log that never loses a code, whatever order its rows come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.keys import check_digit

KEYS = st.integers(1000, 1030).map(lambda n: f"{n}{check_digit(str(n))}")
TEXT = st.text(alphabet='aăđ,"“x ', max_size=12).map(str.strip)
ROWS = st.lists(
    st.builds(
        book.LedgerRow,
        date=st.dates().map(str),
        code=KEYS,
        event=st.sampled_from(["issued", "moved", "retired"]),
        lesson=st.sampled_from(["A1", "B2"]),
        step_title=TEXT,
        replaced_by=st.one_of(st.just(""), KEYS),
        host=st.sampled_from(["", "a.vn", "b.vn"]),
    ),
    max_size=20,
)


def _same(rows: tuple[book.LedgerRow, ...]) -> list[tuple[str, ...]]:
    return [
        (row.date, row.code, row.event, row.lesson, row.step_title, row.replaced_by, row.host) for row in rows
    ]


@given(ROWS)
def test_written_and_read_again_is_the_same(rows: list[book.LedgerRow]) -> None:
    found, problems = book.read(book.HEADER + book.lines(rows))
    assert problems == []
    assert _same(found.rows) == _same(book.make(rows).rows)


@given(ROWS, ROWS)
def test_no_code_is_ever_lost_by_appending(before: list[book.LedgerRow], after: list[book.LedgerRow]) -> None:
    old, new = book.make(before), book.make([*before, *after])
    assert set(old.state) <= set(new.state)
    assert set(new.state) == set(new.live) | set(new.retired)
    assert not set(new.live) & set(new.retired)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_merged_rows_does_not_matter_but_for_events_of_one_day(
    rows: list[book.LedgerRow], rng: object
) -> None:
    once = {(row.code, row.date, row.event): row for row in rows}
    shuffled = list(once.values())
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert book.make(shuffled).state == book.make(once.values()).state


def test_the_last_event_of_a_day_wins() -> None:
    rows = [
        book.LedgerRow("2026-11-21", "48217", event, "B2", "Mở") for event in ("retired", "issued", "moved")
    ]
    assert book.make(rows).state["48217"].event == "retired"


def test_repeats_left_by_a_merge_count_once() -> None:
    line = "2026-11-21,48217,issued,B2,Mở,,\n"
    found, problems = book.read(book.HEADER + line + book.HEADER + line)
    assert problems == []
    assert len(found.rows) == 1


def test_hosts_name_the_line_of_a_row() -> None:
    found, _ = book.read(
        book.HEADER + "2026-11-21,48217,issued,B2,Mở,,a.vn\n2026-11-21,10019,issued,B2,Mở,,\n"
    )
    assert found.hosts() == {"a.vn": 2}


def test_wrong_rows_are_told_with_their_line_and_the_rest_is_read() -> None:
    text = (
        book.HEADER
        + "x\n2026-11-21,48218,issued,B2,a,,\n2026-11-21,48217,lost,B2,a,,\n2026-11-21,48217,issued,B2,a,,\n"
    )
    found, problems = book.read(text)
    assert [str(problem) for problem in problems] == [
        "print/codes.csv:2: Dòng này của sổ mã không đọc được: có 1 ô, phải có 7. Lấy lại dòng đó từ bản trước; không sửa sổ mã bằng tay. [L01]",
        "print/codes.csv:3: Dòng này của sổ mã không đọc được: mã «48218» sai. Lấy lại dòng đó từ bản trước; không sửa sổ mã bằng tay. [L01]",
        "print/codes.csv:4: Dòng này của sổ mã không đọc được: việc «lost» lạ. Lấy lại dòng đó từ bản trước; không sửa sổ mã bằng tay. [L01]",
    ]
    assert list(found.live) == ["48217"]


def test_two_versions_side_by_side_are_told_and_nothing_else() -> None:
    row = "2026-11-21,48217,issued,B2,a,,\n"
    found, problems = book.read(f"{book.HEADER}x\n<<<<<<< HEAD\n{row}=======\n>>>>>>> b\n")
    assert [str(problem) for problem in problems] == [
        "print/codes.csv:3: Git để lại hai bản của cùng một đoạn ở đây, trong sổ mã. Chạy «tungbuoc fix»: máy giữ dòng của cả hai bên. [T15]"
    ]
    assert [row.code for row in found.rows] == ["48217"], "nobody chooses between two sides of a log"


def test_a_ledger_saved_by_a_spreadsheet_is_read() -> None:
    text = "\ufeff" + book.HEADER.replace("\n", "\r\n") + "2026-11-21,48217,issued,B2,Mở,,\r\n\r\n"
    found, problems = book.read(text)
    assert problems == []
    assert list(found.state) == ["48217"]


@given(st.text(max_size=300))
def test_reading_never_raises(text: str) -> None:
    book.read(text)
    book.read(book.HEADER + text)


def _row(event: str, date: str = "2026-11-21", by: str = "", title: str = "Mở") -> book.LedgerRow:
    return book.LedgerRow(date, "48217", event, "B2", title, by)  # type: ignore[arg-type]


def test_a_retirement_is_corrected_and_undone_by_later_rows() -> None:
    rows = [_row("issued"), _row("retired", by="10019"), _row("retired", by="20023")]
    assert book.make(rows).state["48217"].replaced_by == "20023"
    rows.append(_row("restored"))
    assert list(book.make(rows).live) == ["48217"]
    rows.append(_row("retired", "2026-11-22"))
    assert list(book.make(rows).retired) == ["48217"]
    assert list(book.make([*rows, _row("moved", "2026-11-30")]).retired) == ["48217"], (
        "a row of another branch ends no retirement"
    )


def test_the_title_on_paper_is_that_of_the_issue_or_of_the_last_edition() -> None:
    rows = [_row("issued"), _row("moved", title="Mở lại")]
    found = book.make(rows)
    assert (found.printed["48217"], found.titles("48217")) == ("Mở", {"Mở", "Mở lại"})
    assert book.make([*rows, _row("renamed", title="Mở máy")]).titles("48217") == {"Mở máy"}
