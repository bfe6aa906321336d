"""The parts the rules stand on: syllables, spelling, prose, data, configuration, reports, the skeleton of
a new lesson."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.sample_project import LESSON, TODAY, sample, with_file

from tungbuoc import lint
from tungbuoc.lesson.grammar import READERS
from tungbuoc.lesson.inline import plain, without_code
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint import check
from tungbuoc.lint.config import parse_config
from tungbuoc.lint.data import read_data
from tungbuoc.lint.inline import syllables, without_quotes
from tungbuoc.lint.phrases import Phrases
from tungbuoc.lint.prose import join, passages
from tungbuoc.lint.report import report
from tungbuoc.lint.rules.verbs import begins_with_verb
from tungbuoc.lint.skeleton import STEPS, new_lesson
from tungbuoc.lint.syllables import LOWER, UPPER, is_syllable, read, respell, split_glued

ROOT = Path(__file__).parent.parent.parent
KEYS = ("10019", "20023", "30031", "55551")


@pytest.mark.parametrize(
    "word",
    [
        "hòa",
        "hóa",
        "khỏe",
        "thủy",
        "ủy",
        "tùy",
        "lũy",
        "hoàn",
        "thuyền",
        "khoét",
        "toàn",
        "quỳnh",
        "quý",
        "quỹ",
        "quà",
        "già",
        "giếng",
        "gì",
        "gìn",
        "giữ",
        "khuya",
        "thuở",
        "nghiêng",
        "yếu",
        "iu",
        "ý",
    ],
)
def test_syllables_of_this_projects_spelling(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hoà", "khoẻ", "thuỷ", "qúy", "gía", "đựơc", "cuả", "thọai"])
def test_syllables_with_the_tone_elsewhere_are_known_and_not_ours(word: str) -> None:
    assert read(word)
    assert not is_syllable(word)
    assert is_syllable(respell(word) or "")


@pytest.mark.parametrize(
    "word",
    [
        "nghoa",
        "cánhân",
        "ngi",
        "ce",
        "ge",
        "kanh",
        "catset",
        "tưt",
        "mậc2",
        "đượcc",
        "bbác",
        "ướ́",
        "w",
        "zalo",
    ],
)
def test_what_is_no_syllable(word: str) -> None:
    assert read(word) is None


@given(st.text(max_size=8))
def test_respelling_never_raises_and_settles(word: str) -> None:
    once = respell(word)
    assert once is None or respell(once) == once


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("cánhân", ("cá", "nhân")),
        ("tổdân", ("tổ", "dân")),
        ("tàikhoản", ("tài", "khoản")),
        ("côngnghệsố", ("công", "nghệ", "số")),
        ("wifi", ()),
        ("bác", ()),
    ],
)
def test_glued_words(word: str, parts: tuple[str, ...]) -> None:
    assert split_glued(word) == parts


def test_upper_and_lower_hold_only_their_own() -> None:
    letters = [sign for sign in UPPER + LOWER if sign != "-"]
    assert all(sign.isupper() for sign in UPPER if sign != "-")
    assert all(sign.islower() for sign in LOWER if sign != "-")
    assert len(letters) == 2 * (3 + 12 * 6)


def test_syllables_are_words_with_a_letter_or_digit() -> None:
    assert syllables("Bấm “Gửi” → “Có” — rồi đợi 30 phút …") == 7


def test_phrases_are_whole_words_in_any_case() -> None:
    found = Phrases({"chỉ cần": "Bỏ đi."}).find("Chỉ cần bấm. Đừng chỉ cầng.")
    assert list(found) == [(0, "Chỉ cần", "Bỏ đi.")]
    assert list(Phrases({"TP": "thành phố"}, exact=True).find("tp TP")) == [(3, "TP", "thành phố")]


def test_inline_marks_fall_away_and_offsets_stay() -> None:
    raw = "Bấm **“Gửi”**, gõ `TTTB`, xem [bài](../a.md) và ![hình](b.png)."
    assert plain(raw) == "Bấm “Gửi”, gõ TTTB, xem bài và hình."
    for change in (without_code, without_quotes):
        assert len(change(raw)) == len(raw)
    assert "TTTB" not in without_code(raw)
    assert "Gửi" not in without_quotes(raw)


def test_passages_know_their_lines_and_kinds() -> None:
    text = "# T\n\n## Bước 1: A\nVideo: a.mp4\n\n[//]: # (x)\nMột câu. Hai\ncâu. iPhone thì khác.\n\n- mục\n  tiếp\n1. số\n- [x] đúng\n| a | b |\n| --- | --- |\n```phone\ntitle: Máy\nbody:\n  - icons:\n      - {label: Zalo, icon: chat}\n  - card: Thẻ\n    lines: [một, hai]\n```\n"
    found = [(passage.kind, passage.line, passage.plain) for passage in passages(scan(text, "a.md").lesson)]
    assert found == [
        ("heading", 1, "T"),
        ("heading", 3, "A"),
        ("paragraph", 7, "Một câu. Hai câu. iPhone thì khác."),
        ("item", 10, "mục tiếp"),
        ("number", 12, "số"),
        ("task", 13, "đúng"),
        ("row", 14, "a | b"),
        ("label", 17, "Máy"),
        ("label", 20, "Zalo"),
        ("label", 21, "Thẻ"),
        ("label", 22, "một"),
        ("label", 22, "hai"),
    ]
    sentences = passages(scan(text, "a.md").lesson)[2].sentences
    assert [(sentence.line, sentence.plain) for sentence in sentences] == [
        (7, "Một câu."),
        (7, "Hai câu."),
        (8, "iPhone thì khác."),
    ]


@given(st.lists(st.text(max_size=20).filter(lambda text: "\r" not in text), max_size=10))
def test_joined_text_knows_every_line(parts: list[str]) -> None:
    lesson = scan("# T\n\n" + "\n\n".join(parts), "a.md").lesson
    found = passages(lesson)
    text = join(found)
    lines = lesson.source.split("\n")
    for at, sign in enumerate(text.text):
        if sign not in "\n ":
            assert sign in lines[text.line_at(at) - 1]


@pytest.mark.parametrize("sentence", ["Bấm nút.", "Bác bấm nút.", "“Mở” máy.", "Cô chú gõ tên."])
def test_verbs_begin(sentence: str) -> None:
    assert begins_with_verb(sentence, READERS)


@pytest.mark.parametrize("sentence", ["Nút ở trên.", "", "Bác.", "Máy sẽ hiện."])
def test_no_verb_begins(sentence: str) -> None:
    assert not begins_with_verb(sentence, READERS)


def test_data_files_of_the_project_are_well() -> None:
    files = {f"docs/{path.name}": path.read_bytes() for path in (ROOT / "docs").glob("*.yml")}
    data, problems = read_data(files)
    assert [str(problem) for problem in problems] == []
    assert data.numbers["19000368"] == "1900 0368"
    assert "vneid.gov.vn" in data.addresses
    assert data.facts["2.20"].mark == "CXM"
    assert {fact.mark for fact in data.facts.values()} == {"", "XM", "XM-MÁY", "RÀO", "CXM"}
    assert all(entry.fact in data.facts for entry in data.buttons.values() if entry.fact)


def test_faults_of_data_files_are_all_told() -> None:
    content = "danh sách\n".encode()
    assert [problem.code for problem in read_data({"docs/nut.yml": content})[1]] == ["E01"]
    content = '- name: A\n  apps: x\n- app: y\n- name: A\n- chữ\n- name: A\n  fact: "2"\n'.encode()
    told = [(problem.line, problem.code) for problem in read_data({"docs/nut.yml": content})[1]]
    assert told == [(2, "E02"), (3, "E02"), (5, "E02"), (7, "E02")]


@pytest.mark.parametrize(
    ("text", "site", "codes"),
    [
        (
            "site_url: https://a.vn\nplugins:\n  - search\n  - tungbuoc/lessons: {topics: []}",
            "https://a.vn/",
            ["C02"],
        ),
        ("site_url: !ENV [SITE_URL, '']\nplugins: {tungbuoc/lessons: {}}", "https://env.vn/", ["C02"]),
        ("site_url: !ENV SITE_URL\nplugins: [tungbuoc/lessons]", "https://env.vn/", ["C02"]),
        (
            "site_url: !ENV [NO, OTHER, 'https://b.vn']\nx: !!python/name:a.b\ny: !relative z",
            "https://b.vn/",
            ["C06"],
        ),
        ("- a", "https://ban-nhap.example/", ["C06"]),
        ("", "https://ban-nhap.example/", ["C06"]),
        ("a: [", "https://ban-nhap.example/", ["C06"]),
        ("plugins:\n  - tungbuoc/lessons: chữ", "https://ban-nhap.example/", ["C02"]),
    ],
)
def test_configuration(text: str, site: str, codes: list[str]) -> None:
    course, found, problems = parse_config(text, {"SITE_URL": "https://env.vn"})
    assert course is None
    assert found.url == site
    assert [problem.code for problem in problems] == codes


@given(st.text(max_size=100))
def test_configuration_never_raises(text: str) -> None:
    parse_config(text, {})


def test_other_pages_are_checked_for_what_holds_everywhere() -> None:
    page = "# Về dự án\n\nDate, photo, CCCD: chỉ cần đọc. Xem [bài](khong-co.md), [tờ in](tai-to-in.md), [chủ đề](mau/index.md).\n\nGọi 0912 345 678.\n"
    found = check(with_file(sample(), "docs/ve.md", page.encode()))
    assert [(problem.line, problem.code) for problem in found] == [(3, "A05"), (5, "R01")]


PROBLEMS = [
    Problem("docs/a.md", 3, "B03", "Thiếu 100%.", "Thêm:\nvào."),
    Problem("docs/a.md", 12, "S01", "Dài.", "", "warning"),
    Problem("b,c:d.md", 1, "X01", "Lạ."),
]


def test_report_for_a_terminal() -> None:
    assert report(PROBLEMS[:2], "terminal", files=3) == (
        "docs/a.md\n  dòng   3  lỗi  Thiếu 100%. Thêm:\nvào. [B03]\n  dòng  12  nhắc  Dài. [S01]\n\nĐã xem 3 bài: 1 lỗi phải sửa, 1 điều nên sửa, ở 1 tệp.\n"
    )
    assert report([], "terminal", files=3, untried=lint.untried(sample())) == (
        "Đã xem 3 bài: không có lỗi nào.\nTrước khi in: 2 nút chưa ai thử trên máy thật (mục tried trong nut.yml).\n"
    )
    assert report([], "terminal", files=3) == "Đã xem 3 bài: không có lỗi nào.\n"


def test_report_for_github() -> None:
    assert report(PROBLEMS, "github", files=3) == (
        "::error file=docs/a.md,line=3,title=B03::Thiếu 100%25. Thêm:%0Avào.\n"
        "::warning file=docs/a.md,line=12,title=S01::Dài.\n"
        "::error file=b%2Cc%3Ad.md,line=1,title=X01::Lạ.\n"
    )


def test_report_for_machines() -> None:
    told = json.loads(report(PROBLEMS, "json", files=3))
    assert told["files"] == 3
    assert told["problems"][1] == {
        "path": "docs/a.md",
        "line": 12,
        "code": "S01",
        "severity": "warning",
        "text": "Dài.",
        "fix": "",
    }


@pytest.mark.parametrize("minutes", [5, 7, 20, 25, 30, 120])
@pytest.mark.parametrize("audience", ["mọi người", "cô chú bán hàng", 'người "mới": # dùng', " bác "])
@pytest.mark.parametrize("code", ["B9", "B2"])
def test_a_new_lesson_only_asks_to_be_filled_in(minutes: int, audience: str, code: str) -> None:
    text = new_lesson(
        code=code,
        title="Gửi ảnh cho con",
        minutes=minutes,
        audience=audience,
        keys=KEYS,
        today=TODAY,
        words=Wording(reader="bác"),
        offline=True,
    )
    project = sample()
    book = (
        project.files["print/codes.csv"]
        + "".join(f"2026-11-21,{key},issued,{code},a,,\n" for key in KEYS if key == "55551").encode()
    )
    alone = with_file(with_file(project, "docs/mau/moi.md", text.encode()), "print/codes.csv", book)
    found = [
        problem for problem in check(alone) if problem.path == "docs/mau/moi.md" and problem.code != "K02"
    ]
    assert {problem.code for problem in found} == {"Y03"}
    assert len(found) == text.count("(điền: ")
    assert text.count("## Bước") == STEPS
    assert LESSON not in text
