"""Matching, ranking and marking on a course of four small lessons."""

from __future__ import annotations

from typing import Any

import pytest
from tests.search.node import node

DOCS: list[dict[str, Any]] = [
    {
        "location": "",
        "title": "",
        "swaps": ["mã bí mật|mật khẩu", "nick|mật khẩu", "kiếm|tìm|lấy"],
        "stops": "mần răng|làm sao|làm|sao|là|không|vậy|tui",
    },
    {
        "location": "quen/",
        "title": "Quên mật khẩu",
        "text": "Lấy lại mật khẩu. Rửa mặt cho mát.",
        "code": "B3",
        "keys": "không đăng nhập được",
        "steps": ["48217 Lấy căn cước ra|Cần ngày cấp thẻ.", "11112 Bấm “Quên mật khẩu”|"],
    },
    {
        "location": "video/",
        "title": "Gọi video cho con cháu",
        "text": "Mở Zalo, gõ mật khẩu, bấm hình máy quay.",
        "code": "F1",
        "steps": ["22224 Mở Zalo|Bấm vào Zalo."],
    },
    {
        "location": "tien/",
        "title": "Chuyển tiền &amp; nhận tiền",
        "text": "Đường link lạ thì không bấm. Dịch vụ công.",
        "code": "D2",
    },
    {"location": "gioi-thieu/", "title": "Quên mật khẩu: hỏi đáp", "text": "Quên mật khẩu thì xem bài B3."},
]


def found(query: str) -> list[list[dict[str, Any]]]:
    """The answer to `query` over `DOCS`."""
    return node(
        "return results.results(given.query, library.library(given.docs))", {"query": query, "docs": DOCS}
    )


def places(query: str) -> list[str]:
    """The pages found for `query`, best first."""
    return [group[0]["location"].partition("#")[0] for group in found(query)]


@pytest.mark.parametrize(
    "query",
    [
        "quên mật khẩu",
        "quen mat khau",
        "quên mât khâu",
        "que\u0302n ma\u0323\u0302t kha\u0302\u0309u",
        "quen maatj khaaur",
        "quen mat5 khau3",
        "quenmatkhau",
        "quen mk",
        "quen mta khau",
        "quen mat kh",
        "lam sao lay lai mat khau vay",
        "quên nick",
        "quen ma bi mat",
        "QUÊN MẬT KHẨU!!!",
        "khong dang nhap duoc",
        "mần răng tui kiếm lại mật khẩu",
        "quenmatkhauxyz",
    ],
)
def test_found_however_it_is_typed(query: str) -> None:
    """The lesson stands first without marks, with wrong ones, in NFD, with keys left in, joined,
    shortened, mistyped, unfinished, asked."""
    assert places(query)[0] == "quen/"


def test_words_of_questions_weigh_little() -> None:
    """Beside them what is asked about decides; a word that stands for one of ours weighs as much as that
    one."""
    slots = """const lib = library.library(given.docs); return given.queries.map(one => query.readings(one, lib).at(-1).map(slot => slot.weight))"""
    [[how1, how2, who, password, _], [found, _]] = node(
        slots, {"docs": DOCS, "queries": ["mần răng tui mật khẩu", "kiếm zalo"]}
    )
    assert max(how1, how2, who) < 0.3 * password
    assert found > 1


def test_a_page_that_is_no_lesson_stands_after_lessons() -> None:
    """The page with the same title, but without a lesson's code, comes second."""
    assert places("quên mật khẩu")[:2] == ["quen/", "gioi-thieu/"]


def test_exact_marks_stand_above_folded_ones() -> None:
    """With its marks a word means itself: only the page's “mật” is marked, not “mặt” or “mát”."""
    [group, *_] = found("mat khau")
    article = next(one for one in group if one["location"] == "quen/")
    assert article["title"] == "Quên <mark>mật khẩu</mark>"
    assert "<mark>mặt" not in article["text"]
    assert set(article["terms"]) == {"mật", "khẩu"}


def test_entities_stay_whole() -> None:
    """The index is HTML: an ampersand is not cut in two by a mark."""
    assert found("amp nhận")[0][0]["title"] == "Chuyển tiền &amp; <mark>nhận</mark> tiền"


@pytest.mark.parametrize(
    "query", ["48217", "48 217", "4-8-2-1-7", " 48217 ", "https://tungbuoc.example/48217/"]
)
def test_a_steps_code_finds_the_step(query: str) -> None:
    """The step stands first and has the highest score, which is what Enter opens."""
    [group] = found(query)
    best = max(group, key=lambda one: one["score"])
    assert group[0] == best
    assert best["location"] == "quen/#48217"
    assert best["title"] == "Bước 1: Lấy căn cước ra"


@pytest.mark.parametrize("query", ["B3", "b3", " b3 ", "bài B3", "bai b3"])
def test_a_lessons_code_finds_the_lesson(query: str) -> None:
    """The lesson itself stands above the page that names it."""
    assert places(query)[0] == "quen/"


@pytest.mark.parametrize("query", ["", "   ", "\t\n", "🙂", "\u0301", "<", "((", "…", "&amp;"])
def test_nothing_asked_nothing_found(query: str) -> None:
    """What holds no word finds nothing, and breaks nothing."""
    assert found(query) == []


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "mật khẩu " * 2_000,
        "Пароль",
        "密码",
        "<img src=x onerror=alert(1)>",
        "a.*+?^${}()|[]\\b",
        "constructor __proto__ toString",
    ],
)
def test_odd_queries_are_only_words(query: str) -> None:
    """Whatever is typed, no text of the query reaches the answer: all markup in it is our `<mark>`."""
    for group in found(query):
        for one in group:
            bare = (one["title"] + one["text"]).replace("<mark>", "").replace("</mark>", "")
            assert "<" not in bare
            assert all(term == term.lower() and term.isalnum() for term in one["terms"])


def test_the_theme_shows_first_what_answers_best() -> None:
    """A step that holds the words leads its page; its score is not below the lesson's, so the theme
    unfolds it."""
    [group, *_] = found("ngày cấp thẻ")
    assert group[0]["location"] == "quen/#48217"
    assert group[0]["score"] >= max(one["score"] for one in group)
    assert {"quen/"} <= {one["location"] for one in group}


WORKER = """
    const posted = []
    const heard = []
    class QueryParser { parse() { throw "the theme must not parse what people type" } }
    const scope = {
        lunr: { QueryParser },
        postMessage: message => posted.push(message),
        addEventListener: (...said) => heard.push(said),
    }
    worker.takeOver(scope)
    let built = 0
    const builder = { build: () => { built++; return "index" } }
    scope.lunr.vi.call(builder)
    given.docs.forEach(doc => builder.add(doc))
    const index = builder.build()
    const [[name, hear]] = heard
    hear({ data: { type: 0 } })
    for (const data of given.queries) hear({ data: { type: 2, data } })
    new scope.lunr.QueryParser().parse()
    scope.postMessage({ type: 1 })
    scope.postMessage({ type: 3, data: { items: [] } })
    const places = posted.map(({ type, data }) => type === 3 ? data.items.map(([first]) => first.location.split("#")[0]) : type)
    return { name, index, built, places }
"""


def told(queries: list[str]) -> dict[str, Any]:
    """What the worker does with the course in its index."""
    return dict(node(WORKER, {"docs": DOCS, "queries": queries}))


def test_the_worker_answers_in_the_themes_words() -> None:
    """Documents come by `builder.add`, questions as message 2, answers go out as message 3; the theme's
    own answers stay in."""
    said = told(["goi video"])
    assert (said["name"], said["index"], said["built"]) == ("message", "index", 1)
    assert said["places"] == [["video/"], 1]
