"""The plan: everything is shown, in order, long enough, with and without a voice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tungbuoc.clips.model import TICKS
from tungbuoc.clips.moves import Act
from tungbuoc.clips.timeline import plan
from tungbuoc.clips.words import reading_seconds

verbs = some.sampled_from(["tap", "hold", "swipe", "type", "dont", "look"])
one_act = some.builds(
    Act,
    verbs,
    x=some.just(300.0),
    y=some.just(200.0),
    to=some.just((300.0, 100.0)),
    letters=some.integers(0, 40),
)
acts = some.lists(one_act, min_size=1, max_size=4)
sentences = some.lists(
    some.lists(some.text("abc ", min_size=1, max_size=60), min_size=1, max_size=2), max_size=4
)


@given(acts, sentences, some.none() | some.floats(0.5, 60))
def test_ticks_rise_and_captions_follow_without_gap(
    acts: list[Act], sentences: list[list[str]], speech: float | None
) -> None:
    made = plan("Bước 5: Gọi", acts, sentences, speech)
    ticks = [tick for tick, _look in made.shots]
    assert ticks[0] == 0
    assert all(before < after for before, after in pairwise([*ticks, made.end]))
    assert [cue.text for cue in made.cues] == [page for sentence in sentences for page in sentence]
    assert all(before.end == after.start for before, after in pairwise(made.cues))
    assert all(cue.start < cue.end <= made.end for cue in made.cues) or speech
    assert {look.screen for _tick, look in made.shots} == {None, *range(len(acts))}
    assert made.end >= (speech or 0) * TICKS


@given(acts, sentences)
def test_a_slow_reader_can_finish_every_caption(acts: list[Act], sentences: list[list[str]]) -> None:
    for cue in plan("Bước 1: Mở", acts, sentences).cues:
        assert cue.end - cue.start >= reading_seconds(cue.text) * TICKS - 0.001


@given(some.integers(1, 40))
def test_typing_shows_the_whole_text_at_last(letters: int) -> None:
    shots = plan("Bước 1: Gõ", [Act("type", 100, 100, letters=letters)], [["Gõ số."]]).shots
    typed = [look.typed for _tick, look in shots]
    assert typed == sorted(typed)
    assert typed[-1] == letters


def test_a_long_voice_moves_the_captions() -> None:
    made = plan(
        "Bước 5: Gọi số đã lưu", [Act("tap", 300, 300)], [["Chọn số bác đã lưu."], ["Không gọi số lạ."]], 30.0
    )
    first, second = made.cues
    assert 6 < first.start / TICKS < 13
    assert 14 < second.start / TICKS < 24
    assert made.end / TICKS >= 30


def test_the_finger_stays_on_its_mark_under_the_caption() -> None:
    shots = plan("Bước 5: Gọi", [Act("tap", 300, 310)], [["Chọn số."]]).shots
    last = shots[-1][1]
    assert last.hand == (300, 310, 0)
    assert last.pressed
    assert last.caption == 0


def test_a_forbidden_button_is_crossed_out_at_last_and_never_touched() -> None:
    shots = plan("Bước 2: Dừng", [Act("dont", 300, 310)], [["Không bấm."]]).shots
    assert shots[-1][1].pressed
    assert not shots[1][1].pressed
    assert all(look.hand is None for _tick, look in shots)


def test_the_sentence_stands_with_the_drawing_within_two_seconds() -> None:
    made = plan(
        "Bước 5: Gọi số bác đã lưu trong danh bạ từ trước",
        [Act("tap", 300, 310)],
        [["Chọn số."], ["Đừng gọi lại."]],
    )
    first = next(tick for tick, look in made.shots if look.caption == 0)
    assert first == made.cues[0].start <= 2 * TICKS
    assert next(tick for tick, look in made.shots if look.screen == 0) == first


@pytest.mark.parametrize(("named", "acting"), [("", 0), ("gửi yêu cầu", 1), ("không có trong câu nào", 0)])
def test_the_finger_touches_when_the_sentence_that_names_the_thing_is_read(named: str, acting: int) -> None:
    made = plan(
        "Bước 3: Nhập",
        [Act("tap", 300, 310, named=named)],
        [["Gõ 12 số trên thẻ căn cước."], ["Xong, bấm “Gửi yêu cầu”."]],
    )
    touched = next(tick for tick, look in made.shots if look.pressed)
    assert touched >= made.cues[acting].start + reading_seconds(made.cues[acting].text) * TICKS - 1
    came = next(tick for tick, look in made.shots if look.hand)
    assert came < 3 * TICKS, "something moves early: a film without sound must show that it plays"


def test_after_the_touch_comes_what_follows_and_stays() -> None:
    made = plan(
        "Bước 2: Chọn", [Act("tap", 300, 310, follows=True)], [["Bấm “Kích hoạt”."], ["Máy sẽ hiện hai ô."]]
    )
    seen = [(tick, look) for tick, look in made.shots if look.after]
    pressed = max(tick for tick, look in made.shots if look.pressed)
    assert pressed < seen[0][0]
    assert seen[-1] == made.shots[-1]
    assert made.end - seen[0][0] >= 2 * TICKS
    assert made.cues[1].start >= seen[0][0]


def test_where_nothing_is_touched_a_highlight_visits_everything_in_order() -> None:
    stops = ((80, 100, 200, 130), (80, 160, 220, 190), (80, 220, 230, 250))
    made = plan(
        "Bước 2: Nghe", [Act("look", stops=stops)], [["Nghe xem họ có dọa bắt, dọa khóa, dọa cắt điện."]]
    )
    glows = [look.glow for _tick, look in made.shots if look.glow]
    assert [glow for glow in glows if glow in stops] == list(stops)
    assert len(glows) > len(stops), "it travels"
    assert made.cues[0].end == made.end
