"""The Python side: the editors' file, what is kept in the index, the joined engine, the check on the
theme."""

from __future__ import annotations

import gzip
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.wording import Wording
from tungbuoc.web.search import ENGINE, Errand, Vocabulary, install, read_vocabulary
from tungbuoc.web.search.digest import SearchPassage, by_use, first, themes
from tungbuoc.web.search.engine_file import MODULES, engine_file
from tungbuoc.web.search.index_file import allowed, as_text, slim
from tungbuoc.web.search.vocabulary import keys_by_code

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "plugins/tungbuoc/web/search/engine"


def vocabulary(tmp_path: Path, text: str) -> tuple[Vocabulary, list[str]]:
    """What is read from `text`, and the problems as line and code."""
    path = tmp_path / "tu-tim.yml"
    path.write_text(text, encoding="utf-8")
    made, problems = read_vocabulary(path.read_bytes())
    return made, [f"{problem.line} {problem.code}" for problem in problems]


def test_the_editors_file_is_right() -> None:
    """The file in `docs/` has nothing wrong with it, and names only lessons of the curriculum's topics."""
    made, problems = read_vocabulary((ROOT / "docs/tu-tim.yml").read_bytes())
    assert not problems
    assert len(made.errands) >= 40
    assert all(code[0] in "ABCDEFGHI" for errand in made.errands for code in errand.codes)


def test_swaps_and_errands_are_read(tmp_path: Path) -> None:
    """Alternatives are split at “;”, codes at “,”; NFD is made NFC; a file that is not there is empty."""
    text = unicodedata.normalize(
        "NFD", "tu:\n  Tắt:\n    CK: chuyển tiền; chuyển khoản\nviec:\n  Giấy:\n    làm tạm trú: C2, C3\n"
    )
    made, problems = vocabulary(tmp_path, text)
    assert made == Vocabulary(
        (("ck", ("chuyển tiền", "chuyển khoản")),), (Errand("Giấy", "làm tạm trú", ("C2", "C3")),)
    )
    assert not problems
    assert read_vocabulary(b"") == (Vocabulary(), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b\n", ["1 T11"]),
        ("tuu:\n  Tắt:\n    mk: mật khẩu\n", ["1 T12"]),
        ("tu:\n  Tắt:\n    mk:\n", ["3 T13"]),
        ("tu:\n  Tắt:\n    mk: ' ; '\n    '…': ba chấm\n", ["3 T13", "4 T13"]),
        ("tu:\n  Tắt: mk\n", ["2 T11"]),
        ("tu:\n  Tắt:\n    mk: [mật khẩu]\n", ["3 T11"]),
        ("viec:\n  Giấy:\n    làm tạm trú: bài C2\n", ["3 T14"]),
        ("viec:\n  Giấy:\n    làm tạm trú: ','\n", ["3 T14"]),
        ("noi:\n  Giấy:\n    bài C2: nhập hộ khẩu\n", ["3 T14"]),
        ("dem:\n  Nam:\n    tui: tôi\n", ["2 T11"]),
        ("tu:\n  Tắt:\n    mk: a\n    mk: b\n", ["4 T11"]),
        ("tu: [", None),
        ("tu: &x\n  Tắt:\n    mk: *x\n", ["1 T11", "3 T11"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: list[str] | None) -> None:
    """Each slip of an editor is told; the rest of the file is still read. Where YAML breaks off is the
    parser's to say."""
    found = vocabulary(tmp_path, text)[1]
    assert found == told if told else [problem.split()[1] for problem in found] == ["T11"]


def test_stops_and_sayings_are_read(tmp_path: Path) -> None:
    """Stops are split at “,” whatever their group; sayings stand under a lesson's code."""
    made, problems = vocabulary(
        tmp_path, "dem:\n  Nam: Tui, mất tiêu\n  Huế: mần răng\nnoi:\n  Giấy:\n    C2: nhập hộ khẩu, cần gì\n"
    )
    assert made == Vocabulary(
        stops=("tui", "mất tiêu", "mần răng"), sayings=(("C2", ("nhập hộ khẩu", "cần gì")),)
    )
    assert not problems


def test_keys_gather_by_lesson() -> None:
    """An errand with two lessons is a key of both; sayings stand apart."""
    errands = (Errand("g", "làm tạm trú", ("C2", "C3")), Errand("g", "nộp giấy", ("C3",)))
    words = Vocabulary(errands=errands, sayings=(("C2", ("hộ khẩu",)),))
    assert keys_by_code(words) == {"C2": "làm tạm trú", "C3": "làm tạm trú; nộp giấy"}


def test_the_most_telling_sentence_comes_first() -> None:
    """Rare words beat common ones, what repeats kept words adds nothing, worthless passages are never
    kept."""
    same = SearchPassage("", "Bác bấm nút này rồi bác xem máy.", 1.0)
    lessons = {
        "a/": [
            SearchPassage("", "Gọi video", 1.0, fixed=True),
            same,
            SearchPassage("", "Deepfake là hình giả.", 1.0),
            SearchPassage("", "Gọi video", 1.0),
            SearchPassage("", "NFC", 0.0),
        ],
        "b/": [SearchPassage("", "Quên mật khẩu", 1.0, fixed=True), same],
    }
    assert by_use(lessons)["a/"] == [0, 2, 1]
    assert [passage.text for passage in first(lessons["a/"], [0, 2, 1], 30)] == [
        "Gọi video",
        "Deepfake là hình giả.",
    ]
    assert [passage.text for passage in first(lessons["a/"], [0, 2, 1], 0)] == ["Gọi video"]


def test_themes_are_what_a_lesson_keeps_saying() -> None:
    """Often here and seldom elsewhere comes first; words of questions, words said once and what is always
    kept are no themes."""
    lessons = {
        "a/": [
            SearchPassage("", "Mật khẩu", 1.0, fixed=True),
            SearchPassage("", "Quét mã, quét lại, thì máy mở mã.", 1.0),
            SearchPassage("", "Máy thì quét.", 1.0),
        ],
        "b/": [
            SearchPassage("", "Máy mở máy.", 1.0),
            SearchPassage("", "Máy cũ.", 1.0),
            SearchPassage("", "Áp phích, áp phích", 0.0),
        ],
    }
    assert themes(lessons, ["thì"]) == {"a/": ["quét", "mã", "máy"], "b/": ["máy"]}
    assert themes(lessons, ["thì"], 1)["a/"] == ["quét"]


LESSON = """---
code: B{at}
audience: bác
minutes: 20
skills: [b]
reviewed: 2026-11-21
review_by: 2027-02-21
---

# Bài số {at} & hơn

## Học xong, bác làm được

- Làm việc thứ {at}.
- Xem lại.

## Bước 1: Mở máy {{#48217}}
Video: https://youtu.be/abc

Bấm **“nút {at}”** <to>. Đợi [máy](may.md) sáng.

```phone
title: Máy
body:
  - text: Chữ trong hình
```

## Nếu không được

- **Máy tối** — Sạc pin.

## Tự kiểm

### Ai gọi bác?

- [x] Người nhà. — Vì thế.
- [ ] Người lạ. — Không phải.

## Cho người hướng dẫn

- 20 phút: khởi động.
"""


def stock_index(many: int) -> dict[str, Any]:
    """An index as Material writes it: home, a page that is no lesson, and `many` lessons with their
    sections."""
    docs = [
        {"location": "", "title": "Từng Bước", "text": "<p>Chào.</p>"},
        {"location": "tin/", "title": "Tin <em>tức</em>", "text": "<p>Dài dòng.</p>"},
    ]
    for at in range(many):
        docs.append({"location": f"bai-{at}/", "title": f"Bài số {at} &amp; hơn", "text": "Chữ trong hình"})
        docs.append({"location": f"bai-{at}/#48217", "title": "Bước 1: Mở máy", "text": "<p>Bấm</p>"})
    return {
        "config": {"lang": ["vi"], "separator": " ", "fields": {"title": {"boost": 1000.0}}},
        "docs": docs,
    }


def scanned(many: int) -> dict[str, Lesson]:
    """The same lessons as the build knows them, one of them decomposed."""
    return {
        f"bai-{at}/": scan(
            unicodedata.normalize("NFC" if at else "NFD", LESSON.format(at=at)), f"bai-{at}.md"
        ).lesson
        for at in range(many)
    }


WORDS = Vocabulary(
    swaps=(("mk", ("Mật khẩu", "mã")), ("số nhà–đất", ("đất",))),
    errands=(Errand("Nhà", "việc nhà", ("B1",)),),
    stops=("sao", "làm sao"),
    sayings=(("B1", ("dọn dẹp", "quét")),),
)


def test_a_lesson_becomes_one_entry() -> None:
    """Steps are packed, markup is gone, pictures, answers and trainer's notes are not in it; other pages
    keep their title alone."""
    index = slim(stock_index(2), scanned(2), WORDS, None)
    assert index["config"] == {"lang": ["vi"], "separator": " ", "fields": {}}
    assert index["docs"][0] == {
        "location": "",
        "title": "",
        "swaps": ["số nhà đất|đất", "mk|mật khẩu|mã"],
        "stops": "làm sao|sao",
    }
    assert index["docs"][1] == {"location": "tin/", "title": "Tin tức"}
    assert index["docs"][3] == {
        "location": "bai-1/",
        "title": "Bài số 1 &amp; hơn",
        "code": "B1",
        "text": "Làm việc thứ 1. Xem lại. Máy tối — Sạc pin. Ai gọi bác?",
        "keys": "việc nhà",
        "said": "dọn dẹp, quét",
        "theme": "1 máy",
        "steps": ["48217 Mở máy|Bấm “nút 1” &lt;to&gt;. Đợi máy sáng."],
    }


@pytest.mark.parametrize("many", [2, 30, 90])
def test_the_index_keeps_to_its_budget(many: int) -> None:
    """NFC, no escapes, and no heavier than allowed once there are enough lessons for it to matter; titles
    and steps always stay."""
    text = as_text(slim(stock_index(many), scanned(many), Vocabulary(), 40 * many))
    assert text == unicodedata.normalize("NFC", text)
    assert "\\u" not in text
    assert all(f"Bài số {at} " in text for at in range(1, many))
    assert text.count("48217 Mở máy") >= many - 1
    assert len(gzip.compress(text.encode(), 9)) <= max(40 * many, 450)


def test_the_course_keeps_to_its_budget(site: Path, course: list[Any]) -> None:
    """At most 25 kB of gzip for a hundred of the real lessons, and no second file."""
    from sites import is_lesson

    weight = len(gzip.compress((site / "search/search_index.json").read_bytes(), 9))
    assert weight <= 250 * sum(map(is_lesson, course))
    assert [path.name for path in (site / "search").iterdir()] == ["search_index.json"]


@pytest.mark.parametrize(
    ("lessons", "most"), [(1, 7200), (23, 7200), (48, 12_000), (100, 25_000), (2000, 500_000)]
)
def test_a_small_course_may_keep_its_words(lessons: int, most: int) -> None:
    """25 kB a hundred lessons; below thirty the words of questions, which do not grow with the course,
    have room too."""
    assert 0.98 * most <= allowed(lessons) <= most


def test_the_engine_is_small_and_the_same_twice() -> None:
    """At most 5 kB of gzip, the same bytes every time."""
    assert len(gzip.compress(engine_file().encode(), 9)) <= 5000
    assert engine_file() == engine_file()


def test_the_modules_share_one_scope_without_clashes() -> None:
    """Joined into one script, no module declares a name that another declares too, and all are joined."""
    declared = re.compile(r"^(?:export )?(?:const|let|function) (\w+)", re.MULTILINE)
    names = [
        name
        for module in MODULES
        for name in declared.findall((SOURCE / f"{module}.mjs").read_text(encoding="utf-8"))
    ]
    assert len(names) == len(set(names))
    assert {f"{module}.mjs" for module in MODULES} == {path.name for path in SOURCE.glob("*.mjs")}


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (
            lambda site: next(site.glob("assets/javascripts/workers/*.js")).write_text("importScripts()"),
            "không còn nạp bộ tìm kiếm",
        ),
        (
            lambda site: next(site.glob("assets/javascripts/workers/*.js")).unlink(),
            "không còn nạp bộ tìm kiếm",
        ),
        (lambda site: (site / "search/search_index.json").unlink(), "không có chỉ mục"),
        (
            lambda site: (site / "search/search_index.json").write_text(
                '{"config": {"lang": ["en"]}, "docs": []}'
            ),
            "chưa đặt tiếng của bộ bài",
        ),
    ],
)
def test_a_theme_that_would_not_load_the_engine_is_told(
    course: list[Any], tmp_path: Path, damage: Any, told: str
) -> None:
    """The problem says so in Vietnamese, and nothing is installed."""
    from sites import build

    site = build(course[:1], tmp_path)
    damage(site)
    before = (site / ENGINE).read_bytes()
    [problem] = install(site, Vocabulary(), {})
    assert told in problem.text
    assert problem.severity == "error"
    assert (site / ENGINE).read_bytes() == before


def test_nothing_but_the_engine_is_left_of_the_languages(site: Path) -> None:
    """The theme's thirty other languages are not shipped, and what it insists on loading is empty."""
    left = {path.name: path.stat().st_size for path in (site / "assets/javascripts/lunr").rglob("*.js")}
    assert set(left) == {"lunr.vi.min.js", "lunr.stemmer.support.min.js"}
    assert left["lunr.stemmer.support.min.js"] < 100


def test_a_course_may_name_its_own_language(course: list[Any], tmp_path: Path) -> None:
    """The theme's search then looks for our engine where it is."""
    from sites import build

    site = build(course[:1], tmp_path)
    index = site / "search/search_index.json"
    index.write_text(index.read_text("utf-8").replace('"lang":["vi"]', '"lang":["en"]'), "utf-8")
    assert '"lang":["en"]' in index.read_text("utf-8")
    assert install(site, Vocabulary(), {}, Wording(language="en")) == []
    assert '"lang":["vi"]' in index.read_text("utf-8")
