"""Words on paper: bound last words, addresses that break at the right place, things to fill in, what the
gate looks for."""

from __future__ import annotations

import pytest
from tests.press.galleys import form, lesson

from tungbuoc.lesson.dates import day
from tungbuoc.lesson.galley import Answer, GalleySection, Question
from tungbuoc.press import gate
from tungbuoc.press.gate.heard import folded
from tungbuoc.press.typeset import filling, fitting, phrasing

NBSP = "\N{NO-BREAK SPACE}"


def test_the_last_two_words_stay_together_even_behind_bold() -> None:
    assert phrasing.bound("<p>Bác bấm vào đây.</p>") == f"<p>Bác bấm vào{NBSP}đây.</p>"
    assert (
        phrasing.bound("Không <strong>bấm vào đây.</strong>") == f"Không <strong>bấm vào{NBSP}đây.</strong>"
    )


def test_a_long_last_word_may_stand_alone() -> None:
    assert NBSP not in phrasing.bound("<p>Mở vneid.gov.vn/trang</p>")


def test_no_word_is_broken_at_its_hyphen() -> None:
    joined = phrasing.bound('<p>Trang “.gov-vn.com” <a href="a-b/">giả</a> – 4-5 phút</p>')
    assert (
        joined.replace("-\N{WORD JOINER}", "~").replace(NBSP, " ")
        == '<p>Trang “.gov~vn.<wbr>com” <a href="a-b/">giả</a> – 4~5 phút</p>'
    )


def test_a_title_breaks_after_commas_and_keeps_its_spaces() -> None:
    made = phrasing.phrases("Dừng lại, hỏi lại <b>")
    assert made == '<span class="phrase">Dừng lại,</span> <span class="phrase">hỏi lại &lt;b&gt;</span>'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("tungbuoc.vn/48217", "tungbuoc.<wbr>vn/"), ("a.b.vn/so/48217", "a.<wbr>b.<wbr>vn/<wbr>so/")],
)
def test_an_address_breaks_after_dots_and_slashes_only(typed: str, shown: str) -> None:
    assert fitting.host(typed) == shown


def test_a_long_host_is_set_smaller_but_never_under_ten_points() -> None:
    assert "nowrap" in fitting.host_style("tungbuoc.vn/48217")
    assert fitting.host_style(
        "ban-nhap.example/48217"
    ) == ' style="font-size:10.7pt"' or "pt" in fitting.host_style("ban-nhap.example/48217")
    assert fitting.host_style("mot-ten-mien-dai-lam-luon.example/48217") == ' style="font-size:10.0pt"'


def test_a_form_gets_lines_boxes_and_rows() -> None:
    html = form().sections[1].html
    made = filling.fields(html, rows=4)
    assert '<p class="write"><span class="asked">Gia đình:</span> <span class="fill">' in made
    assert '<li class="ticked"><span class="tick">' in made
    assert made.count("<tr>") == 5
    assert filling.fields("<p>____</p>") == '<p class="fill-line">&#8203;</p>'


def test_a_poster_is_lead_shout_and_points() -> None:
    html = "<p>Họ giục?</p>\n<p><strong>Cúp máy.</strong></p>\n<ol>\n<li>Gọi lại.</li>\n</ol>"
    assert filling.poster(GalleySection(title="Áp phích", html=html, items=("Gọi lại.",))) == {
        "lead": ["Họ giục?"], "shout": "<strong>Cúp máy.</strong>", "points": ("Gọi lại.",),
    }  # fmt: skip


def test_no_two_boards_of_the_game_are_alike() -> None:
    signs = [(str(number), f"Dấu hiệu {number}") for number in range(1, 28)]
    boards = [tuple(board["cells"]) for board in filling.loto_boards(signs)]  # type: ignore[arg-type]
    assert len(set(boards)) == 6
    assert all(len(set(board)) == 9 for board in boards)


def test_the_plan_says_from_which_to_which_minute() -> None:
    assert phrasing.times(lesson()) == [(0, 20)]


def test_times_and_dates_are_told_as_people_write_them() -> None:
    assert day("2026-11-21") == "21/11/2026"
    assert day("hôm nay") == "hôm nay"
    assert phrasing.tried_date("2026-11-21, VNeID 2.1, Samsung") == "21/11/2026"
    assert phrasing.seconds("<p>" + "chữ " * 120 + "</p>") == 60


def test_the_gate_forgets_white_space_and_signs_without_ink() -> None:
    assert folded("Gọi \u200e1900\ufe0f") == "Gọi1900"
    assert folded("Bác  bấm\u00a0vào\nđây") == folded("Bác bấm vào đây")
    assert folded("Ba\u0301c") == folded("Bác")


def test_the_gate_promises_only_what_the_format_prints() -> None:
    from tungbuoc.press.formats import Format

    card = Format(name="card", label="Thẻ", per="lesson", sections=("remember",), steps=("one code",))
    wanted = gate.promise([lesson()], card)
    said = [[piece.text for piece in part] for part in wanted.parts if part]
    assert said == [["Dừng lại, hỏi lại bài E1"], ["Cúp máy.", "Gọi lại số đã lưu.", "Hỏi một người nhà."]]
    assert len(wanted.codes) == 1


def test_the_gate_promises_the_code_that_a_poster_picks() -> None:
    from tungbuoc.press.formats import Format

    galley = lesson()
    third = galley.steps[2].model_copy(update={"title": "Cúp máy ngay"})
    section = galley.sections[0].model_copy(
        update={"kind": "poster", "title": "Áp phích", "html": "<p>Cúp máy ngay</p>"}
    )
    galley = galley.model_copy(
        update={
            "steps": (*galley.steps[:2], third, *galley.steps[3:]),
            "sections": (section, *galley.sections),
        }
    )
    poster = Format(name="poster", label="Áp phích", per="lesson", needs=("poster",), steps=("best code",))
    assert [(code.place, code.text) for code in gate.promise([galley], poster).codes] == [
        ("Bước 3", third.payload)
    ]


def test_the_reasons_of_a_quiz_stand_apart_and_wrong_ones_are_left_out_where_the_format_says_so() -> None:
    from tungbuoc.press.formats import Format

    quiz = Format(name="quiz", label="Tự kiểm", per="lesson", sections=("quiz",), titled=False)
    questions = ["Có người giục, bác làm gì?", "Cúp máy.", "Làm theo."]
    said = [[piece.text for piece in part] for part in gate.promise([lesson()], quiz).parts if part]
    assert said == [[*questions, "Dễ mất tiền."], ["Cúp máy.", "Việc thật thì chờ được."]]
    leaving = quiz.model_copy(update={"leaves_out": ("wrong reasons",)})
    assert (
        next([piece.text for piece in part] for part in gate.promise([lesson()], leaving).parts if part)
        == questions
    )


@pytest.mark.parametrize(
    ("title", "width", "size", "shown"),
    [
        ("Quét mã QR đăng ký lớp", 112, 40, ["Quét mã QR", "đăng ký lớp"]),
        ("Vào mạng: wifi nhà, 4G, wifi công cộng", 66, 20, ["Vào mạng:", "wifi nhà, 4G,", "wifi công cộng"]),
        ("Dừng tay", 66, 20, ["Dừng tay"]),
    ],
)
def test_a_title_is_set_in_few_even_lines_that_end_with_a_phrase(
    title: str, width: float, size: float, shown: list[str]
) -> None:
    lines = fitting.in_lines(title, width, size).split("</span>")
    assert [line.rpartition(">")[2] for line in lines if line] == shown


def test_a_word_wider_than_the_line_is_left_to_break_where_it_may() -> None:
    assert fitting.in_lines("Xem tungbuoc.vn/48217", 20, 30) == "Xem tungbuoc.vn/48217"


def test_questions_are_dealt_to_two_columns_in_their_order() -> None:
    def asked(answers: int) -> Question:
        return Question(
            html="?", answers=tuple(Answer(html="a", right=False, reason="") for _ in range(answers))
        )

    questions = (asked(3), asked(2), asked(3), asked(2), asked(3))
    left, right = filling.dealt(questions)
    assert (*left, *right) == questions
    assert len(left) in (2, 3)
    assert filling.dealt(()) == [(), ()]


def test_a_hyphen_at_the_end_of_a_line_is_heard() -> None:
    """pdfium tells it as U+0002."""
    assert folded("Nhờ ở ki\x02\nốt") == folded("Nhờ ở ki-ốt")


def test_a_long_address_may_break_at_its_dots_and_a_link_keeps_its_target() -> None:
    said = phrasing.bound(
        '<p>Gõ <strong>thitruongnongsan.gov.vn</strong> hay <a href="https://a.vn/b.c">a.vn</a>. Giá 1.500 đồng.</p>'
    )
    assert said == (
        '<p>Gõ <strong>thitruongnongsan.<wbr>gov.<wbr>vn</strong> hay <a href="https://a.vn/b.c">a.<wbr>vn</a>. Giá 1.500\N{NO-BREAK SPACE}đồng.</p>'
    )
