"""What grows old, where a button is named, and the record of a trial."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.lint.sample_project import LESSON, sample, with_file, with_text

from tungbuoc.lint import check
from tungbuoc.lint.data import BUTTONS, read_data
from tungbuoc.lint.entries import tidy
from tungbuoc.lint.freshness import buttons, due, names, untried_buttons, where
from tungbuoc.lint.tried import Trial, record
from tungbuoc.permalink import editions

DAY = dt.date(2026, 11, 20)


def test_a_lesson_is_due_on_its_day_and_not_before() -> None:
    project = sample()
    scanned = due(project, dt.date(2100, 1, 1))
    assert [one.path for one in scanned] == [LESSON]
    last = scanned[0].review_by
    assert due(project, last)
    assert due(project, last - dt.timedelta(days=1)) == []
    assert project.files[LESSON].decode().split("\n")[scanned[0].line - 1] == f"review_by: {last}"


def test_codes_on_released_paper_are_told_apart_from_those_of_the_ledger() -> None:
    project = sample()
    one = due(project, dt.date(2100, 1, 1))[0]
    assert one.printed == ()
    keys = [step.key for step in one.logged]
    assert len(keys) > 2
    log = editions.HEADER + f"{one.code},to-bai-hoc,1,2026-11-21,{keys[1]}=abc khac=def\n"
    after = due(with_file(project, editions.PATH, log.encode()), dt.date(2100, 1, 1))[0]
    assert [step.key for step in after.printed] == keys[1:2]
    assert [step.key for step in after.logged] == [keys[0], *keys[2:]]


def test_buttons_nobody_tried_are_listed_by_app() -> None:
    assert untried_buttons(sample()) == {"Điện thoại": ["Lưu", "Tạo liên hệ mới"]}


@pytest.mark.parametrize("asked", ["Lưu", "lưu", "“Lưu”", " **“LƯU”** "])
def test_every_place_of_a_button_is_found_with_its_line(asked: str) -> None:
    found = where(sample(), asked)
    assert {place.what.rpartition(", ")[2] for place in found if place.path == LESSON} >= {"màn hình", "câu"}
    assert [place.path for place in found if place.path == BUTTONS] == [BUTTONS]
    for place in found:
        assert "Lưu" in sample().files[place.path].decode().split("\n")[place.line - 1]


def test_forms_and_pages_are_searched_and_other_words_are_not() -> None:
    form = "---\ncode: M01\n---\n\n# Sổ\n\n## A\n\nBấm **“Lưu”** rồi lưu lại.\n".encode()
    project = with_file(sample(), "docs/trang.md", form)
    assert [(place.path, place.line) for place in where(project, "Lưu") if place.path == "docs/trang.md"] == [
        ("docs/trang.md", 9)
    ]
    assert where(project, "rồi") == []
    assert "Lưu" in names(project)


def test_a_trial_is_written_into_its_entry_alone_and_check_agrees() -> None:
    project = sample()
    made = record(project.files[BUTTONS], buttons(project)["Lưu"], Trial(" Điện thoại  14 ", "Android", DAY))
    before, after = (text.decode().splitlines() for text in (project.files[BUTTONS], made))
    assert [line for line in after if line not in before] == [
        '- {name: "Lưu", app: "Điện thoại", fact: "", tried: 2026-11-20, seen: "Điện thoại 14, Android"}'
    ]
    assert len(after) == len(before)
    assert check(with_file(project, BUTTONS, made)) == check(project)
    assert read_data({BUTTONS: made})[0].buttons["Lưu"].tried == DAY


@pytest.mark.parametrize(
    ("trial", "said"),
    [
        (Trial("Zalo 1", "Android", DAY), "Nút «Lưu» là của «Điện thoại»"),
        (Trial("Điện thoạix", "Android", DAY), "không phải «Điện thoạix»"),
        (Trial("Điện thoại", " ", DAY), "Thiếu tên ứng dụng hoặc loại máy"),
    ],
)
def test_a_trial_that_says_too_little_is_refused(trial: Trial, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        record(sample().files[BUTTONS], buttons(sample())["Lưu"], trial)


def test_an_earlier_trial_and_a_broken_table_are_refused() -> None:
    project = sample()
    with pytest.raises(ValueError, match="Bảng giữ lần thử mới hơn"):
        record(
            project.files[BUTTONS],
            buttons(project)["Danh bạ"],
            Trial("Điện thoại", "Android", dt.date(2026, 10, 1)),
        )
    broken = with_text(project, BUTTONS, '- {name: "Danh bạ"', '- {nme: "Danh bạ"')
    with pytest.raises(ValueError, match="chưa đọc được"):
        record(broken.files[BUTTONS], buttons(project)["Lưu"], Trial("Điện thoại", "Android", DAY))


def test_of_two_trials_that_meet_in_a_merge_the_later_counts_with_its_phone() -> None:
    rows = ('- {name: "Gửi", app: "Zalo", fact: "", tried: 2026-11-01, seen: "Zalo 1, A"}\n',
            '- {name: "Gửi", app: "Zalo", fact: "7.4", tried: 2026-10-02, seen: "Zalo 2, B"}\n')  # fmt: skip
    for content in ("".join(rows), "".join(reversed(rows))):
        assert tidy(content.encode(), BUTTONS).decode() == (
            '- {name: "Gửi", app: "Zalo", fact: "7.4", tried: 2026-11-01, seen: "Zalo 1, A"}\n'
        )


def test_a_lesson_without_front_matter_is_passed_over() -> None:
    project = replace(sample(), files={**sample().files, LESSON: b"# A\n"})
    assert due(project, dt.date(2100, 1, 1)) == []
