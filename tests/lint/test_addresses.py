"""Addresses of made pages and what menus list: every slip is told with its line, all at once, and no address
that was ever given out leads nowhere."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from tests.lint.sample_project import LESSON, ROOT, sample, with_file, with_text

from tungbuoc.lint import check, config, read_project
from tungbuoc.lint.config import parse_config
from tungbuoc.lint.project import CONFIG, Project

SHOWN = ("C12",)
HELD = {"docs/ve.md": "# Về\n\nMột câu.\n", "docs/trong-xa/index.md": "# Trong xã\n\nMột câu.\n"}


def _with(pages: str, before: str | None = None, words: str = "") -> Project:
    """The sample with `pages` in its `mkdocs.yml`; the last commit had `before`."""
    project = sample()
    for path, text in HELD.items():
        project = with_file(project, path, text.encode())
    text = _config(pages, words)
    course, _, told = parse_config(text, {})
    committed = {} if before is None else {CONFIG: _config(before, words).encode()}
    files = {**project.files, CONFIG: text.encode()}
    return replace(project, files=files, course=course, problems=tuple(told), committed=committed)


def _config(pages: str, words: str) -> str:
    text = (ROOT / CONFIG).read_text("utf-8")
    assert "words: {" in text
    return text.replace("      words: {", f"      pages:{pages}\n      words: {{{words}")


def _told(project: Project) -> list[str]:
    return [f"{problem.line} {problem.text} {problem.fix} {problem.code}" for problem in check(project)]


@pytest.mark.parametrize(
    "pages",
    [
        " {}",
        " {addresses: {all: bai-hoc, video: phim}, old: {moi: ve.md, bai-cu: all}}",
        " {menu: [topics, all, {Khác: [forms, ve.md, {Xã: trong-xa/index.md}]}], home: [mau/index.md], foot: [ve.md]}",
        " {emergency: ve.md, addresses: {projection: trinh-chieu, voices: doc}}",
    ],
)
def test_what_is_right_is_silent(pages: str) -> None:
    assert _told(_with(pages)) == []


ADDRESS = "Viết chữ thường không dấu, số, gạch nối ở giữa, như"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (" {adresses: {}}", "8 Phần «tungbuoc/lessons» không có mục «adresses». Có phải bạn muốn viết «addresses»? C01"),
        ("\n        addresses: {al: a}", "9 Phần «tungbuoc/lessons» không có mục «al». Có phải bạn muốn viết «all»? C01"),
        (" {addresses: {all: Bài}}", f"8 Mục «all» ở phần «tungbuoc/lessons» chưa đúng. {ADDRESS} tat-ca-bai-hoc. C02"),
        (" {addresses: {all: a/b}}", f"8 Mục «all» ở phần «tungbuoc/lessons» chưa đúng. {ADDRESS} tat-ca-bai-hoc. C02"),
        (" {addresses: {all: -a}}", f"8 Mục «all» ở phần «tungbuoc/lessons» chưa đúng. {ADDRESS} tat-ca-bai-hoc. C02"),
        ("\n        addresses:\n          all: a\n          video: a", "11 Hai trang «all» và «video» cùng một địa chỉ «a». Đặt cho mỗi trang một địa chỉ. C09"),
        (" {addresses: {all: chieu}}", "8 Hai trang «all» và «projection» cùng một địa chỉ «chieu». Đặt cho mỗi trang một địa chỉ. C09"),
        (" {addresses: {all: mau}}", "8 Địa chỉ «mau» của trang «all» là thư mục của chủ đề «Mẫu». Chọn địa chỉ khác. C09"),
        (" {addresses: {all: ve}}", "8 Địa chỉ «ve» của trang «all» là chỗ của docs/ve.md. Chọn địa chỉ khác. C09"),
        (" {addresses: {voices: trong-xa}}", "8 Địa chỉ «trong-xa» của trang «voices» là chỗ của docs/trong-xa/index.md. Chọn địa chỉ khác. C09"),
        (" {addresses: {all: \"48217\"}}", "8 Địa chỉ «48217» của trang «all» là địa chỉ của một mã bước. Chọn địa chỉ khác. C09"),
        (" {addresses: {all: search}}", "8 Địa chỉ «search» của trang «all» máy đã dùng cho việc khác. Chọn địa chỉ khác. C09"),
        (" {old: {Bài: all}}", f"8 «Bài» không phải một địa chỉ. {ADDRESS} bai-hoc. C09"),
        (" {old: {ve: all}}", "8 Địa chỉ cũ «ve» là chỗ của docs/ve.md. Bỏ dòng này. C09"),
        (" {old: {video: all}}", "8 Địa chỉ cũ «video» là địa chỉ một trang đang có. Bỏ dòng này. C09"),
        (" {old: {a: vidio}}", "8 Mục «old» kể trang «vidio» mà không có trang ấy. Có phải bạn muốn viết «video»? C11"),
        (" {menu: [topic]}", "8 Mục «menu» kể trang «topic» mà không có trang ấy. Có phải bạn muốn viết «topics»? C11"),
        ("\n        menu:\n          - all\n          - Nhóm: [vee.md]", "11 Mục «menu» kể trang «vee.md» mà không có trang ấy. Có phải bạn muốn viết «ve.md»? C11"),
        (" {foot: [{Nhóm: [all]}]}", "8 Mục «foot» không gộp nhóm được: «Nhóm». Kể từng trang một. C11"),
        (" {foot: [projection]}", "8 Mục «foot» kể trang «projection» mà không có trang ấy. Có phải bạn muốn viết «questions»? C11"),
        (" {emergency: so.md}", "8 Mục «emergency» kể trang «so.md» mà không có trang ấy. Có phải bạn muốn viết «ve.md»? C11"),
        (" {home: [3]}", "8 Mục này không phải tên một trang. Viết «all», «Tên hiện ra: trang.md» hoặc «Tên nhóm: [all, trang.md]». C02"),
    ],
)  # fmt: skip
def test_one_slip_is_told_alone(pages: str, told: str) -> None:
    assert _told(_with(pages)) == [told]


def test_all_slips_are_told_at_once() -> None:
    pages = " {addresses: {all: mau, video: ve, prints: ve}, old: {Á: x.md}, menu: [b], foot: [{c: [all]}], emergency: d.md}"
    assert len(_told(_with(pages))) == 9


def test_a_page_that_an_editor_writes_stands_for_ours_only_where_ours_would_be() -> None:
    project = with_file(_with(" {}"), "docs/tu-moi.md", b"# T\xe1\xbb\xab m\xe1\xbb\x9bi\n\nA.\n")
    assert "C09" not in {problem.code for problem in check(project)}


def test_an_address_that_was_given_out_leads_on() -> None:
    before = " {addresses: {all: bai-hoc}, old: {bai-cu: all}}"
    lost = "Địa chỉ «{}» có thể đã in, đã gửi cho người khác mà nay không dẫn tới đâu. Thêm «{}: all» vào mục «old» của «pages». C12"
    assert _told(_with(" {addresses: {all: moi-bai}}", before)) == [
        f"8 {lost.format(old, old)}" for old in ("bai-cu", "bai-hoc")
    ]
    assert _told(_with(" {addresses: {all: moi-bai}, old: {bai-cu: all, bai-hoc: all}}", before)) == []
    assert _told(_with(" {}", before)) == [f"8 {lost.format(old, old)}" for old in ("bai-cu", "bai-hoc")]
    assert _told(_with(" {old: {bai-cu: all, bai-hoc: ve.md}}", before)) == []


def test_the_address_that_a_page_has_by_itself_leads_on_without_a_word() -> None:
    assert _told(_with(" {addresses: {all: bai-hoc}}", " {}")) == []


def test_git_is_asked_for_the_addresses(tmp_path: Path) -> None:
    project = _with(" {addresses: {all: bai-hoc}}")
    for path, content in project.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b.c commit -qm a"):
        subprocess.run(["git", "-C", str(tmp_path), *command.split()], check=True)
    config = tmp_path / CONFIG
    config.write_text(config.read_text("utf-8").replace("all: bai-hoc", "all: moi-bai"), "utf-8")
    found = read_project(tmp_path, today=project.today, environ={})
    assert [problem.code for problem in check(found)] == ["C12"]


def test_a_link_to_an_old_address_is_told_with_the_new_one() -> None:
    project = with_text(
        _with(" {addresses: {prints: to-giay}}"),
        LESSON,
        "Tối nay bác",
        "Ở [tờ in](../tai-to-in.md) tối nay bác",
    )
    assert [problem.fix for problem in check(project) if problem.code == "A05"] == [
        "Trang ấy nay là «../to-giay.md»."
    ]


def test_a_course_in_english_has_english_addresses() -> None:
    course, _, told = parse_config(_config(" {addresses: {all: lessons}}", "language: en, "), {})
    assert not told
    assert course
    assert (course.pages.addresses.all, course.pages.addresses.prints) == ("lessons", "handouts")
    assert course.pages.former("en") == {"all-lessons": "all"}


def test_a_page_that_a_topic_leads_to_is_there() -> None:
    project = sample()
    text = _config(" {}", "").replace("offline: true}", "offline: true, leads: [famly]}")
    course, _, told = parse_config(text, {})
    assert (course is not None, told) == (True, [])
    found = check(replace(project, course=course, files={**project.files, CONFIG: text.encode()}))
    assert [f"{problem.line} {problem.text} {problem.fix}" for problem in found] == [
        "6 Mục «leads» kể trang «famly» mà không có trang ấy. Có phải bạn muốn viết «family»?"
    ]


def test_the_settings_are_read_once_with_the_variables_that_they_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _config("\n        foot: [khong-co.md]", "")
    text = text.replace("site_name: ", "extra: {address: !ENV TB_ADDRESS}\nsite_name: ", 1)
    (tmp_path / "docs").mkdir()
    (tmp_path / CONFIG).write_text(text, encoding="utf-8")
    real, parsed = config._load.__wrapped__, []
    monkeypatch.setattr(config, "_load", lru_cache(4)(lambda *asked: parsed.append(asked[0]) or real(*asked)))
    project = read_project(tmp_path, today=sample().today, environ={"TB_ADDRESS": "https://a.example/"})
    line = next(at for at, said in enumerate(text.splitlines(), 1) if "foot:" in said)
    assert [problem.line for problem in check(project) if problem.code == "C11"] == [line]
    assert parsed.count(text.encode()) == 1


@pytest.mark.parametrize(
    ("pages", "said", "mended"),
    [
        (
            "\n        old: {2024: all}",
            'Mục «2024» ở phần «tungbuoc/lessons» chưa đúng. Đặt «2024» trong dấu nháy: "2024". C02',
            '\n        old: {"2024": all}',
        ),
        (
            "\n        addresses: {all: 2024}",
            "Viết chữ thường không dấu, số, gạch nối ở giữa, như tat-ca-bai-hoc; nếu đúng là số ấy thì đặt trong dấu nháy. C02",
            '\n        addresses: {all: "2024"}',
        ),
    ],
)
def test_a_number_for_an_address_is_told_and_the_advice_is_right(pages: str, said: str, mended: str) -> None:
    (line,) = [told for told in _told(_with(pages)) if told.endswith("C02")]
    assert said in line
    assert not [told for told in _told(_with(mended)) if told.endswith(("C02", "C09", "C11", "C12"))]
