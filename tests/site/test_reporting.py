"""“Bước này không giống máy tôi”: a message begun for the reader, only where the course has a way; and how
often pages are opened."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.press.galleys import lesson
from tests.runner import RUNNER
from tests.small_course import lay_out

from tungbuoc.cli import main
from tungbuoc.lesson.course import read_course
from tungbuoc.web.reporting import address
from tungbuoc.web.visits import Opened, count, plot, table

TOPIC = {"folder": "an-toan", "letter": "E", "title": "A", "errand": {"E1": "a"}, "icon": "shield"}
GALLEY = lesson("E1", steps=3)
STEP = GALLEY.steps[1]


@pytest.mark.parametrize(
    "way",
    [
        "sms:0900000000",
        "mailto:a@example.vn",
        "https://github.com/a/b/issues/new?template=buoc-sai.yml&ma={ma}&thay-gi={noi-dung}",
    ],
)
def test_a_message_names_code_lesson_step_and_edition(way: str) -> None:
    told = GALLEY.model_copy(update={"imprint": GALLEY.imprint.model_copy(update={"edition": "3"})})
    made = urlsplit(address(way, told, STEP))
    said = {key: value[0] for key, value in parse_qs(made.query).items()}
    words = said.get("body") or said["thay-gi"]
    assert (
        words
        == f"Mã {STEP.key}, bài E1 bước 2 “{STEP.title}”, ấn bản 3: không giống máy tôi. Trên máy tôi thấy: "
    )
    assert STEP.key in unquote(made.query)
    assert "Bài E1, ấn bản 3: có bước không giống máy tôi." in unquote(address(way, told))


def test_without_a_way_there_is_nothing() -> None:
    assert address("", GALLEY, STEP) == address("", GALLEY) == ""
    assert address("https://zalo.me/0900000000", GALLEY, STEP) == "https://zalo.me/0900000000"


@pytest.mark.parametrize(
    "way",
    [
        "javascript:alert(1)",
        "http://a.vn/",
        "sms:0900 000",
        "mailto:a",
        'https://a.vn/"onclick=',
        "tel:113",
        "//a.vn/",
    ],
)
def test_an_address_that_is_none_is_told(way: str) -> None:
    course, problems = read_course({"topics": [TOPIC], "report": way})
    assert course is None
    assert [problem.code for problem in problems] == ["C02"]
    assert "sms:SỐ" in problems[0].fix + problems[0].text


def test_pages_have_the_link_and_stay_small(tmp_path: Path) -> None:
    lay_out(tmp_path, ["an-toan/dung-lai.md"])
    config = tmp_path / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "hotline: " in text
    config.write_text(
        re.sub(r"^( +)hotline: .*$", r"\g<0>\n\1report: 'sms:0900000000'", text, count=1, flags=re.MULTILINE),
        "utf-8",
    )
    command = [sys.executable, "-m", RUNNER, "build", "--quiet"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/56613/index.html").read_text("utf-8")
    (link,) = re.findall(r'<a href="(sms:[^"]*)"[^>]*>Bước này không giống máy tôi</a>', page)
    assert "Mã 56613, bài E1 bước 1" in unquote(unescape(link))
    assert "Có bước không giống máy tôi</a>" in (tmp_path / "site/an-toan/dung-lai/index.html").read_text(
        "utf-8"
    )
    assert (
        max(
            len(gzip.compress(file.read_bytes())) for file in (tmp_path / "site").glob("[1-9]????/index.html")
        )
        <= 6_000
    )


def _line(
    target: str,
    *,
    month: str = "Nov",
    status: int = 200,
    agent: str = "Mozilla/5.0 (Android)",
    method: str = "GET",
) -> str:
    return f'203.0.113.9 - - [27/{month}/2026:08:00:00 +0700] "{method} {target} HTTP/1.1" {status} 512 "-" "{agent}"'


def test_only_pages_given_to_people_count() -> None:
    pages = {"48217/": "48217 B1 Mở danh bạ", "mau/luu-so/": "B1 Lưu số"}
    lines = [
        _line("/48217/"), _line("/48217/index.html?x=1"), _line("/48217", status=301), _line("/48217/", month="Dec", status=304), _line("/mau/luu-so/"),
        _line("/48217/", agent="Googlebot/2.1"), _line("/48217/", agent="facebookexternalhit/1.1"), _line("/48217/", status=404),
        _line("/48217/", method="HEAD"), _line("/khac/"), _line("/48217/").partition(' "-"')[0], "khong phai nhat ky", "",
    ]  # fmt: skip
    opened = count(lines, pages)
    assert opened.counts == {
        "2026-11": {"48217 B1 Mở danh bạ": 3, "B1 Lưu số": 1},
        "2026-12": {"48217 B1 Mở danh bạ": 1},
    }
    assert (opened.read, opened.foreign) == (11, 1)
    assert table(opened) == (
        "| Trang | 2026-11 | 2026-12 | Cộng |\n| --- | ---: | ---: | ---: |\n| 48217 B1 Mở danh bạ | 3 | 1 | 4 |\n| B1 Lưu số | 1 | 0 | 1 |\n"
    )
    assert count([_line("/hoc/48217/")], pages, base="/hoc/").counts == {
        "2026-11": {"48217 B1 Mở danh bạ": 1}
    }
    assert count([_line("/48217/")], pages, base="/hoc/").counts == {}


@given(st.lists(st.text(max_size=80) | st.builds(_line, st.text(max_size=12))))
def test_any_log_can_be_read(lines: list[str]) -> None:
    count(lines, {"48217/": "a"})


def test_a_month_is_drawn() -> None:
    drawing = ElementTree.fromstring(plot(Opened({"2026-11": {"A & <b>": 4, "B": 2}}, 6, 0), "2026-11"))
    words = [node.text for node in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["Trang được mở, tháng 11/2026", "A & <b>", "4", "B", "2"]
    bars = [
        int(node.get("width", "0"))
        for node in drawing.iter("{http://www.w3.org/2000/svg}rect")
        if node.get("height") == "18"
    ]
    assert bars[0] == 2 * bars[1]


def test_the_command_reads_logs_and_keeps_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, ["an-toan/dung-lai.md"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "access.log").write_text(
        _line("/56613/") + "\n" + _line("/an-toan/dung-lai/") + "\n", "utf-8"
    )
    (tmp_path / "access.log.2.gz").write_bytes(gzip.compress(_line("/56613/", month="Oct").encode()))
    done = CliRunner().invoke(main, ["stats", "access.log", "access.log.2.gz", "--svg", "ve"])
    assert done.exit_code == 0, done.output
    assert "| 56613 E1.1 " in done.output
    assert "| 1 | 1 | 2 |" in done.output
    assert sorted(file.name for file in (tmp_path / "ve").iterdir()) == ["2026-10.svg", "2026-11.svg"]
    assert "203.0.113" not in done.output + "".join(
        file.read_text("utf-8") for file in (tmp_path / "ve").iterdir()
    )
    for name, content in (("a.log", b"chao\n"), ("b.gz", b"x"), ("c.gz", gzip.compress(b"abc" * 99)[:-9])):
        (tmp_path / name).write_bytes(content)
        done = CliRunner().invoke(main, ["stats", name])
        assert (done.exit_code, "Traceback" in done.output, "hông" in done.output) == (1, False, True)
