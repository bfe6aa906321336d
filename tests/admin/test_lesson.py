"""A lesson's text ⇄ what the form shows: nothing that nobody touched changes by a byte."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.admin.conftest import LESSONS, run

from tungbuoc.lesson.scan import scan

TEXT = """---
code: E9
audience: mọi người
minutes: 20
facts: ["2.10", "2.2"] # hai mã
reviewed: 2026-11-21
review_by: 2027-02-21
---

# Gọi thử

## Học xong, bác làm được

- Gọi được.

## Bước 1: Mở danh bạ {#48217}

Bấm **“Danh bạ”**.

```phone
title: Máy
body:
  - row:   Con gái
    tap: true
  - text: "Gợi ý: số 1"
```

## Bước 2: Gọi {#10019}

Bấm hình điện thoại.

```phone
body:
  - button: Gọi
    value: [hỏng
```

## Làm thử

````text
## Bước 9: không phải bước
````
"""


@pytest.fixture
def shown(site: Path) -> dict[str, Any]:
    return dict(run(site, ["fromFile", TEXT])[0])


def _written(site: Path, value: dict[str, Any]) -> str:
    return str(run(site, ["toFile", value])[0])


def test_every_lesson_of_the_course_comes_back_as_it_was(site: Path) -> None:
    texts = [path.read_text("utf-8") for path in LESSONS]
    values = run(site, *(["fromFile", text] for text in texts))
    assert len(texts) >= 48
    assert run(site, *(["toFile", value] for value in values)) == texts


def test_every_lesson_written_anew_from_its_fields_says_the_same(site: Path) -> None:
    texts = [path.read_text("utf-8") for path in LESSONS]
    values = run(site, *(["fromFile", text] for text in texts))
    screens = [block for value in values for part in value["parts"] for block in part.get("blocks", ())]
    assert {block["kind"] for block in screens} == {"loi", "man-hinh"}, "a field for everything that is drawn"
    for new, old in zip(run(site, *(["toFile", _bare(value)] for value in values)), texts, strict=True):
        one, other = scan(new, "docs/a.md"), scan(old, "docs/a.md")
        assert one.problems == other.problems
        assert one.lesson.front == other.lesson.front
        assert [(step.number, step.title, step.key) for step in one.lesson.steps] == [
            (step.number, step.title, step.key) for step in other.lesson.steps
        ]
        assert _drawn(one.lesson) == _drawn(other.lesson)


def _bare(value: Any) -> Any:
    """Without the texts that parts carry along, so that every part is written anew."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if name not in ("raw", "head")}
    return value


def _drawn(lesson: Any) -> list[Any]:
    return [[screen.screen for screen in step.screens] for step in lesson.steps]


def test_a_changed_sentence_changes_its_own_step_alone(site: Path, shown: dict[str, Any]) -> None:
    step = shown["parts"][1]
    assert (step["kind"], step["title"], step["key"]) == ("buoc", "Mở danh bạ", "48217")
    step["blocks"][0]["text"] = "Bấm **“Danh bạ”** ở dưới."
    assert _written(site, shown) == TEXT.replace("Bấm **“Danh bạ”**.", "Bấm **“Danh bạ”** ở dưới.")


def test_a_changed_screen_keeps_what_it_does_not_change(site: Path, shown: dict[str, Any]) -> None:
    screen = shown["parts"][1]["blocks"][1]
    assert screen["body"][0] == {"element": "row", "row": "Con gái", "tap": "true"}
    screen["body"][0]["row"] = "Con trai: Nam"
    written = _written(site, shown)
    lesson = scan(written, "docs/a.md").lesson
    assert [str(part.row) for part in lesson.steps[0].screens[0].screen.body if part.kind == "row"] == [
        "Con trai: Nam"
    ]
    assert "Gợi ý: số 1" in written
    assert written.partition("## Bước 2")[2] == TEXT.partition("## Bước 2")[2]


def test_what_cannot_be_read_is_shown_as_it_is(site: Path, shown: dict[str, Any]) -> None:
    broken = shown["parts"][2]["blocks"][1]
    assert (broken["kind"], broken["source"]) == ("nguon", "body:\n  - button: Gọi\n    value: [hỏng")
    broken["source"] = "body:\n  - button: Gọi"
    assert "value: [hỏng" not in _written(site, shown)


def test_steps_are_numbered_in_their_order_and_codes_go_along(site: Path, shown: dict[str, Any]) -> None:
    shown["parts"][1:3] = [
        shown["parts"][2],
        {"kind": "buoc", "title": "Nghe", "blocks": []},
        shown["parts"][1],
    ]
    headings = [line for line in _written(site, shown).split("\n") if line.startswith("## Bước")]
    assert headings == [
        "## Bước 1: Gọi {#10019}",
        "## Bước 2: Nghe",
        "## Bước 3: Mở danh bạ {#48217}",
        "## Bước 9: không phải bước",
    ]


def test_front_matter_changes_only_the_lines_of_what_changed(site: Path, shown: dict[str, Any]) -> None:
    assert shown["facts"] == ["2.10", "2.2"]
    shown |= {"minutes": 25, "words": ["OTP", "mã: lạ"], "review_by": "2027-03-01"}
    written = _written(site, shown)
    assert '\nfacts: ["2.10", "2.2"] # hai mã\n' in written
    assert '\nwords: [OTP, "mã: lạ"]\n' in written
    front = scan(written, "docs/a.md").lesson.front
    assert front
    assert (front.minutes, front.words, front.review_by) == (25, ("OTP", "mã: lạ"), dt.date(2027, 3, 1))
    shown["facts"] = ["2.10"]
    assert '\nfacts: ["2.10"]\n' in _written(site, shown)


def test_a_new_lesson_needs_no_text_of_its_own(site: Path) -> None:
    value = {
        "title": "Bài mới", "code": "E9", "audience": "mọi người", "minutes": 20, "reviewed": "2026-11-21",
        "review_by": "2027-02-21", "parts": [
            {"kind": "muc", "title": "Chuẩn bị", "text": "- Điện thoại."},
            {"kind": "buoc", "title": "Mở máy", "blocks": [
                {"kind": "loi", "text": "Bấm nút nguồn."},
                {"kind": "man-hinh", "title": "Máy", "back": False, "body": [{"element": "button", "button": "Mở", "tap": "true", "plain": False}]},
            ]},
        ],
    }  # fmt: skip
    found = scan(_written(site, value), "docs/a.md")
    assert [problem.code for problem in found.problems] == ["B03"], "fix gives it a code"
    assert found.lesson.front
    assert (found.lesson.title, found.lesson.steps[0].title, found.lesson.steps[0].key) == (
        "Bài mới",
        "Mở máy",
        None,
    )
    assert found.lesson.steps[0].screens[0].screen
