"""`stale`, `where` and `tried` as a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.conftest import LESSON

from tungbuoc.cli import main
from tungbuoc.permalink import editions


@pytest.fixture
def on_a_day(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")  # 2026-11-27
    table = project / "docs/nut.yml"
    table.write_text('- {name: "Tin nhắn", app: "Điện thoại", fact: "", tried: ""}\n', "utf-8")
    return project


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_stale_names_lessons_codes_and_buttons(on_a_day: Path) -> None:
    said = run("stale").output
    assert "tính đến 27/11/2026: 0" in said
    assert "- Điện thoại: “Tin nhắn”" in said
    said = run("stale", "--date", "2030-01-01").output
    assert f"- **E1** Dừng lại, hỏi lại, đừng vội (`docs/{LESSON}:" in said
    assert "Mã trong sổ, chưa phát hành: 56613 (bước 1)" in said
    (on_a_day / editions.PATH).write_text(
        editions.HEADER + "E1,to-bai-hoc,1,2026-11-21,56613=abc khac=def\n", "utf-8"
    )
    assert "Mã trên giấy đã phát hành: 56613 (bước 1)\n" in run("stale", "--date", "2030-01-01").output


@pytest.mark.parametrize("day", ["2026-13-01", "mai", "1/2/2027"])
def test_a_day_that_is_none_is_told(on_a_day: Path, day: str) -> None:
    assert run("stale", "--date", day).exit_code == 2


def test_where_tells_what_is_near_when_nothing_is_there(on_a_day: Path) -> None:
    done = run("where", "Tin nhăn")
    assert done.exit_code == 1
    assert "Có phải bạn muốn viết «Tin nhắn»?" in done.output
    done = run("where", "Tin nhắn")
    assert done.exit_code == 0
    assert "docs/nut.yml:1: bảng tên nút: Tin nhắn" in done.output


def test_tried_writes_once_and_stale_no_longer_asks(on_a_day: Path) -> None:
    call = ("tried", "Tin nhắn", "--app", "Điện thoại", "--phone", "Android", "--date", "2026-11-20")
    assert "Đã ghi: nút «Tin nhắn»" in run(*call).output
    assert "tried: 2026-11-20" in (on_a_day / "docs/nut.yml").read_text("utf-8")
    assert "Đã ghi từ trước" in run(*call).output
    assert "máy thật: 0" in run("stale").output


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("Tin", "--app", "A", "--phone", "B"), "chưa có nút «Tin»"),
        (("Tin nhắn", "--app", "Zalo", "--phone", "B"), "là của «Điện thoại»"),
        (
            ("Tin nhắn", "--app", "Điện thoại", "--phone", "B", "--date", "2026-11-28"),
            "Ngày 28/11/2026 chưa tới",
        ),
        (("Tin nhắn", "--app", "Điện thoại"), "--phone"),
    ],
)
def test_tried_refuses_and_writes_nothing(on_a_day: Path, call: tuple[str, ...], said: str) -> None:
    before = (on_a_day / "docs/nut.yml").read_bytes()
    done = run("tried", *call)
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert (on_a_day / "docs/nut.yml").read_bytes() == before
