"""Whose a code is: by the last commit's text, the ledger's lesson and title; and what is asked instead of
guessed."""

from __future__ import annotations

from random import Random

from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import read_site
from tungbuoc.permalink.check import Known, check_keys
from tungbuoc.permalink.mend import Mended, mend
from tungbuoc.permalink.recode import recode
from tungbuoc.permalink.restore import Swaps

LEDGER = book.read("2026-01-01,48217,issued,B2,Mở danh bạ,,\n2026-01-01,10019,issued,B2,Gõ tên,,\n")[0]
FRONT = "---\ncode: {}\naudience: a\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2027-02-21\n---\n# T\n"
OPEN, TYPE = (
    "\nBấm hình người màu xanh.\n\nĐợi danh sách hiện ra.\n",
    "\nBấm ô trống ở trên.\n\nGõ tên người nhà.\n",
)


def _lesson(*steps: tuple[str, str], code: str = "B2", path: str = "docs/a.md") -> Lesson:
    text = "".join(f"## Bước {i}: {title}\n{body}\n" for i, (title, body) in enumerate(steps, 1))
    return scan(FRONT.format(code) + text, path).lesson


def _fixed(*lessons: Lesson, before: Lesson | None = None) -> list[tuple[str, str | None]]:
    """Titles and keys of every step after mending."""
    committed = {before.path: before} if before else {}
    mended = mend(lessons, LEDGER, site=read_site(""), today="2026-11-21", rng=Random(3), committed=committed)
    again = [scan(mended.sources.get(lesson.path, lesson.source), lesson.path).lesson for lesson in lessons]
    return [
        (step.title, step.key if step.key in LEDGER.live else step.key and "new")
        for lesson in again
        for step in lesson.steps
    ]


def _mended(lesson: Lesson, *, swaps: Swaps) -> Mended:
    return mend([lesson], LEDGER, site=read_site(""), today="2026-11-21", rng=Random(3), swaps=swaps)


def _keys(mended: Mended) -> list[str | None]:
    ((path, source),) = mended.sources.items()
    return [
        step.key if step.key in LEDGER.live else step.key and "new"
        for step in scan(source, path).lesson.steps
    ]


def _told(*lessons: Lesson, before: Lesson | None = None) -> list[str]:
    return [
        str(problem)
        for problem in check_keys(lessons, Known(LEDGER, {before.path: before} if before else {}))
    ]


def test_a_code_goes_back_from_other_words_to_its_own_step() -> None:
    before = _lesson(("Mở danh bạ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    mixed = _lesson(
        ("Mở danh bạ", OPEN), ("Chọn ảnh cưới {#48217}", "\nBấm ảnh.\n"), ("Gõ tên {#10019}", TYPE)
    )
    assert _fixed(mixed, before=before) == [
        ("Mở danh bạ", "48217"),
        ("Chọn ảnh cưới", "new"),
        ("Gõ tên", "10019"),
    ]
    assert _told(mixed, before=before) == [
        "docs/a.md:15: Mã 48217 là của bước “Mở danh bạ” ở docs/a.md dòng 9, bước ấy đang thiếu mã. "
        "Chạy «tungbuoc fix»: mã về bước ấy, bước này có mã của nó. [K11]"
    ]


def test_a_title_alone_takes_no_code_from_another_step_it_is_asked_about() -> None:
    """The code's step may have another title now, and the old one may be a new step's."""
    mixed = _lesson(
        ("Mở danh bạ", OPEN), ("Chọn ảnh cưới {#48217}", "\nBấm ảnh.\n"), ("Gõ tên {#10019}", TYPE)
    )
    assert _fixed(mixed) == [("Mở danh bạ", None), ("Chọn ảnh cưới", "48217"), ("Gõ tên", "10019")]
    assert _told(mixed) == [
        "docs/a.md:9: Bước 1 “Mở danh bạ” chưa có mã. Theo sổ mã, đó là bước của mã 48217, nay ở bước 2 "
        "“Chọn ảnh cưới” (docs/a.md dòng 15). Mã ở nhầm bước thì chuyển «{#48217}» từ dòng ấy về cuối tiêu đề "
        "này; bước ấy đổi tên thật, bước này mới, thì chạy «tungbuoc fix» và trả lời máy. [K11]"
    ]
    back = _mended(mixed, swaps="back")
    assert _keys(back) == ["48217", "new", "10019"]
    kept = _mended(mixed, swaps="keep")
    assert _keys(kept) == ["new", "48217", "10019"]
    assert ("48217", "renamed", "Chọn ảnh cưới") in [
        (row.code, row.event, row.step_title) for row in kept.rows
    ]


def test_of_two_steps_with_one_key_no_title_decides_where_the_words_are_unknown() -> None:
    """Somebody copied a step for its title, and gave the first one another."""
    doubled = _lesson(
        ("Vào sổ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE), ("Mở danh bạ {#48217}", "\nBấm kính.\n")
    )
    assert [key for _, key in _fixed(doubled)] == ["48217", "10019", "48217"]
    assert [text.rpartition(" ")[2] for text in _told(doubled)] == ["[K02]", "[K02]"]
    same_words = _lesson(("Vào sổ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE), ("Mở danh bạ {#48217}", OPEN))
    assert [key for _, key in _fixed(same_words)] == ["new", "10019", "48217"]


def test_a_copy_of_a_step_in_another_lesson_gives_the_code_back_to_the_lesson_that_the_ledger_names() -> None:
    home = _lesson(("Mở danh bạ", OPEN), ("Gõ tên {#10019}", TYPE))
    other = _lesson(("Mở danh bạ {#48217}", "\nBấm kính.\n"), code="C1", path="docs/c.md")
    assert _fixed(home, other) == [("Mở danh bạ", "48217"), ("Gõ tên", "10019"), ("Mở danh bạ", "new")]
    before = _lesson(("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", TYPE))
    assert _fixed(home, other, before=before) == [
        ("Mở danh bạ", "new"),
        ("Gõ tên", "10019"),
        ("Mở danh bạ", "48217"),
    ], "it was moved"


def test_two_codes_on_each_others_steps_go_back_where_one_heading_has_none() -> None:
    before = _lesson(("Mở danh bạ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    copied = _lesson(
        ("Mở danh bạ {#48217}", "\nBấm kính.\n"),
        ("Gõ tên {#10019}", "\nBấm loa.\n"),
        code="B3",
        path="docs/b.md",
    )
    mixed = _lesson(("Mở danh bạ", OPEN), ("Gõ tên {#48217}", TYPE))
    assert _fixed(mixed, copied, before=before) == [
        ("Mở danh bạ", "48217"),
        ("Gõ tên", "10019"),
        ("Mở danh bạ", "new"),
        ("Gõ tên", "new"),
    ]


def test_exchanged_and_retitled_steps_are_known_by_their_committed_words() -> None:
    before = _lesson(("Mở danh bạ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    mixed = _lesson(("Vào sổ {#10019}", OPEN), ("Viết vào {#48217}", TYPE))
    assert _told(mixed) == []
    assert [
        "«## Bước 1: Vào sổ {#48217}»" in text or "«## Bước 2: Viết vào {#10019}»" in text
        for text in _told(mixed, before=before)
    ] == [True, True]


def test_a_renamed_step_keeps_its_code_though_a_copy_elsewhere_still_has_the_old_title() -> None:
    home = _lesson(("Việc khác {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    other = _lesson(
        ("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", TYPE), code="B3", path="docs/b.md"
    )
    assert _fixed(home, other) == [
        ("Việc khác", "48217"),
        ("Gõ tên", "10019"),
        ("Mở danh bạ", "new"),
        ("Gõ tên", "new"),
    ]


def test_a_step_that_came_from_another_lesson_and_was_exchanged_is_asked_about_and_logged_under_its_own_title() -> (
    None
):
    steps = (("Tắt máy {#48217}", OPEN), ("Mở danh bạ {#30031}", TYPE))
    ledger = book.read("2026-01-01,48217,issued,B2,Mở danh bạ,,\n2026-01-01,30031,issued,C1,Tắt máy,,\n")[0]
    mixed = _lesson(*steps, code="C1", path="docs/c.md")
    assert [problem.code for problem in check_keys([mixed], Known(ledger))] == ["K11", "K11"]
    rows = mend([mixed], ledger, site=read_site(""), today="2026-11-21", rng=Random(3), swaps="keep").rows
    assert [(row.code, row.event, row.step_title) for row in rows] == [
        ("48217", "moved", "Mở danh bạ"), ("48217", "renamed", "Tắt máy"), ("30031", "renamed", "Mở danh bạ"),
    ]  # fmt: skip


def test_steps_of_one_title_are_told_apart_by_their_committed_words() -> None:
    before = _lesson(("Mở danh bạ {#48217}", OPEN), ("Mở danh bạ {#10019}", TYPE))
    mixed = _lesson(("Mở danh bạ {#10019}", OPEN), ("Mở danh bạ {#48217}", TYPE))
    assert [text.rpartition(" ")[2] for text in _told(mixed, before=before)] == ["[K11]", "[K11]"]
    rewritten = _lesson(("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", "\nBấm loa.\n"))
    assert _told(rewritten, before=before) == [], "other words are no exchange"


def test_a_lesson_with_a_new_code_and_place_keeps_its_steps_codes() -> None:
    moved = _lesson(
        ("Mở danh bạ {#48217}", OPEN),
        ("Gõ tên", TYPE),
        ("Tắt", "\nBấm nút.\n"),
        code="C1",
        path="docs/moi.md",
    )
    assert _fixed(moved) == [("Mở danh bạ", "48217"), ("Gõ tên", "10019"), ("Tắt", "new")]


def test_a_code_that_also_stands_in_a_file_nobody_can_read_is_logged_nowhere_else() -> None:
    other = _lesson(("Mở danh bạ {#48217}", OPEN), code="C1", path="docs/c.md")
    done = mend([other], LEDGER, site=read_site(""), today="2026-11-21", rng=Random(3), standing={"48217"})
    assert done.rows == ()


def test_a_step_whose_code_may_stand_in_a_file_nobody_can_read_gets_no_other() -> None:
    lesson = _lesson(("Mở danh bạ", OPEN), ("Tắt máy", TYPE))
    found = check_keys([lesson], Known(LEDGER, {}, {"48217", "10019"}))
    assert [str(problem) for problem in found] == [
        "docs/a.md:9: Bước 1 chưa có mã, mà mã của nó có thể còn ở một tệp máy chưa đọc được. "
        "Sửa tệp ấy trước (xem lỗi của nó), rồi chạy «tungbuoc fix». [K10]"
    ]
    done = mend(
        [lesson], LEDGER, site=read_site(""), today="2026-11-21", rng=Random(3), standing={"48217", "10019"}
    )
    assert list(done.minted) == [("docs/a.md", 15)]


def test_between_two_copies_no_title_decides() -> None:
    one = _lesson(("Việc khác {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    other = _lesson(("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", TYPE), path="docs/b.md")
    assert [key for _, key in _fixed(one, other)] == ["48217", "10019", "48217", "10019"]
    assert [text.rpartition(" ")[2] for text in _told(one, other)] == ["[K08]"]


def test_of_two_steps_with_one_title_and_other_words_nobody_is_chosen() -> None:
    doubled = _lesson(
        ("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", TYPE), ("Mở danh bạ {#48217}", OPEN)
    )
    assert _fixed(doubled) == [("Mở danh bạ", "48217"), ("Gõ tên", "10019"), ("Mở danh bạ", "48217")]
    assert [text.rpartition(" ")[2] for text in _told(doubled)] == ["[K02]", "[K02]"]
    before = _lesson(("Mở danh bạ {#48217}", OPEN), ("Gõ tên {#10019}", TYPE))
    assert _fixed(doubled, before=before) == [
        ("Mở danh bạ", "new"),
        ("Gõ tên", "10019"),
        ("Mở danh bạ", "48217"),
    ]


def test_a_step_without_a_key_in_one_of_two_copies_waits_until_they_are_told_apart() -> None:
    one = _lesson(("Mở danh bạ", OPEN), ("Gõ tên {#10019}", TYPE))
    other = _lesson(
        ("Mở danh bạ {#48217}", "\nBấm kính.\n"), ("Gõ tên {#10019}", "\nBấm loa.\n"), path="docs/b.md"
    )
    assert _fixed(one, other)[0] == ("Mở danh bạ", None)
    told = _told(one, other)
    assert any(
        text.endswith("Đổi mã bài ở bản chép trước, máy mới biết bước nào giữ mã đã in. [K10]")
        for text in told
    )
    assert any(text.endswith("rồi chạy «tungbuoc fix». [K08]") for text in told)


def test_the_lesson_whose_steps_were_logged_first_keeps_its_code() -> None:
    one = _lesson(("Gõ tên {#10019}", TYPE), path="docs/a-copy.md")
    other = _lesson(("Mở danh bạ {#48217}", OPEN), path="docs/b.md")
    assert recode([one, other], LEDGER, {}) == {"docs/a-copy.md": "B3"}
