"""Keys minted and written: nothing else in a file changes, twice is once, and the ledger learns every new
code."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import read_site
from tungbuoc.permalink.check import Known, check_keys
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.mend import Mended, mend

DRAFT, SITE = read_site(""), read_site("https://tungbuoc.vn")
TODAY = "2026-11-21"


def _lesson(body: str, code: str = "B2", path: str = "docs/a.md", ending: str = "\n") -> Lesson:
    front = f"---\ncode: {code}\naudience: mọi người\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2027-02-21\n---\n# T\n"
    return scan((front + body).replace("\n", ending), path).lesson


def _mend(*lessons: Lesson, ledger: str = "", site: object = DRAFT) -> Mended:
    return mend(lessons, book.read(ledger)[0], site=site, today=TODAY, rng=Random(7))  # type: ignore[arg-type]


def _again(lesson: Lesson, mended: Mended) -> Lesson:
    return scan(mended.sources.get(lesson.path, lesson.source), lesson.path).lesson


HEADINGS = st.sampled_from(
    [
        "## Bước 1: Mở",
        "## Bước 2: Gõ  ",
        "##Bước 3: Đọc ##",
        "## Bước 4: Chờ {#48217}",
        "## Làm thử",
        "### Bước 5: x",
        "## Bước 6: y{#1",
    ]
)
BODIES = st.lists(
    st.one_of(
        HEADINGS, st.sampled_from(["Bấm.", "", "```", "## Bước 7: a\u2028b", "\ufeff", "a\x0cb", "e\u0302"])
    ),
    max_size=15,
)


@given(BODIES, st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=200)
def test_only_keys_are_added_and_twice_is_once(body: list[str], ending: str) -> None:
    lesson = _lesson("\n".join(body), ending=ending)
    mended = _mend(lesson)
    source = mended.sources.get(lesson.path, lesson.source)
    keys = {row.code for row in mended.rows} - {"48217"}
    bare = source
    for key in keys:
        bare = bare.replace(f" {{#{key}}}", "", 1)
    if lesson.source.count("{#48217}") < 2:
        assert bare == lesson.source
    again = mend([_again(lesson, mended)], book.make(mended.rows), site=DRAFT, today=TODAY, rng=Random(8))
    assert again == Mended({}, ())


@given(BODIES)
def test_after_mending_every_key_is_good_and_known(body: list[str]) -> None:
    lesson = _lesson("\n".join(body))
    mended = _mend(lesson)
    told = {problem.code for problem in check_keys([_again(lesson, mended)], Known(book.make(mended.rows)))}
    doubled = (
        {"K02"} if lesson.source.count("{#48217}") > 1 else set()
    )  # of two other bodies nobody can say which is the copy
    assert not (told - doubled) & {"K01", "K02", "K03", "K05"}


def test_blanks_and_closing_hashes_of_a_heading_stay() -> None:
    lesson = _lesson("##Bước 1: Đọc  ##  \nBấm.\n")
    (new,) = _mend(lesson).sources.values()
    assert re.search(r"^##Bước 1: Đọc \{#\d{5}\}  ##  $", new, re.MULTILINE)


def test_a_near_miss_is_left_for_its_author() -> None:
    assert _mend(_lesson("## Bước 1: Mở {# 48217 }\nBấm.\n")) == Mended({}, ())


def test_a_key_with_a_wrong_check_digit_is_left_for_its_author() -> None:
    assert _mend(_lesson("## Bước 1: Mở {#48218}\nBấm.\n")) == Mended({}, ())


def test_a_lesson_without_front_matter_gets_no_keys() -> None:
    assert mend(
        [scan("## Bước 1: Mở\nBấm.\n", "a.md").lesson], book.make([]), site=DRAFT, today=TODAY, rng=Random(1)
    ) == Mended({}, ())


def test_the_copy_gets_a_new_key_and_the_ledgers_lesson_keeps_its_own() -> None:
    copy = _lesson("## Bước 1: Mở {#48217}\nBấm.\n", "A1", "docs/a.md")
    owner = _lesson("## Bước 1: Mở {#48217}\nBấm.\n", "B2", "docs/b.md")
    mended = _mend(copy, owner, ledger="2026-01-01,48217,issued,B2,Mở,,\n")
    assert list(mended.sources) == ["docs/a.md"]
    assert [(row.event, row.lesson) for row in mended.rows] == [("issued", "A1")]
    assert mended.rows[0].code not in ("48217",)


def test_a_retired_key_still_in_use_is_replaced() -> None:
    lesson = _lesson("## Bước 1: Mở {#48217}\nBấm.\n")
    mended = _mend(lesson, ledger="2026-01-01,48217,issued,B2,Mở,,\n2026-02-01,48217,retired,B2,Mở,,\n")
    (row,) = mended.rows
    assert is_key(row.code)
    assert row.code != "48217"


def test_a_step_that_moved_to_another_lesson_is_logged() -> None:
    lesson = _lesson("## Bước 1: Mở {#48217}\nBấm.\n", "A1")
    (row,) = _mend(lesson, ledger="2026-01-01,48217,issued,B2,Mở,,\n").rows
    assert (row.event, row.lesson, row.date) == ("moved", "A1", TODAY)


def test_the_host_is_logged_once_the_site_is_public() -> None:
    lesson = _lesson("## Bước 1: Mở {#48217}\nBấm.\n")
    draft = "2026-01-01,48217,issued,B2,Mở,,\n"
    assert _mend(lesson, ledger=draft).rows == ()
    (row,) = _mend(lesson, ledger=draft, site=SITE).rows
    assert (row.event, row.host) == ("moved", "tungbuoc.vn")
    assert _mend(lesson, ledger=draft + book.lines([row]), site=SITE).rows == ()


def test_renaming_and_renumbering_a_step_changes_nothing() -> None:
    lesson = _lesson("## Bước 4: Tên khác {#48217}\nBấm.\n")
    assert _mend(lesson, ledger="2026-01-01,48217,issued,B2,Mở,,\n") == Mended({}, ())
