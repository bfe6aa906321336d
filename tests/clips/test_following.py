"""The screen that a film ends with, and that every film of the course shows something that moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_course import ROOT

from tungbuoc.clips import StepFilm, fonts, for_film, read_sentences
from tungbuoc.clips.following import follows
from tungbuoc.clips.stage import Stage
from tungbuoc.clips.timeline import plan
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.screens import Screen, parse

TAPPED = "title: VNeID\nbody:\n  - button: Quên mật khẩu\n    tap: true\n"
NEXT = "title: {title}\nbody:\n  - field: Số định danh\n"
PAPER = "body:\n  - notebook: Gợi ý\n"


def screen(text: str) -> Screen:
    found, problems = parse(text, path="a.md", line=1)
    assert found, problems
    return found


@pytest.mark.parametrize(
    ("shown", "following", "taken"),
    [
        (TAPPED, NEXT.format(title="Quên mật khẩu"), True),
        (
            TAPPED.replace("Quên mật khẩu", "Kích hoạt tài khoản định danh"),
            NEXT.format(title="Kích hoạt"),
            True,
        ),
        (TAPPED.replace("Quên mật khẩu", "Gửi yêu cầu"), NEXT.format(title="Nhập mã"), True),
        (TAPPED.replace("Quên mật khẩu", "Từ chối"), NEXT.format(title="Quyền đèn pin"), False),
        (TAPPED.replace("tap", "dont"), NEXT.format(title="Quên mật khẩu"), False),
        (TAPPED.replace("Quên mật khẩu", "Gửi yêu cầu"), PAPER, False),
    ],
)
def test_the_next_step_begins_with_what_follows_only_where_the_tap_leads_there(
    shown: str, following: str, taken: bool
) -> None:
    after = screen(following)
    assert follows(screen(shown), after) == (after if taken else None)
    assert follows(screen(shown), None) is None


def test_a_result_that_is_written_comes_first() -> None:
    shown = screen(TAPPED + "result:\n  title: Đã gửi\n  body:\n    - done: Xong\n")
    assert follows(shown, screen(NEXT.format(title="Quên mật khẩu"))) == shown.result
    film = StepFilm(
        "1",
        1,
        2,
        "Gửi",
        "Bài",
        "a.vn/1",
        (),
        (shown, screen(TAPPED)),
        following=screen(NEXT.format(title="Quên mật khẩu")),
    )
    assert [after and after.title for after in film.after] == ["Đã gửi", "Quên mật khẩu"]


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted((ROOT / "docs").glob("*/*.md"))
        if "## Bước 1:" in path.read_text(encoding="utf-8")
    ],
    ids=lambda path: path.stem,
)
def test_every_film_of_the_course_moves_and_is_short(path: Path) -> None:
    """The finger, a highlight that travels or what follows; the sentence by the second second; at most
    twenty seconds."""
    lesson = scan(path.read_text(encoding="utf-8"), "docs/x.md").lesson
    for step in lesson.steps:
        screens = for_film(block.screen for block in step.screens if block.screen)
        film = StepFilm(
            step.key or "",
            step.number,
            len(lesson.steps),
            step.title,
            lesson.title,
            "a.vn/1",
            read_sentences(step.body.texts()),
            screens,
        )
        texts = [["".join(run.text for run in sentence)] for sentence in film.sentences]
        made = plan(film.name, Stage(film, [], fonts.find()).acts(), texts)
        assert len({(look.hand, look.glow) for _tick, look in made.shots}) > 3, step.title
        assert made.cues[0].start <= 24, step.title
        assert made.end <= 20 * 12, step.title
